package main

import (
	"bytes"
	"cmp"
	"embed"
	"fmt"
	"slices"
	"strings"
	"text/template"

	"counterclaim/graph"
	"counterclaim/graph/synthetic"
	"counterclaim/queries"
)

//go:embed questions
var questionFiles embed.FS

// A question is asked of every system in its own words, for the first 100 rows in the
// order that the words say. Asked of ours, it is a query that is shipped, with
// parameters, or else the script questions/NAME.js.
type question struct {
	Name, Says string
	shipped    string
	columns    []string
}

// questions are asked on a graph's subjects, which are the same at any size.
var questions = []question{
	{"denials-of-one", "the denials of one accusation: who, when, where", "", columns("when denier words outlet id")},
	{"who-denies-whom", "who denies what one country says, how often", "who-denies-whom side={{.Side}}", columns("denier denied times first last")},
	{"newest", "the newest statements of a busy speaker", "", columns("when words outlet id")},
	{"incident", "all about one incident in order of time", "incident about={{.Incident}}", columns("when speaker side kinds polarity words answers outlet id")},
	{"unanswered", "unanswered accusations against one country", "unanswered target_side={{.Side}}", columns("when accuser accused words outlet id")},
	{"contrasts", "one speaker's claims with what was said against them", "contrasts speaker={{.Speaker}}",
		columns("claimed claimant claim relation answered answerer answer score claim_outlet answer_outlet claim_id answer_id")},
	{"kind-in-month", "threats of one month", "statements kind=kind:threat since={{.Month}} until={{.Month}}", columns("when speaker target words outlet id")},
	{"documents-of-outlet", "one outlet's documents of some weeks", "", columns("published title id")},
	{"counts-by-kind", "how many statements do what", "", columns("kind statements")},
	{"speakers-for", "who speaks for a country, how often", "", columns("name statements id")},
}

func columns(names string) []string { return strings.Fields(names) }

const rows = 100

// subjects are what the questions are about.
type subjects struct {
	Claim, Busy, Speaker, Side, Incident, Month, Outlet, Since, Until string
	Kinds                                                             []graph.Kind
}

// newSubjects returns the subjects of graphs of so many statements or more.
func newSubjects(statements int) subjects {
	s := subjects{
		Claim: mostDenied(min(statements, 10_000)), Busy: synthetic.Speaker(3), Speaker: synthetic.Speaker(30), Side: synthetic.Country(20),
		Incident: synthetic.Incident(7), Month: "2020-01", Outlet: "Outlet 7", Since: "2020-01-05", Until: "2020-01-25",
	}
	for _, k := range graph.Kinds {
		s.Kinds = append(s.Kinds, k.Kind)
	}
	return s
}

// mostDenied returns the claim that is denied most often in a graph.
func mostDenied(statements int) string {
	denied := map[string]int{}
	var claims []string
	for b := range synthetic.Batches(seed, statements, perBatch) {
		for _, c := range b.Contrasts {
			if denied[c.Claim]++; denied[c.Claim] == 1 {
				claims = append(claims, c.Claim)
			}
		}
	}
	return slices.MaxFunc(claims, func(a, b string) int { return cmp.Or(denied[a]-denied[b], strings.Compare(b, a)) })
}

// words returns the question in the language of that ending, .rq or .gizmo, after what all
// questions in it begin with.
func (q *question) words(ending string, s subjects) (string, error) {
	before, err := questionFiles.ReadFile("questions/prefix" + ending)
	if err != nil {
		return "", err
	}
	src, err := questionFiles.ReadFile("questions/" + q.Name + ending)
	if err != nil {
		return "", err
	}
	filled, err := fill(string(src), s)
	return string(before) + filled, err
}

// query returns the question as one of ours, with its parameters.
func (q *question) query(s subjects) (queries.Query, map[string]string, error) {
	if q.shipped == "" {
		src, err := questionFiles.ReadFile("questions/" + q.Name + ".js")
		if err != nil {
			return queries.Query{}, nil, err
		}
		filled, err := fill(string(src), s)
		if err != nil {
			return queries.Query{}, nil, err
		}
		found, err := queries.Parse(q.Name+".js", []byte(filled))
		return found, nil, err
	}
	call, err := fill(q.shipped, s)
	if err != nil {
		return queries.Query{}, nil, err
	}
	words := strings.Fields(call)
	params := map[string]string{}
	for _, w := range words[1:] {
		name, value, _ := strings.Cut(w, "=")
		params[name] = value
	}
	found, err := queries.Find(words[0])
	return found, params, err
}

func fill(text string, s subjects) (string, error) {
	t, err := template.New("question").Parse(text)
	if err != nil {
		return "", err
	}
	var out bytes.Buffer
	if err := t.Execute(&out, s); err != nil {
		return "", fmt.Errorf("question: %w", err)
	}
	return out.String(), nil
}
