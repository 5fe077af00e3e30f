package article

import (
	"slices"
	"strings"

	"counterclaim/graph"
	"counterclaim/loaders/actors"
	"counterclaim/loaders/text"
)

// An entity is an actor that the article names in full somewhere.
type entity struct {
	actor  graph.Actor
	known  bool   // the book has it
	family string // of persons, in lower case
	given  string
	gender string
	roles  []string // what the article calls it: "spokeswoman", "foreign", "ministry"
	side   string   // of unknown ones, from what stands around the full name
	first  int      // token of its first full name
}

func (e *entity) person() bool { return e.actor.Class == graph.Person }

// A name is one place where an entity is named.
type name struct {
	text.Range
	entity int
	form   actors.Form
	full   bool
}

// A gazetteer finds the names of a book in tokens.
type gazetteer struct {
	names      map[string][]gazetteerName // by their first word
	adjectives map[string]string          // country -> its first adjective
}

type gazetteerName struct {
	words []string
	name  actors.Name
}

func newGazetteer(book *actors.Book) gazetteer {
	g := gazetteer{map[string][]gazetteerName{}, map[string]string{}}
	for _, n := range book.Names() {
		t := text.Read(n.Text, []text.Range{{First: 0, Last: len(n.Text)}})
		var words []string
		for i := range t.Tokens {
			words = append(words, surface(t, i))
		}
		if len(words) > 0 {
			g.names[words[0]] = append(g.names[words[0]], gazetteerName{words, n})
		}
		if n.Form == actors.Adjective && (g.adjectives[n.Actor] == "" || len(n.Text) < len(g.adjectives[n.Actor])) {
			g.adjectives[n.Actor] = n.Text
		}
	}
	for _, names := range g.names {
		slices.SortStableFunc(names, func(a, b gazetteerName) int { return len(b.words) - len(a.words) })
	}
	return g
}

// surface is the token as it must match a name: with its case, and straight
// apostrophes.
func surface(t *text.Text, i int) string {
	if strings.HasPrefix(t.Tokens[i].Lower, "'") {
		return t.Tokens[i].Lower
	}
	return t.Word(i)
}

// at returns the longest name that begins at token i. A text that names two
// actors is taken for the country among them, else for none.
func (g gazetteer) at(t *text.Text, i int) (actors.Name, int) {
	names := g.names[surface(t, i)]
	for k, n := range names {
		if !n.standsAt(t, i) {
			continue
		}
		if k+1 < len(names) && names[k+1].name.Text == n.name.Text && names[k+1].name.Actor != n.name.Actor {
			return actors.Name{}, 0
		}
		return n.name, len(n.words)
	}
	return actors.Name{}, 0
}

func (n *gazetteerName) standsAt(t *text.Text, i int) bool {
	if i+len(n.words) > len(t.Tokens) {
		return false
	}
	for k := 1; k < len(n.words); k++ {
		if surface(t, i+k) != n.words[k] {
			return false
		}
	}
	return true
}

// findNames finds the full names, known and unknown, then the short ones.
func (p *page) findNames() {
	p.nameAt = make([]int, len(p.Tokens))
	for i := range p.nameAt {
		p.nameAt[i] = -1
	}
	ids := map[string]int{}
	for i := 0; i < len(p.Tokens); {
		n := 1
		if p.Tokens[i].Is(text.Capital) {
			n = max(1, p.fullName(ids, i))
		}
		i += n
	}
	for i := range p.Tokens {
		if p.nameAt[i] < 0 && p.Tokens[i].Is(text.Capital) {
			p.shortName(i)
		}
	}
	slices.SortFunc(p.names, func(a, b name) int { return a.First - b.First })
	for k, n := range p.names {
		for i := n.First; i < n.Last; i++ {
			p.nameAt[i] = k
		}
	}
	p.findRoles()
}

