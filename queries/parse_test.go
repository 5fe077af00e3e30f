package queries

import (
	"strings"
	"testing"
)

const goodHeader = `// name:   good
// title:  A title
// about:  What it is about.
// param:  speaker iri actor:ann Who speaks.
// param:  since date - From when on.
// column: who iri Who.
// column: when date optional When.
// order:  -when who

`

func TestParse(t *testing.T) {
	q, err := Parse("somewhere/good.js", []byte(goodHeader+`find(params).tag("who").saveOpt("<said>", "when").all()`))
	if err != nil {
		t.Fatal(err)
	}
	if q.Name != "good" || q.Title != "A title" || q.About != "What it is about." || strings.Join(q.Order, " ") != "-when who" {
		t.Errorf("got %+v", q)
	}
	if want := (Param{"speaker", IRI, false, "actor:ann", "Who speaks."}); q.Params[0] != want {
		t.Errorf("got %+v", q.Params[0])
	}
	if want := (Param{"since", Date, true, "", "From when on."}); q.Params[1] != want {
		t.Errorf("got %+v", q.Params[1])
	}
	if want := (Column{"when", Date, true, "When."}); q.Columns[1] != want {
		t.Errorf("got %+v", q.Columns[1])
	}
}

func TestHeaderErrors(t *testing.T) {
	const script = "\n" + `g.V("<actor:ann>").tag("who").all()`
	head := "// name: x\n// title: T\n// about: A.\n"
	cases := []struct{ name, src, want string }{
		{"unknown key", head + "// colum: who iri Who.\n// column: who iri Who.\n" + script,
			`x.js:4: unknown header key "colum"; did you mean column?`},
		{"unknown key, none near", head + "// author: me\n// column: who iri Who.\n" + script,
			`x.js:4: unknown header key "author"; allowed are name, theme, title, about, takes, param, column, order`},
		{"takes what nothing takes", head + "// takes: claim\n// column: who iri Who.\n" + script,
			`x.js:4: takes: "claim"; did you mean claims?`},
		{"takes it without what is none", head + "// takes: claims without answerer, sides\n// column: who iri Who.\n" + "\nanswered().show({who: 'id'})",
			"x.js:4: takes: without sides; did you mean side?"},
		{"takes, but never picks", head + "// takes: claims\n// column: who iri Who.\n" + script,
			"x.js:1: takes: claims, but the script never calls answered()"},
		{"picks what it does not take", head + "// column: who iri Who.\n" + "\n" + `picked().show({who: "speaker_id"})`,
			"x.js:6:1: picked() picks by parameters that the header does not take; write // takes: statements"},
		{"theme of none", head + "// theme: speaker\n// column: who iri Who.\n" + script,
			`x.js:4: theme "speaker"; did you mean speakers?`},
		{"no colon", head + "// and so on\n// column: who iri Who.\n" + script,
			`x.js:4: a header line is // key: text; put an empty line between header and comments`},
		{"other file name", "// name: y\n// title: T\n// about: A.\n// column: who iri Who.\n" + script,
			`x.js:1: name "y"; the file is called "x"`},
		{"name not kebab-case", "// name: X_1\n// title: T\n// about: A.\n// column: who iri Who.\n" + script,
			`x.js:1: name "X_1"; allowed are lower-case words joined by hyphens`},
		{"title missing", "// name: x\n// about: A.\n// column: who iri Who.\n" + script,
			`x.js:1: no title: in the header`},
		{"title empty", "// name: x\n// title:\n// about: A.\n// column: who iri Who.\n" + script,
			`x.js:2: title: without text`},
		{"title twice", head + "// title: U\n// column: who iri Who.\n" + script,
			`x.js:4: title: comes twice`},
		{"no column", head + script,
			`x.js:1: no column: in the header`},
		{"column twice", head + "// column: who iri Who.\n// column: who text Who.\n" + script,
			`x.js:5: column who: comes twice`},
		{"column without text", head + "// column: who iri\n// column: who iri Who.\n" + script,
			`x.js:4: column: allowed is // column: name type text, or // column: name type optional text`},
		{"column of unknown type", head + "// column: what node What.\n// column: who iri Who.\n" + script,
			`x.js:4: column what: type "node"; allowed are iri, text, number, date`},
		{"column name", head + "// column: Who-is iri What.\n// column: who iri Who.\n" + script,
			`x.js:4: column "Who-is"; allowed are lower-case letters, digits and _, a letter first`},
		{"column never set", head + "// column: who iri Who.\n// column: whom iri Whom.\n" + script,
			`x.js:1: column whom: the script never sets it`},
		{"order of no column", head + "// column: who iri Who.\n// order: -woh\n" + script,
			`x.js:5: order: no column "woh"; did you mean who?`},
		{"order twice", head + "// column: who iri Who.\n// order: who -who\n" + script,
			`x.js:5: order: who comes twice`},
		{"param without text", head + "// param: p iri actor:ann\n// column: who iri Who.\n" + script,
			`x.js:4: param: allowed is // param: name type example text, with - for an example of what may be left out`},
		{"param twice", head + "// param: p text - P.\n// param: p text - P.\n// column: who iri Who.\n" + script + "\nparams.p",
			`x.js:5: param p: comes twice`},
		{"param never used", head + "// param: p text - P.\n// column: who iri Who.\n" + script,
			`x.js:1: param p: the script never uses params.p`},
		{"param's example", head + "// param: p date soon P.\n// column: who iri Who.\n" + script + "\nparams.p",
			`x.js:4: param p: its example: date "soon"; allowed are a day like 2013-03-12, a month like 2013-03 or a year like 2013`},
		{"param of no node's name", head + "// param: p iri ann P.\n// column: who iri Who.\n" + script + "\nparams.p",
			`x.js:4: param p: its example: "ann" is no node; allowed are names that begin with doc:, st:, actor:, delegation:, contrast:, kind:, relation:, concept:, incident:, month:, class:`},
		{"param undeclared", head + "// param: p text - P.\n// column: who iri Who.\n" + script + "\nparams.p + params.q",
			`x.js:8:12: params.q is not declared; allowed are p`},
		{"tag undeclared", head + "// column: who iri Who.\n\n" + `g.V("<actor:ann>").tag("who").save("<name>", "whoo").all()`,
			`x.js:6:46: tag "whoo" is no column and used nowhere; did you mean who?`},
		{"several", "// name: x\n// titel: T\n// about: A.\n// column: who iri Who.\n" + script,
			"x.js:1: no title: in the header\n" + `x.js:2: unknown header key "titel"; did you mean title?`},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			if _, err := Parse("dir/x.js", []byte(c.src)); err == nil || strings.ReplaceAll(err.Error(), "dir/", "") != c.want {
				t.Errorf("got  %v\nwant %s", err, c.want)
			}
		})
	}
}

