package store

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"testing"
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
