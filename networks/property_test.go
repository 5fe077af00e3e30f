package networks_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"

	"counterclaim/graph"
	"counterclaim/networks"
)

// Over random positions our sparse sums are those of DNA's dense ones, and what must
// hold holds.
func TestRandomPositions(t *testing.T) {
	for seed := range uint64(20) {
		random := rand.New(rand.NewPCG(seed, 1))
		var lines []string
		for range 1 + random.IntN(60) {
			lines = append(lines, fmt.Sprintf("a%d c%d %s 2031-%02d-01 d%d", random.IntN(7), random.IntN(5),
				[]string{"yes", "no"}[random.IntN(2)], 1+random.IntN(12), random.IntN(4)))
		}
		s := says(strings.Join(lines, "\n"))
		for _, normalise := range []networks.Normalisation{"none", "average", "jaccard", "cosine"} {
			weight := map[networks.Kind]map[string]float64{}
			for _, kind := range []networks.Kind{networks.Congruence, networks.Conflict, networks.Subtract} {
				o := networks.Options{Kind: kind, Normalise: normalise}
				n := must(t)(networks.Build(s, o))
				weight[kind] = weights(n)
				check(t, n)
				random.Shuffle(len(s.Positions), func(i, j int) { s.Positions[i], s.Positions[j] = s.Positions[j], s.Positions[i] })
				if again := must(t)(networks.Build(s, o)); !reflect.DeepEqual(n, again) {
					t.Fatalf("seed %d: another order of positions makes another network %s", seed, kind)
				}
			}
			for i := range 7 {
				for j := range i {
					pair := fmt.Sprintf("a%d-a%d", j, i)
					congruence, conflict := dense(s, i, j, normalise)
					same, opposite := dense(s, j, i, normalise)
					if congruence != same || conflict != opposite {
						t.Fatalf("seed %d: %s is not symmetric", seed, pair)
					}
					near(t, pair, weight[networks.Congruence][pair], congruence)
					near(t, pair, weight[networks.Conflict][pair], conflict)
					near(t, pair, weight[networks.Subtract][pair], congruence-conflict)
					if normalise == "jaccard" && (congruence < 0 || congruence > 1) {
						t.Errorf("jaccard %v", congruence)
					}
				}
			}
		}
	}
}

// dense is DNA's computeOneModeMatrix for two actors, term by term.
func dense(s *graph.Selection, one, other int, n networks.Normalisation) (congruence, conflict float64) {
	var a [2][5][2]float64 // by actor, concept, agreement
	for _, p := range s.Positions {
		for i, actor := range []int{one, other} {
			if p.Statement.Speaker.Actor == fmt.Sprintf("actor:a%d", actor) {
				k := 0
				if p.Agrees() {
					k = 1
				}
				a[i][p.Concept.ID[len("concept:c")]-'0'][k]++
			}
		}
	}
	var m11, m10, m01, left, right float64
	for c := range 5 {
		for k := range 2 {
			for l := range 2 {
				if k == l {
					congruence += a[0][c][k] * a[1][c][l]
				} else {
					conflict += a[0][c][k] * a[1][c][l]
				}
			}
			left, right = left+a[0][c][k], right+a[1][c][k]
			m11 += a[0][c][k] * a[1][c][k]
			if a[1][c][k] == 0 {
				m10 += a[0][c][k]
			}
			if a[0][c][k] == 0 {
				m01 += a[1][c][k]
			}
		}
	}
	if congruence+conflict == 0 {
		return 0, 0
	}
	norm := map[networks.Normalisation]float64{
		"none": 1, "average": (left + right) / 2, "jaccard": m11 + m10 + m01, "cosine": math.Sqrt(left*left) * math.Sqrt(right*right),
	}[n]
	return congruence / norm, conflict / norm
}

// check reports measures that cannot be.
func check(t *testing.T, n networks.Network) {
	t.Helper()
	m := n.Measures
	if m.Density < 0 || m.Density > 1 || m.Modularity < -1 || m.Modularity > 1 || m.Polarisation < 0 || m.Polarisation > 1 {
		t.Errorf("%+v", m)
	}
	for _, node := range n.Nodes {
		if node.Betweenness < 0 || node.Betweenness > 1 || node.Degree >= len(n.Nodes) || node.Label == "" || node.Statements == 0 ||
			node.Community > m.Communities || (node.Community == 0) != (node.Degree == 0) && n.Kind != networks.Congruence {
			t.Errorf("%s: %+v", n.Kind, node)
		}
	}
}

func near(t *testing.T, what string, got, want float64) {
	t.Helper()
	if math.Abs(got-want) > 1e-9 {
		t.Fatalf("%s: got %v, want %v", what, got, want)
	}
}

func FuzzParsePeriod(f *testing.F) {
	for _, s := range []string{"30d", "2w", "6m", "1y", "0d", "-1d", "d", "é", "9999y"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		p, err := networks.ParsePeriod(s)
		if err != nil {
			return
		}
		if again, err := networks.ParsePeriod(p.String()); err == nil && again != p {
			t.Errorf("%q is %v, and that is %v", s, p, again)
		}
	})
}
