package networks

import "fmt"

// mostPairs take some seconds and a gigabyte.
const mostPairs = 5_000_000

// A pair is what two rows have in common: sums over the columns on which both take a
// position, with the terms that Normalisation explains.
type pair struct {
	congruence, conflict    int // of the same position, and of opposite ones, m11 and its counterpart
	sharedLeft, sharedRight int // of a(i,c,k) where a(j,c,k) is not 0, and the reverse
	dates                   count
}

// pairsOf compares every two rows that share a column.
//
//	congruence(i,j) = sum over c of a(i,c,yes) a(j,c,yes) + a(i,c,no) a(j,c,no)
//	conflict(i,j)   = sum over c of a(i,c,yes) a(j,c,no) + a(i,c,no) a(j,c,yes)
//
// (Leifeld 2017; DNA's computeOneModeMatrix for an agreement of yes or no.)
//
// More than mostPairs are refused.
func pairsOf(in incidence, o Options) (map[[2]string]*pair, error) {
	columns := map[string][]string{} // the rows of each, sorted
	for _, row := range sorted(in.rows) {
		for column := range in.rows[row] {
			columns[column] = append(columns[column], row)
		}
	}
	shared := 0
	for _, rows := range columns {
		shared += len(rows) * (len(rows) - 1) / 2
	}
	if shared > mostPairs {
		return nil, fmt.Errorf("the network %s of %d nodes would compare %.0f million pairs, more than anybody can look at; pick fewer statements by about, since or another condition, or make nodes of sides", o.Kind, len(in.rows), float64(shared)/1e6)
	}
	pairs := map[[2]string]*pair{}
	for column, rows := range columns {
		for i, left := range rows {
			for _, right := range rows[i+1:] {
				p := pairs[[2]string{left, right}]
				if p == nil {
					p = &pair{}
					pairs[[2]string{left, right}] = p
				}
				p.add(in.rows[left][column], in.rows[right][column])
			}
		}
	}
	return pairs, nil
}

func (p *pair) add(a, b *count) {
	p.congruence += a.positive*b.positive + a.negative*b.negative
	p.conflict += a.positive*b.negative + a.negative*b.positive
	if b.positive > 0 {
		p.sharedLeft += a.positive
	}
	if b.negative > 0 {
		p.sharedLeft += a.negative
	}
	if a.positive > 0 {
		p.sharedRight += b.positive
	}
	if a.negative > 0 {
		p.sharedRight += b.negative
	}
	p.dates.span(a.first, a.last)
	p.dates.span(b.first, b.last)
}

// divisor returns what the weights of two rows of these activities are divided by.
func (p *pair) divisor(left, right int, n Normalisation) float64 {
	switch n {
	case Average:
		return float64(left+right) / 2
	case Jaccard:
		return float64((left - p.sharedLeft) + (right - p.sharedRight) + p.congruence)
	case Cosine:
		return float64(left) * float64(right)
	}
	return 1
}

// A signed is the congruence and the conflict of two rows after normalisation.
type signed struct{ congruence, conflict float64 }

// weigh normalises every pair.
func weigh(in incidence, pairs map[[2]string]*pair, n Normalisation) map[[2]string]signed {
	activity := map[string]int{}
	for row, columns := range in.rows {
		for _, c := range columns {
			activity[row] += c.all()
		}
	}
	out := make(map[[2]string]signed, len(pairs))
	for ends, p := range pairs {
		d := p.divisor(activity[ends[0]], activity[ends[1]], n)
		out[ends] = signed{float64(p.congruence) / d, float64(p.conflict) / d}
	}
	return out
}

// oneModeEdges returns an edge between every two rows of which the weight is not 0.
func oneModeEdges(pairs map[[2]string]*pair, weights map[[2]string]signed, k Kind) []Edge {
	var edges []Edge
	for ends, p := range pairs {
		w := weights[ends]
		e := Edge{
			Source: ends[0], Target: ends[1], Tie: Congruent,
			Positive: p.congruence, Negative: p.conflict, First: p.dates.first, Last: p.dates.last,
		}
		switch k {
		case Congruence:
			e.Weight = w.congruence
		case Conflict:
			e.Weight, e.Tie = w.conflict, Conflicts
		case Subtract:
			e.Weight = w.congruence - w.conflict
			if p.conflict > p.congruence {
				e.Tie = Conflicts
			}
		}
		if e.Weight != 0 {
			edges = append(edges, e)
		}
	}
	return edges
}
