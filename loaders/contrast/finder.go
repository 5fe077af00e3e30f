package contrast

import (
	"context"
	"slices"
	"time"

	"counterclaim/graph"
)

// A finder looks up statements of other documents: those of this run in memory,
// those of earlier runs in the store, each block once.
type finder struct {
	known    Known
	accepted map[string]bool // documents of this run; what the store still has of them is out of date
	here     map[block][]*entry
	asked    map[block][]*entry
	pools    map[block]pool
	named    map[string]map[string]bool // document -> the actors that its statements name
	oldest   graph.Date                 // months before this one are forgotten
}

// A block is what a lookup asks for: statements of one month.
type block struct {
	month graph.Date
	group
}

// A group is statements of one kind with one edge.
type group struct {
	kind graph.Kind // "" for any
	edge graph.Edge
}

func newFinder(documents [][]*entry, known Known, accepted map[string]bool) *finder {
	f := &finder{known, accepted, map[block][]*entry{}, map[block][]*entry{}, map[block]pool{}, map[string]map[string]bool{}, ""}
	for _, d := range documents {
		named := map[string]bool{}
		for _, e := range d {
			f.named[e.Document] = named
			for _, id := range e.ActorIDs() {
				named[id] = true
			}
			for _, b := range e.seats() {
				f.here[b] = append(f.here[b], e)
			}
		}
	}
	return f
}

// seats returns the blocks in which a statement is looked for as a claim.
func (e *entry) seats() []block {
	m := graph.StatementMonth(e.Statement, e.Published)
	if m == "" {
		return nil
	}
	var out []block
	add := func(kind graph.Kind, predicate, node string) {
		if node != "" && (kind == "" || e.Has(kind)) {
			out = append(out, block{m, group{kind, graph.Edge{Predicate: predicate, Node: node}}})
		}
	}
	add("", graph.PSpeaker, e.Speaker.Actor)
	add(graph.Attribution, graph.PSpeaker, e.Speaker.Actor)
	for _, k := range turnedFrom {
		add(k, graph.PSpeaker, e.Speaker.Actor)
	}
	add(graph.Attribution, graph.PTargetSide, e.TargetSide)
	return out
}

// pool returns the claims of the block that have seats, of this run and of
// earlier ones.
func (f *finder) pool(ctx context.Context, b block) (pool, error) {
	if p, done := f.pools[b]; done {
		return p, nil
	}
	earlier, err := f.earlier(ctx, b)
	if err != nil {
		return nil, err
	}
	p := newPool(slices.Concat(f.here[b], earlier), b.speech())
	f.pools[b] = p
	return p, nil
}

// speech reports whether the group is for renderings of one speech.
func (g group) speech() bool { return g.kind == "" && g.edge.Predicate == graph.PSpeaker }

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
				stored = append(stored, newEntry(&placed[i].Statement, &placed[i].Document, -1))
			}
		}
		f.asked[b] = stored
	}
	return stored, nil
}

// namedIn returns the actors that a document's statements name.
func (f *finder) namedIn(ctx context.Context, document string) (map[string]bool, error) {
	if named, ok := f.named[document]; ok {
		return named, nil
	}
	placed, err := f.known.StatementsWith(ctx, graph.Edge{Predicate: graph.PDocument, Node: document})
	if err != nil {
		return nil, err
	}
	named := map[string]bool{}
	for i := range placed {
		for _, id := range placed[i].Statement.ActorIDs() {
			named[id] = true
		}
	}
	f.named[document] = named
	return named, nil
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
