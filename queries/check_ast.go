package queries

import (
	"fmt"
	"reflect"
	"strings"

	"counterclaim/graph"

	"github.com/dop251/goja/ast"
)

// walk calls visit for every node of the syntax tree under v, the outer before
// the inner. The parser's package has no such function.
func walk(v any, visit func(ast.Node)) { walkValue(reflect.ValueOf(v), visit) }

func walkValue(v reflect.Value, visit func(ast.Node)) {
	switch v.Kind() {
	case reflect.Interface:
		if !v.IsNil() {
			walkValue(v.Elem(), visit)
		}
	case reflect.Pointer:
		if v.IsNil() {
			return
		}
		if n, ok := v.Interface().(ast.Node); ok {
			visit(n)
		}
		walkValue(v.Elem(), visit)
	case reflect.Slice:
		for i := range v.Len() {
			walkValue(v.Index(i), visit)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			// The lists of declarations repeat what stands in the bodies.
			if f := v.Type().Field(i); f.IsExported() && f.Name != "DeclarationList" {
				walkValue(v.Field(i), visit)
			}
		}
	}
}

// texts returns the string literals among the arguments and in lists among them.
func texts(args []ast.Expression) []*ast.StringLiteral {
	var out []*ast.StringLiteral
	for _, a := range args {
		switch a := a.(type) {
		case *ast.StringLiteral:
			out = append(out, a)
		case *ast.ArrayLiteral:
			out = append(out, texts(a.Value)...)
		}
	}
	return out
}

func literal(e ast.Expression) string {
	if t, ok := e.(*ast.StringLiteral); ok {
		return t.Value.String()
	}
	return ""
}

// isNothing reports whether the expression is undefined or null, which Cayley
// takes for any predicate.
func isNothing(e ast.Expression) bool {
	if id, ok := e.(*ast.Identifier); ok {
		return id.Name == "undefined"
	}
	_, null := e.(*ast.NullLiteral)
	return null
}

func isParams(e ast.Expression) bool {
	id, ok := e.(*ast.Identifier)
	return ok && id.Name == "params"
}

// inner returns what stands between angle brackets, or the text as it is.
func inner(text string) (name string, bracketed bool) {
	if len(text) > 2 && text[0] == '<' && text[len(text)-1] == '>' {
		return text[1 : len(text)-1], true
	}
	return text, false
}

// nodeProblem says what is wrong with the name of a node, "" where nothing is.
// Kinds, relations and classes are few: of those the whole name has to be known.
func nodeProblem(name string) string {
	class, known := graph.ClassOf(name)
	if !known {
		prefix, _, _ := strings.Cut(name, ":")
		return fmt.Sprintf("no node is called %q%s", "<"+name+">", suggest(prefix+":", prefixes()))
	}
	var names []string
	switch class.Name {
	case "kind":
		for _, k := range graph.Kinds {
			names = append(names, string(k.Kind))
		}
	case "relation":
		for _, r := range graph.Relations {
			names = append(names, string(r.Relation))
		}
	case "class":
		for _, c := range graph.NodeClasses {
			names = append(names, c.Name)
		}
	default:
		return ""
	}
	rest := strings.TrimPrefix(name, class.Prefix)
	for _, n := range names {
		if n == rest {
			return ""
		}
	}
	return fmt.Sprintf("no %s %q%s", class.Name, rest, suggest(rest, names))
}

func isClass(name string) bool {
	for _, c := range graph.NodeClasses {
		if c.Name == name {
			return true
		}
	}
	return false
}

// suggestPredicate is suggest for predicates, as scripts write them.
func suggestPredicate(name string) string {
	names := make([]string, len(graph.Predicates))
	for i, p := range graph.Predicates {
		names[i] = "<" + p.Name + ">"
	}
	return suggest("<"+name+">", names)
}
