package main

import (
	"cmp"
	"fmt"
	"io"
	"math"
	"slices"
)

// A model is a logistic regression over names that hold or not: the rule of a
// statement and its signs.
type model struct {
	mean  float64 // log odds of a rule that was never seen
	terms []*term
	seen  []observation
}

// A term is one name with its log odds.
type term struct {
	kind, name string
	weight     float64
	count      int
}

type observation struct {
	terms []*term
	right bool
}

// penalty holds a weight near 0, as a normal prior of variance 1/penalty does.
const penalty = 2.

func (m *model) add(rule string, signs []string, seen []bool, right bool) {
	o := observation{[]*term{m.term("rule", rule)}, right}
	for i, name := range signs {
		if t := m.term("sign", name); seen[i] {
			o.terms = append(o.terms, t)
		}
	}
	for _, t := range o.terms {
		t.count++
	}
	m.seen = append(m.seen, o)
}

func (m *model) term(kind, name string) *term {
	i := slices.IndexFunc(m.terms, func(t *term) bool { return t.kind == kind && t.name == name })
	if i < 0 {
		i = len(m.terms)
		m.terms = append(m.terms, &term{kind: kind, name: name})
	}
	return m.terms[i]
}

// fit finds the weights by Newton's method on one of them after the other, which
// needs no matrices and ends where all together do.
func (m *model) fit() {
	const rounds = 60
	of := map[*term][]int{}
	sums := make([]float64, len(m.seen))
	every := make([]int, len(m.seen))
	for i, o := range m.seen {
		every[i] = i
		for _, t := range o.terms {
			of[t] = append(of[t], i)
		}
	}
	for range rounds {
		m.step(&m.mean, every, sums, 0)
		for _, t := range m.terms {
			m.step(&t.weight, of[t], sums, penalty)
		}
	}
}

// step moves one weight that these observations have.
func (m *model) step(weight *float64, with []int, sums []float64, penalty float64) {
	slope, curve := -penalty**weight, penalty+1e-9
	for _, i := range with {
		p := likely(sums[i])
		slope -= p
		if m.seen[i].right {
			slope++
		}
		curve += p * (1 - p)
	}
	move := slope / curve
	*weight += move
	for _, i := range with {
		sums[i] += move
	}
}

func likely(logOdds float64) float64 { return 1 / (1 + math.Exp(-logOdds)) }

const head = `# How likely a statement is to be right, measured on annotated articles: its words
# are those that a person marked (half of them at least), and so is its speaker.
#
#   rule  share of right ones where no sign is seen  how often it fired  name
#   sign  what it multiplies the odds by             how often seen      name
#
# Written by go run ./loaders/article/calibrate, on PolNeAR's training articles.
`

func (m *model) write(w io.Writer) error {
	slices.SortStableFunc(m.terms, func(a, b *term) int {
		return cmp.Or(cmp.Compare(a.kind, b.kind), cmp.Compare(b.count, a.count), cmp.Compare(a.name, b.name))
	})
	out := head
	for _, t := range m.terms {
		if t.kind == "rule" {
			out += fmt.Sprintf("rule\t%.3f\t%d\t%s\n", likely(m.mean+t.weight), t.count, t.name)
		}
	}
	out += fmt.Sprintf("rule\t%.3f\t%d\t%s\n", likely(m.mean), 0, "any other rule")
	for _, t := range m.terms {
		if t.kind == "sign" {
			out += fmt.Sprintf("sign\t%.2f\t%d\t%s\n", math.Exp(t.weight), t.count, t.name)
		}
	}
	_, err := io.WriteString(w, out)
	return err
}
