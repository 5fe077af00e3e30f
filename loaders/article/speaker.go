package article

import (
	"slices"
	"strings"

	"counterclaim/graph"
	"counterclaim/loaders/actors"
	"counterclaim/loaders/text"
)

// A party is who some words mean: an actor, with the reason.
type party struct {
	graph.Mention
	actor  graph.Actor // zero where the words name nobody
	side   string      // where the actor alone does not tell: from the words around
	roles  []string    // what it was called
	plural bool
	human  bool // called by what a person does: "an official"
}

// person reports whether "he" or "she" can mean the party.
func (s *party) person() bool {
	return s.actor.Class == graph.Person || s.actor.Class == graph.Unnamed && s.human && !s.plural
}

// A cast is the speakers of an article so far, for "she", "the ministry
// spokesman", "the official".
type cast struct {
	*page
	spoken  []party
	sources []party           // who reported, for "according to the release"
	gender  map[string]string // of actors, as pronouns have shown it
}

// speaker tells who is meant by the subject of a statement.
func (c *cast) speaker(f *found) party {
	if f.same && len(c.spoken) > 0 {
		s := c.spoken[len(c.spoken)-1]
		s.Why = "the quotation goes on: speaker of the sentence before"
		s.Words, s.Span = "", graph.Span{}
		return s
	}
	if f.subject.Len() == 0 {
		return party{}
	}
	s := c.meaning(f.subject, f.apposition)
	if !f.implicit {
		c.spoken = append(c.spoken, s)
	}
	return s
}

// meaning tells whom the words mean; apposition is what is said of them.
func (c *cast) meaning(r, apposition text.Range) party {
	s := party{Mention: graph.Mention{Words: c.Words(r), Span: c.span(r)}}
	head := c.head(r)
	h := &c.Tokens[head]
	switch {
	case r.Len() == 1 && (pronouns[h.Lower] || h.In("both", "him", "her", "them")):
		c.pronoun(&s, h.Lower)
	case c.isPair(r):
		c.pair(&s, r)
	case c.nameAt[head] >= 0:
		c.named(&s, head, r, apposition)
	case papers().Has(h.Lower):
		c.paper(&s, r, head)
	case h.In("sides", "countries", "governments", "nations", "parties", "leaders") && c.dual(r):
		c.bothSides(&s, r)
	case governments().Has(h.Lower):
		c.government(&s, r, head)
	case organisations().Has(h.Lower):
		c.organisation(&s, r, head, apposition)
	case roles().Has(h.Lower):
		c.role(&s, r, head, apposition)
	case h.Is(text.Capital) && !c.starts(head):
		c.newName(&s, r, head, apposition)
	case h.Is(text.Capital) && r.Len() == 1 && !stopwords().Has(h.Lower):
		c.newName(&s, r, head, apposition)
	default:
		c.unnamed(&s, r)
	}
	s.side = c.sideFrom(&s, r, apposition)
	s.roles = append(s.roles, c.lowerWords(r)...)
	return s
}

func (c *cast) lowerWords(r text.Range) []string {
	var out []string
	for i := r.First; i < r.Last; i++ {
		out = append(out, c.Tokens[i].Lower)
	}
	return out
}

// head returns the token that carries a noun phrase: the last before the first
// preposition that is not inside a name.
func (c *cast) head(r text.Range) int {
	head := r.First
	for i := r.First; i < r.Last; i++ {
		t := &c.Tokens[i]
		if c.nameAt[i] < 0 && i > r.First && (preposition[t.Lower] || t.In("who", "which", "that", ",", "(")) {
			break
		}
		if t.Is(text.Word) && t.Lower != "'s" {
			head = i
		}
	}
	return head
}

func (c *cast) fill(s *party, a graph.Actor, why string) {
	s.actor, s.Actor, s.Why = a, a.ID, why
}

