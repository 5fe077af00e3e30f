package curated

import (
	"strings"
	"testing"
)

// whole is a file without a fault; the cases below put one in by replacing a line.
const whole = `name: a-file
document:
  title: A title
statements:
  - id: one
    kind: denial
    speaker: Ana Reyes
    text: Words.
  - id: two
    kind: concern
    speaker: Veldany
    text: Words.
    answers:
      - statement: one
        relation: doubts
`

func TestErrors(t *testing.T) {
	const kinds = "attribution, denial, admission, victimhood, demand, cooperation, commitment, criticism, praise, refusal, threat, concern, assertion"
	for name, c := range map[string]struct{ old, new, want string }{
		"unknown key of the file":      {"name: a-file", "name: a-file\nnote: x", `2:1: unknown key "note" of a file; allowed are name, document, answers, statements`},
		"unknown key of the document":  {"title: A title", "titel: A title\n  url: x", `3:3: unknown key "titel" of a document; allowed are title, publisher, published, author, url, id`},
		"unknown key of a statement":   {"text: Words.\n  - id", "words: x\n    text: Words.\n  - id", `8:5: unknown key "words" of a statement; allowed are id, kind, kinds, speaker, via, target, victim, about, said, certainty, polarity, text, answers`},
		"unknown key of an answer":     {"relation: doubts", "relation: doubts\n        why: x", `16:9: unknown key "why" of an answer; allowed are statement, relation, because`},
		"no name":                      {"name: a-file\n", "", "1:1: a file without name; it is required"},
		"a name with capitals":         {"a-file", "A file", `1:7: name "A file"; allowed are lower-case letters, digits and single hyphens between them`},
		"no document":                  {"document:\n  title: A title\n", "", "1:1: a file without document; it is required"},
		"a document that is a text":    {"document:\n  title: A title", "document: A title", "2:11: a document is no mapping; allowed are the keys title, publisher, published, author, url, id"},
		"neither title nor url":        {"title: A title", "author: A. B.", "3:3: a document without title and url; one of them is required"},
		"a document id too short":      {"title: A title", "title: A title\n  id: doc:12", `4:7: id "doc:12"; allowed is doc: and 12 hexadecimal digits`},
		"a date in words":              {"title: A title", "title: A title\n  published: May 2031", `4:14: published: date "May 2031"; allowed are a day like 2013-03-12, a month like 2013-03 or a year like 2013`},
		"a day that is none":           {"text: Words.\n  - id", "said: 2031-02-30\n    text: Words.\n  - id", `8:11: said: date "2031-02-30"; allowed are a day like 2013-03-12, a month like 2013-03 or a year like 2013`},
		"answers other than complete":  {"name: a-file", "name: a-file\nanswers: all", `2:10: unknown answers "all"; allowed are complete`},
		"no statements":                {whole[strings.Index(whole, "statements"):], "", "1:1: a file without statements; they are required"},
		"statements that are no list":  {whole[strings.Index(whole, "statements"):], "statements:\n  id: one\n", "5:3: statements is no list; allowed is a list, each member after a hyphen"},
		"a statement that is a text":   {"statements:\n", "statements:\n  - Words\n", "5:5: a statement is no mapping; allowed are the keys " + strings.Join(statementKeys, ", ")},
		"no id":                        {"id: one\n    kind", "kind", "5:5: a statement without id; it is required\n13:20: no statement \"one\" in this file; allowed are its ids, or name/id of another file"},
		"no text":                      {"speaker: Ana Reyes\n    text: Words.", "speaker: Ana Reyes", "5:5: a statement without text; it is required"},
		"an empty text":                {"text: Words.\n  - id", "text:\n  - id", "8:10: text is empty; allowed is a text, or no such key"},
		"a text that is a list":        {"text: Words.\n  - id", "text: [Words]\n  - id", "8:11: text is no text; allowed is a text, in quotation marks where it begins with one of [ { & * !"},
		"no speaker":                   {"    speaker: Ana Reyes\n", "", "5:5: a statement without speaker; it is required"},
		"a speaker without a letter":   {"Ana Reyes", "'--'", `7:14: "--" has no letter; allowed is a name`},
		"an actor that is not there":   {"Ana Reyes", "actor:ana", `7:14: no actor "actor:ana"; allowed are the ids of the actors' file, or a name`},
		"a name of two actors":         {"Ana Reyes", "the tide society", `7:14: "the tide society" does not say which actor; allowed is one of actor:tide-society-of-norreland, actor:tide-society-of-veldany`},
		"no kind":                      {"    kind: denial\n", "", "5:5: a statement without kind; kind or kinds is required"},
		"an unknown kind":              {"denial", "denail", `6:11: unknown kind "denail"; allowed are ` + kinds},
		"kind and kinds":               {"kind: denial", "kind: denial\n    kinds: [concern]", "6:11: both kind and kinds; allowed is one of them"},
		"no kinds in the list":         {"kind: denial", "kinds: []", "6:12: kinds is an empty list; allowed is a text or more, or no such key"},
		"an unknown certainty":         {"denial", "denial\n    certainty: sure", `7:16: unknown certainty "sure"; allowed are firm, hedged`},
		"an unknown polarity":          {"denial", "denial\n    polarity: no", `7:15: unknown polarity "no"; allowed are rejects, affirms`},
		"a topic of no known sort":     {"denial", "denial\n    about: topic:x", `7:12: about "topic:x"; allowed is a text, or concept: or incident: and words joined by hyphens`},
		"one via twice":                {"denial", "denial\n    via: [Veldany, Port Arlen]", `7:20: via "Port Arlen" comes twice; allowed is once`},
		"one id twice":                 {"id: two", "id: one", `9:9: id "one" comes twice, first in line 5; allowed is once`},
		"an id with a slash":           {"id: two", "id: x/two", `9:9: id "x/two"; allowed are lower-case letters, digits and single hyphens between them`},
		"an answer to what is nowhere": {"statement: one", "statement: three", `14:20: no statement "three" in this file; allowed are its ids, or name/id of another file`},
		"the same with this file":      {"statement: one", "statement: a-file/three", `14:20: no statement "a-file/three" in this file; allowed are its ids, or name/id of another file`},
		"an answer to itself":          {"statement: one", "statement: two", `14:20: statement "two" answers itself; allowed is another one`},
		"an answer with st:":           {"statement: one", "statement: st:a/b", `14:20: statement "st:a/b"; allowed is the id of a statement of this file, or name/id of another file`},
		"one answer twice":             {"relation: doubts", "relation: doubts\n      - {statement: a-file/one, relation: doubts}", `16:21: doubts st:a-file/one comes twice; allowed is once`},
		"an unknown relation":          {"doubts", "denys", `15:19: unknown relation "denys"; allowed are denies, counter-attributes, claims-victimhood, rebuts, doubts, criticises, refuses, reverses, echoes, renders`},
		"no relation":                  {"        relation: doubts\n", "", "14:9: an answer without relation; it is required"},
		"a tab":                        {"    kind: denial", "\tkind: denial", "6:1: a tab before a key or value; allowed are spaces"},
		"a colon in a text":            {"text: Words.\n  - id", "text: Words: more\n  - id", `8:11: a ": " inside a text; allowed is a text in quotation marks there`},
		"one key twice":                {"kind: denial", "kind: denial\n    kind: threat", `7:5: mapping key "kind" already defined at [6:5]; allowed is once`},
		"an open quotation mark":       {"text: Words.\n  - id", "text: \"Words.\n  - id", "8:11: could not find end character of double-quoted text; allowed is YAML"},
		"two documents":                {whole, whole + "---\n" + whole, "16:1: a second YAML document; allowed is one a file"},
		"an empty file":                {whole, "", "1:1: an empty file; allowed are name, document, answers, statements"},
		"nothing but a comment":        {whole, "# a comment\n", "1:1: an empty file; allowed are name, document, answers, statements"},
		"no mapping":                   {whole, "- a\n- b\n", "1:1: a file is no mapping; allowed are the keys name, document, answers, statements"},
		"brackets without end":         {whole, strings.Repeat("[", 100_000), "1:1: brackets nested more than 100 deep; allowed are lists of texts"},
	} {
		t.Run(name, func(t *testing.T) {
			if !strings.Contains(whole, c.old) {
				t.Fatalf("no %q in the file", c.old)
			}
			codings, err := New(book()).Read("f.yaml", []byte(strings.Replace(whole, c.old, c.new, 1)))
			want := "f.yaml:" + strings.ReplaceAll(c.want, "\n", "\nf.yaml:")
			if err == nil || err.Error() != want || codings != nil {
				t.Errorf("got  %v\nwant %s", err, want)
			}
		})
	}
	if _, err := New(book()).Read("f.yaml", []byte(whole)); err != nil {
		t.Error(err)
	}
}

