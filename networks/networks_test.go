package networks_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"counterclaim/graph"
	"counterclaim/networks"
)

// The case worked by hand: how often each actor takes which position.
//
//	      x yes  x no  y yes  y no  z yes   activity
//	ann     2                  1               3
//	ben     1                  1      1        3
//	cay     1      1     2                     4
//	dee                               1        1
const worked = `
ann x yes
ann x yes
ann y no
ben x yes
ben y no
ben z yes
cay x yes
cay x no
cay y yes
cay y yes
dee z yes
`

func TestWorkedByHand(t *testing.T) {
	for _, c := range []struct {
		kind      networks.Kind
		normalise networks.Normalisation
		agreement networks.Agreement
		want      string
	}{
		// x: 2*1, y: 1*1 | x: 2*1 | x: 1*1 | z: 1*1
		{networks.Congruence, "none", "", "ann-ben 3, ann-cay 2, ben-cay 1, ben-dee 1"},
		// x: 2*1, y: 1*2 | x: 1*1, y: 1*2
		{networks.Conflict, "none", "", "ann-cay 4, ben-cay 3"},
		// 3-0, 2-4, 1-3, 1-0
		{networks.Subtract, "none", "", "ann-ben 3, ann-cay -2, ben-cay -2, ben-dee 1"},
		// 3/((3+3)/2), 2/((3+4)/2), 1/((3+4)/2), 1/((3+1)/2)
		{networks.Congruence, "average", "", "ann-ben 1, ann-cay 0.571, ben-cay 0.286, ben-dee 0.5"},
		// ann-ben: m11 = 2*1 + 1*1 = 3, m10 = 0, m01 = 1 (z of ben): 3/4
		// ann-cay: m11 = 2*1 = 2, m10 = 1 (y no), m01 = 1 + 2 (x no, y yes): 2/6
		// ben-cay: m11 = 1, m10 = 1 + 1 (y no, z), m01 = 1 + 2: 1/6
		// ben-dee: m11 = 1, m10 = 1 + 1 (x, y), m01 = 0: 1/3
		{networks.Congruence, "jaccard", "", "ann-ben 0.75, ann-cay 0.333, ben-cay 0.167, ben-dee 0.333"},
		{networks.Conflict, "jaccard", "", "ann-cay 0.667, ben-cay 0.5"}, // 4/6, 3/6
		// 3/(3*3), 2/(3*4), 1/(3*4), 1/(3*1)
		{networks.Congruence, "cosine", "", "ann-ben 0.333, ann-cay 0.167, ben-cay 0.083, ben-dee 0.333"},
		{networks.ActorConcept, "none", "ignore", "ann-x 2, ann-y 1, ben-x 1, ben-y 1, ben-z 1, cay-x 2, cay-y 2, dee-z 1"},
		{networks.ActorConcept, "none", "subtract", "ann-x 2, ann-y -1, ben-x 1, ben-y -1, ben-z 1, cay-y 2, dee-z 1"}, // cay-x: 1-1
		{networks.ActorConcept, "none", "combine", "ann-x 1, ann-y 2, ben-x 1, ben-y 2, ben-z 1, cay-x 3, cay-y 1, dee-z 1"},
		{networks.ActorConcept, "activity", "ignore", "ann-x 0.667, ann-y 0.333, ben-x 0.333, ben-y 0.333, ben-z 0.333, cay-x 0.5, cay-y 0.5, dee-z 1"},
		// x is taken a position on 2+1+2 times, y 1+1+2, z 1+1
		{networks.ActorConcept, "prominence", "subtract", "ann-x 0.4, ann-y -0.25, ben-x 0.2, ben-y -0.25, ben-z 0.5, cay-y 0.5, dee-z 0.5"},
	} {
		t.Run(fmt.Sprint(c.kind, " ", c.normalise, " ", c.agreement), func(t *testing.T) {
			n := must(t)(networks.Build(says(worked), networks.Options{Kind: c.kind, Normalise: c.normalise, Agreement: c.agreement}))
			if got := edges(n); got != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
		})
	}
}

