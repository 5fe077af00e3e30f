package article

import (
	"cmp"
	"slices"
	"sort"
	"strings"

	"counterclaim/graph"
	"counterclaim/loaders/actors"
	"counterclaim/loaders/text"
)

// paper takes who wrote or holds the paper: "Mandiant's report", "a report by".
func (c *cast) paper(s *party, r text.Range, head int) {
	rest := text.Range{First: head + 1, Last: r.Last}
	if n := c.lastName(rest); n.Len() > 0 && c.Tokens[head+1].In("by", "from", "of") {
		c.named(s, n.Last-1, r, text.Range{})
		s.Why = "who made the " + c.Tokens[head].Lower
		return
	}
	if n := c.ownerOfPlace(text.Range{First: head + 1, Last: min(head+8, len(c.Tokens))}); n.Len() > 0 {
		inner := c.meaning(n, text.Range{})
		if inner.Actor != "" && inner.actor.Class != graph.Unnamed {
			c.fill(s, inner.actor, "on whose pages the "+c.Tokens[head].Lower+" stands")
			s.side, s.firm = inner.side, inner.firm
			return
		}
	}
	before := text.Range{First: r.First, Last: head}
	for before.Len() > 0 && (papers().Has(c.Tokens[before.Last-1].Lower) || c.Tokens[before.Last-1].In("'s", "news", "press", "new", "latest", "recent", "joint")) {
		before.Last--
	}
	if before.Len() > 0 && !(before.Len() == 1 && determiners.Has(c.Tokens[before.First].Lower)) && c.lastName(before).Len() > 0 {
		inner := c.meaning(before, text.Range{})
		c.fill(s, inner.actor, "whose "+c.Tokens[head].Lower+" it is")
		s.side, s.plural = inner.side, inner.plural
		return
	}
	if determiners.Has(c.Tokens[r.First].Lower) && c.Tokens[r.First].In("the", "this", "its", "their") {
		before := append(slices.Clone(c.sources), c.spoken...)
		for i := len(before) - 1; i >= 0; i-- {
			if slices.Contains(before[i].roles, c.Tokens[head].Lower) && before[i].Actor != "" {
				c.fill(s, before[i].actor, "the same "+c.Tokens[head].Lower+" as before")
				s.side = before[i].side
				return
			}
		}
	}
	c.unnamed(s, r)
	s.side = c.sideOfPaper(r, c.Tokens[head].Lower)
}

// ownerOfPlace returns who owns the page where a paper stands: "on the club's
// website".
func (c *cast) ownerOfPlace(r text.Range) text.Range {
	if r.Len() < 3 || !c.Tokens[r.First].In("on", "posted", "published") {
		return text.Range{}
	}
	for i := r.First + 1; i+1 < r.Last; i++ {
		if c.is(i, "'s") && c.Tokens[i+1].In("website", "site", "page", "account", "channel", "blog", "feed") {
			first := r.First + 1
			for first < i && preposition.Has(c.Tokens[first].Lower) {
				first++
			}
			return text.Range{First: first, Last: i}
		}
	}
	return text.Range{}
}

// sideOfPaper returns the side of who made a paper that the words do not name:
// "their complaint", "the study" behind "the group said in a report".
func (c *cast) sideOfPaper(r text.Range, word string) string {
	switch c.Tokens[r.First].Lower {
	case "its", "his", "her":
		return c.sideOfOwner(r.First)
	case "the", "this", "that":
	default:
		return ""
	}
	own := sort.Search(len(c.Sentences), func(k int) bool { return c.Sentences[k].Last > r.First })
	for k := own - 1; k >= 0 && k >= own-2; k-- {
		if side := c.sideOfWriter(c.Sentences[k], word); side != "" {
			return side
		}
	}
	return ""
}

// sideOfWriter returns the side of the last who speaks in a sentence that names
// such a paper.
func (c *cast) sideOfWriter(sentence text.Range, word string) string {
	paper := slices.ContainsFunc(c.Tokens[sentence.First:sentence.Last], func(t text.Token) bool {
		return t.Lower == word || inquiries.Has(t.Lower) && inquiries.Has(word)
	})
	start, end := c.Text.Span(sentence)
	for n := len(c.spoken) - 1; n >= 0 && paper; n-- {
		if last := &c.spoken[n]; last.Span.Start >= start && last.Span.End <= end && last.Actor != "" {
			return cmp.Or(last.side, last.Actor)
		}
	}
	return ""
}

// inquiries are papers that can be called by each other's names.
var inquiries = set("analysis audit dossier paper report research review study survey")

// government takes the country that stands before the noun: "the Chinese
// government", "the Obama administration", "the country".
func (c *cast) government(s *party, r text.Range, head int) {
	if n := c.lastName(text.Range{First: r.First, Last: head}); n.Len() > 0 {
		if side := c.sideOf(c.names[c.nameAt[n.First]].entity); side != "" {
			if a, ok := c.book.Actor(side); ok {
				c.fill(s, a, "the "+c.Tokens[head].Lower+" stands for the country")
				return
			}
		}
	}
	if n := c.countryBefore(r.First, ""); n >= 0 && c.Tokens[r.First].In("the", "its", "this") {
		c.fill(s, c.entities[n].actor, "the country named last before")
		return
	}
	c.unnamed(s, r)
}

// countryBefore returns the entity of the last country named before token i that
// is not the one of that ID, -1 for none.
func (c *cast) countryBefore(i int, not string) int {
	for k := len(c.names) - 1; k >= 0; k-- {
		n := c.names[k]
		e := &c.entities[n.entity]
		if n.First < i && e.actor.Class == graph.Country && e.actor.ID != not {
			return n.entity
		}
	}
	return -1
}