func TestFaultsComeTogetherInTheOrderOfTheFile(t *testing.T) {
	_, err := New(book()).Read("f.yaml", []byte(`name: A
document: {publisher: P, published: soon}
statements:
  - id: one
    knid: denial
    speaker: X
    text: Words.
`))
	want := `f.yaml:1:7: name "A"; allowed are lower-case letters, digits and single hyphens between them
f.yaml:2:11: a document without title and url; one of them is required
f.yaml:2:37: published: date "soon"; allowed are a day like 2013-03-12, a month like 2013-03 or a year like 2013
f.yaml:4:5: a statement without kind; kind or kinds is required
f.yaml:5:5: unknown key "knid" of a statement; allowed are id, kind, kinds, speaker, via, target, victim, about, said, certainty, polarity, text, answers`
	if err == nil || err.Error() != want {
		t.Errorf("got\n%v\nwant\n%s", err, want)
	}
}

func FuzzRead(f *testing.F) {
	f.Add([]byte(whole))
	f.Add([]byte("name: a\ndocument: {url: x}\nstatements: [{id: b, kinds: [denial, concern], speaker: unnamed Veldanian, text: |\n w}]"))
	f.Add([]byte("a: &b [*b]\n? {c: d}\n: !!str >-\n  e\n...\n---\n%YAML"))
	loader := New(book())
	f.Fuzz(func(t *testing.T, data []byte) {
		codings, err := loader.Read("f.yaml", data)
		for i := range codings {
			if invalid := codings[i].Validate(); err != nil || invalid != nil {
				t.Fatalf("%v with %v", err, invalid)
			}
		}
		if err != nil && !strings.HasPrefix(err.Error(), "f.yaml:") {
			t.Fatal(err)
		}
	})
}
