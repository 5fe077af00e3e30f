package store

import (
	"fmt"
	"reflect"
	"strings"
	"testing"
)

// A graph of four statements, of which the second repeats the first in another document,
// and a contrast between the last two.
const tableQuads = `
<st:1> <text> "The ministry rejected the report of the panel as a fabrication." <doc:a> .
<st:1> <speaker> <actor:ann> <doc:a> .
<st:1> <kind> <kind:denial> <doc:a> .
<st:1> <said> "2031-05-02" <doc:a> .
<st:1> <document> <doc:a> <doc:a> .
<st:2> <text> "The ministry rejected the report of the panel as a fabrication." <doc:b> .
<st:2> <speaker> <actor:ann> <doc:b> .
<st:2> <kind> <kind:denial> <doc:b> .
<st:2> <said> "2031-05-03" <doc:b> .
<st:2> <document> <doc:b> <doc:b> .
<st:3> <text> "No." <doc:b> .
<st:3> <speaker> <actor:bob> <doc:b> .
<st:3> <kind> <kind:denial> <doc:b> .
<st:3> <kind> <kind:victimhood> <doc:b> .
<st:3> <document> <doc:b> <doc:b> .
<st:4> <text> "No." <doc:b> .
<st:4> <target> <actor:bob> <doc:b> .
<st:4> <kind> <kind:demand> <doc:b> .
<st:4> <said> "2031-04" <doc:b> .
<st:4> <document> <doc:b> <doc:b> .
<doc:a> <publisher> "Gazette" <doc:a> .
<doc:b> <published> "2031-06-01" <doc:b> .
<actor:ann> <name> "Ann" <actors> .
<contrast:1> <claim> <st:4> <doc:b> .
<contrast:1> <counter> <st:3> <doc:b> .
<contrast:1> <relation> <relation:denies> <doc:b> .
`

func withTable(t *testing.T, test func(t *testing.T, ask func(script string) ([]map[string]any, error))) {
	withStores(t, tableQuads, func(t *testing.T, s *Store) {
		const columns = `{id: "id", when: "when", month: "when.month", words: "words", speaker_id: "speaker_id", who: ["speaker", "outlet", "document"], kinds: "kinds"}`
		test(t, func(script string) ([]map[string]any, error) {
			return gizmoRows(s, "", "const t = tableOf(statementsOf(['st:1', 'st:2', 'st:3', 'st:4']), "+columns+");\n"+script)
		})
	})
}

func TestTable(t *testing.T) {
	withTable(t, func(t *testing.T, ask func(string) ([]map[string]any, error)) {
		for script, want := range map[string]string{
			`t.length`:                                       "4",
			`[t.first, t.last]`:                              `["2031-04","2031-06-01"]`,
			`t.having({id: "st:9"}).first === null`:          "true",
			`t.once().values("id")`:                          `["st:1","st:3","st:4"]`,
			`t.doing("victimhood", "demand").values("id")`:   `["st:3","st:4"]`,
			`t.tally("who").map(p => p.who + p.length)`:      `["Ann2","actor:bob1","doc:b1"]`,
			`t.tally("who", "month").map(p => p.month)`:      `["2031-05","2031-06","2031-04"]`,
			`t.known("speaker_id").distinct("speaker_id")`:   `["actor:ann","actor:bob"]`,
			`t.fill("speaker_id", "-").values("speaker_id")`: `["actor:ann","actor:ann","actor:bob","-"]`,
			`t.having({speaker_id: null}).id`:                "st:4",
			`t.alike("who", "speaker_id").values("id")`:      `["st:3"]`,
			`t.among("id", ["st:2", "st:9"]).values("id")`:   `["st:2"]`,
			`t.notAmong("id", ["st:2"]).values("id")`:        `["st:1","st:3","st:4"]`,
			`tableOf([{who: "a", n: 3}, {who: "b", n: 0}, {who: "a", n: 1}], {who: "who", n: "n"}).least("n", "who").values("n")`: "[1,0]",
			`tableOf([{n: 3}, {n: -1}, {n: null}], {n: "n"}).from("n", 0).values("n")`:                                            "[3]",
			`t.among("id", t.doing("demand"), "id").values("id")`:                                                                 `["st:4"]`,
			`t.notAmong("who", t, "id").length`:                                                                                   "4",
			`t.count("id") + " " + t.count("speaker_id") + " " + t.count("kinds")`:                                                "4 2 3",
			`t.known("id").length`:                               "4",
			`t.alike("id", "id").length`:                         "4",
			`t.fill("id", "none").tally("id").map(p => p.id)`:    `["st:1","st:2","st:3","st:4"]`,
			`t.apart("kinds").once().values("id")`:               `["st:1","st:3","st:4"]`,
			`answersIn(t.doing("demand"), 0)[0].id`:              "contrast:1",
			`answersIn(t.doing("denial"), 0).length`:             "0",
			`t.inOrder().values("id")`:                           `["st:4","st:1","st:2","st:3"]`,
			`t.apart("kinds").distinct("kinds")`:                 `["demand","denial","victimhood"]`,
			`t.apart("kinds").tally("kinds").map(p => p.length)`: "[3,1,1]",
			`t.rows()[3]`: `{"id":"st:4","kinds":"demand","month":"2031-04","speaker_id":null,"when":"2031-04","who":"doc:b","words":"No."}`,
		} {
			rows, err := ask("g.emit({v: " + script + "})")
			if err != nil || len(rows) != 1 || fmt.Sprint(rows[0]["v"]) != want {
				t.Errorf("%s: got %v, %v; want %s", script, rows, err, want)
			}
		}
		for script, want := range map[string]string{
			`t.distinct("nonsense")`: `no column "nonsense" was read; there are id, kinds, month`,
			`t.tally.call({}, "id")`: `tally() is for what table() gives`,
		} {
			if _, err := ask(script); err == nil || !strings.Contains(err.Error(), want) {
				t.Errorf("%s: got %v, want %s", script, err, want)
			}
		}
	})
}

