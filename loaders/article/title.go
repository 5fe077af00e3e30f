package article

import (
	"counterclaim/graph"
	"counterclaim/loaders/text"
)

// findRoles collects, for each person, the words that stand around a full name:
// titles before it, an apposition after or before it.
func (p *page) findRoles() {
	for _, n := range p.names {
		e := &p.entities[n.entity]
		if !n.full || !e.person() {
			continue
		}
		for _, around := range []text.Range{p.titleBefore(n.First), p.appositionAfter(n.Last), p.appositionBefore(n.First)} {
			rest := false
			for i := around.First; i < around.Last; i++ {
				rest = rest || (preposition.Has(p.Tokens[i].Lower) || p.Tokens[i].In("who", "whose")) && i > around.First
				if !rest || !roles().Has(p.Tokens[i].Lower) { // "an assistant to the mayor" is no mayor
					e.roles = append(e.roles, p.Tokens[i].Lower)
				}
				if e.side == "" && p.nameAt[i] >= 0 && p.names[p.nameAt[i]].entity != n.entity {
					e.side = p.sideBeside(p.nameAt[i])
				}
				if e.side == "" && i == around.First && p.Tokens[i].Lower == "its" {
					e.side = p.sideBefore(i)
				}
			}
		}
	}
}

// sideBefore returns the side of the first country or organisation named in the
// sentence of token i before it, for "its interior minister": as a rule its subject.
func (p *page) sideBefore(i int) string {
	side := ""
	for i--; i >= 0 && !p.paragraphStarts(i+1) && p.Tokens[i].Lower != "."; i-- {
		k := p.nameAt[i]
		if k < 0 {
			continue
		}
		if class := p.entities[p.names[k].entity].actor.Class; class == graph.Country || class == graph.Organisation {
			side = p.sideOf(p.names[k].entity)
		}
	}
	return side
}

// titleBefore returns the words before a name that belong to it: "Chinese
// Foreign Ministry spokeswoman".
func (p *page) titleBefore(i int) text.Range {
	first, seen := i, false
	for first > 0 && first > i-12 && !p.starts(first) {
		t := &p.Tokens[first-1]
		if !t.Is(text.Word) || p.quoted(first-1) != p.quoted(i) || determiners.Has(t.Lower) || p.finite(first-1) && !t.Is(text.Capital) {
			break
		}
		if preposition.Has(t.Lower) && !(t.In("of", "for", "from", "at") && seen) {
			break
		}
		seen = seen || roles().Has(t.Lower)
		if !t.Is(text.Capital) && !seen && first == i && !roles().Has(t.Lower) {
			break
		}
		first--
	}
	if !seen {
		return text.Range{First: i, Last: i}
	}
	return text.Range{First: first, Last: i}
}

// appositionAfter returns what stands between commas behind a name.
func (p *page) appositionAfter(i int) text.Range {
	none := text.Range{First: i, Last: i}
	if !p.is(i, ",") || i+1 >= len(p.Tokens) || p.quoted(i+1) {
		return none
	}
	last := i + 1
	for last < len(p.Tokens) && last < i+30 && !p.Tokens[last].In(",", ".", ";", "(") && !p.quoted(last) && !p.paragraphStarts(last) {
		last++
	}
	r := text.Range{First: i + 1, Last: last}
	if p.hasRole(r) && !p.finite(i+1) {
		return r
	}
	return none
}

// besideComma returns the apposition behind the comma at token i: what says
// something of the noun before it, or the name of who that is.
func (p *page) besideComma(i int) text.Range {
	if r := p.appositionAfter(i); r.Len() > 0 {
		return r
	}
	k := i + 1
	for k < len(p.Tokens) && k < i+4 && (honorifics.Has(p.Tokens[k].Lower) || roles().Has(p.Tokens[k].Lower) || determiners.Has(p.Tokens[k].Lower)) {
		k++
	}
	if k < len(p.Tokens) && p.nameAt[k] >= 0 && p.names[p.nameAt[k]].full && !p.paragraphStarts(k) && !p.quoted(k) && !p.verbAt(p.names[p.nameAt[k]].Last) {
		return text.Range{First: i + 1, Last: p.names[p.nameAt[k]].Last}
	}
	return text.Range{First: i, Last: i}
}

// appositionBefore returns the description of "a spokeswoman for the ministry,
// NAME".
func (p *page) appositionBefore(i int) text.Range {
	none := text.Range{First: i, Last: i}
	if i < 2 || !p.is(i-1, ",") {
		return none
	}
	first := i - 1
	for first > 0 && first > i-25 && !p.Tokens[first-1].In(",", ".", ";") && !p.quoted(first-1) && !p.paragraphStarts(first) {
		first--
	}
	r := text.Range{First: first, Last: i - 1}
	if r.Len() > 0 && determiners.Has(p.Tokens[first].Lower) && p.hasRole(r) && !p.hasVerb(r) {
		return r
	}
	return none
}

func (p *page) hasRole(r text.Range) bool {
	for i := r.First; i < r.Last; i++ {
		if roles().Has(p.Tokens[i].Lower) {
			return true
		}
	}
	return false
}

// sideOf returns the side of an entity at the time of the article.
func (p *page) sideOf(k int) string {
	e := &p.entities[k]
	if e.own {
		return e.actor.ID
	}
	if e.known {
		return p.book.Side(e.actor.ID, p.doc.Published)
	}
	if e.side != "" {
		return e.side
	}
	if e.actor.Class == graph.Organisation { // "China Institute of ...": its country is in its name
		if n, _ := p.gazetteer.at(p.Text, e.first); n.Actor != "" {
			return p.book.Side(n.Actor, p.doc.Published)
		}
	}
	if e.actor.Class == graph.Organisation && stateBody(e.actor.Name()) {
		return ""
	}
	return e.actor.ID // who acts for nobody is a side of their own
}

// verbAt reports whether a verb stands at token i, so that the name before it is
// a subject: "according to the union, Norrline broke its word".
func (p *page) verbAt(i int) bool { return i < len(p.Tokens) && !p.starts(i) && p.finite(i) }