// pronoun takes the last speaker that fits, not the last one mentioned.
func (c *cast) pronoun(s *party, word string) {
	for i := len(c.spoken) - 1; i >= 0; i-- {
		prev := &c.spoken[i]
		if prev.Actor != "" && c.fits(prev, word) {
			roles := prev.roles
			c.fill(s, prev.actor, "pronoun: the last speaker who can be \""+word+"\"")
			c.learn(prev.Actor, word)
			s.side, s.plural, s.roles = prev.side, prev.plural, roles
			return
		}
	}
	if word == "he" || word == "she" {
		for k := len(c.names) - 1; k >= 0; k-- {
			n := c.names[k]
			e := &c.entities[n.entity]
			if c.Tokens[n.First].Start < s.Span.Start && e.person() && genderFits(e.gender, word) {
				c.fill(s, e.actor, "pronoun: the last person named")
				s.side = c.sideOf(n.entity)
				return
			}
		}
	}
}

func (c *cast) fits(s *party, word string) bool {
	switch word {
	case "he", "she", "him", "her":
		gender := c.gender[s.Actor]
		if _, _, g, ok := c.book.Person(s.Actor); ok && g != "" {
			gender = g
		}
		return s.person() && genderFits(gender, word)
	case "they", "them", "both":
		return s.plural || s.actor.Class == graph.Organisation || s.actor.Class == graph.Group
	case "it":
		return !s.plural && (s.actor.Class == graph.Organisation || s.actor.Class == graph.Country)
	}
	return true
}

// learn notes that an actor was called "he" or "she", so that the other pronoun
// means somebody else from then on.
func (c *cast) learn(actor, word string) {
	switch word {
	case "he":
		c.gender[actor] = "m"
	case "she":
		c.gender[actor] = "f"
	}
}

func genderFits(gender, word string) bool {
	return gender == "" || gender == "f" == (word == "she" || word == "her")
}

// isPair reports whether the words are two names joined by "and".
func (c *cast) isPair(r text.Range) bool {
	for i := r.First + 1; i+1 < r.Last; i++ {
		if c.Tokens[i].Lower == "and" && c.nameAt[i] < 0 && c.nameAt[i-1] >= 0 {
			k := i + 1
			for k < r.Last && c.nameAt[k] < 0 && !preposition[c.Tokens[k].Lower] {
				k++
			}
			return k < r.Last && c.nameAt[k] >= 0 && c.formAt(i-1) == c.formAt(k) && c.formAt(k) != actors.Adjective
		}
	}
	return false
}

func (c *cast) formAt(i int) actors.Form { return c.names[c.nameAt[i]].form }

func (c *cast) pair(s *party, r text.Range) {
	var names []string
	var members []graph.ActsFor
	for i := r.First; i < r.Last; i++ {
		k := c.nameAt[i]
		if k < 0 || i > r.First && c.nameAt[i-1] == k {
			continue
		}
		e := &c.entities[c.names[k].entity]
		names = append(names, e.actor.Name())
		if side := c.sideOf(c.names[k].entity); side != "" {
			members = append(members, graph.ActsFor{Actor: side})
		}
	}
	c.group(s, names, members, "both are named")
}

// group makes one actor of several.
func (c *cast) group(s *party, names []string, members []graph.ActsFor, why string) {
	slices.Sort(names)
	names = slices.Compact(names)
	slices.SortFunc(members, func(a, b graph.ActsFor) int { return strings.Compare(a.Actor, b.Actor) })
	members = slices.Compact(members)
	name := strings.Join(names, " and ")
	a := graph.Actor{ID: graph.ActorID(name), Names: []string{name}, Class: graph.Group}
	c.fill(s, a, why)
	s.plural = true
	if len(members) == 1 {
		s.side = members[0].Actor
	}
}

// dual reports whether the words mean two: "both sides", "the two countries".
func (c *cast) dual(r text.Range) bool {
	for i := r.First; i < r.Last; i++ {
		if c.Tokens[i].In("both", "two") {
			return true
		}
	}
	return false
}

