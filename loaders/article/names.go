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
	actor   graph.Actor
	known   bool   // the book has it
	family  string // of persons, in lower case
	given   string
	gender  string
	own     bool     // a side of its own, whatever the book knows
	company bool     // an organisation by what the article says, though its name is like a person's
	roles   []string // what the article calls it: "spokeswoman", "foreign", "ministry"
	side    string   // of unknown ones, from what stands around the full name
	first   int      // token of its first full name
}

func (e *entity) person() bool { return e.actor.Class == graph.Person && !e.company }

func (e *entity) organisation() bool { return e.actor.Class == graph.Organisation || e.company }

// isOf reports whether the article takes the entity for one of the class.
func (e *entity) isOf(class graph.Class) bool {
	if class == graph.Organisation {
		return e.organisation()
	}
	return e.actor.Class == class && !e.company
}

// A name is one place where an entity is named.
type name struct {
	text.Range
	entity int
	form   actors.Form
	full   bool
}

// findNames finds the full names, known and unknown, then the short ones.
func (p *page) findNames() {
	for range p.Tokens {
		p.nameAt = append(p.nameAt, -1)
	}
	ids := map[string]int{}
	for i := 0; i < len(p.Tokens); {
		n := 1
		if p.Tokens[i].Is(text.Capital) {
			n = max(1, p.fullName(ids, i))
		}
		i += n
	}
	looks := p.looksOfNames()
	for i := range p.Tokens {
		if p.nameAt[i] < 0 && p.Tokens[i].Is(text.Capital) && looks.has(p.Tokens[i].Lower) {
			p.shortName(i)
		}
	}
	p.findAcronyms()
	p.findOneWordNames(ids)
	slices.SortFunc(p.names, func(a, b name) int { return a.First - b.First })
	for k, n := range p.names {
		for i := n.First; i < n.Last; i++ {
			p.nameAt[i] = k
		}
	}
	p.findCompanies()
	p.findGenders()
	p.findRivals()
	p.findRoles()
}

// fullName adds the name that begins at token i and returns its length, 0 where
// none does.
func (p *page) fullName(ids map[string]int, i int) int {
	known, n := p.gazetteer.at(p.Text, i)
	length := p.capitals(i)
	if n == 0 && len(p.Tokens[i].Lower) == 1 && p.is(i+1, "-") && length > 2 {
		return length // "Ida Holm (D-Coast)"
	}
	if n > 0 && !(length > n && p.organisationLike(text.Range{First: i, Last: i + length})) {
		p.add(ids, text.Range{First: i, Last: i + n}, known)
		return n
	}
	first := i
	for length > 1 && p.common(first) {
		first, length = first+1, length-1
	}
	if p.onlyTitles(first, first+length) {
		return first + length - i
	}
	if title := p.titleEnd(first, first+length); title > first {
		first, length = title, first+length-title
	}
	if title := &p.Tokens[max(first-1, 0)]; length == 1 && first > i && (roles().Has(title.Lower) || honorifics.Has(title.Lower)) && !p.common(first) {
		p.surname(ids, text.Range{First: first - 1, Last: first + 1})
		return first + 1 - i
	}
	if length < 2 || p.Tokens[first].Lower == "i" || dateWords.Has(p.Tokens[first].Lower) {
		return first - i
	}
	r := text.Range{First: first, Last: first + length}
	if places().Has(p.Tokens[r.Last-1].Lower) {
		return r.Last - i
	}
	p.add(ids, r, actors.Name{Text: p.spelled(p.withoutLetters(r)), Form: actors.Proper})
	return r.Last - i
}

// capitals returns how many tokens from i on look like one name: capitalised
// words, joined by small words where an organisation's name begins.
func (p *page) capitals(i int) int {
	last, organisation := i, false
	for last < len(p.Tokens) && (p.Tokens[last].Is(text.Capital) || last > i && p.inName(last)) && p.Tokens[last].Quote == p.Tokens[i].Quote {
		if last > i {
			if _, n := p.gazetteer.at(p.Text, last); n > 1 {
				break
			}
			if p.starts(last) || p.noPartOfName(last) {
				break
			}
		}
		organisation = organisation || organisations().Has(p.Tokens[last].Lower)
		last++
		if p.syllable(last) {
			last += 2
			break
		}
		if k := p.joint(last); organisation && k > 0 {
			last += k
		}
	}
	return last - i
}

// inName reports whether token i joins two capitalised words into one name:
// "Hans-Georg", "Konstantin von Notz".
func (p *page) inName(i int) bool {
	if i+1 >= len(p.Tokens) || !p.Tokens[i+1].Is(text.Capital) {
		return false
	}
	t := &p.Tokens[i]
	return t.Lower == "-" && !t.Is(text.Spaced) && !p.Tokens[i+1].Is(text.Spaced) || particles.Has(t.Lower)
}

// particles stand inside the names of persons.
var particles = set("von van de der den del della di bin ibn al el du dos ter")

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
	if determiners.Has(low) || pronouns.Has(low) || p.opensClause(i) {
		return true
	}
	if p.Tokens[i].Is(text.Capital) && epithets().Has(low) && !(i+2 < len(p.Tokens) && organisations().Has(p.Tokens[i+2].Lower) && p.Tokens[i+2].Is(text.Capital)) {
		return true // "Retailer Norrline", not "Airline Pilots Union"
	}
	if !p.starts(i) {
		return false
	}
	verb := strings.HasSuffix(low, "ed") || strings.HasSuffix(low, "ing")
	return stopwords().Has(low) || preposition.Has(low) || subordinators().Has(low) || fronted.Has(low) || adverbs.Has(low) || verb && p.begins(i, cueWord)
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
	low := strings.ToLower(actor.Name())
	first, _, several := strings.Cut(low, " ")
	if actor.Class == graph.Organisation && several && !p.common(r.First) && p.nameLike(r.First) {
		e.given = first
	}
	if !e.person() {
		return e
	}
	e.given, e.family = first, low[strings.LastIndexByte(low, ' ')+1:]
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

// looks tell, of some words, with which byte they begin and how long they are, so
// that most others are told from them at once.
type looks [256]uint32

func (l *looks) add(word string) {
	if word != "" {
		l[word[0]] |= 1 << (len(word) % 32)
	}
}

func (l *looks) has(word string) bool { return l[word[0]]&(1<<(len(word)%32)) != 0 }

// looksOfNames returns the looks of the short names of all entities.
func (p *page) looksOfNames() *looks {
	all := &looks{}
	for k := range p.entities {
		all.add(p.entities[k].family)
		all.add(p.entities[k].given)
	}
	return all
}

// shortName marks token i where it is the family name, or the given name, of a
// person whose full name the article has, or the first word of an organisation
// that it names ("Brackwater" of Brackwater Labs). Of several the one named last
// before counts.
func (p *page) shortName(i int) {
	low := p.Tokens[i].Lower
	best, byGiven, gender := -1, false, called[p.Tokens[max(i-1, 0)].Lower]
	for k := range p.entities {
		e := &p.entities[k]
		if low != e.family && low != e.given || gender != "" && p.hasOtherGender(e, gender) {
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
