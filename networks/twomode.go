package networks

// A Normalisation says what the weight of an edge is divided by.
type Normalisation string

// The normalisations. With a(i,c,k) for how often actor i says k, yes or no, of concept
// c, and A(i) for the sum of it over all c and k, the activity, they divide
//
//	activity    the weight of i and c by A(i)
//	prominence  the weight of i and c by the sum of a(i,c,k) over all i and k
//	average     the weight of i and j by (A(i) + A(j)) / 2
//	jaccard     the weight of i and j by m11 + m10 + m01, where over all c and k m11 is
//	            the sum of a(i,c,k) a(j,c,k), m10 that of a(i,c,k) where a(j,c,k) is 0,
//	            and m01 that of a(j,c,k) where a(i,c,k) is 0
//	cosine      the weight of i and j by A(i) A(j)
//
// as DNA 3 does (Exporter.java: computeTwoModeMatrix, computeOneModeMatrix). Its cosine
// sums before it squares and so divides by the product of the activities, which is not
// the product of the lengths of the two vectors; we keep to it, so that numbers can be
// compared.
const (
	Plain      Normalisation = "none"
	Activity   Normalisation = "activity"
	Prominence Normalisation = "prominence"
	Average    Normalisation = "average"
	Jaccard    Normalisation = "jaccard"
	Cosine     Normalisation = "cosine"
)

// twoModeEdges returns an edge from each row to each column on which it takes a
// position, those of weight 0 left out: DNA's computeTwoModeMatrix. The weight is
//
//	ignore    a(i,c,yes) + a(i,c,no)
//	subtract  a(i,c,yes) - a(i,c,no)
//	combine   1 for yes alone, 2 for no alone, 3 for both
func twoModeEdges(in incidence, o Options) []Edge {
	activity, prominence := map[string]int{}, map[string]int{}
	for row, columns := range in.rows {
		for column, c := range columns {
			activity[row] += c.all()
			prominence[column] += c.all()
		}
	}
	var edges []Edge
	for _, row := range sorted(in.rows) {
		for _, column := range sorted(in.rows[row]) {
			c := in.rows[row][column]
			e := Edge{
				Source: row, Target: column, Tie: tieOf(c, o.Kind), Weight: weightOf(c, o.Agreement),
				Positive: c.positive, Negative: c.negative, First: c.first, Last: c.last,
			}
			switch o.Normalise {
			case Activity:
				e.Weight /= float64(activity[row])
			case Prominence:
				e.Weight /= float64(prominence[column])
			}
			if e.Weight != 0 {
				edges = append(edges, e)
			}
		}
	}
	return edges
}

func tieOf(c *count, k Kind) Tie {
	switch {
	case k == ActorKind:
		return Says
	case c.negative == 0:
		return Agrees
	case c.positive == 0:
		return Disagrees
	}
	return Both
}

// weightOf returns the weight before normalisation.
func weightOf(c *count, a Agreement) float64 {
	switch a {
	case SubtractBoth:
		return float64(c.positive - c.negative)
	case Combine:
		weight := 0.0
		if c.positive > 0 {
			weight++
		}
		if c.negative > 0 {
			weight += 2
		}
		return weight
	}
	return float64(c.all())
}
