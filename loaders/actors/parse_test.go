package actors

import (
	"strings"
	"testing"
)

func TestWhatIsWrongIsSaidWithItsPlace(t *testing.T) {
	for _, c := range []struct{ yaml, want string }{
		{"actors:\n- {names: [A], class: robot}", "mine.yaml:2:23: unknown class \"robot\"; allowed are person, organisation, country, group"},
		{"actors:\n- {names: [A], klass: person}", "mine.yaml:2:16: unknown key \"klass\"; allowed are id, names, class, family, gender, acts-for, adjectives, capitals"},
		{"actors:\n- {class: person}", "mine.yaml:2:3: an actor without names; allowed is a list of at least one"},
		{"actors:\n- {names: [A]}", "mine.yaml:2:3: actor:a has no class; allowed are person, organisation, country, group"},
		{"actors:\n- {names: [A], class: person, acts-for: [{actor: actor:nowhere}]}", "mine.yaml:2:42: actor:a acts for \"actor:nowhere\", which is not there; allowed is the id of an actor"},
		{"actors:\n- {names: [A], class: group, acts-for: [{actor: actor:b}]}\n- {names: [B], class: group, acts-for: [{actor: actor:a}]}", "mine.yaml:3:41: actor:b acts for actor:a, which acts for it in turn; allowed is no circle"},
		{"actors:\n- {names: [A], class: group}\n- {names: [a], class: group}", "mine.yaml:3:3: actor:a comes twice, first in line 2; allowed is once"},
		{"actors:\n- {names: [A], class: group, acts-for: [{actor: actor:china, from: 2013-13}]}", "mine.yaml:2:68: date \"2013-13\"; allowed are a day like 2013-03-12, a month like 2013-03 or a year like 2013"},
		{"actors:\n- {names: [A], class: group, acts-for: [{actor: actor:china, from: 2014, to: 2013}]}", "mine.yaml:2:41: from 2014 is after to 2013; allowed is the earlier first"},
		{"actors:\n- {id: A b, names: [A], class: group}", "mine.yaml:2:8: id \"A b\"; allowed is actor: and lower-case words joined by hyphens"},
		{"actors:\n- {names: [A], class: group, gender: f}", "mine.yaml:2:3: actor:a is no person; allowed are family and gender of persons"},
		{"actors:\n- {names: [A], class: group, capitals: [B]}", "mine.yaml:2:3: actor:a is no country; allowed are adjectives and capitals of countries"},
		{"actors:\n- {names: [Hua Chunying], class: person, family: Ha}", "mine.yaml:2:3: family \"Ha\" is not in the name \"Hua Chunying\"; allowed is a part of it"},
		{"actors:\n- {names: A, class: group}", "mine.yaml:2:11: not a list; allowed is a list"},
		{"actors:\n- {names: [[A]], class: group}", "mine.yaml:2:12: not a text; allowed is a text on one line"},
		{"actors: {a: [", "mine.yaml:1:"},
		{strings.Repeat("[", 100_000), "mine.yaml:1:1: brackets nested more than 100 deep; allowed are lists of texts"},
		{"people: []", "mine.yaml:1:1: unknown key \"people\"; allowed are actors"},
		{"actors", "mine.yaml:1:1: no keys; allowed are actors"},
		{"", "mine.yaml:1:1: no YAML; allowed is one document"},
		{"actors: []\n---\nactors: []", "mine.yaml:1:1: 2 YAML documents; allowed is one"},
	} {
		_, err := mustSeeded(t).Extended("mine.yaml", []byte(c.yaml))
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s\n got %v\nwant %s", c.yaml, err, c.want)
		}
	}
}

func TestCountriesLineErrors(t *testing.T) {
	_, err := parseCountries("c.txt", []byte("# table\n\nVeldany | | Veldan\nNorreland | | |\nThe Norreland | | |\n"))
	want := "c.txt:3:1: not a country; allowed is name | other names | adjectives and people | seats of government\n" +
		"c.txt:5:1: actor:norreland comes twice, first in line 4; allowed is once"
	if err == nil || err.Error() != want {
		t.Errorf("got %v, want %s", err, want)
	}
}

func FuzzExtended(f *testing.F) {
	f.Add("actors:\n- {names: [Hua Chunying, Hua], class: person, family: Hua, gender: f, acts-for: [{actor: actor:china, as: [a, b], from: 2012-11, to: 2024}]}")
	f.Add("actors:\n- names:\n    - A\n  class: country\n  adjectives: [B]\n  capitals: [C]\n")
	f.Add("a: &x [*x]\n? b\n: !!str |\n  c\n<<: *x")
	f.Fuzz(func(t *testing.T, yaml string) {
		book, err := (&Book{}).Extended("f.yaml", []byte(yaml))
		if err != nil {
			if !strings.HasPrefix(err.Error(), "f.yaml:") {
				t.Errorf("an error without its place: %v", err)
			}
			return
		}
		for id, e := range book.entries {
			if err := e.Validate(); err != nil {
				t.Error(err)
			}
			book.Side(id, "2013")
			book.Closure(id)
			book.Find(e.Name())
			book.Person(id)
		}
	})
}