func TestScriptErrors(t *testing.T) {
	cases := []struct{ name, src, want string }{
		{"syntax", "g.V(", `script:1:5: Unexpected end of input`},
		{"misspelt predicate", `g.V("<actor:ann>").in("<speeker>").all()`,
			`script:1:23: no predicate "<speeker>"; did you mean <speaker>?`},
		{"misspelt predicate in a list", `g.V("<st:1>").out(["<said>", "<spkr>"]).all()`,
			`script:1:30: no predicate "<spkr>"; did you mean <speaker>?`},
		{"misspelt predicate in save", `g.V("<st:1>").save("<side>", "s").saveOpt("<sied>", "x").all()`,
			`script:1:43: no predicate "<sied>"; did you mean <side>?`},
		{"misspelt predicate elsewhere", `var p = "<targte>"; g.V("<st:1>").out(p).all()`,
			`script:1:9: no predicate "<targte>"; did you mean <target>?`},
		{"bare predicate", `g.V("<st:1>").out("speaker").all()`,
			`script:1:19: predicate "speaker" is a text; write "<speaker>"`},
		{"bare node", `g.V("actor:ann").all()`,
			`script:1:5: g.V wants a node, "actor:ann" is a text; write "<actor:ann>", or str("actor:ann") where a text is meant`},
		{"bare node in is", `g.V("<st:1>").out("<speaker>").is("actor:ann").all()`,
			`script:1:35: is wants a node, "actor:ann" is a text; write "<actor:ann>", or str("actor:ann") where a text is meant`},
		{"bare node in has", `g.V("<actor:ann>").in("<speaker>").has("<kind>", "denial").all()`,
			`script:1:50: has("<kind>") wants a node, "denial" is a text; write "<denial>", or str("denial") where a text is meant`},
		{"parameter as a node", `g.V(params.who).all()`,
			`script:1:5: g.V wants a node, params.who is a text; write iri(params.who)`},
		{"unknown prefix", `g.V("<person:ann>").all()`,
			`script:1:5: no node is called "<person:ann>"; allowed are doc:, st:, actor:, delegation:, contrast:, kind:, relation:, concept:, incident:, month:, class:`},
		{"unknown prefix in iri", `g.V(iri("acter:ann")).all()`,
			`script:1:9: no node is called "<acter:ann>"; did you mean actor:?`},
		{"misspelt predicate in nodesInto", `g.emit(nodesInto(["st:1"], "clam").length)`,
			`script:1:28: no predicate "clam"; did you mean <claim>?`},
		{"unknown kind", `g.V("<kind:denail>").in("<kind>").all()`,
			`script:1:5: no kind "denail"; did you mean denial?`},
		{"unknown relation elsewhere", `g.emit({ok: "<relation:deny>"})`,
			`script:1:13: no relation "deny"; allowed are denies, counter-attributes, claims-victimhood, rebuts, doubts, criticises, refuses, reverses, echoes, renders`},
		{"node of another class", `g.V("<actor:ann>").in("<speaker>").has("<kind>", "<actor:bo>").all()`,
			`script:1:50: <kind> leads to a kind, never to "<actor:bo>"`},
		{"out without predicate", `g.V("<st:1>").out().all()`,
			`script:1:15: out() without a predicate goes everywhere; name one`},
		{"In with undefined", `g.V("<st:1>").In(undefined).all()`,
			`script:1:15: In() without a predicate goes everywhere; name one`},
		{"g.IRI", `g.V(g.IRI("actor:ann")).all()`,
			`script:1:5: g.IRI is not for short names; write iri("actor:name")`},
		{"the clock", `g.emit({now: new Date()})`,
			`script:1:14: new Date() reads the clock; take the day as a parameter`},
		{"the clock's other door", `g.emit({now: Date.now()})`,
			`script:1:14: Date.now gives another answer each time; take the value as a parameter`},
		{"Cayley's own tag", `g.V("<st:1>").tag("id").out("<speaker>").all()`,
			`script:1:19: Cayley itself tags the end of a walk as "id"; choose another tag`},
		{"nothing returned", "\n" + `g.V("<st:1>").out("<speaker>")` + "\n",
			`script:2: nothing is returned; end in .all(), .show({...}) or g.emit({...})`},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			if _, err := Script(c.src); err == nil || err.Error() != c.want {
				t.Errorf("got  %v\nwant %s", err, c.want)
			}
		})
	}
}

