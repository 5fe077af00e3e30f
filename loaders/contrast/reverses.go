package contrast

import (
	"slices"

	"counterclaim/graph"
)

// reversalWindow is how many days may lie between what a speaker says and their
// turning from it.
const reversalWindow = 120

// A turn is from doing one thing in a statement to doing its opposite later.
type turn struct {
	from, to graph.Kind
	says     string
}

var turns = []turn{
	{graph.Denial, graph.Admission, "denied it before and admits it now"},
	{graph.Admission, graph.Denial, "admitted it before and denies it now"},
	{graph.Commitment, graph.Refusal, "pledged it before and refuses it now"},
	{graph.Refusal, graph.Commitment, "refused it before and pledges it now"},
	{graph.Cooperation, graph.Refusal, "offered it before and refuses it now"},
}

// turnedFrom are the kinds that a turn is from, each once.
var turnedFrom = func() []graph.Kind {
	var out []graph.Kind
	for _, t := range turns {
		if !slices.Contains(out, t.from) {
			out = append(out, t.from)
		}
	}
	return out
}()

// turned returns the turn that the counter is from the claim, nil where it is
// none: one speaker, a later day, opposite acts.
func (p *pair) turned() *turn {
	a, b := p.counter, p.claim
	if a.Speaker.Actor == "" || a.Speaker.Actor != b.Speaker.Actor || !a.known.after(b.known) {
		return nil
	}
	if least, _, ok := a.known.since(b.known); !ok || least > reversalWindow {
		return nil
	}
	i := slices.IndexFunc(turns, func(t turn) bool {
		return b.Has(t.from) && a.Has(t.to) && !b.Has(t.to) && !a.Has(t.from)
	})
	if i < 0 {
		return nil
	}
	return &turns[i]
}

// reverses: a speaker turns from their own earlier statement.
func reverses(p *pair) []graph.Reason {
	t := p.turned()
	if t == nil || p.otherActs() || p.shared() == "" && len(p.terms()) < affairTerms {
		return nil
	}
	return append(p.signals(), reason("same speaker", sameSpeakerWeight, "%s speaks in both", label(p.counter.Speaker.Actor)),
		reason("turn", turnWeight, "%s %s", label(p.counter.Speaker.Actor), t.says))
}
