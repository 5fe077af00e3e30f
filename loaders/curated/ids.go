package curated

import (
	"regexp"
	"strings"
)

// qualified returns the ID of a statement of the file or, where the name has a
// slash, of another one: "st:name/id".
func (f *file) qualified(id string) string {
	if strings.Contains(id, "/") {
		return "st:" + id
	}
	return "st:" + f.name + "/" + id
}

// otherStatement is how a statement of another file is named.
var otherStatement = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*/[a-z0-9]+(-[a-z0-9]+)*$`)

// checkIDs reports IDs that come twice and answers that lead nowhere.
func (t *tree) checkIDs(f file) {
	first := map[string]place{}
	for _, s := range f.statements {
		id := f.qualified(s.id.text)
		if at, ok := first[id]; ok && s.id.text != "" {
			t.bad(s.id.at, "id %q comes twice, first in line %d; allowed is once", s.id.text, at.line)
			return
		}
		first[id] = s.id.at
	}
	for _, s := range f.statements {
		given := map[string]bool{}
		for _, a := range s.answers {
			t.checkAnswer(f, s, a, first)
			pair := string(a.relation) + " " + f.qualified(a.statement.text)
			if given[pair] && a.statement.text != "" {
				t.bad(a.statement.at, "%s comes twice; allowed is once", pair)
			}
			given[pair] = true
		}
	}
}

func (t *tree) checkAnswer(f file, s statement, a answer, known map[string]place) {
	claim, at := a.statement.text, a.statement.at
	id := f.qualified(claim)
	_, here := known[id]
	switch {
	case claim == "" || f.name == "":
	case strings.Contains(claim, "/") && !otherStatement.MatchString(claim):
		t.bad(at, "statement %q; allowed is the id of a statement of this file, or name/id of another file", claim)
	case id == f.qualified(s.id.text):
		t.bad(at, "statement %q answers itself; allowed is another one", claim)
	case !here && strings.HasPrefix(id, "st:"+f.name+"/"):
		t.bad(at, "no statement %q in this file; allowed are its ids, or name/id of another file", claim)
	}
}
