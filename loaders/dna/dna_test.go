package dna

import (
	"strings"
	"sync"
	"testing"

	"counterclaim/loaders/actors"
	"counterclaim/loaders/loadertest"
)

// invented is the book of the tests: no country of it exists.
const invented = `
actors:
  - names: [Veldany]
    class: country
    capitals: [Port Arlen]
  - names: [Norreland]
    class: country
  - names: [Foreign Ministry of Veldany, Veldanian Foreign Ministry]
    class: organisation
    acts-for:
      - actor: actor:veldany
  - names: [Ana Reyes]
    class: person
    acts-for:
      - actor: actor:norreland
        from: 2030
`

var book = sync.OnceValue(func() *actors.Book {
	seeded, err := actors.Seeded()
	if err != nil {
		panic(err)
	}
	extended, err := seeded.Extended("invented.yaml", []byte(invented))
	if err != nil {
		panic(err)
	}
	return extended
})

func TestLoader(t *testing.T) {
	loadertest.Run(t, New(book()), "testdata/*.txtar")
}

func TestDetect(t *testing.T) {
	for head, want := range map[string]bool{
		"statement_id;time;person;organization;concept\n":    true,
		"\ufeffsep=;\n\"statement ID\";\"time\";\"concept\"": true,
		"organization,agreement,statement_id\n1,2,3":         true,
		"id,when,said,kinds\n":                               false,
		"id;statement_id\n1;concept":                         false,
		"":                                                   false,
	} {
		if got := New(book()).Detect("list.CSV", []byte(head)); got != want {
			t.Errorf("%q is %v", head, got)
		}
	}
	if New(book()).Detect("list.txt", []byte("statement_id;concept")) {
		t.Error("a .txt file is none")
	}
}

// whole is a list without a fault; the cases below put one in.
const whole = `statement_id;time;person;organization;concept;agreement;start_position;stop_position;text;document_id;document_title;kinds;about;answers;id;document;certainty
1;2031-05-02 00:00:00;Ana Reyes;Norreland;strike;1;10;20;They fired.;7;Strike;attribution;concept:strike;;;;firm
2;2031-05-02 00:00:00;;Veldany;strike;0;30;40;We did not.;7;Strike;denial;concept:strike;denies 1: names it;;;
`

