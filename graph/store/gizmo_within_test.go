package store

import (
	"cmp"
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"counterclaim/graph"
	"counterclaim/graph/store/storetest"
)

// Of many statements each passes or fails by its own date and confidence, though a file is
// asked for those that share them: among them are ones that only their documents date, and
// ones without either.
func TestManyWithin(t *testing.T) {
	var quads strings.Builder
	days := []string{"2031-01-30", "2031-02-02", "2031-02", "2031", "2030-12-31", ""}
	var want, sure []string
	for i := range 300 {
		id, said, published, confidence := fmt.Sprintf("st:%03d", i), days[i*7%6], days[i*5%4], []string{"0.7", "0.9", ""}[i%3]
		document := fmt.Sprintf("doc:%d", i*5%4)
		fmt.Fprintf(&quads, "<%s> <type> <class:statement> <%[2]s> .\n<%[1]s> <document> <%[2]s> <%[2]s> .\n", id, document)
		fmt.Fprintf(&quads, "<%s> <published> %q <%[1]s> .\n", document, published)
		if said != "" {
			fmt.Fprintf(&quads, "<%s> <said> %q <%s> .\n", id, said, document)
		}
		if confidence != "" {
			fmt.Fprintf(&quads, "<%s> <confidence> %q^^<http://www.w3.org/2001/XMLSchema#double> <%s> .\n", id, confidence, document)
		}
		if when := cmp.Or(said, published); when == "2031-02-02" || when == "2031-02" || when == "2031" {
			want = append(want, id)
			if confidence == "0.9" {
				sure = append(sure, id)
			}
		}
	}
	withStores(t, quads.String(), func(t *testing.T, s *Store) {
		for least, want := range map[string][]string{"0": want, ".8": sure} {
			rows, err := gizmoRows(s, "", `statementsWith([], "2031-02-01", "2031-02", `+least+`).forEach(s => g.emit(s.id))`)
			var got []string
			for _, row := range rows {
				got = append(got, row["value"].(string))
			}
			slices.Sort(got)
			if err != nil || !slices.Equal(got, want) {
				t.Errorf("least %s: got %d, %v; want %d", least, len(got), err, len(want))
			}
		}
	})
}

// datedStatements returns a store of thousands of statements with dates of all kinds, and
// when they were made. A file tells their months, which are not always those of when they
// were made: something said in 2029 can stand in a document of 2033.
func datedStatements(t *testing.T) (*Store, map[string]graph.Date) {
	t.Helper()
	var quads strings.Builder
	when := map[string]graph.Date{}
	r := rand.New(rand.NewPCG(1, 0))
	dates := []graph.Date{"2029", "2030", "2030-12", "2031", "2031-02", "2031-02-14", "2031-02-28", "2031-03-01", "2033", "2033-07", ""}
	published := make([]graph.Date, manyToDate+500)
	for _, i := range r.Perm(len(published)) { // so that the documents of an outlet are not in the order of their statements
		published[i] = dates[r.IntN(len(dates))]
		fmt.Fprintf(&quads, "<doc:%d> <publisher> \"Gazette\" <doc:%[1]d> .\n", i)
	}
	for i, published := range published {
		id, document := fmt.Sprintf("st:%d", i), fmt.Sprintf("doc:%d", i)
		said := dates[r.IntN(len(dates))]
		when[id] = cmp.Or(said, published)
		fmt.Fprintf(&quads, "<%s> <type> <class:statement> <%[2]s> .\n<%[1]s> <document> <%[2]s> <%[2]s> .\n", id, document)
		if said != "" {
			fmt.Fprintf(&quads, "<%s> <said> %q <%s> .\n", id, string(said), document)
		}
		if published != "" {
			fmt.Fprintf(&quads, "<%s> <published> %q <%[1]s> .\n", document, string(published))
		}
		if month := graph.StatementMonth(&graph.Statement{Said: said}, published); month != "" {
			fmt.Fprintf(&quads, "<%s> <month> <month:%s> <%s> .\n", id, month, document)
		}
	}
	s, err := Open("bolt", storetest.Place(t, "bolt"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	if err := s.ReadQuads(t.Context(), strings.NewReader(quads.String()), nil); err != nil {
		t.Fatal(err)
	}
	return s, when
}

// Of thousands each passes by the days that its own date can mean, with any range.
func TestThousandsWithin(t *testing.T) {
	s, when := datedStatements(t)
	for _, in := range [][2]graph.Date{{"2031-02", "2031-02"}, {"2031-02-20", "2031"}, {"2031-03", ""}, {"", "2030"}, {"2029", "2029"}, {"", "2031-02-01"}, {"2032", "2035"}, {"2040", ""}} {
		first, _ := in[0].Days()
		_, last := in[1].Days()
		var want []string
		for id, when := range when {
			begins, ends := when.Days()
			if !begins.IsZero() && !ends.Before(first) && (last.IsZero() || !begins.After(last)) {
				want = append(want, id)
			}
		}
		rows, err := gizmoRows(s, "", fmt.Sprintf(`g.emit(statementsWith([["Gazette", "<publisher>", "<document>"]], %q, %q, 0).map(s => s.id).sort().join())`, string(in[0]), string(in[1])))
		slices.Sort(want)
		if err != nil || rows[0]["value"] != strings.Join(want, ",") {
			t.Errorf("from %q until %q: got %d of %d, %v", in[0], in[1], strings.Count(fmt.Sprint(rows), "st:"), len(want), err)
		}
	}
}

// The first of thousands by day, and the last, are those that sorting all gives.
func TestFirstOfThousands(t *testing.T) {
	s, when := datedStatements(t)
	byText := func(a, b any) int { return strings.Compare(orUnknown(a), orUnknown(b)) }
	backwards := func(a, b any) int { return byText(b, a) }
	for _, compare := range []func(a, b any) int{byText, backwards} {
		want := slices.SortedFunc(maps.Keys(when), func(a, b string) int {
			return cmp.Or(compare(orNothing(string(when[a])), orNothing(string(when[b]))), strings.Compare(a, b))
		})
		for _, n := range []int{1, 20, 700, 2000, len(when) - 1, len(when) + 1} {
			first := &First{Rows: n, Order: []Key{{"when", compare}, {"id", byText}}}
			got := map[string]bool{}
			err := s.Gizmo(t.Context(), "", `showAll(statementsWith([], "", "", 0), {when: "when", id: "id"})`, first, func(row map[string]any) error {
				got[row["id"].(string)] = true
				return nil
			})
			wanted := want[:min(n, len(want))]
			if err != nil || len(got) != len(wanted) || first.More != len(want)-len(wanted) || slices.ContainsFunc(wanted, func(id string) bool { return !got[id] }) {
				t.Errorf("the first %d: got %d and %d more, %v, want %d", n, len(got), first.More, err, len(wanted))
			}
		}
	}
}

// orUnknown returns a text, or one that comes after all dates.
func orUnknown(v any) string {
	if text, ok := v.(string); ok {
		return text
	}
	return "unknown"
}