// Concepts are congruent by the actors that take the same position on both:
// x and y: ann 2 yes, 1 no; ben 1 yes, 1 no; cay 1 yes and 1 no, 2 yes: 0 + 0 + 1*2;
// x and z: ben 1*1; y and z: none, since ben says no and yes.
func TestConceptsAreTiedByActors(t *testing.T) {
	n := must(t)(networks.Build(says(worked), networks.Options{Kind: networks.Congruence, By: networks.ByConcept}))
	if got, want := edges(n), "x-y 2, x-z 1"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

// Two camps of two, each of one mind. Congruence: w+ = 2, each node 1; within a camp lie
// 2 of 4 halves, 2*2/4 = 1 by chance: Q+ = 2(2-1) = 2. Conflict: w- = 4, each node 2;
// within a camp lies none, 4*4/8 = 2 by chance: Q- = 2(0-2) = -4.
// Q = (2+4)/(4+8).
func TestPolarisationOfTwoCampsIsAHalf(t *testing.T) {
	s := says("ann x yes\nben x yes\ncay x no\ndee x no")
	n := must(t)(networks.Build(s, networks.Options{Kind: networks.Subtract}))
	if n.Measures.Polarisation != 0.5 || n.Measures.Communities != 2 {
		t.Errorf("polarisation %v, %d communities", n.Measures.Polarisation, n.Measures.Communities)
	}
	if a, c := n.Node("actor:ann").Community, n.Node("actor:cay").Community; a != 1 || c != 2 {
		t.Errorf("ann is of community %d, cay of %d", a, c)
	}
	agree := must(t)(networks.Build(says("ann x yes\nben x yes\ncay x yes"), networks.Options{Kind: networks.Congruence}))
	if agree.Measures.Polarisation != 0 || agree.Measures.Density != 1 {
		t.Errorf("where all agree: %+v", agree.Measures)
	}
}

// ann - ben - cay, with ben between: 1 of the 1 pair of others.
func TestBetweennessAndDegree(t *testing.T) {
	n := must(t)(networks.Build(says("ann x yes\nben x yes\nben y yes\ncay y yes"), networks.Options{Kind: networks.Congruence}))
	ben := n.Node("actor:ben")
	if ben.Betweenness != 1 || ben.Degree != 2 || ben.OutStrength != 2 || ben.InStrength != 2 {
		t.Errorf("%+v", ben)
	}
	if ann := n.Node("actor:ann"); ann.Betweenness != 0 || ann.Degree != 1 {
		t.Errorf("%+v", ann)
	}
}

func TestDuplicates(t *testing.T) {
	s := says(`
ann x yes 2031-03-01 a
ann x yes 2031-03-02 a
ann x no  2031-03-02 a
ann x yes 2031-03-09 b
ann x yes 2032-03-09 c`)
	for duplicates, want := range map[networks.Duplicates]string{
		networks.CountAll:     "ann-x 5",
		networks.PerDocument:  "ann-x 3",
		networks.PerMonth:     "ann-x 2",
		networks.PerYear:      "ann-x 2",
		networks.PerSelection: "ann-x 1",
	} {
		n := must(t)(networks.Build(s, networks.Options{Kind: networks.ActorConcept, Duplicates: duplicates}))
		if got := edges(n); got != want {
			t.Errorf("%s: got %s, want %s", duplicates, got, want)
		}
	}
	n := must(t)(networks.Build(s, networks.Options{Kind: networks.ActorConcept, Duplicates: networks.PerSelection, Agreement: networks.Combine}))
	if got := edges(n); got != "ann-x 3" || n.LeftOut[networks.Duplicate] != 3 {
		t.Errorf("where agreement counts, a yes and a no are no duplicates: %s, left out %v", got, n.LeftOut)
	}
}

func TestWindows(t *testing.T) {
	s := says(`
ann x yes 2031-01-05
ben x yes 2031-01-20
cay x yes 2031-02-10
dee x yes 2031-02
eve x yes 2031
fay x yes`)
	month, fortnight := period(t, "1m"), period(t, "2w")
	all, err := networks.Windows(s, networks.Options{Kind: networks.Congruence}, month, month)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, n := range all {
		got = append(got, n.Span()+": "+edges(n))
	}
	want := []string{"2031-01-01 to 2031-01-31: ann-ben 1", "2031-02-01 to 2031-02-28: cay-dee 1"}
	if !slices.Equal(got[:2], want) || len(all) != 12 || all[0].LeftOut[networks.Undated] != 2 {
		t.Errorf("got %d windows, %q, left out %v", len(all), got, all[0].LeftOut)
	}
	if _, err := networks.Windows(s, networks.Options{Kind: networks.Congruence}, fortnight, month); err == nil {
		t.Error("a step that leaves days out is no error")
	}
	moving, err := networks.Windows(s, networks.Options{Kind: networks.Congruence, Isolates: true}, period(t, "45d"), period(t, "1w"))
	if err != nil {
		t.Fatal(err)
	}
	if e := edges(moving[0]); e != "ann-ben 1, ann-cay 1, ben-cay 1" || len(moving[0].Nodes) != 6 || len(moving[9].Nodes) != 6 {
		t.Errorf("moving: %s, %d nodes", e, len(moving[0].Nodes))
	}
}

func TestContrasts(t *testing.T) {
	s := says("ann x yes 2031-01-01\nben x no 2031-01-02\nben x no 2031-01-03\ncay x yes 2031-02-01\nann x yes 2031-02-02")
	id := func(i int) string { return fmt.Sprintf("st:%03d", i) }
	s.Contrasts = []graph.Contrast{
		{Counter: id(1), Claim: id(0), Relation: graph.Denies},
		{Counter: id(2), Claim: id(0), Relation: graph.Denies},
		{Counter: id(2), Claim: id(0), Relation: graph.CounterAttributes},
		{Counter: id(3), Claim: id(1), Relation: graph.Doubts},
		{Counter: id(4), Claim: id(0), Relation: graph.Echoes},
	}
	n := must(t)(networks.Build(s, networks.Options{Kind: networks.Contrast}))
	var got []string
	for _, e := range n.Edges {
		got = append(got, fmt.Sprint(e.Source, " ", e.Tie, " ", e.Target, " ", e.Weight, " ", e.First, " ", e.Last))
	}
	want := []string{
		"actor:ben counter-attributes actor:ann 1 2031-01-03 2031-01-03",
		"actor:ben denies actor:ann 2 2031-01-02 2031-01-03",
		"actor:cay doubts actor:ben 1 2031-02-01 2031-02-01",
	}
	if !n.Directed || !slices.Equal(got, want) {
		t.Errorf("got %q", got)
	}
	if ben := n.Node("actor:ben"); ben.OutStrength != 3 || ben.InStrength != 1 || ben.Degree != 2 || ben.Betweenness != 0.5 {
		t.Errorf("%+v", ben)
	}
	month := period(t, "1m")
	all, err := networks.Windows(s, networks.Options{Kind: networks.Contrast}, month, month)
	if err != nil || len(all) != 2 || len(all[1].Edges) != 1 {
		t.Errorf("an answer is of its month, though its claim is not: %v, %d windows", err, len(all))
	}
}

func TestKindsOfStatements(t *testing.T) {
	n := must(t)(networks.Build(says("ann x no\nann y no\nben x yes"), networks.Options{Kind: networks.ActorKind}))
	if got, want := edges(n), "ann-criticism 2, ann-denial 2, ben-assertion 1"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func TestErrorsSayWhatIsAllowed(t *testing.T) {
	for want, o := range map[string]networks.Options{
		`network "x"; allowed: actor-concept, actor-kind, congruence, conflict, subtract, contrast`: {Kind: "x"},
		`unit of the network contrast "concept"; allowed: actor, side, outlet`:                      {Kind: networks.Contrast, By: networks.ByConcept},
		`normalisation of the network subtract "activity"; allowed: none, average, jaccard, cosine`: {Kind: networks.Subtract, Normalise: networks.Activity},
		`agreement of the network actor-kind "combine"; allowed: ignore`:                            {Kind: networks.ActorKind, Agreement: networks.Combine},
		`duplicates of the network congruence "week"; allowed: all, document, month, year, window`:  {Kind: networks.Congruence, Duplicates: "week"},
	} {
		if _, err := networks.Build(says(worked), o); err == nil || err.Error() != want {
			t.Errorf("got %v, want %s", err, want)
		}
	}
	for _, bad := range []string{"", "d", "0d", "-3d", "30", "30x", "3.5d", "99999d"} {
		if _, err := networks.ParsePeriod(bad); err == nil {
			t.Errorf("period %q is no error", bad)
		}
	}
}

// Thousands who all speak of one thing make millions of pairs.
func TestTooManyPairsAreRefused(t *testing.T) {
	var lines strings.Builder
	for i := range 4000 {
		fmt.Fprintf(&lines, "speaker-%d peace yes 2031-05-02\n", i)
	}
	s := says(lines.String())
	const want = "the network congruence of 4000 nodes would compare 8 million pairs, more than anybody can look at; pick fewer statements by about, since or another condition, or make nodes of sides"
	if _, err := networks.Build(s, networks.Options{Kind: networks.Congruence}); err == nil || err.Error() != want {
		t.Errorf("got %v, want %s", err, want)
	}
	if _, err := networks.Windows(s, networks.Options{Kind: networks.Congruence}, period(t, "1m"), period(t, "1m")); err == nil || err.Error() != want {
		t.Errorf("in windows %v", err)
	}
}
