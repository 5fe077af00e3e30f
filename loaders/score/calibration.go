package score

import (
	"math"
	"slices"
	"strings"
)

// bands is how many bands of equal width there are between confidence 0 and 1.
const bands = 10

// A Band is the statements with a confidence from From on and below To, or up to
// 1 in the last. In a calibrated tool Right is near Confidence.
type Band struct {
	From       float64 `json:"from"`
	To         float64 `json:"to"`
	Statements int     `json:"statements"`
	Confidence float64 `json:"confidence"` // mean
	Right      float64 `json:"right"`      // share
}

// calibration returns the bands that have statements and the expected calibration
// error over them.
func calibration(all []verdict) ([]Band, float64) {
	var in [bands]struct {
		n, right int
		sum      float64
	}
	for _, v := range all {
		b := &in[min(int(v.confidence*bands+1e-9), bands-1)]
		b.n++
		b.right += one(v.right)
		b.sum += v.confidence
	}
	var out []Band
	wrong := 0.0
	for i, b := range in {
		if b.n == 0 {
			continue
		}
		band := Band{float64(i) / bands, float64(i+1) / bands, b.n, b.sum / float64(b.n), share(b.right, b.n)}
		out = append(out, band)
		wrong += math.Abs(band.Confidence-band.Right) * share(b.n, len(all))
	}
	return out, wrong
}

// A Rule is what one rule found. Precision is the share of its statements whose
// content matched, Exact that of the same words, Right that of right ones.
type Rule struct {
	Rule       string  `json:"rule"`
	Fires      int     `json:"fires"`
	Precision  float64 `json:"precision"`
	Exact      float64 `json:"exact"`
	Right      float64 `json:"right"`
	Confidence float64 `json:"confidence"` // mean
}

// rules returns the rules, those that fire most first.
func rules(all []verdict) []Rule {
	by := map[string][]verdict{}
	for _, v := range all {
		by[v.rule] = append(by[v.rule], v)
	}
	var out []Rule
	for name, of := range by {
		var matched, exact, right int
		sum := 0.0
		for _, v := range of {
			matched, exact, right = matched+one(v.matched), exact+one(v.exact), right+one(v.right)
			sum += v.confidence
		}
		n := len(of)
		out = append(out, Rule{name, n, share(matched, n), share(exact, n), share(right, n), sum / float64(n)})
	}
	slices.SortFunc(out, func(a, b Rule) int {
		if a.Fires != b.Fires {
			return b.Fires - a.Fires
		}
		return strings.Compare(a.Rule, b.Rule)
	})
	return out
}
