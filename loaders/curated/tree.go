package curated

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"
	"github.com/goccy/go-yaml/token"
)

// place is where something stands in a file, both from 1.
type place struct{ line, column int }

// A value is one text of a file. The zero value is one that is not there.
type value struct {
	text string
	at   place
}

// A mapping is a mapping of a file with its values by key.
type mapping struct {
	of     string // what it says something about: "statement"
	at     place
	values map[string]ast.Node
}

// A tree walks the YAML of one file and collects everything that is wrong.
type tree struct {
	path   string
	faults []fault
}

type fault struct {
	at   place
	says string
}

func (t *tree) bad(at place, format string, args ...any) {
	t.faults = append(t.faults, fault{at, fmt.Sprintf(format, args...)})
}

// err returns the faults in the order of the file, one a line, or nil.
func (t *tree) err() error {
	slices.SortStableFunc(t.faults, func(a, b fault) int {
		return cmp.Or(cmp.Compare(a.at.line, b.at.line), cmp.Compare(a.at.column, b.at.column))
	})
	var errs []error
	for _, f := range t.faults {
		errs = append(errs, fmt.Errorf("%s:%d:%d: %s", t.path, f.at.line, f.at.column, f.says))
	}
	return errors.Join(errs...)
}

// deepest is how deep brackets may be nested. The format needs one level, and the
// time of the YAML parser grows with the square of the depth.
const deepest = 100

// root returns the tree of the file's only YAML document, or nil.
func (t *tree) root(data []byte) ast.Node {
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	if nesting(data) > deepest {
		t.bad(place{1, 1}, "brackets nested more than %d deep; allowed are lists of texts", deepest)
		return nil
	}
	file, err := parser.ParseBytes(data, 0)
	var syntax yaml.Error
	switch {
	case errors.As(err, &syntax):
		t.bad(placeOf(syntax.GetToken()), "%s", syntaxFault(syntax.GetMessage()))
	case err != nil:
		t.bad(place{1, 1}, "%v; allowed is YAML", err)
	case len(file.Docs) == 0 || file.Docs[0].Body == nil:
		t.bad(place{1, 1}, "an empty file; allowed are %s", strings.Join(fileKeys, ", "))
	case len(file.Docs) > 1:
		t.bad(placeOf(file.Docs[1].Start), "a second YAML document; allowed is one a file")
	default:
		return file.Docs[0].Body
	}
	return nil
}

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

// syntaxFault adds to the parser's words what is allowed.
func syntaxFault(says string) string {
	switch {
	case strings.Contains(says, "\t"):
		return "a tab before a key or value; allowed are spaces"
	case strings.Contains(says, "mapping value is not allowed"):
		return `a ": " inside a text; allowed is a text in quotation marks there`
	case strings.Contains(says, "already defined"):
		return says + "; allowed is once"
	}
	return says + "; allowed is YAML"
}

func placeOf(t *token.Token) place {
	if t == nil || t.Position == nil {
		return place{1, 1}
	}
	return place{max(1, t.Position.Line), max(1, t.Position.Column)}
}

// nodePlace is where a node begins; a mapping's own token is its first colon.
func nodePlace(n ast.Node) place {
	if m, ok := n.(*ast.MappingNode); ok && len(m.Values) > 0 && !m.IsFlowStyle {
		return placeOf(m.Values[0].Key.GetToken())
	}
	return placeOf(n.GetToken())
}

// mapping returns the mapping at n; all its keys must be among the allowed.
func (t *tree) mapping(n ast.Node, of string, keys []string) (mapping, bool) {
	m := mapping{of, nodePlace(n), map[string]ast.Node{}}
	node, ok := n.(ast.MapNode)
	if !ok {
		t.bad(m.at, "%s is no mapping; allowed are the keys %s", article(of), strings.Join(keys, ", "))
		return m, false
	}
	for pairs := node.MapRange(); pairs.Next(); {
		key, at := pairs.Key().GetToken().Value, placeOf(pairs.Key().GetToken())
		switch {
		case !slices.Contains(keys, key):
			t.bad(at, "unknown key %q of %s; allowed are %s", key, article(of), strings.Join(keys, ", "))
		case m.values[key] != nil:
			t.bad(at, "key %q comes twice; allowed is once", key)
		default:
			m.values[key] = pairs.Value()
		}
	}
	return m, true
}

func article(noun string) string {
	if strings.ContainsAny(noun[:1], "aeiou") {
		return "an " + noun
	}
	return "a " + noun
}
