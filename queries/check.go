package queries

// What is checked in a script before it runs, because Cayley would pass it over
// in silence: a misspelt predicate or node gives no rows, a bare text is not a
// node, out() without a predicate gives too many.

import (
	"errors"
	"slices"
	"strings"

	"counterclaim/graph"

	"github.com/dop251/goja/ast"
	"github.com/dop251/goja/parser"
)

// predicateVerbs take a predicate, or a list of them, first.
var predicateVerbs = []string{"in", "out", "both", "has", "hasr", "save", "saver", "saveopt", "saveoptr", "followrecursive"}

// walkVerbs go to another node; without a predicate they would go everywhere.
var walkVerbs = []string{"in", "out", "both"}

// tagVerbs name a column: the value is the argument from which the names stand.
var tagVerbs = map[string]int{"tag": 0, "as": 0, "save": 1, "saver": 1, "saveopt": 1, "saveoptr": 1, "in": 1, "out": 1, "both": 1}

// sureVerbs are those of lib.js that leave out statements below min_confidence, besides
// those of takings.
var sureVerbs = []string{"statements", "contrasts"}

// A form is where a script comes from, which decides what it must have.
type form string

const (
	headed     form = "a file with a header" // which declares parameters and columns
	bare       form = "a script"             // whose parameters are those that it mentions
	cellScript form = "a notebook's cell"    // which may return nothing
)

// A checker walks through one script.
type checker struct {
	*Query
	*problems
	form    form
	program *ast.Program
	seen    map[*ast.StringLiteral]bool // dealt with in its place
	words   map[string]int              // how often each text, name and key stands in the script
	tags    []*ast.StringLiteral
	returns bool // all() or emit() is called
	open    bool // an emitted value's keys cannot be told from the script
	params  map[string]bool
	whole   int    // how often params is handed on as it is: find(params)
	surely  bool   // a verb is called that leaves out statements that are not sure
	picks   string // what picked() or answered() picks
}

// check reports what is wrong with the query's script. For one without a header
// it also makes the parameters.
func check(q *Query, form form, errs *problems) {
	program, err := parser.ParseFile(nil, q.Path, q.Script, 0, parser.WithDisableSourceMaps)
	if err != nil {
		var list parser.ErrorList
		if errors.As(err, &list) && len(list) > 0 {
			errs.add(list[0].Position.Line, list[0].Position.Column, "%s", list[0].Message)
		} else {
			errs.add(1, 0, "%v", err)
		}
		return
	}
	c := &checker{Query: q, problems: errs, form: form, program: program,
		seen: map[*ast.StringLiteral]bool{}, words: map[string]int{}, params: map[string]bool{}}
	walk(program.Body, c.visit)
	c.finish()
	if form != headed {
		q.Takes = c.picks
		q.take()
	}
	if c.surely {
		q.share(leastConfidence)
	}
}

func (c *checker) bad(at ast.Node, format string, args ...any) {
	p := c.program.File.Position(int(at.Idx0()) - c.program.File.Base())
	c.add(p.Line, p.Column, format, args...)
}

// visit sees every node of the script, the outer before the inner.
func (c *checker) visit(n ast.Node) {
	switch n := n.(type) {
	case *ast.CallExpression:
		if verb, ok := n.Callee.(*ast.DotExpression); ok {
			c.call(n, verb)
		} else if f, ok := n.Callee.(*ast.Identifier); ok {
			c.pick(n, f.Name.String())
			c.function(f.Name.String(), n.ArgumentList)
		}
	case *ast.NewExpression:
		if f, ok := n.Callee.(*ast.Identifier); ok && f.Name == "Date" && len(n.ArgumentList) == 0 {
			c.bad(n, "new Date() reads the clock; take the day as a parameter")
		}
	case *ast.Identifier:
		if isParams(n) {
			c.whole++
		}
	case *ast.DotExpression:
		c.words[n.Identifier.Name.String()]++
		c.paramUse(n)
	case *ast.PropertyShort:
		c.words[n.Name.Name.String()]++
	case *ast.StringLiteral:
		c.words[n.Value.String()]++
		if !c.seen[n] {
			c.anyText(n)
		}
	}
}

// pick notes that the script calls a verb by which the caller's parameters pick.
func (c *checker) pick(n ast.Node, verb string) {
	t, ok := takingOf(func(t taking) bool { return slices.Contains(t.verbs, verb) })
	if !ok {
		return
	}
	if c.form == headed && c.Takes != t.name {
		c.bad(n, "%s() picks by parameters that the header does not take; write // takes: %s", verb, t.name)
	}
	c.picks, c.surely = t.name, true
	c.whole++ // the verb has all the parameters
}