func TestScriptsThatAreRight(t *testing.T) {
	for _, src := range []string{
		`g.V("<actor:ann>").In("<speaker>").Has("<mode>", "direct").All()`,
		`g.V(str("Harbour Gazette")).in("<publisher>").all()`,
		`var seen = new Set(); if (!seen.has("x")) g.emit(1)`,
		`g.V("<st:1>").labelContext("<doc:a>").out(["<denies>", "<doubts>"]).all()`,
		`g.V("<actor:ann>").labelContext("<actors>").out("<name>").all()`,
		`var m = g.M().out("<denies>"); g.V("<st:1>").followRecursive(m).tag("x").all()`,
		"g.emit({b: `<b>${1}</b>`, c: '<a> < <b>'})",
		`g.V("<month:2031-05>").in("<month>").has("<said>", gt("2031-05-02")).all()`,
		`g.V("<st:1>").out("<confidence>").filter(gt(0.5)).all()`,
		`g.emit({d: new Date("2031-05-02").getTime()})`,
	} {
		if _, err := Script(src); err != nil {
			t.Errorf("%s: %v", src, err)
		}
	}
}

func TestFind(t *testing.T) {
	if q, err := Find("contrasts"); err != nil || q.Name != "contrasts" || q.Path != "queries/contrasts.js" {
		t.Errorf("got %s of %s, %v", q.Name, q.Path, err)
	}
	want := `no query "contrast"; did you mean contrasts?`
	if _, err := Find("contrast"); err == nil || err.Error() != want {
		t.Errorf("got  %v\nwant %s", err, want)
	}
	if _, err := Find("zzz"); err == nil || !strings.Contains(err.Error(), "allowed are accuser-accused, actors,") {
		t.Errorf("got %v", err)
	}
}

// FuzzParse: a header or script of any shape is a query or an error with the
// path, never a panic.
func FuzzParse(f *testing.F) {
	f.Add(goodHeader + `find(params).tag("who").all()`)
	f.Add("// name: x\n// column: a iri optional\n// order: -\n")
	f.Add("\ufeff// name: \r\n//param:p iri - x\r\ng.emit(params)")
	f.Add("g.V(`<x>`).out(...[1]).has().save().emit({...a, [b]: c})")
	f.Add(`for (const {a, ...b} of c) { class D { #e = "<kind:f>" } }`)
	queries, err := All()
	if err != nil {
		f.Fatal(err)
	}
	for _, q := range queries {
		f.Add(q.Script)
	}
	f.Fuzz(func(t *testing.T, src string) {
		q, err := Parse("x.js", []byte(src))
		if err != nil {
			for line := range strings.Lines(err.Error()) {
				if !strings.HasPrefix(line, "x.js:") {
					t.Errorf("no position: %q", line)
				}
				break
			}
			return
		}
		for _, c := range q.Columns {
			if c.Name == "" || c.Text == "" {
				t.Errorf("column %+v", c)
			}
		}
	})
}
