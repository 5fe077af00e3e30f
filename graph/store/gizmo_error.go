package store

import (
	"context"
	"errors"
	"fmt"
	"reflect"
	"runtime"
	"strings"

	"github.com/dop251/goja"
	"github.com/dop251/goja/parser"
)

// The names by which positions in scripts are told apart.
const (
	preludeName = "lib.js"
	scriptName  = "script"
)

// compile parses without following source maps, which would read files.
func compile(name, src string) (*goja.Program, error) {
	ast, err := parser.ParseFile(nil, name, src, 0, parser.WithDisableSourceMaps)
	if err != nil {
		return nil, parseError(name, err)
	}
	program, err := goja.CompileAST(ast, false)
	if err != nil {
		return nil, scriptError(nil, err)
	}
	return program, nil
}

func parseError(name string, err error) error {
	var list parser.ErrorList
	if !errors.As(err, &list) || len(list) == 0 {
		return err
	}
	return located(name, list[0].Position.Line, list[0].Position.Column, list[0].Message)
}

// scriptError puts line and column of the user's script before what went wrong. What it
// returns has its text and does not ask the script for it, as an exception does, which may
// well be asked when the store is no more.
func scriptError(vm *goja.Runtime, err error) error {
	var syntax *goja.CompilerSyntaxError
	if errors.As(err, &syntax) && syntax.File != nil {
		p := syntax.File.Position(syntax.Offset)
		return located(syntax.File.Name(), p.Line, p.Column, syntax.Message)
	}
	var overflow *goja.StackOverflowError
	if errors.As(err, &overflow) {
		return atFrame(overflow.Stack(), fmt.Sprintf("functions call each other more than %d deep", maxCalls))
	}
	var thrown *goja.Exception
	if !errors.As(err, &thrown) {
		return err
	}
	// A callback's exception comes wrapped in that of the walk that called it. To export
	// what is no exception would call its getters.
	for thrown.Value().ExportType() == reflect.TypeFor[*goja.Exception]() {
		thrown = thrown.Value().Export().(*goja.Exception)
	}
	return atFrame(thrown.Stack(), thrownText(vm, thrown.Value()))
}

// thrownText returns what a script has thrown as a text, which its own toString may make.
func thrownText(vm *goja.Runtime, v goja.Value) (text string) {
	if vm.Try(func() { text = v.String() }) != nil {
		return "what is thrown cannot be shown: its toString throws, too"
	}
	return text
}

// recovered makes an error of what was recovered from.
func recovered(vm *goja.Runtime, r any) error {
	switch r := r.(type) {
	case *goja.Exception:
		return scriptError(vm, r)
	case *goja.StackOverflowError:
		return scriptError(vm, r)
	case goja.Value:
		return errors.New(brief(thrownText(vm, r)))
	}
	if panickedIn("go.etcd.io/bbolt") {
		return errors.New(brief(fmt.Sprintf("the store is damaged (%v); counterclaim check --deep tells more", r)))
	}
	if _, failed := r.(runtime.Error); failed && (panickedIn("github.com/cayleygraph/") || panickedIn("github.com/dop251/goja")) {
		r = "a step was given what it cannot take"
	}
	return errors.New(brief(fmt.Sprintf("the script engine failed: %v", r)))
}

// panickedIn reports whether what is being recovered from began in such a module, or in what
// that called of Go's own packages. Each engine on the way recovers and panics again; the
// first panic is the last on the stack.
func panickedIn(prefix string) bool {
	callers := make([]uintptr, 4096)
	frames := runtime.CallersFrames(callers[:runtime.Callers(0, callers)])
	in, panicking := false, false
	for {
		frame, more := frames.Next()
		switch {
		case strings.HasPrefix(frame.Function, "runtime."):
			panicking = panicking || strings.Contains(frame.Function, "panic")
		case panicking && !ofGo(frame.Function):
			in, panicking = strings.HasPrefix(frame.Function, prefix), false
		}
		if !more {
			return in
		}
	}
}

// ofGo reports whether a function is of Go's own packages: the paths of others begin with a
// domain, or with counterclaim.
func ofGo(function string) bool {
	function, _, _ = strings.Cut(function, "[") // what type parameters stand for
	first, _, more := strings.Cut(function, "/")
	return first != "counterclaim" && !(more && strings.Contains(first, "."))
}

// safely calls fn, which asks the script for something after it has run: a getter or a
// toString of it may do anything.
func (e *engine) safely(ctx context.Context, fn func() error) (err error) {
	e.vm.ClearInterrupt() // the end of the run was one
	stopped := make(chan struct{})
	stop := context.AfterFunc(ctx, func() { e.vm.Interrupt(ctx.Err()); close(stopped) })
	defer func() {
		if !stop() {
			<-stopped // later it would stop the next script
		}
	}()
	defer func() {
		*jobsOf(e.vm) = nil
		if r := recover(); r != nil {
			err = recovered(e.vm, r)
		}
	}()
	if thrown := e.vm.Try(func() { err = fn() }); thrown != nil {
		return scriptError(e.vm, thrown)
	}
	return err
}

// atFrame blames the innermost line of the user's script, not the line of the
// prelude that it called.
func atFrame(stack []goja.StackFrame, message string) error {
	message = brief(message)
	for _, name := range []string{scriptName, preludeName} {
		for _, f := range stack {
			if f.SrcName() == name {
				return located(name, f.Position().Line, f.Position().Column, message)
			}
		}
	}
	return errors.New(message)
}

// brief cuts a message: a script can throw all that it has.
func brief(message string) string {
	const most = 2000
	if len(message) <= most {
		return message
	}
	return fmt.Sprintf("%s... (%d bytes more)", strings.ToValidUTF8(message[:most], ""), len(message)-most)
}

func located(name string, line, column int, message string) error {
	if name == scriptName {
		return fmt.Errorf("%d:%d: %s", line, column, message)
	}
	return fmt.Errorf("%s:%d:%d: %s", name, line, column, message)
}
