package store

import (
	"context"
	"errors"
	"maps"
	"slices"
	"strings"
	"sync"

	"github.com/dop251/goja"
)

// A lookup is what scripts have besides Gizmo, for what Gizmo does slowly. Nodes
// come as "<st:1>" or "st:1" and go as "st:1". It serves one script, in which its
// errors are exceptions.
//
// An emitted object is read where the rows are taken, while the script goes on in
// a goroutine of its own: whoever reads the store holds reading.
type lookup struct {
	*walker
	reading    sync.Mutex
	engine     *goja.Runtime
	subjects   map[uint64]*subject // by number
	room       []subject           // for more of them
	scratch    subject             // see same
	given      map[string]uint64   // of the nodes that the script has been given by name
	statements map[*subject]*goja.Object
	methods    map[string]goja.Value // of tables
	kept       map[uint64]any        // nodes as scripts have them
	made       map[worked]any        // what attributes are
	readers    []*lookup             // on other cores, one each
	whole      *lookup               // whose reader this is, nil where it is none
	first      *First
	shown      []map[string]any
}

func newLookup(w *walker, engine *goja.Runtime, first *First) *lookup {
	l := &lookup{walker: w, engine: engine}
	l.begin(first)
	return l
}

// turnTo makes the lookup read what the handle shows, for a script that keeps so much of
// its rows. Objects that earlier scripts were given stay good; what they have read they
// keep.
func (l *lookup) turnTo(ctx context.Context, h *handle, first *First) {
	l.begin(first)
	l.walker.turnTo(ctx, h)
}

// begin forgets what was read for an earlier script.
func (l *lookup) begin(first *First) {
	l.first, l.shown, l.readers, l.room = first, nil, nil, nil
	l.subjects, l.given = map[uint64]*subject{}, map[string]uint64{}
	l.statements, l.kept = map[*subject]*goja.Object{}, map[uint64]any{}
	l.made = map[worked]any{}
}

// install gives the functions to the script.
func (l *lookup) install() error {
	l.methods = l.tableMethods()
	return errors.Join(
		l.engine.Set("factsOf", l.factsOf), l.engine.Set("nodesInto", l.nodesInto), l.engine.Set("countInto", l.countInto),
		l.engine.Set("statementsOf", l.statementsOf), l.engine.Set("contrastsOf", l.contrastsOf), l.engine.Set("showAll", l.showAll), l.engine.Set("tableOf", l.tableOf),
		l.engine.Set("statementsWith", l.statementsWith), l.engine.Set("contrastsWith", l.contrastsWith),
		l.engine.Set("answersWith", l.answersWith), l.engine.Set("answersIn", l.answersIn), l.engine.Set("knownIn", l.knownIn), l.engine.Set("amongIn", l.amongIn))
}

// factsOf returns an object {id, predicate: [values]} for each of the nodes, each
// once, in the order given; where predicates are given, with these alone. A walk
// that does the same costs several times as much: it looks up the names of node
// and predicate for every fact.
func (l *lookup) factsOf(nodes, predicates []string) []goja.Value {
	l.reading.Lock()
	defer l.reading.Unlock()
	ids, wanted := bareNames(nodes), bareNames(predicates)
	read, parts := make([]facts, len(ids)), cores(l.walker, len(ids))
	l.must(l.readOn(parts, func(part int, reader *lookup) (err error) {
		for i := part * len(ids) / parts; i < (part+1)*len(ids)/parts && err == nil; i++ {
			read[i], err = reader.someFacts(ids[i], wanted)
		}
		return err
	}))
	found := make([]goja.Value, len(ids))
	for i, id := range ids {
		found[i] = factsObject(l.engine, id, read[i])
	}
	return found
}

// nodesInto returns the nodes from which the predicates, one after the other, lead
// back to any of the nodes, each once: nodesInto(["actor:ann"], "<speaker>",
// "<claim>") are the contrasts in which a statement of Ann's is the claim. On bolt a
// walk from several nodes at once against a predicate reads the whole store.
func (l *lookup) nodesInto(nodes goja.Value, predicates ...string) []string {
	l.reading.Lock()
	defer l.reading.Unlock()
	names := []string{}
	for _, node := range l.into(nodes, predicates) {
		name := nodeName(l.named(node))
		l.given[name] = node
		names = append(names, name)
	}
	return names
}

// countInto returns how many nodes nodesInto would return, without their names.
func (l *lookup) countInto(nodes goja.Value, predicates ...string) int {
	l.reading.Lock()
	defer l.reading.Unlock()
	if from := l.nodesIn(nodes); l.file != nil && len(from) == 1 && len(predicates) == 1 {
		return l.file.Count(link{Predicate: l.number(l.term(strings.Trim(predicates[0], "<>"))), Object: from[0]})
	}
	return len(l.into(nodes, predicates))
}

// into returns the nodes from which the predicates, one after the other, lead to any
// of the nodes, each once. These are given by name or as statements or contrasts.
func (l *lookup) into(of goja.Value, predicates []string) []uint64 {
	nodes := l.nodesIn(of)
	for _, p := range predicates {
		var err error
		nodes, err = l.leadingTo(nodes, strings.Trim(p, "<>"))
		l.must(err)
	}
	return nodes
}

func (l *lookup) must(err error) {
	if err = errors.Join(err, l.ctx.Err()); err == nil {
		return
	}
	if l.engine == nil {
		panic(err)
	}
	var thrown *goja.Exception
	if errors.As(err, &thrown) { // by a function of the script's, in its own place
		panic(l.engine.ToValue(thrown))
	}
	panic(l.engine.NewGoError(err))
}

// bareNames returns the names without brackets, each once.
func bareNames(nodes []string) []string {
	seen := map[string]bool{}
	var bare []string
	for _, n := range nodes {
		n = strings.TrimSuffix(strings.TrimPrefix(n, "<"), ">")
		if !seen[n] {
			seen[n] = true
			bare = append(bare, n)
		}
	}
	return bare
}

// factsObject has no prototype, so that nothing but facts is found in it, and
// everything in one order, so that no two runs differ.
func factsObject(engine *goja.Runtime, id string, f facts) goja.Value {
	object := engine.CreateObject(nil)
	object.Set("id", id)
	for _, predicate := range slices.Sorted(maps.Keys(f)) {
		var list []any
		for _, v := range ordered(f[predicate]) {
			list = append(list, scriptValue(v))
		}
		object.Set(predicate, engine.NewArray(list...))
	}
	return object
}
