package contrast

import (
	"context"
	"time"

	"counterclaim/graph"
)

// blocks index statements by what a rule needs to agree on, so that only
// statements that can have to do with each other meet.
type blocks struct {
	byTarget  map[string][]*entry // the side that it is directed at
	bySide    map[string][]*entry // the side that it comes from
	bySpeaker map[string][]*entry
}

func newBlocks() *blocks {
	return &blocks{map[string][]*entry{}, map[string][]*entry{}, map[string][]*entry{}}
}

func (b *blocks) add(e *entry) {
	if e.TargetSide != "" {
		b.byTarget[e.TargetSide] = append(b.byTarget[e.TargetSide], e)
	}
	if e.Side != "" {
		b.bySide[e.Side] = append(b.bySide[e.Side], e)
	}
	if e.Speaker.Actor != "" {
		b.bySpeaker[e.Speaker.Actor] = append(b.bySpeaker[e.Speaker.Actor], e)
	}
}

// claimsFor returns the statements that the counter can answer, each once: those
// directed at its side, those from the side that it speaks against, and those of
// the speakers that it names.
func (b *blocks) claimsFor(counter *entry) []*entry {
	seen := map[*entry]bool{}
	var out []*entry
	collect := func(es []*entry) {
		for _, e := range es {
			if !seen[e] {
				seen[e] = true
				out = append(out, e)
			}
		}
	}
	if counter.Side != "" {
		collect(b.byTarget[counter.Side])
	}
	if counter.TargetSide != "" {
		collect(b.bySide[counter.TargetSide])
	}
	for _, m := range append([]string{counter.Target.Actor}, counter.Mentions...) {
		if m != "" {
			collect(b.bySpeaker[m])
		}
	}
	return out
}

// A finder looks up statements of other documents: those of this run in memory,
// those of earlier runs in the store, each block once.
type finder struct {
	known    Known
	accepted map[string]bool // documents of this run; what the store still has of them is out of date
	here     map[graph.Edge]map[graph.Date][]*entry
	asked    map[block][]*entry
	named    map[string]map[string]bool // document -> the actors that its statements name
}

// A block is what a lookup asks for: statements of one month and kind with one
// edge.
type block struct {
	month graph.Date
	kind  graph.Kind // "" for any
	edge  graph.Edge
}

func newFinder(documents [][]*entry, known Known, accepted map[string]bool) *finder {
	f := &finder{known, accepted, map[graph.Edge]map[graph.Date][]*entry{}, map[block][]*entry{}, map[string]map[string]bool{}}
	for _, d := range documents {
		for _, e := range d {
			if f.named[e.Document] == nil {
				f.named[e.Document] = map[string]bool{}
			}
			for _, id := range e.ActorIDs() {
				f.named[e.Document][id] = true
			}
			for _, edge := range edgesOf(e) {
				if f.here[edge] == nil {
					f.here[edge] = map[graph.Date][]*entry{}
				}
				m := graph.StatementMonth(&e.Statement, e.Published)
				f.here[edge][m] = append(f.here[edge][m], e)
			}
		}
	}
	return f
}

// edgesOf are the edges by which a statement can be looked up.
func edgesOf(e *entry) []graph.Edge {
	var out []graph.Edge
	add := func(predicate, node string) {
		if node != "" {
			out = append(out, graph.Edge{Predicate: predicate, Node: node})
		}
	}
	add(graph.PSide, e.Side)
	add(graph.PTargetSide, e.TargetSide)
	add(graph.PSpeaker, e.Speaker.Actor)
	for _, m := range e.Mentions {
		add(graph.PMentions, m)
	}
	return out
}

// inRun returns the statements of this run in the block.
func (f *finder) inRun(b block) []*entry {
	var out []*entry
	for _, e := range f.here[b.edge][b.month] {
		if b.kind == "" || e.Has(b.kind) {
			out = append(out, e)
		}
	}
	return out
}

