package article

import (
	"slices"
	"strings"

	"counterclaim/graph"
	"counterclaim/loaders/text"
)

// A reading is what one found statement means.
type reading struct {
	*page
	cast       *cast
	f          *found
	who        party
	marks      []text.Hit // words of the lists in the content
	harm       []string
	targetSide string
	earlier    []graph.Statement // the statements before
	before     *graph.Statement  // the one before in the same sentence, nil for none
	by         *found            // what takes up this implied claim, nil for none
	people     []graph.Actor     // whom its words mean besides the speaker
	wrong      party             // who is said to have done wrong
	wrongFound bool              // whether one has looked for who that is
	acts       party             // who is the subject of the first verb
	actsFound  bool              // whether one has looked for who that is
}

// statements reads all that was found, in order.
func (c *cast) statements() ([]graph.Statement, []graph.Actor) {
	c.findReported()
	main := c.mainHarm()
	out := make([]graph.Statement, 0, len(c.found))
	said := map[string]graph.Date{}
	r := &reading{}
	for i := range c.found {
		*r = reading{page: c.page, cast: c, f: &c.found[i], earlier: out, marks: r.marks[:0], people: r.people[:0]}
		var via []graph.Mention
		for _, v := range r.f.via {
			reporter := c.meaning(v, text.Range{})
			c.note(reporter.actor)
			c.sources = append(c.sources, reporter)
			via = append(via, reporter.Mention)
		}
		if r.f.implicit && i+1 < len(c.found) {
			r.by = &c.found[i+1]
		}
		r.who = c.speaker(r.f)
		r.takesClientsSide()
		c.parties = append(c.parties, r.who)
		c.note(r.who.actor)
		if i > 0 && c.found[i-1].sentence == r.f.sentence {
			r.before = &out[i-1]
		}
		out = append(out, r.statement(main))
		s := &out[i]
		for _, a := range r.people {
			c.note(a)
		}
		s.Via = via
		s.Confidence, _ = Confidence(s, c.Source)
		if len(s.About) == 0 && r.f.same && i > 0 {
			s.About = out[i-1].About
		}
		// a person's words in one article are of one occasion unless it says
		// otherwise; an organisation's where they stand together
		if s.Said == "" && (r.who.person() || i > 0 && out[i-1].Speaker.Actor == s.Speaker.Actor) {
			s.Said = said[s.Speaker.Actor]
		}
		said[s.Speaker.Actor] = s.Said
	}
	c.answer(out)
	for k := range c.entities {
		if e := &c.entities[k]; !e.known {
			c.note(e.actor)
		}
	}
	return distinct(out), c.actorsOf(out)
}

func (r *reading) statement(main string) graph.Statement {
	f := r.f
	for _, c := range f.content {
		r.marks = marks().Find(r.marks, r.Text, c)
	}
	about, harm := r.about(main)
	r.harm = harm
	kinds := r.kinds()
	switch {
	case f.rule == rejoinderRule && f.answers >= 0 && f.answers < len(r.earlier):
		about = slices.Clone(r.earlier[f.answers].About)
	case len(harm) == 0 && takesTopic(kinds):
		about = append(about, "concept:"+main)
	}
	target, targetSide := r.target(kinds)
	r.targetSide = targetSide
	s := graph.Statement{
		Document: r.doc.ID, Kinds: kinds, Speaker: r.who.Mention, Side: r.who.side,
		Target: target, TargetSide: targetSide, Victim: r.victim(kinds, target), About: sorted(about),
		Cue: r.span(f.cue), Mode: r.mode(), Certainty: r.certainty(), Polarity: polarity(kinds),
		Said: r.said(f.sentence), Rule: f.rule,
	}
	for i, c := range f.content {
		s.Content = append(s.Content, r.span(r.withThat(c, i)))
		if s.Text != "" {
			s.Text += " … "
		}
		s.Text += oneLine(r.Words(c))
	}
	if last := len(r.earlier) - 1; s.Said == "" && last >= 0 && r.saidTheDayBefore(f.sentence) {
		if day, end := r.earlier[last].Said.Days(); !day.IsZero() && day == end {
			s.Said = graph.Date(day.AddDate(0, 0, -1).Format("2006-01-02"))
		}
	}
	s.ID = graph.StatementID(r.doc.ID, s.Content)
	s.Mentions, s.Amounts = r.mentions(&s), r.amounts()
	return s
}

// withThat returns part i of a content with the "that" that leads into it, which
// annotators count among the words said. The statement's text goes without.
func (p *page) withThat(c text.Range, i int) text.Range {
	that := c.First - 1
	for that > c.First-3 && that > 0 && (p.Tokens[that].Is(text.Open) || p.is(that, ",")) {
		that-- // that "the boat sank"
	}
	if i == 0 && p.is(that, "that") && !p.quoted(that) {
		c.First = that
	}
	return c
}

// oneLine folds the white space of s.
func oneLine(s string) string {
	for i := range len(s) {
		if c := s[i]; c <= ' ' && (c == '\n' || c == '\t' || c == '\r' || c == ' ' && i > 0 && s[i-1] == ' ') {
			return strings.Join(strings.Fields(s), " ")
		}
	}
	return s
}

// mode tells how much of the content stands in quotation marks: nearly all,
// something, nothing. What a transcript has needs none.
func (r *reading) mode() graph.Mode {
	if r.f.rule == turnRule {
		return graph.Direct
	}
	words, quoted := 0, 0
	for _, c := range r.f.content {
		for i := c.First; i < c.Last; i++ {
			if r.Tokens[i].Is(text.Word) {
				words++
				if r.quoted(i) {
					quoted++
				}
			}
		}
	}
	switch {
	case quoted == 0:
		return graph.Indirect
	case quoted*10 >= words*9:
		return graph.Direct
	}
	return graph.Mixed
}

// answer notes which statements take up a claim in their own words.
func (p *page) answer(out []graph.Statement) {
	for i, f := range p.found {
		if f.answers < 0 {
			continue
		}
		relation := graph.Denies
		switch f.class {
		case dispute:
			relation = graph.Doubts
		case refuse:
			relation = graph.Refuses
		}
		out[i].Answers = append(out[i].Answers, graph.Answer{Claim: out[f.answers].ID, Relation: relation, Note: "its own words take up the claim"})
	}
}

// actorsOf returns the actors that the statements refer to, with those that they
// act for.
func (c *cast) actorsOf(all []graph.Statement) []graph.Actor {
	var ids []string
	for i := range all {
		ids = all[i].AppendActorIDs(ids)
	}
	ids = sorted(ids)
	out := c.book.Closure(ids...)
	for _, id := range ids {
		if _, known := c.book.Actor(id); !known {
			out = append(out, c.people[id])
		}
	}
	slices.SortFunc(out, func(a, b graph.Actor) int { return strings.Compare(a.ID, b.ID) })
	return out
}

// sorted returns the strings in order, each once.
func sorted(s []string) []string {
	slices.Sort(s)
	return slices.Compact(s)
}
