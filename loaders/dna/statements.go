package dna

import (
	"cmp"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"counterclaim/graph"
	"counterclaim/loaders/actors"
)

// A coder turns a table into codings and looks its names up.
type coder struct {
	*table
	book    *actors.Book
	name    string            // of the file
	ids     map[string]row    // statements by ID
	numbers map[string]string // their IDs by their numbers in the list
	cast
}

// codings returns a coding for each document.
func (c *coder) codings() []graph.Coding {
	sources := c.sources()
	c.number(sources)
	var out []graph.Coding
	for _, s := range sources {
		c.cast = newCast(s.Name)
		coding := graph.Coding{Document: s.Document}
		for _, r := range s.rows {
			coding.Statements = append(coding.Statements, c.statement(r, &s.Document))
		}
		coding.Actors = append(c.book.Closure(c.named...), slices.Collect(maps.Values(c.made))...)
		slices.SortFunc(coding.Actors, func(a, b graph.Actor) int { return strings.Compare(a.ID, b.ID) })
		out = append(out, coding)
	}
	return out
}

var statementIDForm = regexp.MustCompile(`^st:[^\s<>"{}|\\^` + "`" + `\x00-\x1f]+$`)

// number gives each statement its ID: that of its own column, or one of its document and
// its number in the list.
func (c *coder) number(sources []*source) {
	c.ids, c.numbers = map[string]row{}, map[string]string{}
	for _, s := range sources {
		for _, r := range s.rows {
			number, id := c.cell(r, statementID), c.cell(r, ownID)
			switch {
			case id != "" && !statementIDForm.MatchString(id):
				c.bad(c.at(r, ownID), "id %q; allowed is st: and a name without spaces, quotes or brackets, or nothing", id)
			case id == "" && slug(number) == "":
				c.bad(c.at(r, statementID), "a statement without %s; it is required", statementID)
				continue
			case id == "":
				id = "st:" + strings.TrimPrefix(s.ID, "doc:") + "/" + slug(number)
			}
			if first, twice := c.ids[id]; twice {
				c.bad(c.at(r, statementID), "statement %s comes twice, first in line %d; allowed is once", cmp.Or(number, id), first.at[0].line)
				continue
			}
			c.ids[id] = r
			if number != "" {
				c.numbers[number] = id
			}
		}
	}
}

// idOf returns the ID of the statement in the row.
func (c *coder) idOf(r row, d *graph.Document) string {
	return cmp.Or(c.cell(r, ownID), "st:"+strings.TrimPrefix(d.ID, "doc:")+"/"+slug(c.cell(r, statementID)))
}

func (c *coder) statement(r row, d *graph.Document) graph.Statement {
	c.positions(r)
	out := graph.Statement{
		ID:         c.idOf(r, d),
		Document:   d.ID,
		Kinds:      c.kinds(r),
		About:      c.about(r),
		Text:       cmp.Or(c.cell(r, words), c.cell(r, textOf), c.cell(r, concept)),
		Mode:       graph.Curated,
		Certainty:  graph.Certainty(c.oneOf(r, certainty, string(graph.Firm), string(graph.Hedged))),
		Polarity:   c.polarity(r),
		Said:       c.saidOn(r, d),
		Confidence: c.confidence(r),
		Rule:       cmp.Or(c.cell(r, rule), graph.CoderRule),
	}
	if out.Text == "" {
		c.bad(c.at(r, textOf), "a statement without text and %s; one of them is required", concept)
	}
	c.people(r, &out, cmp.Or(out.Said, d.Published))
	out.Answers = c.answers(r, out.ID)
	return out
}

// kinds returns what the statement does; DNA does not tell, which makes it an assertion.
func (c *coder) kinds(r row) []graph.Kind {
	names := make([]string, len(graph.Kinds))
	for i, k := range graph.Kinds {
		names[i] = string(k.Kind)
	}
	var out []graph.Kind
	for _, k := range c.list(r, kinds) {
		if !slices.Contains(names, k) {
			c.bad(c.at(r, kinds), "unknown kind %q; allowed are %s", k, strings.Join(names, ", "))
		}
		out = append(out, graph.Kind(k))
	}
	if len(out) == 0 {
		return []graph.Kind{graph.Assertion}
	}
	return graph.SortKinds(out)
}

var topic = regexp.MustCompile(`^(concept|incident):[\p{L}\p{N}]+(-[\p{L}\p{N}]+)*$`)

