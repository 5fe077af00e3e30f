package main

import (
	"math"
	"strings"
	"testing"
)

// Two rules of which one is right twice as often, and a sign that only tells of
// the second: the fit finds the shares that were put in.
func TestFitFindsTheShares(t *testing.T) {
	var m model
	put := func(rule string, sign bool, n, right int) {
		for i := range n {
			m.add(rule, []string{"hedged"}, []bool{sign}, i < right)
		}
	}
	put("often right", false, 4000, 3600)
	put("less often", false, 4000, 2000)
	put("less often", true, 4000, 1000)
	m.fit()
	for _, want := range []struct {
		rule string
		sign bool
		p    float64
	}{{"often right", false, .9}, {"less often", false, .5}, {"less often", true, .25}} {
		sum := m.mean + m.term("rule", want.rule).weight
		if want.sign {
			sum += m.term("sign", "hedged").weight
		}
		if got := likely(sum); math.Abs(got-want.p) > .01 {
			t.Errorf("%s, sign %v: %.3f, want %.2f", want.rule, want.sign, got, want.p)
		}
	}
	var out strings.Builder
	if err := m.write(&out); err != nil {
		t.Fatal(err)
	}
	for _, row := range []string{"\t8000\tless often\n", "\t0\tany other rule\n", "\t4000\thedged\n"} {
		if !strings.Contains(out.String(), row) {
			t.Errorf("the file lacks %q:\n%s", row, out.String())
		}
	}
}

// A rule that fired twice stays near the mean of all.
func TestARareRuleStaysNearTheMean(t *testing.T) {
	var m model
	for i := range 1000 {
		m.add("common", nil, nil, i%4 > 0)
	}
	m.add("rare", nil, nil, false)
	m.add("rare", nil, nil, false)
	m.fit()
	if p := likely(m.mean + m.term("rule", "rare").weight); p < .3 || p > .75 {
		t.Errorf("the rare rule has %.2f, want a little less than the mean .75", p)
	}
}
