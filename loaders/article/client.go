package article

import (
	"counterclaim/graph"
)

// takesClientsSide puts a lawyer who speaks of a client on that one's side: "his client
// had paid". The client is who was accused last. What the article says of whose lawyer
// somebody is stands.
func (r *reading) takesClientsSide() {
	if r.who.Actor == "" || r.who.side != r.who.Actor || !r.who.person() || !r.speaksOfClient() {
		return
	}
	for i := len(r.earlier) - 1; i >= max(0, len(r.earlier)-clientBack); i-- {
		s := &r.earlier[i]
		if (s.Has(graph.Attribution) || s.Has(graph.Criticism)) && s.Target.Actor != "" && s.TargetSide != "" && s.Speaker.Actor != r.who.Actor && s.Target.Actor != r.who.Actor {
			r.who.side = s.TargetSide
			r.cast.sides[r.who.Actor] = s.TargetSide
			return
		}
	}
}

// clientBack is how many statements back a lawyer's client was accused.
const clientBack = 6

// speaksOfClient reports whether the content speaks of the speaker's client.
func (r *reading) speaksOfClient() bool {
	for _, c := range r.f.content {
		for i := c.First; i+1 < c.Last; i++ {
			if r.Tokens[i+1].In("client", "clients") && r.Tokens[i].In("his", "her", "my", "our", "their") {
				return true
			}
		}
	}
	return false
}
