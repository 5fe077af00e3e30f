package queries

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// Reyes accuses Veldany, surely read; an unsure denial answers her, and a sure one
// of Brandt answers an unsure charge of Tally. The people are invented.
//
//	st:charge .9 (Reyes, at Veldany)  <-denies- st:denial .6 (Brandt)
//	st:rumour .5 (Tally, at Veldany)  <-denies- st:answer .9 (Brandt)
var sureQuads = func() string {
	var out strings.Builder
	add := func(subject, predicate, object string) {
		fmt.Fprintf(&out, "<%s> <%s> %s <doc:a> .\n", subject, predicate, object)
	}
	add("doc:a", "type", "<class:document>")
	for _, s := range []struct {
		id, speaker, kind string
		confidence        float64
	}{{"charge", "reyes", "attribution", .9}, {"denial", "brandt", "denial", .6}, {"rumour", "tally", "attribution", .5}, {"answer", "brandt", "denial", .9}} {
		id := "st:" + s.id
		add(id, "type", "<class:statement>")
		add(id, "document", "<doc:a>")
		add(id, "text", `"`+s.id+`"`)
		add(id, "kind", "<kind:"+s.kind+">")
		add(id, "speaker", "<actor:"+s.speaker+">")
		add(id, "target", "<actor:veldany>")
		add(id, "about", "<concept:fire>")
		add(id, "mode", `"indirect"`)
		add(id, "certainty", `"firm"`)
		add(id, "confidence", fmt.Sprintf(`"%v"^^<http://www.w3.org/2001/XMLSchema#double>`, s.confidence))
	}
	for _, pair := range [][2]string{{"denial", "charge"}, {"answer", "rumour"}} {
		id := "contrast:" + pair[0]
		add(id, "type", "<class:contrast>")
		add(id, "relation", "<relation:denies>")
		add(id, "counter", "<st:"+pair[0]+">")
		add(id, "claim", "<st:"+pair[1]+">")
		add(id, "basis", `"cue"`)
		add(id, "score", `"0.9"^^<http://www.w3.org/2001/XMLSchema#double>`)
	}
	return out.String()
}()

func TestMinConfidence(t *testing.T) {
	db := open(t, "memory", sureQuads)
	for _, c := range []struct {
		query, column string
		params        map[string]string
		all, sure     string
	}{
		{"statements", "id", nil, "st:answer st:charge st:denial st:rumour", "st:answer st:charge"},
		{"document", "id", map[string]string{"document": "doc:a"}, "st:answer st:charge st:denial st:rumour", "st:answer st:charge"},
		{"contrasts", "answer_id", nil, "st:answer st:denial", ""},
		{"unanswered", "id", nil, "", "st:charge"},
		{"attributions", "answers", nil, "1 1", "0"},
		{"denials", "claim_id", nil, "st:charge st:rumour", "<nil>"},
		{"who-denies-whom", "denied_id", nil, "actor:reyes actor:tally", ""},
		{"by-speaker", "speaker_id", nil, "actor:brandt actor:reyes actor:tally", "actor:brandt actor:reyes"},
		{"accuser-accused", "accuser_id", nil, "actor:reyes actor:tally", "actor:reyes"},
	} {
		for least, want := range map[string]string{"": c.all, "0": c.all, "0.8": c.sure} {
			t.Run(c.query+" "+least, func(t *testing.T) {
				q, err := Find(c.query)
				if err != nil {
					t.Fatal(err)
				}
				params := map[string]string{}
				for name, value := range c.params {
					params[name] = value
				}
				if least != "" {
					params["min_confidence"] = least
				}
				table, err := Run(t.Context(), db, q, params, testLimits)
				if err != nil {
					t.Fatal(err)
				}
				var got []string
				for _, row := range table.Rows {
					got = append(got, fmt.Sprint(row[q.column(c.column)]))
				}
				slices.Sort(got)
				if strings.Join(got, " ") != want {
					t.Errorf("got %s, want %s", got, want)
				}
			})
		}
	}
}

func TestWhichQueriesTakeMinConfidence(t *testing.T) {
	all, err := All()
	if err != nil {
		t.Fatal(err)
	}
	for _, q := range all {
		if q.TakesConfidence() == (q.Name == "actors") {
			t.Errorf("%s: takes min_confidence is %v; of ours only actors shows no statements", q.Name, q.TakesConfidence())
		}
	}
	own, err := Script(`g.V("<kind:denial>").in("<kind>").statements().forEach(s => g.emit(s))`)
	if err != nil || !own.TakesConfidence() {
		t.Errorf("a script with statements() does not take it; %v", err)
	}
	plain, err := Script(`g.V("<kind:denial>").in("<kind>").all()`)
	if err != nil || plain.TakesConfidence() {
		t.Errorf("a script without statements() takes it; %v", err)
	}
	if err := own.CheckParams(map[string]string{"min_confidence": "1.5"}); fmt.Sprint(err) != "min_confidence: 1.5 is no confidence; allowed are 0 to 1" {
		t.Error(err)
	}
}
