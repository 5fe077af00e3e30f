package plots

import (
	"fmt"
	"image/color"

	"counterclaim/graph"
	"counterclaim/networks"
)

// tieStyles are how ties are drawn that are no relations.
var tieStyles = map[networks.Tie]Line{
	networks.Agrees:    {blue, 1.2, nil},
	networks.Disagrees: {vermilion, 1.2, []float64{7, 3}},
	networks.Both:      {black, 1.2, []float64{2, 3}},
	networks.Says:      {grey, 1, nil},
	networks.Congruent: {blue, 1.2, nil},
	networks.Conflicts: {vermilion, 1.2, []float64{7, 3}},
}

// tieLine returns how the tie is drawn. What is subtracted has no tie of its own: above
// 0 two agree more than they disagree.
func tieLine(e *networks.Edge) (name string, l Line) {
	if style, ok := relationStyles[graph.Relation(e.Tie)]; ok {
		return string(e.Tie), style.line
	}
	tie := e.Tie
	if e.Weight < 0 {
		tie = networks.Conflicts
	}
	return string(tie), tieStyles[tie]
}

// fewTies is the weight up to which a line is not yet a thick one.
const fewTies = 4

// edge draws the i-th edge. Those between the same two nodes, and answers to answers,
// bend away from each other.
func (w *web) edge(p *page, i int) {
	e := &w.edges[i]
	a, b := w.place[e.Source], w.place[e.Target]
	same := 0
	for j := range i {
		if c, d := w.place[w.edges[j].Source], w.place[w.edges[j].Target]; c == a && d == b || c == b && d == a && !w.Directed {
			same++
		}
	}
	name, line := tieLine(e)
	line.Width *= .7 + 1.8*size(e.Weight)/max(w.heaviest, fewTies)
	line.Colour.A = 200
	says := fmt.Sprintf("%s: %s %s, weight %s", w.nodes[a].Label, name, w.nodes[b].Label, number(e.Weight))
	from, to := w.at[a], w.at[b]
	if a == b {
		w.loop(p, a, same, line, says)
		return
	}
	d, dx, dy := distance(to, from)
	bend := d * .1 * float64(same)
	if w.Directed {
		bend = d*.12 + float64(same)*11
	}
	bend = min(bend, d*.6)
	nx, ny := -dy/d*bend, dx/d*bend
	via1 := w.inside(point{from.x + dx*.3 + nx, from.y + dy*.3 + ny})
	via2 := w.inside(point{to.x - dx*.3 + nx, to.y - dy*.3 + ny})
	if !w.Directed { // nodes lie on top of the ends
		p.add(tied(false, line, from, via1, via2, to, says)...)
		return
	}
	p.add(tied(true, line, towards(from, via1, w.radius[a]), via1, via2, towards(to, via2, w.radius[b]+1), says)...)
}

func (w *web) inside(p point) point {
	return point{max(w.area.left, min(w.area.right, p.x)), max(w.area.top, min(w.area.bottom, p.y))}
}

// loop draws an edge of a node to itself.
func (w *web) loop(p *page, node, same int, line Line, says string) {
	at, far := w.at[node], w.radius[node]+14+8*float64(same)
	via1, via2 := w.inside(point{at.x - far, at.y - far*1.6}), w.inside(point{at.x + far, at.y - far*1.6})
	p.add(tied(w.Directed, line, towards(at, via1, w.radius[node]), via1, via2, towards(at, via2, w.radius[node]+1), says)...)
}

// communityColour returns a pale colour; the number in the node says the same.
func communityColour(community int) color.NRGBA {
	pale := []color.NRGBA{{255, 255, 255, 255}, {198, 222, 240, 255}, {248, 220, 196, 255}, {200, 232, 220, 255}, {238, 212, 230, 255}, {246, 236, 190, 255}}
	if community >= len(pale) {
		return color.NRGBA{228, 228, 228, 255}
	}
	return pale[community]
}

// tieSamples explain the lines.
func (w *web) tieSamples() []sample {
	var out []sample
	seen := map[string]int{}
	lines := map[string]Line{}
	for i := range w.edges {
		name, line := tieLine(&w.edges[i])
		seen[name]++
		lines[name] = line
	}
	var order []string
	for _, r := range graph.Relations {
		order = append(order, string(r.Relation))
	}
	for _, t := range []networks.Tie{networks.Agrees, networks.Disagrees, networks.Both, networks.Says, networks.Congruent, networks.Conflicts} {
		order = append(order, string(t))
	}
	for _, name := range order {
		if seen[name] > 0 {
			const long = 34
			out = append(out, sample{fmt.Sprintf("%s (%d)", name, seen[name]), long, func(x, y float64) []Mark {
				return tied(w.Directed, lines[name], point{x, y}, point{x + long/2, y}, point{x + long/2, y}, point{x + long, y}, "")
			}})
		}
	}
	return out
}

// nodeSamples explain the shapes.
func (w *web) nodeSamples() []sample {
	seen := map[string]int{}
	for _, n := range w.nodes {
		seen[sort(n)]++
	}
	var out []sample
	for _, name := range []string{string(graph.Person), string(graph.Organisation), string(graph.Country), string(graph.Group), string(graph.Unnamed), string(networks.ConceptMode), string(networks.KindMode)} {
		if seen[name] > 0 {
			out = append(out, sample{fmt.Sprintf("%s (%d)", name, seen[name]), 12, func(x, y float64) []Mark {
				return []Mark{{Path: nodeShapes[name](x+6, y, 6), Fill: Fill{Colour: white}, Line: Line{black, 1, nil}}}
			}})
		}
	}
	return out
}
