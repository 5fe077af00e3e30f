package graph

import (
	"go/ast"
	"go/parser"
	"go/token"
	"strconv"
	"strings"
	"testing"
)

// TestVocabularyIsConsistent guards the tables against rows that say the same
// and rows that lead nowhere.
func TestVocabularyIsConsistent(t *testing.T) {
	says := map[string]string{}
	once := func(table, name, sentence string) {
		t.Helper()
		if !strings.HasSuffix(sentence, ".") {
			t.Errorf("%s %s: %q is no sentence", table, name, sentence)
		}
		if other, ok := says[sentence]; ok {
			t.Errorf("%s %s says the same as %s: %s", table, name, other, sentence)
		}
		says[sentence] = table + " " + name
	}
	classes, names := map[string]bool{}, map[string]bool{}
	for _, c := range NodeClasses {
		once("class", c.Name, c.Says)
		classes[c.Name] = true
		if !strings.HasSuffix(c.Prefix, ":") || c.Prefix != c.Name+":" && c.Prefix != map[string]string{"document": "doc:", "statement": "st:"}[c.Name] {
			t.Errorf("class %s has prefix %s", c.Name, c.Prefix)
		}
	}
	for _, p := range Predicates {
		once("predicate", p.Name, p.Says)
		if names[p.Name] {
			t.Errorf("predicate %s has two rows", p.Name)
		}
		names[p.Name] = true
		if !strings.HasPrefix(p.IRI, "http") || len(p.From) == 0 || len(p.To) == 0 {
			t.Errorf("predicate %s: half a row", p.Name)
		}
		for _, c := range p.From {
			if !classes[c] {
				t.Errorf("predicate %s: from %s, which is no class", p.Name, c)
			}
		}
		for _, c := range p.To {
			if !classes[c] && c != ToText && c != ToDate && c != ToNumber {
				t.Errorf("predicate %s: to %s, which is no class or type", p.Name, c)
			}
		}
	}
	for _, k := range Kinds {
		once("kind", string(k.Kind), k.Says)
	}
}

// TestConstantsHaveRows reads the names of predicates from the source: each has
// a row in the table, and each but the relations has a constant.
func TestConstantsHaveRows(t *testing.T) {
	file, err := parser.ParseFile(token.NewFileSet(), "vocabulary.go", nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	constants := map[string]bool{}
	ast.Inspect(file, func(n ast.Node) bool {
		spec, ok := n.(*ast.ValueSpec)
		if !ok || len(spec.Values) != 1 || !strings.HasPrefix(spec.Names[0].Name, "P") {
			return true
		}
		if lit, ok := spec.Values[0].(*ast.BasicLit); ok {
			name, _ := strconv.Unquote(lit.Value)
			constants[name] = true
			if _, ok := FindPredicate(name); !ok {
				t.Errorf("%s = %q has no row", spec.Names[0].Name, name)
			}
		}
		return true
	})
	if len(constants) < 40 {
		t.Fatalf("found %d constants", len(constants))
	}
	for _, p := range Predicates {
		if !constants[p.Name] && !Relation(p.Name).Known() {
			t.Errorf("predicate %s has no constant", p.Name)
		}
	}
}
