package synthetic

import (
	"strings"

	"counterclaim/graph"
)

// A dispute is one country's blaming another for an act in some place.
type dispute struct {
	number           int
	accuser, accused int // countries
	act, place       string
}

var acts = []string{"cyber-attack", "armed-attack", "sabotage", "corruption", "pollution", "surveillance", "doping", "human-rights"}

// open begins a dispute.
func (g *generator) open() dispute {
	d := dispute{g.opened, int(g.country.Uint64()), int(g.country.Uint64()), acts[g.IntN(len(acts))], "Port" + name(g.opened)}
	if d.accused == d.accuser {
		d.accused = (d.accuser + 1) % countries
	}
	g.opened++
	return d
}

// pickDispute returns the dispute that the next document is about: the heavy one,
// or one of the others, the newer the likelier.
func (g *generator) pickDispute() dispute {
	if g.documents%opening == 0 {
		g.disputes = append([]dispute{g.open()}, g.disputes[:min(going-1, len(g.disputes))]...)
	}
	if g.IntN(10) == 0 {
		return g.heavy
	}
	return g.disputes[min(int(g.dispute.Uint64()), len(g.disputes)-1)]
}

// role returns what the next statement in a dispute does, from which side and
// against which.
func (g *generator) role(d dispute) (kind graph.Kind, side, target int) {
	switch n := g.IntN(20); {
	case n < 4:
		return graph.Attribution, d.accuser, d.accused
	case n < 7:
		return graph.Denial, d.accused, d.accuser
	case n < 8:
		return graph.Victimhood, d.accused, d.accuser
	case n < 9:
		return graph.Demand, d.accuser, d.accused
	case n < 14:
		return graph.Kinds[g.IntN(len(graph.Kinds))].Kind, d.accused, d.accuser
	}
	return graph.Kinds[g.IntN(len(graph.Kinds))].Kind, int(g.country.Uint64()), d.accused
}

var syllables = strings.Fields("ba che do fa gri ka lo mi nu pa ro sta te vo we zu")

// name makes a word of a number, a different one for each.
func name(n int) string {
	out := syllables[n%len(syllables)]
	for n /= len(syllables); n > 0; n /= len(syllables) {
		out += syllables[n%len(syllables)]
	}
	return out
}

// words are those that sentences are made of, the commonest first.
var words = func() []string {
	out := make([]string, 5_000)
	for i := range out {
		out[i] = name(16 + i) // of two syllables at least
	}
	return out
}()

// sentence makes one of 12 to 20 words. Each third names the place.
func (g *generator) sentence(d dispute) string {
	picked := make([]string, 12+g.IntN(9))
	for i := range picked {
		picked[i] = words[g.word.Uint64()]
	}
	if g.IntN(3) == 0 {
		picked[1+g.IntN(len(picked)-1)] = d.place
	}
	return strings.Join(picked, " ") + "."
}
