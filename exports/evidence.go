package exports

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"counterclaim/graph"
)

// A Sheet is what an evidence sheet shows, whatever it is written in: each statement in
// its own words and where they stand, who says them and why that is who it is, what it
// answers and what answers it, and why.
type Sheet struct {
	Caption string
	Items   []Item
	Sources []graph.Document
}

// An Item is one statement.
type Item struct {
	Number     int
	ID, Anchor string
	Speaker    string
	Side       string // "" where the speaker is a side of their own
	When       string
	Kinds      []graph.Kind
	Quote      []Run // the words in their context, or a coder's words
	Coded      bool  // the words are a coder's
	Document   graph.Document
	Facts      []Fact
	Groups     []Group
}

// A Run is a stretch of text, of the statement or of its context.
type Run struct {
	Text string
	Said bool
}

// A Fact is one thing that is known of a statement, both to read.
type Fact struct{ Label, Value string }

// A Group has the contrasts of one sort: what the statement answers, what answers it.
type Group struct {
	Title   string
	Answers []Answer
}

// An Answer is the statement at the other end of a contrast.
type Answer struct {
	Relation graph.Relation
	Speaker  string
	Words    string
	ID       string
	Number   int    // of the statement on this sheet, 0 where it is not on it
	Anchor   string // the same
	Source   string
	Score    string // with what the contrast rests on
	Reasons  []graph.Reason
}

// NewSheet puts a sheet together of all the statements in their order.
func NewSheet(c *Content) *Sheet {
	s := &Sheet{Caption: c.Caption(), Sources: documents(c)}
	numbers := map[string]int{}
	for i := range c.Positions {
		numbers[c.Positions[i].Statement.ID] = i + 1
	}
	around := map[string][]graph.Contrast{} // by either end
	for _, contrast := range c.Around.Contrasts {
		around[contrast.Counter] = append(around[contrast.Counter], contrast)
		around[contrast.Claim] = append(around[contrast.Claim], contrast)
	}
	for i := range c.Positions {
		it := newItem(c, &c.Positions[i], i+1)
		it.Groups = groups(&c.Around, it.ID, around[it.ID], numbers)
		s.Items = append(s.Items, it)
	}
	return s
}

// newItem puts an item together, but for its groups.
func newItem(c *Content, p *graph.Position, number int) Item {
	st, text := &p.Statement, c.Texts[p.Document.ID]
	out := Item{
		Number: number, ID: st.ID, Anchor: anchor(number), Speaker: cmp.Or(nameOf(&c.Selection, st.Speaker.Actor), "unnamed"),
		When: string(st.Said), Kinds: st.Kinds, Document: p.Document,
	}
	if st.Side != st.Speaker.Actor {
		out.Side = nameOf(&c.Selection, st.Side)
	}
	if _, ok := whole(st, text); ok {
		out.Quote = inContext(text, st.Content)
	} else {
		out.Quote, out.Coded = []Run{{st.Text, true}}, true
	}
	out.Facts = facts(c, p)
	return out
}

func anchor(number int) string {
	if number == 0 {
		return ""
	}
	return fmt.Sprintf("statement-%d", number)
}

// mostContext is how much of a paragraph is shown on either side, in bytes.
const mostContext = 400

// inContext returns the paragraphs in which the spans stand, cut where they are long.
func inContext(text string, spans []graph.Span) []Run {
	first, last := spans[0].Start, spans[len(spans)-1].End
	from := strings.LastIndexByte(text[:first], '\n') + 1
	to := len(text)
	if i := strings.IndexByte(text[last:], '\n'); i >= 0 {
		to = last + i
	}
	var out []Run
	if from < first-mostContext {
		from = wordFrom(text, first-mostContext)
		out = append(out, Run{Text: "… "})
	}
	cut := to > last+mostContext
	if cut {
		to = wordFrom(text, last+mostContext)
	}
	at := from
	for _, s := range spans {
		out = append(out, Run{Text: text[at:s.Start]}, Run{s.Of(text), true})
		at = s.End
	}
	out = append(out, Run{Text: text[at:to]})
	if cut {
		out = append(out, Run{Text: "…"})
	}
	return slices.DeleteFunc(out, func(r Run) bool { return r.Text == "" })
}