func (c *checker) call(n *ast.CallExpression, verb *ast.DotExpression) {
	name := strings.ToLower(verb.Identifier.Name.String())
	root, _ := verb.Left.(*ast.Identifier)
	c.surely = c.surely || slices.Contains(sureVerbs, verb.Identifier.Name.String())
	onGraph := root != nil && (root.Name == "g" || root.Name == "graph")
	switch {
	case onGraph && (name == "iri" || name == "uri"):
		c.bad(verb, `g.%s is not for short names; write iri("actor:name")`, verb.Identifier.Name)
	case onGraph && (name == "v" || name == "vertex"):
		c.nodes(n.ArgumentList, "g.V")
	case name == "is" && (root == nil || root.Name != "Object"):
		c.nodes(n.ArgumentList, "is")
	case root != nil && (root.Name == "Date" && name == "now" || root.Name == "Math" && name == "random"):
		c.bad(verb, "%s.%s gives another answer each time; take the value as a parameter", root.Name, verb.Identifier.Name)
	case name == "emit" && onGraph, name == "show":
		c.emitted(n.ArgumentList)
	case name == "all" || name == "getlimit":
		c.returns = true
	case name == "has" && len(n.ArgumentList) == 1 && !strings.HasPrefix(literal(n.ArgumentList[0]), "<"):
		return // a Map's or Set's
	case slices.Contains(predicateVerbs, name):
		c.predicateCall(n, verb, name)
	}
	if from, ok := tagVerbs[name]; ok && len(n.ArgumentList) > from {
		for _, tag := range texts(n.ArgumentList[from:]) {
			c.seen[tag] = true
			c.tags = append(c.tags, tag)
			if tag.Value == "id" {
				c.bad(tag, `Cayley itself tags the end of a walk as "id"; choose another tag`)
			}
		}
	}
}

func (c *checker) predicateCall(n *ast.CallExpression, verb *ast.DotExpression, name string) {
	args := n.ArgumentList
	if slices.Contains(walkVerbs, name) && (len(args) == 0 || isNothing(args[0])) {
		c.bad(&verb.Identifier, "%s() without a predicate goes everywhere; name one", verb.Identifier.Name)
	}
	if len(args) == 0 {
		return
	}
	var known []graph.Predicate
	for _, t := range texts(args[:1]) {
		c.seen[t] = true
		if p, ok := c.predicate(t); ok {
			known = append(known, p)
		}
	}
	if (name == "has" || name == "hasr") && len(known) == 1 {
		c.hasNodes(args[1:], known[0], name == "hasr")
	}
}

// emitted notes whether the keys of what is emitted stand in the script.
func (c *checker) emitted(args []ast.Expression) {
	c.returns = true
	if len(args) == 0 {
		return
	}
	object, ok := args[0].(*ast.ObjectLiteral)
	if !ok {
		c.open = true
		return
	}
	for _, p := range object.Value {
		if _, spread := p.(*ast.SpreadElement); spread {
			c.open = true
		}
	}
}

func (c *checker) paramUse(n *ast.DotExpression) {
	if !isParams(n.Left) {
		return
	}
	name := n.Identifier.Name.String()
	c.params[name] = true
	c.whole-- // its name is counted by itself
	if _, known := c.param(name); known {
		return
	}
	if c.form == headed {
		c.bad(n, "params.%s is not declared; %s", name, c.paramNames())
		return
	}
	c.Params = append(c.Params, Param{Name: name, Type: Text})
}

// finish checks what only the whole script shows.
func (c *checker) finish() {
	last := strings.Count(strings.TrimRight(c.Script, "\n"), "\n") + 1
	if !c.returns && c.form != cellScript {
		c.add(last, 0, "nothing is returned; end in .all(), .show({...}) or g.emit({...})")
	}
	if c.form != headed || len(c.Columns) == 0 {
		return
	}
	if t, ok := takingOf(func(t taking) bool { return t.name == c.Takes }); ok && c.picks == "" {
		c.add(1, 0, "takes: %s, but the script never calls %s()", t.name, t.verbs[0])
		c.whole++ // once is enough
	}
	for _, p := range c.Params {
		if !c.params[p.Name] && c.whole == 0 {
			c.add(1, 0, "param %s: the script never uses params.%s", p.Name, p.Name)
		}
	}
	for _, col := range c.Columns {
		if c.words[col.Name] == 0 && !c.open {
			c.add(1, 0, "column %s: the script never sets it", col.Name)
		}
	}
	names := make([]string, len(c.Columns))
	for i, col := range c.Columns {
		names[i] = col.Name
	}
	for _, t := range c.tags {
		tag := t.Value.String()
		if c.column(tag) < 0 && c.words[tag] == 1 {
			c.bad(t, "tag %q is no column and used nowhere%s", tag, suggest(tag, names))
		}
	}
}