// organisationBefore returns the entity of the last organisation named before "the
// firm", "the interior ministry" that is called so, else, for a word that can mean
// any, of the last organisation of that sort; -1 for none. It is none of those with
// the IDs.
func (c *cast) organisationBefore(r text.Range, not ...string) int {
	word := c.Tokens[r.Last-1].Lower
	any := -1
	for k := len(c.names) - 1; k >= 0; k-- {
		n := c.names[k]
		e := &c.entities[n.entity]
		if n.First >= r.First || !e.organisation() || slices.Contains(not, e.actor.ID) {
			continue
		}
		if c.calledBy(e, r) {
			return n.entity
		}
		if any < 0 && genericNouns.Has(word) && canBeCalled(e, word) {
			any = n.entity
		}
	}
	return any
}

// canBeCalled reports whether an organisation whose name does not have the word can
// be meant by it: a ministry is no firm.
func canBeCalled(e *entity, word string) bool {
	kin, ok := alike[word]
	common, paper := !ok, false
	for _, name := range e.actor.Names {
		for _, w := range strings.Fields(strings.ToLower(name)) {
			if public.Has(w) && !public.Has(word) {
				return false
			}
			common = common || kin.Has(w)
			paper = paper || outlets.Has(w)
		}
	}
	return common && paper == outlets.Has(word)
}

// public are words in the names of organisations that sell nothing; outlets those
// of papers and broadcasters.
var (
	public  = set("agency authority bureau board ministry department commission court council university institute association union coalition committee police army office bureau parliament senate house administration federation party foundation charity group organisation organization watchdog regulator court tribunal board")
	outlets = set("newspaper times post herald journal gazette courier broadcaster news daily press tribune guardian wire")
)

// alike are the words in the names of those who can be called so, for words that
// mean no firm.
var alike = map[string]*text.Set{
	"charity":    set("charity foundation trust fund international society"),
	"foundation": set("foundation"),
	"union":      set("union association federation guild brotherhood"),
	"watchdog":   set("authority agency commission board office inspectorate watch"),
	"regulator":  set("authority agency commission board administration office"),
}

// genericNouns can mean any organisation.
var genericNouns = set("company firm group agency newspaper organisation organization maker giant carmaker automaker chipmaker planemaker manufacturer conglomerate insurer retailer lender airline miner drugmaker brewer start-up startup operator supplier club bank publisher studio utility landlord developer contractor charity union watchdog regulator foundation broadcaster")

// organisation takes "China's foreign ministry", or for "the ministry" the last
// organisation that can be called so.
func (c *cast) organisation(s *party, r text.Range, head int, apposition text.Range) {
	word := c.Tokens[head].Lower
	if n := c.lastName(apposition); n.Len() > 0 && n.Last == apposition.Last {
		c.named(s, n.Last-1, r, text.Range{})
		s.Why = "named beside the " + word
		return
	}
	if k := apposition.First; apposition.Len() == 1 && c.Tokens[k].Is(text.Capital) && c.nameAt[k] < 0 && !roles().Has(c.Tokens[k].Lower) {
		c.fill(s, c.book.Derive(c.Word(k)), "named beside the "+word) // "the dockers' union, Unity,"
		s.firm = true
		return
	}
	if n := c.lastName(text.Range{First: r.First, Last: head}); n.Len() > 0 && !(genericNouns.Has(word) && c.Tokens[r.First].In("the", "its") && c.names[c.nameAt[n.First]].form == actors.Adjective) {
		name := c.countryWord(n, true) + " " + c.Words(text.Range{First: skipPossessive(c.page, n.Last), Last: head + 1})
		if id, _, ok := c.book.Find(name); ok {
			a, _ := c.book.Actor(id)
			c.fill(s, a, "name with the country before it")
			return
		}
		c.fill(s, c.book.Derive(titled(name)), "named by its country and kind")
		s.side = c.sideOf(c.names[c.nameAt[n.First]].entity)
		return
	}
	if c.Tokens[r.First].In("the", "its", "this") {
		if e := c.organisationBefore(text.Range{First: r.First, Last: head + 1}); e >= 0 && head == r.Last-1 {
			c.fill(s, c.entities[e].actor, "the "+word+" named last before")
			s.side = c.sideOf(e)
			return
		}
	}
	c.unnamed(s, r)
}

// calledBy reports whether all words of "the interior ministry" are in a name of
// the organisation.
func (c *cast) calledBy(e *entity, r text.Range) bool {
	for _, name := range e.actor.Names {
		name = strings.ToLower(name)
		i := r.First + 1
		for i < r.Last && strings.Contains(name, c.Tokens[i].Lower) {
			i++
		}
		if i == r.Last {
			return true
		}
	}
	return false
}

func skipPossessive(p *page, i int) int {
	if p.is(i, "'s") || p.is(i, "'") {
		return i + 1
	}
	return i
}

// titled writes the words of a name with capitals.
func titled(name string) string {
	words := strings.Fields(name)
	for i, w := range words {
		if !preposition.Has(w) && w != "and" && w != "the" {
			words[i] = strings.ToUpper(w[:1]) + w[1:]
		}
	}
	return strings.Join(words, " ")
}

// countryWord returns the words of a name or, of a country, its adjective.
func (c *cast) countryWord(r text.Range, adjective bool) string {
	n := c.names[c.nameAt[r.First]]
	if e := &c.entities[n.entity]; adjective && e.actor.Class == graph.Country && n.form != actors.Adjective {
		if a := c.gazetteer.adjectives[e.actor.ID]; a != "" {
			return a
		}
	}
	return c.Words(r)
}
