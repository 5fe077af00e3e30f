package actors

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"
	"github.com/goccy/go-yaml/token"
)

type position struct{ line, column int }

func positionOf(n ast.Node) position { return tokenPosition(n.GetToken()) }

func tokenPosition(t *token.Token) position {
	if t == nil || t.Position == nil {
		return position{1, 1}
	}
	return position{max(1, t.Position.Line), max(1, t.Position.Column)}
}

// reader walks a YAML tree and collects everything that is wrong with it.
type reader struct {
	path string
	errs []error
}

func (r *reader) fail(at position, format string, args ...any) {
	r.errs = append(r.errs, fmt.Errorf("%s:%d:%d: %s", r.path, at.line, at.column, fmt.Sprintf(format, args...)))
}

// deepest is how deep brackets may be nested: the format needs four levels, and the
// time of the YAML parser grows with the square of the depth.
const deepest = 100

// nesting returns how deep brackets are nested, at most.
func nesting(data []byte) int {
	depth, most := 0, 0
	for _, b := range data {
		switch b {
		case '[', '{':
			depth++
			most = max(most, depth)
		case ']', '}':
			depth = max(0, depth-1)
		}
	}
	return most
}

// document returns the tree of a file with exactly one YAML document, or nil.
func (r *reader) document(data []byte) ast.Node {
	if nesting(data) > deepest {
		r.fail(position{1, 1}, "brackets nested more than %d deep; allowed are lists of texts", deepest)
		return nil
	}
	file, err := parser.ParseBytes(data, 0)
	var syntax yaml.Error
	switch {
	case errors.As(err, &syntax):
		r.fail(tokenPosition(syntax.GetToken()), "%s; allowed is YAML", syntax.GetMessage())
	case err != nil:
		r.fail(position{1, 1}, "%v; allowed is YAML", err)
	case len(file.Docs) == 0 || file.Docs[0].Body == nil:
		r.fail(position{1, 1}, "no YAML; allowed is one document")
	case len(file.Docs) > 1:
		r.fail(position{1, 1}, "%d YAML documents; allowed is one", len(file.Docs))
	default:
		return file.Docs[0].Body
	}
	return nil
}

// mapping calls each for every key of a mapping whose key is among the allowed.
func (r *reader) mapping(n ast.Node, allowed []string, each func(key string, value ast.Node)) {
	m, ok := n.(ast.MapNode)
	if !ok {
		r.fail(positionOf(n), "no keys; allowed are %s", strings.Join(allowed, ", "))
		return
	}
	seen := map[string]bool{}
	for pairs := m.MapRange(); pairs.Next(); {
		key := pairs.Key().GetToken().Value
		switch {
		case !slices.Contains(allowed, key):
			r.fail(positionOf(pairs.Key()), "unknown key %q; allowed are %s", key, strings.Join(allowed, ", "))
		case seen[key]:
			r.fail(positionOf(pairs.Key()), "key %q comes twice; allowed is once", key)
		default:
			each(key, pairs.Value())
		}
		seen[key] = true
	}
}

// sequence calls each for every member of a list.
func (r *reader) sequence(n ast.Node, each func(ast.Node)) {
	s, ok := n.(*ast.SequenceNode)
	if !ok {
		r.fail(positionOf(n), "not a list; allowed is a list")
		return
	}
	for _, v := range s.Values {
		each(v)
	}
}

// text returns a text as it is written, also where YAML reads it as a number:
// 2013-03 and 2013 are dates here.
func (r *reader) text(n ast.Node) string {
	switch n := n.(type) {
	case *ast.StringNode:
		return strings.TrimSpace(n.Value)
	case *ast.IntegerNode, *ast.FloatNode, *ast.BoolNode:
		return n.GetToken().Value
	}
	r.fail(positionOf(n), "not a text; allowed is a text on one line")
	return ""
}

// texts returns the texts of a list.
func (r *reader) texts(n ast.Node) []string {
	var out []string
	r.sequence(n, func(n ast.Node) {
		if t := r.text(n); t != "" {
			out = append(out, t)
		}
	})
	return out
}
