package plots

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"counterclaim/graph"
)

// timeline draws a lane for each actor or side, a mark for each statement where its
// date lies, and an arrow from each answer to its claim.
func timeline(s *graph.Selection, o Options) (Picture, error) {
	t := newChart(s, o)
	p := newPage("Who said what when, by " + string(o.By))
	p.legend("Statements", kindSamples(s))
	p.legend("Answers", relationSamples(t.links))
	t.layOut(p)
	p.y = t.bottom
	t.scale(p)
	for i := range t.links {
		t.link(p, &t.links[i])
	}
	for _, one := range t.marks {
		t.mark(p, one)
	}
	t.quote(p)
	return p.finish(s, t.notes()...), nil
}

// A chart is the statements of a timeline, and where they stand.
type chart struct {
	selection *graph.Selection
	groups
	axis
	lanes       []lane
	marks       []*mark // in the order of the statements
	byID        map[string]*mark
	links       []graph.Contrast // those that are drawn
	radius      float64
	pitch       float64 // from one mark to the next
	left, right float64 // of the axis
	apart       float64 // where statements of no known month begin, 0 without any
	top, bottom float64
}

// A mark is one statement.
type mark struct {
	*graph.Position
	lane   int
	x, y   float64
	number int // by which it is quoted below, 0 where it is not
}

const (
	laneLabels  = 208
	apartWide   = 84
	mostLinks   = 100
	mostQuotes  = 8
	allQuoted   = 12 // of so few statements each is quoted
	fewMarks    = 60 // so many can be larger
	deepest     = 5  // marks of one day on top of one another, before they go to the side
	laneSpace   = 12
	headingRoom = 17
)

func newChart(s *graph.Selection, o Options) *chart {
	t := &chart{
		selection: s, groups: groupBy(s, o, func(*graph.Position) int { return 1 }), byID: map[string]*mark{},
		left: margin + laneLabels, right: pageWidth - margin - 6, radius: 4.2, pitch: 11,
	}
	if len(s.Positions) <= fewMarks {
		t.radius, t.pitch = 5.5, 14
	}
	for i := range s.Positions {
		m := &mark{Position: &s.Positions[i], lane: t.of(&s.Positions[i])}
		t.marks = append(t.marks, m)
		t.byID[m.Statement.ID] = m
	}
	t.links = strongest(s.Contrasts, mostLinks)
	t.number()
	return t
}

// strongest returns the contrasts with the highest scores, at most so many, in their
// order.
func strongest(all []graph.Contrast, most int) []graph.Contrast {
	if len(all) <= most {
		return all
	}
	byScore := slices.Clone(all)
	slices.SortStableFunc(byScore, func(a, b graph.Contrast) int {
		if a.Relation.Equal() != b.Relation.Equal() { // answers come first
			return map[bool]int{true: 1, false: -1}[a.Relation.Equal()]
		}
		return cmp.Compare(b.Score(), a.Score())
	})
	least := map[string]bool{}
	for _, c := range byScore[:most] {
		least[c.ID()] = true
	}
	return slices.DeleteFunc(byScore, func(c graph.Contrast) bool { return !least[c.ID()] })
}

// number numbers the statements that are quoted: all of few, of many those that most
// answers go to.
func (t *chart) number() {
	answers := map[*mark]int{}
	for _, c := range t.selection.Contrasts {
		if !c.Relation.Equal() {
			answers[t.byID[c.Claim]]++
		}
	}
	quoted := t.marks
	if len(t.marks) > allQuoted {
		quoted = slices.DeleteFunc(slices.Clone(t.marks), func(m *mark) bool { return answers[m] == 0 })
		slices.SortStableFunc(quoted, func(a, b *mark) int { return cmp.Compare(answers[b], answers[a]) })
		quoted = quoted[:min(mostQuotes, len(quoted))]
	}
	n := 0
	for _, m := range t.marks {
		if slices.Contains(quoted, m) {
			n++
			m.number = n
		}
	}
}

// mark draws a statement, and the days that its date can mean where these are many.
func (t *chart) mark(p *page, m *mark) {
	style := kindStyles[m.Statement.Kinds[0]]
	p.add(style.mark(m.x, m.y, t.radius, says(t.selection, m.Position)))
	if m.number > 0 {
		number := p.words(fmt.Sprint(m.number), m.x+t.radius+2, m.y+3.5, smallSize, Start)
		number.Bold, number.Halo = true, true
	}
}

// says returns what a pointer on a statement reads.
func says(s *graph.Selection, p *graph.Position) string {
	kinds := make([]string, len(p.Statement.Kinds))
	for i, k := range p.Statement.Kinds {
		kinds[i] = string(k)
	}
	parts := []string{s.Name(p.Statement.Speaker.Actor) + " (" + strings.Join(kinds, ", ") + "): " + p.Words}
	where := []string{}
	for _, word := range []string{string(p.When()), p.Document.Publisher, p.Statement.ID} {
		if word != "" {
			where = append(where, word)
		}
	}
	return strings.Join(append(parts, strings.Join(where, ", ")), "\n")
}

// quote lists the statements that have numbers.
func (t *chart) quote(p *page) {
	p.y = t.bottom + 10
	for _, m := range t.marks {
		if m.number == 0 {
			continue
		}
		p.y += 16
		p.words(fmt.Sprint(m.number), margin+14, p.y, textSize, End).Bold = true
		words := cmp.Or(string(m.When()), "no date") + "  " + t.selection.Name(m.Statement.Speaker.Actor) + ": " + m.Words
		p.label(words, margin+22, p.y, textSize, pageWidth-2*margin-22, Start)
	}
}

func (t *chart) notes() []string {
	notes := []string{"A statement stands at the day when it was said or, where that is unknown, published; of several kinds the first in the list gives its mark."}
	arrows := slices.ContainsFunc(t.links, func(c graph.Contrast) bool { return !c.Relation.Equal() })
	if arrows {
		notes = append(notes, "An arrow leads from an answer to its claim.")
	}
	if len(t.axis.parts) > 1 {
		notes = append(notes, "Where the axis is broken, nothing was said for long.")
	}
	if t.wide() {
		notes = append(notes, "A bar under a mark spans the month of which no day is known.")
	}
	if left := len(t.selection.Contrasts) - len(t.links); left > 0 {
		notes = append(notes, fmt.Sprintf("The %d contrasts with the highest scores are drawn, %d are not.", len(t.links), left))
	}
	if numbered := slices.ContainsFunc(t.marks, func(m *mark) bool { return m.number > 0 }); numbered && len(t.marks) > allQuoted {
		notes = append(notes, "Quoted are the claims that most answers go to.")
	}
	return append(notes, t.unnamedNote(), t.others(t.by.withMost("statements")))
}

// wide reports whether a date is a month.
func (t *chart) wide() bool {
	return slices.ContainsFunc(t.marks, func(m *mark) bool { return placed(m.When()) && m.When() == m.When().Month() })
}
