package curated

import (
	"regexp"
	"slices"
	"strings"

	"github.com/goccy/go-yaml/ast"

	"counterclaim/graph"
)

// text returns the text of a key, the zero value where the key is not there.
func (t *tree) text(m mapping, key string) value {
	n := m.values[key]
	if n == nil {
		return value{}
	}
	return t.scalar(n, key)
}

// need is text for a key that must be there.
func (t *tree) need(m mapping, key string) value {
	if m.values[key] == nil {
		t.bad(m.at, "%s without %s; it is required", article(m.of), key)
	}
	return t.text(m, key)
}

// scalar returns a text as it is written, also where YAML reads it as a number or
// as yes and no: 2031 and 2031-05 are dates here.
func (t *tree) scalar(n ast.Node, what string) value {
	v := value{at: nodePlace(n)}
	switch n := n.(type) {
	case *ast.StringNode:
		v.text = strings.TrimSpace(n.Value)
	case *ast.LiteralNode:
		v.text = strings.TrimSpace(n.Value.Value)
	case *ast.IntegerNode, *ast.FloatNode, *ast.BoolNode, *ast.InfinityNode, *ast.NanNode:
		v.text = n.GetToken().Value
	case *ast.NullNode:
	default:
		t.bad(v.at, "%s is no text; allowed is a text, in quotation marks where it begins with one of [ { & * !", what)
		return v
	}
	if v.text == "" {
		t.bad(v.at, "%s is empty; allowed is a text, or no such key", what)
	}
	return v
}

// texts returns the texts of a key that can have one or a list.
func (t *tree) texts(m mapping, key string) []value {
	n := m.values[key]
	if n == nil {
		return nil
	}
	list, ok := n.(*ast.SequenceNode)
	if !ok {
		return []value{t.scalar(n, key)}
	}
	var out []value
	for _, n := range list.Values {
		out = append(out, t.scalar(n, key))
	}
	if len(out) == 0 {
		t.bad(nodePlace(n), "%s is an empty list; allowed is a text or more, or no such key", key)
	}
	return out
}

// list returns the members of a key that must have a list.
func (t *tree) list(m mapping, key string) []ast.Node {
	n := m.values[key]
	if n == nil {
		return nil
	}
	list, ok := n.(*ast.SequenceNode)
	if !ok {
		t.bad(nodePlace(n), "%s is no list; allowed is a list, each member after a hyphen", key)
		return nil
	}
	return list.Values
}

var kebabCase = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)

func (t *tree) kebab(v value, what string) {
	if v.text != "" && !kebabCase.MatchString(v.text) {
		t.bad(v.at, "%s %q; allowed are lower-case letters, digits and single hyphens between them", what, v.text)
	}
}

func (t *tree) date(m mapping, key string) graph.Date {
	v := t.text(m, key)
	if err := graph.Date(v.text).Validate(); err != nil {
		t.bad(v.at, "%s: %v", key, err)
	}
	return graph.Date(v.text)
}

// oneOf returns the text of a key that has one of the allowed words, or the first
// of them where the key is not there.
func (t *tree) oneOf(m mapping, key string, allowed ...string) string {
	v := t.text(m, key)
	if v == (value{}) {
		return allowed[0]
	}
	t.word(v, key, allowed)
	return v.text
}

func (t *tree) word(v value, what string, allowed []string) {
	if v.text != "" && !slices.Contains(allowed, v.text) {
		t.bad(v.at, "unknown %s %q; allowed are %s", what, v.text, strings.Join(allowed, ", "))
	}
}