// fullName adds the name that begins at token i and returns its length, 0 where
// none does.
func (p *page) fullName(ids map[string]int, i int) int {
	known, n := p.gazetteer.at(p.Text, i)
	length := p.capitals(i)
	if n > 0 && !(length > n && p.organisationLike(text.Range{First: i, Last: i + length})) {
		p.add(ids, text.Range{First: i, Last: i + n}, known)
		return n
	}
	first := i
	for length > 1 && p.common(first) {
		first, length = first+1, length-1
	}
	if title := p.titleEnd(first, first+length); title > first {
		first, length = title, first+length-title
	}
	if length == 1 && first > i && roles().Has(p.Tokens[first-1].Lower) && !p.common(first) {
		p.surname(ids, text.Range{First: first - 1, Last: first + 1})
		return first + 1 - i
	}
	if length < 2 || p.Tokens[first].Lower == "i" || dateWords[p.Tokens[first].Lower] {
		return first - i
	}
	r := text.Range{First: first, Last: first + length}
	if places().Has(p.Tokens[r.Last-1].Lower) {
		return r.Last - i
	}
	p.add(ids, r, actors.Name{Text: p.Words(r), Form: actors.Proper})
	return r.Last - i
}

// titleEnd returns where the name begins behind a title: "Foreign Minister Oran
// Teskin". It is first where there is no title, or nothing behind it.
func (p *page) titleEnd(first, last int) int {
	for i := last - 2; i >= first; i-- {
		if roles().Has(p.Tokens[i].Lower) {
			return i + 1
		}
	}
	return first
}

// surname adds "Colonel Reyes" where no full name of a Reyes is known yet.
func (p *page) surname(ids map[string]int, r text.Range) {
	low := p.Tokens[r.Last-1].Lower
	for k := range p.entities {
		if p.entities[k].person() && p.entities[k].family == low {
			return
		}
	}
	p.add(ids, r, actors.Name{Text: p.Words(r), Form: actors.Proper})
}

// capitals returns how many tokens from i on look like one name: capitalised
// words, joined by small words where an organisation's name begins.
func (p *page) capitals(i int) int {
	last, organisation := i, false
	for last < len(p.Tokens) && p.Tokens[last].Is(text.Capital) && p.Tokens[last].Quote == p.Tokens[i].Quote {
		if last > i {
			if _, n := p.gazetteer.at(p.Text, last); n > 1 {
				break
			}
			if p.starts(last) {
				break
			}
		}
		organisation = organisation || organisations().Has(p.Tokens[last].Lower)
		last++
		if k := p.joint(last); organisation && k > 0 {
			last += k
		}
	}
	return last - i
}

// joint returns how many small words join a name at token i to a capitalised
// word behind them: "of", "for the".
func (p *page) joint(i int) int {
	n := 0
	for i+n < len(p.Tokens) && n < 2 && p.Tokens[i+n].In("of", "for", "and", "on", "the", "in") {
		n++
	}
	if n > 0 && i+n < len(p.Tokens) && p.Tokens[i+n].Is(text.Capital) && !p.Tokens[i].In("in", "and", "on") {
		return n
	}
	return 0
}

// organisationLike reports whether the words end or begin like an organisation's
// name.
func (p *page) organisationLike(r text.Range) bool {
	for i := r.First; i < r.Last; i++ {
		if organisations().Has(p.Tokens[i].Lower) && p.Tokens[i].Is(text.Capital) {
			return true
		}
	}
	return false
}

// common reports whether token i begins a sentence and is no name by itself.
func (p *page) common(i int) bool {
	low := p.Tokens[i].Lower
	if determiners[low] || pronouns[low] || low == "mr." || low == "mrs." || low == "ms." || low == "dr." {
		return true
	}
	if !p.starts(i) {
		return false
	}
	verb := strings.HasSuffix(low, "ed") || strings.HasSuffix(low, "ing")
	return stopwords().Has(low) || preposition[low] || subordinators().Has(low) || fronted[low] || adverbs[low] || verb && len(cues()[low]) > 0
}

// add notes the name at r and the entity that it means.
func (p *page) add(ids map[string]int, r text.Range, n actors.Name) {
	var actor graph.Actor
	known := n.Actor != ""
	if known {
		actor, _ = p.book.Actor(n.Actor)
	} else {
		actor = p.book.Derive(n.Text)
		if a, ok := p.book.Actor(actor.ID); ok {
			actor, known = a, true
		}
	}
	at, ok := ids[actor.ID]
	if !ok {
		at = len(p.entities)
		ids[actor.ID] = at
		p.entities = append(p.entities, p.entity(actor, known, r))
	}
	p.mark(r, at, n.Form, true)
}