// bothSides takes the two countries that the article has named most often so far.
func (c *cast) bothSides(s *party, r text.Range) {
	count := map[int]int{}
	for _, n := range c.names {
		if c.entities[n.entity].actor.Class == graph.Country && n.First < r.First {
			count[n.entity]++
		}
	}
	var order []int
	for e := range count {
		order = append(order, e)
	}
	slices.SortFunc(order, func(a, b int) int {
		if count[a] != count[b] {
			return count[b] - count[a]
		}
		return a - b
	})
	if len(order) < 2 {
		c.unnamed(s, r)
		return
	}
	names := []string{c.entities[order[0]].actor.Name(), c.entities[order[1]].actor.Name()}
	c.group(s, names, nil, "the two countries named most often before")
}

// named takes the entity named at the head.
func (c *cast) named(s *party, head int, r, apposition text.Range) {
	n := c.names[c.nameAt[head]]
	e := &c.entities[n.entity]
	why := "full name"
	switch {
	case n.form == actors.Capital:
		why = "the place stands for its government"
	case n.form == actors.Adjective:
		why = "adjective of the country"
	case !n.full && c.Tokens[n.First].Lower == e.family:
		why = "family name of " + e.actor.Name()
	case !n.full:
		why = "given name of " + e.actor.Name()
	}
	c.fill(s, e.actor, why)
	s.roles = e.roles
	s.side = c.sideOf(n.entity)
}

