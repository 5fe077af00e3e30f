package cmd

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"counterclaim/graph"
	"counterclaim/graph/store"
)

// showDocument prints a document, its text with the statements marked, and the
// list of them.
func showDocument(ctx context.Context, db *store.Store, p *page, id string) error {
	coding, _, err := db.Coding(ctx, id)
	if err != nil {
		return err
	}
	d := coding.Document
	slices.SortStableFunc(coding.Statements, inOrderOfText)
	p.print(p.as(bold, d.ID) + "\n\n")
	p.fact("title", printable(d.Title))
	p.fact("publisher", printable(d.Publisher))
	p.fact("author", printable(d.Author))
	p.fact("published", string(d.Published))
	p.fact("url", printable(d.URL))
	p.fact("name", d.Name)
	p.fact("read by", d.Format)
	if d.Text != "" {
		p.print("\n")
		p.text(2, p.highlight(printable(d.Text), 0, len(d.Text), numbered(coding.Statements)))
	}
	p.title(count(len(coding.Statements), "statement", "statements"))
	called, numbers := names(coding.Actors), map[string]int{}
	for i, s := range coding.Statements {
		numbers[s.ID] = i + 1
	}
	for _, s := range coding.Statements {
		p.listed(numbers[s.ID], s, called, d.Text == "")
		contrasts, err := db.Contrasts(ctx, s.ID)
		if err != nil {
			return err
		}
		p.answers(s.ID, contrasts, numbers)
	}
	return p.err
}

// inOrderOfText puts statements without a place in the text first, in the order
// that they have.
func inOrderOfText(a, b graph.Statement) int {
	start := func(s graph.Statement) int {
		if len(s.Content) == 0 {
			return -1
		}
		return s.Content[0].Start
	}
	return cmp.Compare(start(a), start(b))
}

// numbered marks the words of every statement, with its number ahead of them.
func numbered(statements []graph.Statement) []mark {
	var marks []mark
	for i, s := range statements {
		for j, span := range s.Content {
			m := mark{Span: span}
			if j == 0 {
				m.before = fmt.Sprintf("[%d] ", i+1)
			}
			marks = append(marks, m)
		}
	}
	return marks
}

func (p *page) listed(number int, s graph.Statement, called map[string]string, words bool) {
	who := called[s.Speaker.Actor]
	if who == "" {
		who = nobody
	}
	p.text(2, fmt.Sprintf("[%d] %s: %s  %s", number, who, join(s.Kinds), p.as(faint, s.ID)))
	if words {
		p.text(6, printable(s.Text))
	}
}

// answers prints what the statement answers, a line a relation: by its number where
// it is in the same document, else by its ID.
func (p *page) answers(id string, contrasts []graph.Contrast, numbers map[string]int) {
	claims := map[graph.Relation][]string{}
	for _, c := range contrasts {
		if c.Counter != id {
			continue
		}
		claim := c.Claim
		if n, here := numbers[claim]; here {
			claim = fmt.Sprintf("[%d]", n)
		}
		claims[c.Relation] = append(claims[c.Relation], claim)
	}
	for _, row := range graph.Relations {
		if all := claims[row.Relation]; len(all) > 0 {
			p.text(6, p.as(underline, string(row.Relation))+" "+strings.Join(all, ", "))
		}
	}
}

// count returns the number with its noun.
func count(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}
