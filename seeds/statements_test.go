package seeds_test

import (
	"io/fs"
	"strings"
	"testing"

	"counterclaim/graph"
	"counterclaim/loaders/actors"
	"counterclaim/loaders/curated"
	"counterclaim/seeds"
)

// codings returns the codings of all files in statements, by file name.
func codings(t *testing.T) map[string]graph.Coding {
	t.Helper()
	book, err := actors.Seeded()
	if err != nil {
		t.Fatal(err)
	}
	files, err := fs.Glob(seeds.Files, "statements/*.yaml")
	if err != nil || len(files) == 0 {
		t.Fatal("no statements", err)
	}
	out := map[string]graph.Coding{}
	for _, f := range files {
		data, err := seeds.Files.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		read, err := curated.New(book).Read(f, data)
		if err != nil {
			t.Fatal(err)
		}
		out[f] = read[0]
	}
	return out
}

func TestStatementsAreValidAndNamedAsTheirFile(t *testing.T) {
	for f, c := range codings(t) {
		if err := c.Validate(); err != nil {
			t.Errorf("%s: %v", f, err)
		}
		if f != "statements/"+c.Document.Name+".yaml" {
			t.Errorf("%s has the name %s", f, c.Document.Name)
		}
		if !c.Document.Complete {
			t.Errorf("%s: does not say that all answers are given", f)
		}
	}
}

// A name that actors.yaml does not have would silently be an actor of its own;
// groups that only these texts name are meant to be.
func TestStatementsNameOnlyKnownActors(t *testing.T) {
	book, err := actors.Seeded()
	if err != nil {
		t.Fatal(err)
	}
	for f, c := range codings(t) {
		for _, a := range c.Actors {
			if _, ok := book.Actor(a.ID); !ok && a.Class != graph.Unnamed && a.Class != graph.Group {
				t.Errorf("%s: %s is not in actors.yaml", f, a.Name())
			}
		}
	}
}

// An answer is of another side than the claim, unless a speaker comes back to it.
func TestStatementsAnswerStatementsThatAreThere(t *testing.T) {
	all := map[string]graph.Statement{}
	for _, c := range codings(t) {
		for _, s := range c.Statements {
			if strings.TrimSuffix(s.Text, ".") == s.Text {
				t.Errorf("%s: the text is no sentence: %s", s.ID, s.Text)
			}
			all[s.ID] = s
		}
	}
	for id, s := range all {
		for _, a := range s.Answers {
			claim, ok := all[a.Claim]
			switch {
			case !ok:
				t.Errorf("%s answers %s, which is not there", id, a.Claim)
			case a.Note == "":
				t.Errorf("%s %s %s without a reason", id, a.Relation, a.Claim)
			case !a.Relation.Equal() && s.Side != "" && s.Side == claim.Side:
				t.Errorf("%s %s %s of the same side, %s", id, a.Relation, a.Claim, s.Side)
			case a.Relation.Equal() && s.Side != claim.Side:
				t.Errorf("%s %s %s of another side", id, a.Relation, a.Claim)
			}
		}
	}
}

func TestArticlesSayThatTheyAreInvented(t *testing.T) {
	files, err := fs.Glob(seeds.Files, "articles/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no articles", err)
	}
	for _, f := range files {
		text, err := seeds.Files.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		if !strings.HasSuffix(string(text), "\nThis article and everyone in it are invented.\n") {
			t.Errorf("%s does not end with the line that says so", f)
		}
		if words := len(strings.Fields(string(text))); words < 250 || words > 400 {
			t.Errorf("%s has %d words, not 250 to 400", f, words)
		}
	}
}