// wordFrom returns where the next word begins, or the next character where that is far.
func wordFrom(text string, at int) int {
	for !utf8.RuneStart(text[at]) {
		at++
	}
	const far = 40
	if i := strings.IndexByte(text[at:min(len(text), at+far)], ' '); i >= 0 {
		return at + i + 1
	}
	return at
}

// facts say how it is known.
func facts(c *Content, p *graph.Position) []Fact {
	st := &p.Statement
	var out []Fact
	add := func(label, value string) {
		if value != "" {
			out = append(out, Fact{label, value})
		}
	}
	add("Speaker", mention(c, st.Speaker))
	for _, m := range st.Via {
		add("Reported by", mention(c, m))
	}
	add("Directed at", mention(c, st.Target))
	add("Who suffers", mention(c, st.Victim))
	add("About", about(p))
	add("Values", strings.ReplaceAll(list(st.Amounts), separator, ", "))
	add("Manner", fmt.Sprintf("%s, %s", st.Mode, st.Certainty))
	add("Place", places(st, c.Texts[p.Document.ID]))
	if st.Rule == graph.CoderRule {
		add("Found by", "a person")
	} else {
		add("Found by", fmt.Sprintf("the rule “%s”, which makes it right with a confidence of %.2f", st.Rule, st.Confidence))
	}
	return out
}

// about says what the statement takes a position on, and which; nothing where that is
// what it says itself.
func about(p *graph.Position) string {
	position := "affirms"
	if !p.Agrees() {
		position = "rejects"
	}
	switch {
	case p.Concept.ID == p.Statement.ID:
		return ""
	case strings.HasPrefix(p.Concept.ID, "st:"):
		return fmt.Sprintf("the claim “%s” (%s)", strings.Trim(p.Concept.Name, "“”"), position)
	}
	return fmt.Sprintf("%s (%s)", p.Concept.Name, position)
}

// mention says who is meant, by which words, and why these mean that actor.
func mention(c *Content, m graph.Mention) string {
	name := cmp.Or(nameOf(&c.Selection, m.Actor), m.Words)
	switch {
	case m == (graph.Mention{}):
		return ""
	case m.Why == "" || m.Span.Empty() && m.Words == name:
		return name
	case m.Words == "":
		return fmt.Sprintf("%s (%s)", name, m.Why)
	}
	return fmt.Sprintf("%s: “%s” (%s)", name, m.Words, m.Why)
}

// places says where in the text the words stand, in characters.
func places(st *graph.Statement, text string) string {
	if _, ok := whole(st, text); !ok {
		return "the article's text is not here; the words are the coder's"
	}
	var out []string
	for _, span := range st.Content {
		start := utf8.RuneCountInString(text[:span.Start])
		out = append(out, fmt.Sprintf("%d to %d", start, start+utf8.RuneCountInString(span.Of(text))))
	}
	return "characters " + strings.Join(out, ", ")
}

// groups returns what the statement answers, what answers it and what says the same.
func groups(around *graph.Selection, id string, contrasts []graph.Contrast, numbers map[string]int) []Group {
	out := []Group{{Title: "Answers"}, {Title: "Answered by"}, {Title: "Said elsewhere too"}}
	for _, contrast := range contrasts {
		other, i := contrast.Claim, 0
		if contrast.Claim == id {
			other, i = contrast.Counter, 1
		}
		if contrast.Relation.Equal() {
			i = 2
		}
		p, ok := around.Position(other)
		if !ok {
			continue
		}
		out[i].Answers = append(out[i].Answers, Answer{
			Relation: contrast.Relation, Speaker: cmp.Or(nameOf(around, p.Statement.Speaker.Actor), "unnamed"), Words: p.Words,
			ID: other, Number: numbers[other], Anchor: anchor(numbers[other]), Source: citation(p.Document),
			Score: fmt.Sprintf("%.2f, %s", contrast.Score(), contrast.Basis), Reasons: contrast.Because,
		})
	}
	return slices.DeleteFunc(out, func(g Group) bool { return len(g.Answers) == 0 })
}

// citation returns who published the document, when, and under which title.
func citation(d graph.Document) string {
	var parts []string
	for _, s := range []string{d.Publisher, string(d.Published), d.Title} {
		if s != "" {
			parts = append(parts, s)
		}
	}
	return cmp.Or(strings.Join(parts, ", "), d.Name, d.ID)
}
