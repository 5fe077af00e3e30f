package plots

import "math"

// force gives the nodes of a network places in the unit square: all push each other
// away, and an edge draws its two together, as Fruchterman and Reingold (1991) have it,
// with a weak pull to the middle that keeps parts without a tie to each other in sight.
// It begins with a spiral, so that the same network always lies the same way; products
// are rounded before they are added, so that it does so on every machine.
func force(nodes int, edges [][2]int) []point {
	at := make([]point, nodes)
	for i := range at {
		sin, cos := math.Sincos(2.399963 * float64(i)) // the golden angle
		r := math.Sqrt((float64(i) + .5) / float64(nodes))
		at[i] = point{round(r * cos), round(r * sin)}
	}
	const steps = 300
	apart := 1.4 / math.Sqrt(float64(max(1, nodes)))
	for step := range steps {
		push := make([]point, nodes)
		for i := range at {
			for j := range i {
				d, dx, dy := distance(at[i], at[j])
				move(push, i, j, dx, dy, float64(apart*apart)/float64(d*d))
			}
			push[i].x -= float64(at[i].x * .15)
			push[i].y -= float64(at[i].y * .15)
		}
		for _, e := range edges {
			d, dx, dy := distance(at[e[0]], at[e[1]])
			move(push, e[0], e[1], dx, dy, -d/apart)
		}
		heat := .2 * (1 - float64(step)/steps)
		for i, p := range push {
			length := math.Sqrt(float64(p.x*p.x) + float64(p.y*p.y))
			if length == 0 {
				continue
			}
			far := min(length, heat) / length
			at[i] = point{round(at[i].x + float64(p.x*far)), round(at[i].y + float64(p.y*far))}
		}
	}
	return at
}

// distance returns how far a is from b, never quite nothing, and in which direction.
func distance(a, b point) (d, dx, dy float64) {
	dx, dy = a.x-b.x, a.y-b.y
	d = max(.01, math.Sqrt(float64(dx*dx)+float64(dy*dy)))
	return d, dx, dy
}

// move pushes a away from b, and b from a.
func move(push []point, a, b int, dx, dy, by float64) {
	x, y := float64(dx*by), float64(dy*by)
	push[a].x += x
	push[a].y += y
	push[b].x -= x
	push[b].y -= y
}

func round(v float64) float64 { return math.Round(v*4096) / 4096 }

// stretch moves points so that they fill a box.
func stretch(at []point, to box) {
	least, most := at[0], at[0]
	for _, p := range at {
		least = point{min(least.x, p.x), min(least.y, p.y)}
		most = point{max(most.x, p.x), max(most.y, p.y)}
	}
	fit := func(v, from, until, left, right float64) float64 {
		if until-from < .01 {
			return (left + right) / 2
		}
		return left + (v-from)/(until-from)*(right-left)
	}
	for i, p := range at {
		at[i] = point{fit(p.x, least.x, most.x, to.left, to.right), fit(p.y, least.y, most.y, to.top, to.bottom)}
	}
}

// spreadOut moves points that are nearer than their radii allow away from each other,
// and keeps them in the box.
func spreadOut(at []point, radius []float64, in box) {
	const rounds = 60
	for range rounds {
		for i := range at {
			for j := range i {
				d, dx, dy := distance(at[i], at[j])
				if lacks := radius[i] + radius[j] - d; lacks > 0 {
					move(at, i, j, dx, dy, lacks/2/d)
				}
			}
		}
		for i, p := range at {
			at[i] = point{max(in.left, min(in.right, p.x)), max(in.top, min(in.bottom, p.y))}
		}
	}
}
