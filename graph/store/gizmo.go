package store

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
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
	return s.view(func(h *handle) error { return runGizmo(ctx, h, programs, first, each) })
}

func runGizmo(ctx context.Context, h *handle, programs []*goja.Program, first *First, each func(map[string]any) error) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	session := gizmo.NewSession(h.qs)
	engine := engineOf(session)
	engine.SetMaxCallStackSize(maxCalls)
	var failure error
	run := func() {
		engine.GlobalObject().Delete("run")
		failure = runPrograms(engine, programs)
	}
	if first == nil {
		first = &First{}
	}
	lookup := newLookup(newWalker(ctx, h), engine, first)
	err := errors.Join(engine.Set("run", run), lookup.install())
	if err != nil {
		return fmt.Errorf("set up gizmo: %w", err)
	}
	it, err := session.Execute(ctx, "run()", query.Options{Collation: query.Raw, Limit: -1})
	if err != nil {
		return fmt.Errorf("set up gizmo: %w", err)
	}
	for err == nil && it.Next(ctx) {
		var row map[string]any
		if row, err = rowOf(h.qs, it.Result().(*gizmo.Result)); err == nil && row != nil {
			err = each(row)
		}
	}
	stopped := it.Err()
	cancel()
	it.Close()
	// The script runs in a goroutine of the session. It has to be gone before
	// the store may be written or closed.
	for it.Next(context.Background()) {
	}
	for _, row := range lookup.shown {
		if err == nil {
			err = each(row)
		}
	}
	if err = errors.Join(err, stopped); err != nil {
		return err
	}
	return failure
}

// engineOf returns the JavaScript engine that the session keeps to itself. We
// need it because the session runs scripts in a goroutine of its own, where a
// panic of Cayley's (out({}) is enough) would end the process.
func engineOf(session *gizmo.Session) *goja.Runtime {
	field := reflect.ValueOf(session).Elem().FieldByName("vm")
	return *(**goja.Runtime)(unsafe.Pointer(field.UnsafeAddr()))
}

// runPrograms runs the programs one after the other in one engine. goja unwinds
// its own state on a panic, so the session can still end in good order.
func runPrograms(engine *goja.Runtime, programs []*goja.Program) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("the script engine failed: %v", r)
		}
	}()
	for _, p := range programs {
		if _, err := engine.RunProgram(p); err != nil {
			return scriptError(err)
		}
	}
	return nil
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
