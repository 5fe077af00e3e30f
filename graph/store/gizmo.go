package store

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
	"runtime/debug"
	"strings"
	"time"
	"unsafe"

	cayleygraph "github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/query"
	"github.com/cayleygraph/cayley/query/gizmo"
	"github.com/cayleygraph/quad"
	"github.com/dop251/goja"

	"counterclaim/graph"
)

// maxCalls is how deep JavaScript functions may call each other: without a
// bound, endless recursion ends the process instead of the script.
const maxCalls = 2000

// Gizmo runs the prelude and then the script in a Gizmo session of its own and
// calls each, from this goroutine, with every row that the script returns: the
// tags of an all(), or the keys of an emitted object ("value" where it emits
// anything else). A value is a Node, string, float64, int64, bool or time.Time.
// Rows come as the store has them; sorting is the caller's business.
//
// Besides Gizmo's own functions scripts have those of lookup. What they show is read
// as far as first says; nil is all.
//
// Errors of the script begin with line:column; a panic inside it is an error too.
// The run ends with ctx's error when ctx does, and with each's error as soon as
// each returns one. The script can read the store but not write it, and each must
// not call the store.
func (s *Store) Gizmo(ctx context.Context, prelude, script string, first *First, each func(row map[string]any) error) error {
	programs := make([]*goja.Program, 2)
	for i, p := range []struct{ name, src string }{{preludeName, prelude}, {scriptName, script}} {
		var err error
		if programs[i], err = compile(p.name, p.src); err != nil {
			return err
		}
	}
	return s.view(func(h *handle) error {
		_, err := newEngine().run(ctx, h, programs, first, each)
		return err
	})
}

// An engine is a Gizmo session with its JavaScript. It serves one script after the
// other, each on a handle of its own; what a script declares stays for the next.
type engine struct {
	session *gizmo.Session
	vm      *goja.Runtime
	lookup  *lookup
}

func newEngine() *engine {
	session := gizmo.NewSession(nil)
	e := &engine{session: session, vm: *field[*goja.Runtime](session, "vm")}
	e.vm.SetMaxCallStackSize(maxCalls)
	e.lookup = newLookup(newWalker(context.Background(), &handle{}), e.vm, nil)
	return e
}

// run runs the programs on what the handle shows and returns the value with which the
// last of them ends.
func (e *engine) run(ctx context.Context, h *handle, programs []*goja.Program, first *First, each func(map[string]any) error) (value goja.Value, err error) {
	callers := ctx
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	if first == nil {
		first = &First{}
	}
	*field[cayleygraph.QuadStore](e.session, "qs") = h.qs
	e.lookup.turnTo(ctx, h, first)
	e.vm.ClearInterrupt()
	var failure error
	run := func() { // in a goroutine of Gizmo's
		defer debug.SetPanicOnFault(debug.SetPanicOnFault(true)) // as guard does
		e.vm.GlobalObject().Delete("run")
		value, failure = runPrograms(e.vm, programs)
		e.vm.Interrupt(errRan)
	}
	if err := e.install(run); err != nil {
		return nil, fmt.Errorf("set up gizmo: %w", err)
	}
	it, err := e.session.Execute(ctx, "run()", query.Options{Collation: query.Raw, Limit: -1})
	if err != nil {
		return nil, fmt.Errorf("set up gizmo: %w", err)
	}
	for err == nil && it.Next(ctx) {
		var row map[string]any
		if row, err = rowOf(h.qs, it.Result().(*gizmo.Result)); err == nil && row != nil {
			err = each(row)
		}
	}
	ended := it.Err()
	cancel()
	// The script runs in a goroutine of the session. It has to be gone before the store
	// may be written or closed. Close would end the session for good, a context that is
	// done only what runs.
	for _, ctx := range []context.Context{ctx, context.Background()} {
		for it.Next(ctx) {
		}
	}
	stopped := e.safely(callers, func() error {
		if errors.Is(ended, errRan) {
			return nil
		}
		return scriptError(e.vm, ended)
	})
	for _, row := range e.lookup.shown {
		if err == nil {
			err = each(row)
		}
	}
	if err = errors.Join(err, stopped); err != nil {
		return nil, err
	}
	if failure != nil && callers.Err() != nil { // a verb told the script of it
		return nil, callers.Err()
	}
	return value, failure
}

