package queries

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// Each parameter that queries take picks statements, alone and with others; what a
// query picks itself holds besides. The graph is that of sureQuads.
func TestTakes(t *testing.T) {
	db := open(t, "memory", sureQuads+`
<doc:a> <publisher> "Coastal Wire" <doc:a> .
<doc:a> <published> "2031-05-03" <doc:a> .
<st:rumour> <said> "2030" <doc:a> .
<st:charge> <side> <actor:norreland> <doc:a> .
<st:charge> <target-side> <actor:isles> <doc:a> .
<st:charge> <victim> <actor:tally> <doc:a> .
`)
	for _, c := range []struct{ query, params, want string }{
		{"statements", "", "answer charge denial rumour"},
		{"statements", "speaker=brandt", "answer denial"},
		{"statements", "speaker=brandt document=doc:a", "answer denial"},
		{"statements", "document=doc:b", ""},
		{"statements", "kind=denial speaker=reyes", ""},
		{"statements", "target=veldany kind=attribution", "charge rumour"},
		{"statements", "side=norreland", "charge"},
		{"statements", "target_side=isles", "charge"},
		{"statements", "victim=tally about=concept:fire", "charge"},
		{"statements", "outlet=Coastal%Wire speaker=reyes", "charge"},
		{"statements", "outlet=Coastal", ""},
		{"statements", "since=2031", "answer charge denial"},
		{"statements", "until=2030-12", "rumour"},
		{"unanswered", "", ""},
		{"attributions", "speaker=brandt", ""},
		{"attributions", "kind=denial", ""},
		{"contrasts", "", "answer denial"},
		{"contrasts", "speaker=tally", "answer"},
		{"contrasts", "side=norreland kind=attribution", "denial"},
		{"contrasts", "until=2030", "answer"},
		{"contrasts", "answerer=brandt", "answer denial"},
		{"contrasts", "answerer=brandt speaker=tally", "answer"},
		{"contrasts", "answerer=tally", ""},
		{"contrasts", "relation=denies", "answer denial"},
		{"contrasts", "relation=doubts", ""},
		{"contrasts", "relation=denies outlet=Coastal%Wire victim=tally", "denial"},
		{"who-denies-whom", "relation=doubts", ""},
	} {
		q, err := Find(c.query)
		if err != nil {
			t.Fatal(err)
		}
		params := map[string]string{}
		for _, p := range strings.Fields(c.params) {
			name, value, _ := strings.Cut(p, "=")
			params[name] = strings.ReplaceAll(value, "%", " ")
		}
		table, err := Run(t.Context(), db, q, params, testLimits)
		if err != nil {
			t.Fatalf("%s %s: %v", c.query, c.params, err)
		}
		var got []string
		for _, row := range table.Rows {
			got = append(got, strings.TrimPrefix(fmt.Sprint(row[max(q.column("id"), q.column("answer_id"))]), "st:"))
		}
		slices.Sort(got)
		if strings.Join(got, " ") != c.want {
			t.Errorf("%s %s: got %v, want %s", c.query, c.params, got, c.want)
		}
	}
}

// A query's own declaration stands, and a script without a header takes what its verb
// picks by.
func TestWhoTakes(t *testing.T) {
	q, err := Find("document")
	if err != nil {
		t.Fatal(err)
	}
	if p, _ := q.param("document"); p.Optional {
		t.Error("the document may be left out")
	}
	if p, _ := q.param("speaker"); p.Text != "Only statements of this actor." || !p.Optional {
		t.Errorf("got %+v", p)
	}
	script, err := Script("answered().show({id: 'id'})")
	if err != nil {
		t.Fatal(err)
	}
	if p, _ := script.param("side"); p.Text != "Only claims from this side." || !script.TakesConfidence() {
		t.Errorf("got %+v", p)
	}
	if _, ok := script.param("answerer"); !ok {
		t.Error("no parameter answerer")
	}
}
