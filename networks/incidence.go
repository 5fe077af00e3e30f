package networks

import (
	"cmp"
	"slices"
	"strings"

	"counterclaim/graph"
)

// A count is how many positions affirm and how many reject, and from when to when.
type count struct {
	positive, negative int
	first, last        graph.Date
}

func (c *count) add(agrees bool, when graph.Date) {
	if agrees {
		c.positive++
	} else {
		c.negative++
	}
	c.span(when, when)
}

// span widens the dates to those of which the first and the last day are outermost.
func (c *count) span(first, last graph.Date) {
	if first != "" && (c.first == "" || first < c.first) {
		c.first = first // "2013" comes before all days of 2013
	}
	if c.last == "" || last != "" && ends(last) > ends(c.last) {
		c.last = last
	}
}

// ends returns a date to compare by its last day.
func ends(d graph.Date) graph.Date {
	const after graph.Date = "9999-99-99" // comes after all days that begin alike
	return d + after[min(len(d), len(after)):]
}

func (c count) all() int { return c.positive + c.negative }

// An incidence is how often each row takes a position on each column, and which: the
// array of DNA's createArray, without its zeros.
type incidence struct {
	rows map[string]map[string]*count // by row and column
	left map[Why]int
}

// tally counts the positions that the options let count. With a concept as the unit the
// rows are the concepts and the columns the actors.
func tally(positions []graph.Position, o Options) incidence {
	in := incidence{rows: map[string]map[string]*count{}, left: map[Why]int{}}
	seen := map[duplicate]bool{}
	for i := range positions {
		p := &positions[i]
		row := unitOf(p, o.By)
		for _, column := range objectsOf(p, o) {
			switch {
			case row == "" || column == "":
				in.left[Unnamed]++
			case seen[duplicateOf(p, row, column, o)]:
				in.left[Duplicate]++
			default:
				if o.Duplicates != CountAll {
					seen[duplicateOf(p, row, column, o)] = true
				}
				in.at(row, column).add(p.Agrees(), p.When())
			}
		}
	}
	return in
}

func (in *incidence) at(row, column string) *count {
	if in.rows[row] == nil {
		in.rows[row] = map[string]*count{}
	}
	if in.rows[row][column] == nil {
		in.rows[row][column] = &count{}
	}
	return in.rows[row][column]
}

// unitOf returns the node that the position counts for, "" where the source names none.
func unitOf(p *graph.Position, by Unit) string {
	switch by {
	case BySide:
		return p.Statement.Side
	case ByOutlet:
		return outletID(p.Document.Publisher)
	case ByConcept:
		return p.Concept.ID
	}
	return p.Statement.Speaker.Actor
}

// outletID returns the node of a publisher, one for all spellings of its name.
func outletID(name string) string {
	if name == "" {
		return ""
	}
	return "outlet:" + strings.TrimPrefix(graph.ActorID(name), "actor:")
}

// objectsOf returns what the position is a position on.
func objectsOf(p *graph.Position, o Options) []string {
	switch {
	case o.Kind == ActorKind:
		ids := make([]string, len(p.Statement.Kinds))
		for i, k := range p.Statement.Kinds {
			ids[i] = "kind:" + string(k)
		}
		return ids
	case o.By == ByConcept:
		return []string{unitOf(p, ByActor)}
	}
	return []string{p.Concept.ID}
}

// A duplicate is what two positions have in common of which only one counts.
type duplicate struct {
	row, column, within string
	agrees              bool
}

// duplicateOf returns what the position must not have in common with an earlier one.
// As in DNA, agreement tells two apart unless the network ignores it; a month is here
// one of its year, where DNA takes the Marches of all years for one.
func duplicateOf(p *graph.Position, row, column string, o Options) duplicate {
	d := duplicate{row: row, column: column, agrees: p.Agrees() || o.Kind == ActorKind}
	if o.Kind == ActorConcept && o.Agreement == Ignore {
		d.agrees = true
	}
	switch o.Duplicates {
	case PerDocument:
		d.within = p.Document.ID
	case PerMonth:
		d.within = string(cmp.Or(p.When().Month(), p.When()))
	case PerYear:
		d.within = string(p.When())[:min(len("2006"), len(p.When()))]
	}
	return d
}

// sorted returns the keys of a map in order.
func sorted[V any](m map[string]V) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}
