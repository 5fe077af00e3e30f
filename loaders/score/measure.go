package score

import (
	"context"
	"runtime"
	"slices"
	"sync"

	"counterclaim/graph"
)

// A Report is how what was found stands to what was annotated.
type Report struct {
	Documents   int      `json:"documents"`
	Annotated   int      `json:"annotated"`
	Found       int      `json:"found"`
	Matched     int      `json:"matched"`
	Figures     []Figure `json:"figures"`
	Calibration []Band   `json:"calibration"`
	// CalibrationError is the expected calibration error.
	CalibrationError float64 `json:"calibration_error"`
	Rules            []Rule  `json:"rules,omitempty"`
	// Unread says why documents could not be read; they count as if nothing had
	// been found in them.
	Unread []error `json:"-"`
}

// A Figure is one measure; see the package comment for each.
type Figure struct {
	Name      string  `json:"name"`
	Precision float64 `json:"precision"`
	Recall    float64 `json:"recall"`
	F1        float64 `json:"f1"`
}

// Measure lets find read each document, on all cores, and compares. The error is
// that of ctx.
func Measure(ctx context.Context, documents []Document, find func(*Document) ([]graph.Statement, error)) (Report, error) {
	verdicts, reached := make([][]verdict, len(documents)), make([][]reach, len(documents))
	errs := make([]error, len(documents))
	var all sync.WaitGroup
	free := make(chan struct{}, runtime.GOMAXPROCS(0))
	for i := range documents {
		free <- struct{}{}
		all.Go(func() {
			defer func() { <-free }()
			if ctx.Err() != nil {
				return
			}
			var statements []graph.Statement
			statements, errs[i] = find(&documents[i])
			verdicts[i], reached[i] = judge(&documents[i], statements)
		})
	}
	all.Wait()
	if err := ctx.Err(); err != nil {
		return Report{}, err
	}
	out := report(verdicts, reached)
	out.Unread = slices.DeleteFunc(errs, func(err error) bool { return err == nil })
	return out, nil
}

// A tally counts for one figure.
type tally struct{ right, found, reached, annotated int }

func (t tally) figure(name string) Figure {
	f := Figure{Name: name, Precision: share(t.right, t.found), Recall: share(t.reached, t.annotated)}
	if sum := f.Precision + f.Recall; sum > 0 {
		f.F1 = 2 * f.Precision * f.Recall / sum
	}
	return f
}

func share(n, of int) float64 {
	if of == 0 {
		return 0
	}
	return float64(n) / float64(of)
}

var modes = []graph.Mode{graph.Direct, graph.Mixed, graph.Indirect}

func report(verdicts [][]verdict, reached [][]reach) Report {
	r := Report{Documents: len(verdicts)}
	var exact, matched, head, triple tally
	byMode := map[graph.Mode]*tally{}
	for _, m := range modes {
		byMode[m] = &tally{}
	}
	var all []verdict
	for i := range verdicts {
		all = append(all, verdicts[i]...)
		for _, g := range reached[i] {
			r.Annotated++
			head.annotated += one(g.source)
			byMode[g.mode].annotated++
			byMode[g.mode].reached += one(g.matched)
		}
	}
	for _, v := range all {
		exact.right += one(v.exact)
		matched.right += one(v.matched)
		head.right += one(v.head)
		head.found += one(v.source)
		triple.right += one(v.triple)
		byMode[v.mode].found++
		byMode[v.mode].right += one(v.matched)
	}
	r.Found, r.Matched = len(all), matched.right
	for _, t := range []*tally{&exact, &matched, &triple} {
		t.found, t.annotated = r.Found, r.Annotated
	}
	for _, t := range []*tally{&exact, &matched, &triple, &head} {
		t.reached = t.right // pairs are one to one
	}
	r.Figures = []Figure{exact.figure("content exact"), matched.figure("content matched"), head.figure("source head"), triple.figure("triple lenient")}
	for _, m := range modes {
		r.Figures = append(r.Figures, byMode[m].figure(string(m)+" matched"))
	}
	r.Calibration, r.CalibrationError = calibration(all)
	r.Rules = rules(all)
	return r
}

func one(b bool) int {
	if b {
		return 1
	}
	return 0
}