func (p *page) entity(actor graph.Actor, known bool, r text.Range) entity {
	e := entity{actor: actor, known: known, first: r.First}
	words := strings.Fields(strings.ToLower(actor.Name()))
	if actor.Class == graph.Organisation && len(words) > 1 && !p.common(r.First) && p.nameLike(r.First) {
		e.given = words[0]
	}
	if !e.person() {
		return e
	}
	e.given, e.family = words[0], words[len(words)-1]
	if family, given, gender, ok := p.book.Person(actor.ID); ok {
		e.family, e.given, e.gender = strings.ToLower(family), strings.ToLower(given), gender
	}
	return e
}

// nameLike reports whether token i alone can stand for what it begins: it is no
// country, no word for an organisation and no adjective of either.
func (p *page) nameLike(i int) bool {
	low := p.Tokens[i].Lower
	_, known := p.gazetteer.at(p.Text, i)
	return known != 1 && !organisations().Has(low) && !roles().Has(low) && !stopwords().Has(low) && low != "national" && low != "international" && low != "new" && low != "general"
}

func (p *page) mark(r text.Range, entity int, form actors.Form, full bool) {
	for i := r.First; i < r.Last; i++ {
		p.nameAt[i] = len(p.names)
	}
	p.names = append(p.names, name{r, entity, form, full})
}

// shortName marks token i where it is the family name, or the given name, of a
// person whose full name the article has, or the first word of an organisation
// that it names ("Brackwater" of Brackwater Labs). Of several the one named last
// before counts.
func (p *page) shortName(i int) {
	low := p.Tokens[i].Lower
	best, byGiven := -1, false
	for k := range p.entities {
		e := &p.entities[k]
		if low != e.family && low != e.given {
			continue
		}
		given := low != e.family
		if best < 0 || byGiven && !given || byGiven == given && e.first < i {
			best, byGiven = k, given
		}
	}
	if best >= 0 {
		p.mark(text.Range{First: i, Last: i + 1}, best, actors.Proper, false)
	}
}

// findRoles collects, for each person, the words that stand around a full name:
// titles before it, an apposition after or before it.
func (p *page) findRoles() {
	for _, n := range p.names {
		e := &p.entities[n.entity]
		if !n.full || !e.person() {
			continue
		}
		for _, around := range []text.Range{p.titleBefore(n.First), p.appositionAfter(n.Last), p.appositionBefore(n.First)} {
			for i := around.First; i < around.Last; i++ {
				e.roles = append(e.roles, p.Tokens[i].Lower)
				if e.side == "" && p.nameAt[i] >= 0 && p.names[p.nameAt[i]].entity != n.entity {
					e.side = p.sideOf(p.names[p.nameAt[i]].entity)
				}
				if e.side == "" && i == around.First && p.Tokens[i].Lower == "its" {
					e.side = p.sideBefore(i)
				}
			}
		}
	}
}

// sideBefore returns the first country named in the sentence of token i before
// it, for "its interior minister": as a rule its subject.
func (p *page) sideBefore(i int) string {
	side := ""
	for i--; i >= 0 && !p.paragraphStarts(i+1) && p.Tokens[i].Lower != "."; i-- {
		if k := p.nameAt[i]; k >= 0 && p.entities[p.names[k].entity].actor.Class == graph.Country {
			side = p.entities[p.names[k].entity].actor.ID
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
		if !t.Is(text.Word) || p.quoted(first-1) != p.quoted(i) || determiners[t.Lower] || p.finite(first-1) && !t.Is(text.Capital) {
			break
		}
		if preposition[t.Lower] && !(t.In("of", "for", "from", "at") && seen) {
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
	if r.Len() > 0 && determiners[p.Tokens[first].Lower] && p.hasRole(r) && !p.hasVerb(r) {
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
	return ""
}
