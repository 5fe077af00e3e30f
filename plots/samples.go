package plots

import (
	"fmt"

	"counterclaim/graph"
)

// kindSamples explain the marks of statements, with how many have each.
func kindSamples(s *graph.Selection) []sample {
	count := map[graph.Kind]int{}
	for i := range s.Positions {
		count[s.Positions[i].Statement.Kinds[0]]++
	}
	var out []sample
	for _, k := range graph.Kinds {
		if n := count[k.Kind]; n > 0 {
			out = append(out, sample{fmt.Sprintf("%s (%d)", k.Kind, n), 11, func(x, y float64) []Mark {
				return []Mark{kindStyles[k.Kind].mark(x+5.5, y, 5, k.Says)}
			}})
		}
	}
	return out
}

// relationSamples explain the lines of contrasts, with how many of each are drawn.
func relationSamples(links []graph.Contrast) []sample {
	count := map[graph.Relation]int{}
	for _, c := range links {
		count[c.Relation]++
	}
	var out []sample
	for _, r := range graph.Relations {
		if n := count[r.Relation]; n > 0 {
			const long = 34
			out = append(out, sample{fmt.Sprintf("%s (%d)", r.Relation, n), long, func(x, y float64) []Mark {
				return link(r.Relation, point{x, y}, point{x + long/2, y}, point{x + long/2, y}, point{x + long, y}, r.Says)
			}})
		}
	}
	return out
}
