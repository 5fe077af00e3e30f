package queries

import (
	"fmt"
	"slices"
	"strings"

	"counterclaim/graph"

	"github.com/dop251/goja/ast"
)

// predicate looks up a text that stands where a predicate has to.
func (c *checker) predicate(t *ast.StringLiteral) (graph.Predicate, bool) {
	text := t.Value.String()
	name, bracketed := inner(text)
	p, known := graph.FindPredicate(name)
	switch {
	case !known:
		c.bad(t, "no predicate %q%s", text, suggestPredicate(name))
	case !bracketed:
		c.bad(t, "predicate %q is a text; write %q", text, "<"+text+">")
	}
	return p, known && bracketed
}

// hasNodes checks what has() compares with against what the predicate leads to.
func (c *checker) hasNodes(args []ast.Expression, p graph.Predicate, reverse bool) {
	classes := p.To
	if reverse {
		classes = p.From
	}
	if !isClass(classes[0]) {
		return // a text, a date or a number
	}
	c.nodes(args, fmt.Sprintf("has(%q)", "<"+p.Name+">"))
	for _, t := range texts(args) {
		name, _ := inner(t.Value.String())
		if class, ok := graph.ClassOf(name); ok && !slices.Contains(classes, class.Name) {
			c.bad(t, "<%s> leads to a %s, never to %q", p.Name, strings.Join(classes, " or "), t.Value)
		}
	}
}

// nodes checks arguments that have to be nodes.
func (c *checker) nodes(args []ast.Expression, verb string) {
	for _, a := range args {
		if dot, ok := a.(*ast.DotExpression); ok && isParams(dot.Left) {
			c.bad(a, "%s wants a node, params.%s is a text; write iri(params.%[2]s)", verb, dot.Identifier.Name)
		}
	}
	for _, t := range texts(args) {
		c.seen[t] = true
		text := t.Value.String()
		name, bracketed := inner(text)
		if !bracketed {
			c.bad(t, `%s wants a node, %q is a text; write "<%[2]s>", or str(%[2]q) where a text is meant`, verb, text)
		} else if problem := nodeProblem(name); problem != "" {
			c.bad(t, "%s", problem)
		}
	}
}

// function checks the arguments of iri("..."), which have no brackets, and of
// nodesInto(nodes, predicate), as of countInto.
func (c *checker) function(name string, args []ast.Expression) {
	if (name == "nodesInto" || name == "countInto") && len(args) > 1 {
		for _, t := range texts(args[1:]) {
			c.seen[t] = true
			c.predicate(t)
		}
	}
	if name != "iri" {
		return
	}
	for _, t := range texts(args) {
		c.seen[t] = true
		name := t.Value.String()
		if _, ok := graph.FindPredicate(name); ok {
			continue
		}
		if problem := nodeProblem(name); problem != "" {
			c.bad(t, "%s", problem)
		}
	}
}

// anyText checks a text in brackets wherever it stands.
func (c *checker) anyText(t *ast.StringLiteral) {
	name, bracketed := inner(t.Value.String())
	if !bracketed || strings.ContainsAny(name, " \t\n<>") || name == "actors" {
		return // "actors" labels the facts about actors
	}
	if _, ok := graph.FindPredicate(name); ok {
		return
	}
	if !strings.Contains(name, ":") {
		c.bad(t, "no predicate %q%s", t.Value, suggestPredicate(name))
	} else if problem := nodeProblem(name); problem != "" {
		c.bad(t, "%s", problem)
	}
}