// Parts of a table are shown like statements.
func TestShowParts(t *testing.T) {
	withTable(t, func(t *testing.T, ask func(string) ([]map[string]any, error)) {
		rows, err := ask(`showAll(t.tally("speaker_id").slice(0, 2), {
			who: "who", n: "length", once: "once", dates: "when.count", last: "last", ids: p => p.values("id").join(" "),
		})`)
		want := []map[string]any{
			{"who": "Ann", "n": int64(2), "once": int64(1), "dates": int64(2), "last": "2031-05-03", "ids": "st:1 st:2"},
			{"who": "actor:bob", "n": int64(1), "once": int64(1), "dates": int64(1), "last": "2031-06-01", "ids": "st:3"},
		}
		if err != nil || !reflect.DeepEqual(rows, want) {
			t.Errorf("got %v, %v; want %v", rows, err, want)
		}
	})
}

// Answers are counted by the claim, in a table of them, for those that are shown.
func TestShowCounts(t *testing.T) {
	withTable(t, func(t *testing.T, ask func(string) ([]map[string]any, error)) {
		const answers = `const answers = tableOf(contrastsOf(["contrast:1"]), {claim: "claim.id", to: "counter.kinds", days: "days_apart", score: "score"}); `
		rows, err := ask(answers + `showAll(statementsOf(["st:1", "st:4"]), {id: "id", answers: [answers, "claim"]})`)
		want := []map[string]any{{"id": "st:1", "answers": int64(0)}, {"id": "st:4", "answers": int64(1)}}
		if err != nil || !reflect.DeepEqual(rows, want) {
			t.Errorf("got %v, %v; want %v", rows, err, want)
		}
		for script, want := range map[string]string{
			`t.notAmong("id", answers, "claim").values("id")`:                                                                     `["st:1","st:2","st:3"]`,
			`amongIn(statementsOf(["st:1", "st:4"]), "id", answers, true, "claim")[0].id`:                                         "st:4",
			`amongIn(statementsOf(["st:1", "st:4"]), "id", tableOf(contrastsOf([]), {claim: "claim.id"}), false, "claim").length`: "2",
			`answers.from("days", 61).length + " " + answers.from("days", 62).length + " " + answers.from("score", 0).length`:     "1 0 0",
		} {
			rows, err := ask(answers + "g.emit({v: " + script + "})")
			if err != nil || len(rows) != 1 || fmt.Sprint(rows[0]["v"]) != want {
				t.Errorf("%s: got %v, %v; want %s", script, rows, err, want)
			}
		}
		for script, want := range map[string]string{
			`showAll(statementsOf(["st:1"]), {n: [answers, "to"]})`: `column "to" does not have the names of statements or contrasts alone`,
			`showAll(t.tally("who"), {n: [answers, "claim"]})`:      `a table counts statements and contrasts only`,
		} {
			if _, err := ask(answers + script); err == nil || !strings.Contains(err.Error(), want) {
				t.Errorf("%s: got %v, want %s", script, err, want)
			}
		}
	})
}

// A list of statements is an array in all that a script does with it.
func TestLists(t *testing.T) {
	withStores(t, tableQuads, func(t *testing.T, s *Store) {
		for script, want := range map[string]string{
			`list.length + " " + Array.isArray(list) + " " + list[0].id + " " + list[7]`:       "3 true st:1 undefined",
			`[...list].map(s => s.id).join()`:                                                  "st:1,st:2,st:3",
			`list.filter(s => s.kinds == "denial").map(s => s.id).join()`:                      "st:1,st:2",
			`list.sort((a, b) => (a.id < b.id ? 1 : -1)).map(s => s.id).join()`:                "st:3,st:2,st:1",
			`(list.push(list[0]), list.map(s => s.id).join())`:                                 "st:1,st:2,st:3,st:1",
			`(list.pop(), tableOf(list, {id: "id"}).values("id").join())`:                      "st:1,st:2",
			`(list.shift(), contrastsOf(list, "<counter>").map(c => c.id).join())`:             "contrast:1",
			`(list[1].note = "mine", knownIn(list, ["said"])[1].note)`:                         "mine",
			`knownIn(list, [["said", "outlet"], "speaker"]).map(s => s.id).join()`:             "st:1,st:2",
			`amongIn(list, "id", ["st:2"], true).map(s => s.id).join()`:                        "st:2",
			`amongIn([list[2], list[0]], "id", ["st:2"], false).map(s => s.id).join()`:         "st:3,st:1",
			`answersIn(["st:4"], .5).length + " " + answersIn(["<st:4>"], 0).length`:           "0 1",
			`contrastsOf(list, "<counter>").map(c => c.days_apart + " " + c.by_target).join()`: "61 true",
			`knownIn(list, ["said"]).map(s => s.id).join()`:                                    "st:1,st:2",
			`contrastsOf(list, "<counter>").map(c => c.least_days + " " + c.most_days).join()`: "0 61",
			`"least_days" in {...contrastsOf(list, "<counter>")[0]}`:                           "false",
		} {
			rows, err := gizmoRows(s, "", "const list = statementsOf(['st:1', 'st:2', 'st:3']); g.emit("+script+")")
			if err != nil || len(rows) != 1 || fmt.Sprint(rows[0]["value"]) != want {
				t.Errorf("%s: got %v, %v; want %s", script, rows, err, want)
			}
		}
	})
}