// earlier returns the statements of earlier runs in the block.
func (f *finder) earlier(ctx context.Context, b block) ([]*entry, error) {
	if f.known == nil {
		return nil, nil
	}
	stored, done := f.asked[b]
	if !done {
		edges := []graph.Edge{b.edge, {Predicate: graph.PMonth, Node: "month:" + string(b.month)}}
		if b.kind != "" {
			edges = append(edges, graph.Edge{Predicate: graph.PKind, Node: "kind:" + string(b.kind)})
		}
		placed, err := f.known.StatementsWith(ctx, edges...)
		if err != nil {
			return nil, err
		}
		for i := range placed {
			if !f.accepted[placed[i].Document.ID] {
				stored = append(stored, newEntry(placed[i].Statement, &placed[i].Document, -1))
			}
		}
		f.asked[b] = stored
	}
	return stored, nil
}

// across compares the statements of this run with those of other documents: each
// as the counter with claims of this run and of earlier ones, and as the claim
// with counters of earlier runs.
func (l *linker) across(ctx context.Context, documents [][]*entry, known Known) error {
	f := newFinder(documents, known, l.accepted)
	l.finder = f
	for _, d := range documents {
		for _, e := range d {
			for _, b := range claimBlocks(e) {
				earlier, err := f.earlier(ctx, b)
				if err != nil {
					return err
				}
				for _, claim := range append(f.inRun(b), earlier...) {
					if err := l.tryAcross(ctx, e, claim); err != nil {
						return err
					}
				}
			}
			for _, b := range counterBlocks(e) {
				earlier, err := f.earlier(ctx, b)
				if err != nil {
					return err
				}
				for _, counter := range earlier {
					if err := l.tryAcross(ctx, counter, e); err != nil {
						return err
					}
				}
			}
		}
	}
	return nil
}

func (l *linker) tryAcross(ctx context.Context, counter, claim *entry) error {
	if counter.Complete || counter.Document == claim.Document {
		return nil
	}
	return l.try(&pair{counter: counter, claim: claim, ctx: ctx})
}

// A reach is how far around a statement's date another one is looked for, in days.
type reach struct{ before, after int }

// blocks lists the blocks of the months within reach of e.
func (e *entry) blocks(r reach, kind graph.Kind, predicate, node string) []block {
	if node == "" {
		return nil
	}
	var out []block
	first, last := e.date().Days()
	for _, m := range monthsBetween(first.AddDate(0, 0, -r.before), last.AddDate(0, 0, r.after)) {
		out = append(out, block{m, kind, graph.Edge{Predicate: predicate, Node: node}})
	}
	return out
}

// claimBlocks lists where statements of other documents can stand that e answers,
// or that it repeats.
func claimBlocks(e *entry) []block {
	out := e.blocks(reach{1, 1}, "", graph.PSpeaker, e.Speaker.Actor)
	if e.any(graph.Denial, graph.Victimhood, graph.Attribution) {
		out = append(out, e.blocks(reach{window, 0}, graph.Attribution, graph.PTargetSide, e.Side)...)
	}
	if e.Has(graph.Attribution) {
		out = append(out, e.blocks(reach{window, window}, graph.Attribution, graph.PTargetSide, e.TargetSide)...)
	}
	for _, m := range e.Mentions {
		out = append(out, e.blocks(reach{window, 0}, graph.Attribution, graph.PSpeaker, m)...)
	}
	return out
}

// counterBlocks lists where statements of other documents can stand that answer
// or repeat e.
func counterBlocks(e *entry) []block {
	out := e.blocks(reach{1, 1}, "", graph.PSpeaker, e.Speaker.Actor)
	if !e.Has(graph.Attribution) {
		return out
	}
	for _, k := range []graph.Kind{graph.Denial, graph.Victimhood, graph.Attribution} {
		out = append(out, e.blocks(reach{0, window}, k, graph.PSide, e.TargetSide)...)
	}
	out = append(out, e.blocks(reach{window, window}, graph.Attribution, graph.PTargetSide, e.TargetSide)...)
	return append(out, e.blocks(reach{0, window}, "", graph.PMentions, e.Speaker.Actor)...)
}

// monthsBetween returns the months from first to last; none for an unknown date
// or a stretch that is too vague to tell when something was said.
func monthsBetween(first, last time.Time) []graph.Date {
	const most = 6
	var out []graph.Date
	if first.Year() < 2 {
		return nil
	}
	for m := time.Date(first.Year(), first.Month(), 1, 0, 0, 0, 0, time.UTC); !m.After(last); m = m.AddDate(0, 1, 0) {
		if len(out) == most {
			return nil
		}
		out = append(out, graph.Date(m.Format("2006-01")))
	}
	return out
}