// paper takes who wrote or holds the paper: "Mandiant's report", "a report by".
func (c *cast) paper(s *party, r text.Range, head int) {
	rest := text.Range{First: head + 1, Last: r.Last}
	if n := c.lastName(rest); n.Len() > 0 && c.Tokens[head+1].In("by", "from", "of") {
		c.named(s, n.Last-1, r, text.Range{})
		s.Why = "who made the " + c.Tokens[head].Lower
		return
	}
	before := text.Range{First: r.First, Last: head}
	for before.Len() > 0 && (papers().Has(c.Tokens[before.Last-1].Lower) || c.Tokens[before.Last-1].In("'s", "news", "press", "new", "latest", "recent", "joint")) {
		before.Last--
	}
	if before.Len() > 0 && !(before.Len() == 1 && determiners[c.Tokens[before.First].Lower]) && c.lastName(before).Len() > 0 {
		inner := c.meaning(before, text.Range{})
		c.fill(s, inner.actor, "whose "+c.Tokens[head].Lower+" it is")
		s.side, s.plural = inner.side, inner.plural
		return
	}
	if determiners[c.Tokens[r.First].Lower] && c.Tokens[r.First].In("the", "this", "its", "their") {
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
}

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

// organisation takes "China's foreign ministry", or for "the ministry" the last
// organisation that can be called so.
func (c *cast) organisation(s *party, r text.Range, head int, apposition text.Range) {
	word := c.Tokens[head].Lower
	if n := c.lastName(apposition); n.Len() > 0 && n.Last == apposition.Last {
		c.named(s, n.Last-1, r, text.Range{})
		s.Why = "named beside the " + word
		return
	}
	if n := c.lastName(text.Range{First: r.First, Last: head}); n.Len() > 0 {
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
		for k := len(c.names) - 1; k >= 0; k-- {
			n := c.names[k]
			e := &c.entities[n.entity]
			generic := r.Len() == 2 && (word == "company" || word == "firm" || word == "group" || word == "agency" || word == "newspaper" || word == "organisation" || word == "organization")
			if n.First < r.First && e.actor.Class == graph.Organisation && (generic || strings.Contains(strings.ToLower(e.actor.Name()), word)) {
				c.fill(s, e.actor, "the "+word+" named last before")
				s.side = c.sideOf(n.entity)
				return
			}
		}
	}
	c.unnamed(s, r)
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
		if !preposition[w] && w != "and" && w != "the" {
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

// role takes the person who was called so: "the ministry spokesman".
func (c *cast) role(s *party, r text.Range, head int, apposition text.Range) {
	if n := c.lastName(apposition); n.Len() > 0 && c.entities[c.names[c.nameAt[n.First]].entity].person() {
		c.named(s, n.Last-1, r, text.Range{})
		s.Why = "named beside the role"
		return
	}
	if n := c.nextPerson(r); n >= 0 {
		c.fill(s, c.entities[n].actor, "named beside the role")
		s.side, s.roles = c.sideOf(n), c.entities[n].roles
		return
	}
	if c.Tokens[r.First].In("the", "this", "that") {
		if c.lastCalled(s, r, head) {
			return
		}
	}
	c.unnamed(s, r)
}

// nextPerson returns the entity of "a spokeswoman for the ministry, NAME,".
func (c *cast) nextPerson(r text.Range) int {
	if !c.is(r.Last, ",") || r.Last+1 >= len(c.Tokens) {
		return -1
	}
	k := c.nameAt[r.Last+1]
	if k < 0 || !c.entities[c.names[k].entity].person() || !c.is(c.names[k].Last, ",") {
		return -1
	}
	return c.names[k].entity
}

// lastCalled finds the last speaker, then the last person named, of whom all
// role words were said.
func (c *cast) lastCalled(s *party, r text.Range, head int) bool {
	role := c.Tokens[head].Lower
	for i := len(c.spoken) - 1; i >= 0; i-- {
		prev := &c.spoken[i]
		if prev.Actor != "" && prev.person() && slices.Contains(prev.roles, role) {
			c.fill(s, prev.actor, "the last speaker called "+role)
			s.side, s.roles = prev.side, prev.roles
			return true
		}
	}
	for k := len(c.names) - 1; k >= 0; k-- {
		n := c.names[k]
		e := &c.entities[n.entity]
		if n.First < r.First && e.person() && slices.Contains(e.roles, role) {
			c.fill(s, e.actor, "the last person called "+role)
			s.side, s.roles = c.sideOf(n.entity), e.roles
			return true
		}
	}
	return false
}

// newName makes an actor of capitalised words that no list has.
func (c *cast) newName(s *party, r text.Range, head int, apposition text.Range) {
	first := head
	for first > r.First && c.Tokens[first-1].Is(text.Capital) && c.nameAt[first-1] < 0 && !determiners[c.Tokens[first-1].Lower] {
		first--
	}
	c.fill(s, c.book.Derive(c.Words(text.Range{First: first, Last: head + 1})), "named here")
}

// unnamed makes an actor of this article alone.
func (c *cast) unnamed(s *party, r text.Range) {
	for r.Len() > 1 && determiners[c.Tokens[r.First].Lower] {
		r.First++
	}
	last := r.First
	for last < r.Last && !c.Tokens[last].In("who", "which", "that", ",") {
		last++
	}
	name := "unnamed " + strings.Join(strings.Fields(c.Words(text.Range{First: r.First, Last: max(last, r.First+1)})), " ")
	a := graph.Actor{ID: graph.ActorID(name) + "-" + strings.TrimPrefix(c.doc.ID, "doc:"), Names: []string{name}, Class: graph.Unnamed}
	head := c.Tokens[c.head(r)].Lower
	s.plural, s.human = collectives().Has(head), roles().Has(head)
	c.fill(s, a, "not named")
}

// sideFrom returns on whose side the party is, by its own words where the actor
// does not tell: "a White House official".
func (c *cast) sideFrom(s *party, r, apposition text.Range) string {
	if s.Actor == "" {
		return ""
	}
	if side := c.book.Side(s.Actor, c.doc.Published); side != "" {
		return side
	}
	if _, known := c.book.Actor(s.Actor); known || s.side != "" || s.actor.Class == graph.Group {
		return s.side
	}
	if apposition.Len() > 0 && c.Tokens[apposition.First].In("who", "which") {
		apposition = text.Range{}
	}
	for _, words := range []text.Range{r, apposition} {
		for i := words.First; i < words.Last; i++ {
			if k := c.nameAt[i]; k >= 0 {
				if side := c.sideOf(c.names[k].entity); side != "" {
					return side
				}
			}
		}
	}
	return ""
}
