package store

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/dop251/goja"
	"github.com/dop251/goja/ast"
	"github.com/dop251/goja/parser"
	"github.com/dop251/goja/token"
)

// A Session runs scripts one after the other in one JavaScript engine, as the cells of a
// notebook: what one declares, the next ones see, and may declare anew. It belongs to no
// store: each run has its own, which sees what was loaded since. Only one run at a time;
// nothing needs to be closed.
type Session struct {
	engine  *engine
	prelude *goja.Program
	print   func(line string)
}

// NewSession returns a session in which the prelude was run. What scripts print with
// console.log goes to print, from the goroutine of the script; nil throws it away.
func NewSession(prelude string, print func(line string)) (*Session, error) {
	program, err := compilePrelude(prelude)
	if err != nil {
		return nil, err
	}
	s := &Session{prelude: program, print: print}
	return s, s.begin()
}

// begin gives the session an engine that no script has touched.
func (s *Session) begin() error {
	s.engine = newEngine()
	if _, err := runPrograms(s.engine.vm, []*goja.Program{s.prelude}); err != nil {
		return err
	}
	return s.engine.vm.Set("console", map[string]func(goja.FunctionCall) goja.Value{"log": s.log, "error": s.log, "warn": s.log, "info": s.log})
}

// errFrozen is what is wrong with an engine in which nothing can be set any more.
var errFrozen = errors.New("the script has frozen what scripts stand on; the session begins anew, its variables are gone")

// Run runs a script as Store.Gizmo does, and returns the value with which it ends, as it
// would be emitted; nil where that is nothing or a row was returned. After an error, and
// when ctx ended, variables are as the script left them, unless the error says otherwise.
func (s *Session) Run(ctx context.Context, db *Store, script string, first *First, each func(row map[string]any) error) (value any, err error) {
	program, err := compileCell(script)
	if err != nil {
		return nil, err
	}
	rows := 0
	count := func(row map[string]any) error { rows++; return each(row) }
	err = db.view(func(h *handle) error {
		ended, err := s.engine.run(ctx, h, []*goja.Program{program}, first, count)
		if err == nil && rows == 0 {
			err = s.engine.safely(ctx, func() (err error) { value, err = endValue(ended); return err })
		}
		return err
	})
	if s.engine.install(func() {}) != nil { // as the next run will
		return nil, errors.Join(errFrozen, s.begin())
	}
	return value, err
}

// endValue returns a script's last value as it is shown.
func endValue(v goja.Value) (any, error) {
	if v == nil || goja.IsUndefined(v) || goja.IsNull(v) {
		return nil, nil
	}
	if _, function := goja.AssertFunction(v); function {
		return nil, nil
	}
	exported := v.Export()
	if strings.HasSuffix(fmt.Sprintf("%T", exported), "gizmo.pathObject") {
		return nil, errors.New("the script ends in a walk; end it in .all() to see where it leads")
	}
	value, err := emittedValue(exported)
	if err != nil {
		return nil, fmt.Errorf("the value at the end: %w", err)
	}
	return value, nil
}

func (s *Session) log(call goja.FunctionCall) goja.Value {
	words := make([]string, len(call.Arguments))
	for i, v := range call.Arguments {
		words[i] = s.shown(v)
	}
	if s.print != nil {
		s.print(strings.Join(words, " "))
	}
	return goja.Undefined()
}

// shown returns a value as console.log prints it: plain texts as they are, objects as JSON.
func (s *Session) shown(v goja.Value) string {
	if object, ok := v.(*goja.Object); ok {
		if data, err := object.MarshalJSON(); err == nil {
			return string(data)
		}
	}
	return v.String()
}

// compilePrelude compiles a prelude whose names scripts can use and, as their own, declare
// anew: what the prelude itself uses is not touched by that. It becomes a function, on its
// own lines, that gives its names away.
func compilePrelude(src string) (*goja.Program, error) {
	program, err := parser.ParseFile(nil, preludeName, src, 0, parser.WithDisableSourceMaps)
	if err != nil {
		return nil, parseError(preludeName, err)
	}
	var names []string
	for _, statement := range program.Body {
		switch d := statement.(type) {
		case *ast.FunctionDeclaration:
			names = append(names, d.Function.Name.Name.String())
		case *ast.LexicalDeclaration:
			for _, b := range d.List {
				if name, ok := b.Target.(*ast.Identifier); ok {
					names = append(names, name.Name.String())
				}
			}
		}
	}
	return compile(preludeName, "(function () {"+src+"\nObject.assign(globalThis, {"+strings.Join(names, ", ")+"})})()")
}

// compileCell compiles a script whose let, const and class at the top level the next ones
// see and may declare anew, as var does.
func compileCell(src string) (*goja.Program, error) {
	program, err := parser.ParseFile(nil, scriptName, src, 0, parser.WithDisableSourceMaps)
	if err != nil {
		return nil, parseError(scriptName, err)
	}
	for i, statement := range program.Body {
		var list []*ast.Binding
		switch d := statement.(type) {
		case *ast.LexicalDeclaration:
			list = d.List
			for _, b := range list {
				if b.Initializer == nil && d.Token == token.LET { // let x; empties x, var x; does not
					b.Initializer = &ast.Identifier{Name: "undefined", Idx: b.Idx0()}
				}
			}
		case *ast.ClassDeclaration:
			list = []*ast.Binding{{Target: d.Class.Name, Initializer: d.Class}}
		default:
			continue
		}
		program.Body[i] = &ast.VariableStatement{Var: statement.Idx0(), List: list}
		program.DeclarationList = append(program.DeclarationList, &ast.VariableDeclaration{Var: statement.Idx0(), List: list})
	}
	compiled, err := goja.CompileAST(program, false)
	if err != nil {
		return nil, scriptError(nil, err)
	}
	return compiled, nil
}