func TestErrors(t *testing.T) {
	const relations = "denies, counter-attributes, claims-victimhood, rebuts, doubts, criticises, refuses, reverses, echoes, renders"
	for name, c := range map[string]struct{ old, new, want string }{
		"nothing":                    {whole, "", "1:1: an empty file; allowed is an event list with a line of column names"},
		"no statement ids":           {"statement_id", "number", "1:1: no column statement_id; an event list needs it"},
		"no documents":               {"document_id;document_title;kinds;about;answers;id;document;", "a;b;kinds;about;answers;id;c;", "1:1: no column document_id or document_title or document; an event list needs it"},
		"a column twice":             {"time;person", "person;person", `1:21: column "person" comes twice; allowed is once`},
		"a row too short":            {";certainty\n1", ";certainty\n3;x\n1", "2:1: a row of 2 cells; allowed are as many as the 17 columns"},
		"an open quotation mark":     {"They fired.", `"They fired.`, `3:112: extraneous or missing " in quoted-field; allowed is a cell between quotation marks, with those inside it doubled`},
		"a bare quotation mark":      {"They fired.", `They "fired".`, `2:63: bare " in non-quoted-field; allowed is a cell between quotation marks, with those inside it doubled`},
		"an American date":           {"1;2031-05-02 00:00:00", "1;05/02/2031", `2:3: time "05/02/2031"; allowed are 2013-03-12 00:00:00, a day like 2013-03-12, a month like 2013-03 or a year like 2013`},
		"an agreement on a scale":    {";strike;1;10", ";strike;-3;10", `2:50: agreement "-3"; allowed are 1, true and yes, and 0, false and no`},
		"a position that is none":    {";1;10;20", ";1;ten;20", `2:52: start_position "ten"; allowed is a whole number from 0, or nothing`},
		"an end ahead of its start":  {";1;10;20", ";1;20;10", `2:55: a statement from 20 to 10; allowed is an end behind its start`},
		"neither words nor concept":  {"strike;1;10;20;They fired.", ";1;10;20;", "2:52: a statement without text and concept; one of them is required"},
		"an unknown kind":            {"attribution", "accusation", `2:79: unknown kind "accusation"; allowed are attribution, denial, admission, victimhood, demand, cooperation, commitment, criticism, praise, refusal, threat, concern, assertion`},
		"a topic of no known sort":   {"attribution;concept:strike", "attribution;strike", `2:91: about "strike"; allowed are concept: or incident: and words joined by hyphens, several apart by |`},
		"a person without a letter":  {"Ana Reyes", "--", `2:23: "--" has no letter; allowed is a name`},
		"an id of another form":      {";;;firm", ";one;;firm", `2:107: id "one"; allowed is st: and a name without spaces, quotes or brackets, or nothing`},
		"an id twice":                {"2;2031", "1;2031", "3:1: statement 1 comes twice, first in line 2; allowed is once\n3:90: statement 1 answers itself; allowed is another one"},
		"no number":                  {"2;2031", ";2031", "3:1: a statement without statement_id; it is required"},
		"a document of another form": {";;firm", ";7;firm", `2:108: document "7"; allowed is doc: and 12 hexadecimal digits, or nothing`},
		"no document":                {"7;Strike;denial", ";;denial", "3:59: a statement without document; document_id or document_title is required"},
		"two titles":                 {"7;Strike;denial", "7;Strike!;denial", `3:61: document 7 has the title "Strike" in line 2 and "Strike!" here; allowed is one`},
		"an answer in words":         {"denies 1: names it", "denies", `3:90: answer "denies"; allowed is a relation, a statement and a reason, as in "denies 12: the reason"`},
		"an unknown relation":        {"denies 1", "denys 1", `3:90: unknown relation "denys"; allowed are ` + relations},
		"an answer to what is not":   {"denies 1", "denies 3", `3:90: no statement "3" in this list; allowed is one of its numbers, or an id: st:...`},
		"an answer to itself":        {"denies 1", "denies 2", "3:90: statement 2 answers itself; allowed is another one"},
		"an answer twice":            {"names it", "names it | denies 1", "3:90: denies 1 comes twice; allowed is once"},
		"an unknown certainty":       {";firm", ";sure", `2:109: unknown certainty "sure"; allowed are firm, hedged`},
	} {
		t.Run(name, func(t *testing.T) {
			if !strings.Contains(whole, c.old) {
				t.Fatalf("no %q in the list", c.old)
			}
			codings, err := New(book()).Read("f.csv", []byte(strings.Replace(whole, c.old, c.new, 1)))
			if want := "f.csv:" + strings.ReplaceAll(c.want, "\n", "\nf.csv:"); err == nil || err.Error() != want || codings != nil {
				t.Errorf("got  %v\nwant %s", err, want)
			}
		})
	}
	if _, err := New(book()).Read("f.csv", []byte(whole)); err != nil {
		t.Error(err)
	}
}

// Of very many faults the first ones are told.
func TestManyFaults(t *testing.T) {
	_, err := New(book()).Read("f.csv", []byte("statement_id;document_id;concept\n"+strings.Repeat("1;1;x\n", 100)))
	lines := strings.Split(err.Error(), "\n")
	if want := "f.csv: 79 more faults; mend these first"; len(lines) != mostFaults+1 || lines[mostFaults] != want {
		t.Errorf("%d lines, the last is %s", len(lines), lines[len(lines)-1])
	}
}

func FuzzRead(f *testing.F) {
	f.Add([]byte(whole))
	f.Add([]byte("\ufeffsep=,\n\"statement ID\",\"time\",\"document ID\",\"document title\",\"author\",\"source\",\"section\",\"type\",\"text\",\"person\",\"organization\",\"concept\",\"agreement\"\r\n1,2031-05-02 00:00:00,7,\"T\",\"\",\"\",\"\",\"\",\"W;\",\"unnamed x\",\"\",\"c\",true\r\n"))
	f.Add([]byte("statement_id\tconcept\tdocument\tspeaker\tvia\n1\tA\tdoc:000000000000\tX <actor:x>\tY|Z <actor:x>\n"))
	loader := New(book())
	f.Fuzz(func(t *testing.T, data []byte) {
		codings, err := loader.Read("f.csv", data)
		for i := range codings {
			if invalid := codings[i].Validate(); err != nil || invalid != nil {
				t.Fatalf("%v with %v", err, invalid)
			}
		}
		if err != nil && !strings.HasPrefix(err.Error(), "f.csv:") {
			t.Fatal(err)
		}
	})
}