// about returns what the statement takes a position on.
func (c *coder) about(r row) []string {
	if c.has(about) {
		out := c.list(r, about)
		for _, id := range out {
			if !topic.MatchString(id) {
				c.bad(c.at(r, about), "about %q; allowed are concept: or incident: and words joined by hyphens, several apart by |", id)
			}
		}
		slices.Sort(out)
		return slices.Compact(out)
	}
	name := c.cell(r, concept)
	if name == "" {
		return nil
	}
	id := slug(name)
	if id == "" {
		c.bad(c.at(r, concept), "concept %q has no letter; allowed is a text", name)
		return nil
	}
	return []string{"concept:" + id}
}

// polarity reads the agreement, which DNA writes as 1 and 0, and R as TRUE and FALSE.
func (c *coder) polarity(r row) graph.Polarity {
	switch value := c.cell(r, agreement); strings.ToLower(value) {
	case "1", "true", "yes", "":
		return graph.Affirms
	case "0", "false", "no":
		return graph.Rejects
	default:
		c.bad(c.at(r, agreement), "agreement %q; allowed are 1, true and yes, and 0, false and no", value)
		return graph.Affirms
	}
}

// oneOf returns a word that is among the allowed, the first of them for an empty cell.
func (c *coder) oneOf(r row, column string, allowed ...string) string {
	value := cmp.Or(c.cell(r, column), allowed[0])
	if !slices.Contains(allowed, value) {
		c.bad(c.at(r, column), "unknown %s %q; allowed are %s", column, value, strings.Join(allowed, ", "))
	}
	return value
}

// confidence reads how many of such statements are right; of hand-coded ones all are.
func (c *coder) confidence(r row) float64 {
	value := c.cell(r, confidence)
	if value == "" {
		return 1
	}
	n, err := strconv.ParseFloat(value, 64)
	if err != nil || !(n >= 0 && n <= 1) {
		c.bad(c.at(r, confidence), "confidence %q; allowed are 0 to 1, such as 0.7", value)
		return 1
	}
	return n
}

// positions checks where the words stand.
func (c *coder) positions(r row) {
	var at [2]int
	for i, column := range []string{startPosition, stopPosition} {
		value := c.cell(r, column)
		if value == "" {
			return
		}
		n, err := strconv.Atoi(value)
		if err != nil || n < 0 {
			c.bad(c.at(r, column), "%s %q; allowed is a whole number from 0, or nothing", column, value)
			return
		}
		at[i] = n
	}
	if at[0] >= at[1] {
		c.bad(c.at(r, stopPosition), "a statement from %d to %d; allowed is an end behind its start", at[0], at[1])
	}
}

var answerForm = regexp.MustCompile(`^(\S+) (\S+?)(?:: (.*))?$`)

// answers reads what the statement answers: "denies st:...: the reason". A number names
// a statement of this list.
func (c *coder) answers(r row, id string) []graph.Answer {
	var out []graph.Answer
	for _, a := range c.list(r, answers) {
		m := answerForm.FindStringSubmatch(a)
		if m == nil {
			c.bad(c.at(r, answers), "answer %q; allowed is a relation, a statement and a reason, as in \"denies 12: the reason\"", a)
			continue
		}
		answer := graph.Answer{Claim: cmp.Or(c.numbers[m[2]], m[2]), Relation: graph.Relation(m[1]), Note: m[3]}
		switch {
		case !answer.Relation.Known():
			c.bad(c.at(r, answers), "unknown relation %q; allowed are %s", m[1], relations())
		case c.numbers[m[2]] == "" && !statementIDForm.MatchString(m[2]):
			c.bad(c.at(r, answers), "no statement %q in this list; allowed is one of its numbers, or an id: st:...", m[2])
		case answer.Claim == id:
			c.bad(c.at(r, answers), "statement %s answers itself; allowed is another one", m[2])
		case slices.ContainsFunc(out, func(o graph.Answer) bool { return o.Claim == answer.Claim && o.Relation == answer.Relation }):
			c.bad(c.at(r, answers), "%s %s comes twice; allowed is once", m[1], m[2])
		default:
			out = append(out, answer)
		}
	}
	return out
}

func relations() string {
	var names []string
	for _, r := range graph.Relations {
		names = append(names, fmt.Sprint(r.Relation))
	}
	return strings.Join(names, ", ")
}