// install gives a script the verbs, and Gizmo what it runs.
func (e *engine) install(run func()) error {
	return errors.Join(e.vm.Set("run", run), e.lookup.install())
}

// errRan ends Gizmo's own program right behind ours, so that nothing else is done in an
// engine that an exception may have left in disorder: one in an await does.
var errRan = errors.New("the script has run")

// field returns the place of what a Gizmo session keeps to itself. We need its
// JavaScript engine because the session runs scripts in a goroutine of its own, where a
// panic of Cayley's (out({}) is enough) would end the process; and its quads, because a
// session that is to go on with its variables needs a new view of the store each time.
func field[T any](session *gizmo.Session, name string) *T {
	return (*T)(unsafe.Pointer(reflect.ValueOf(session).Elem().FieldByName(name).UnsafeAddr()))
}

// runPrograms runs the programs one after the other in one engine. goja unwinds
// its own state on a panic, so the session can still end in good order.
func runPrograms(vm *goja.Runtime, programs []*goja.Program) (value goja.Value, err error) {
	defer func() {
		*jobsOf(vm) = nil // those of a script that has failed
		if r := recover(); r != nil {
			err = recovered(vm, r)
		}
	}()
	for _, p := range programs {
		if value, err = vm.RunProgram(p); err != nil {
			return nil, scriptError(vm, err)
		}
	}
	return value, runJobs(vm)
}

// rowOf returns a result as a row; nil for the value that a script happens to
// end with.
func rowOf(qs cayleygraph.QuadStore, result *gizmo.Result) (map[string]any, error) {
	if result.Meta {
		return nil, nil
	}
	row := map[string]any{}
	if result.Tags != nil {
		for tag, ref := range result.Tags {
			if v := qs.NameOf(ref); v != nil {
				row[tag] = native(v)
			}
		}
		return row, nil
	}
	var emitted map[string]any
	switch v := result.Val.(type) {
	case map[string]any:
		emitted = v
	case *scriptObject:
		emitted = v.row()
	default:
		emitted = map[string]any{"value": v}
	}
	for key, v := range emitted {
		value, err := emittedValue(v)
		if err != nil {
			return nil, fmt.Errorf("emit: %s: %w", key, err)
		}
		if value != nil {
			row[key] = value
		}
	}
	return row, nil
}

// native returns a stored value as a row has it.
func native(v quad.Value) any {
	switch v := v.Native().(type) {
	case quad.IRI:
		return graph.Node(v)
	case int:
		return int64(v)
	case string, float64, int64, bool, time.Time:
		return v
	}
	return quad.ToString(v)
}

// emittedValue returns a JavaScript value as a row has it, nil for null. Inside
// scripts a node is the text "<actor:china>", so such a text is a node again.
// Arrays and objects become JSON.
func emittedValue(v any) (any, error) {
	switch v := v.(type) {
	case nil, float64, int64, bool, time.Time:
		return v, nil
	case quad.Value:
		return native(v), nil
	case string:
		if inner, ok := strings.CutPrefix(v, "<"); ok && strings.HasSuffix(inner, ">") {
			inner = strings.TrimSuffix(inner, ">")
			if _, known := graph.ClassOf(inner); known {
				return graph.Node(inner), nil
			}
		}
		return v, nil
	}
	data, err := json.Marshal(v)
	if err != nil {
		return nil, fmt.Errorf("a %T cannot be shown; allowed are nodes, texts, numbers, dates, and lists of them", v)
	}
	return string(data), nil
}
