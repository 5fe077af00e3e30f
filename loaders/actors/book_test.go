package actors

import (
	"strings"
	"testing"

	"counterclaim/graph"
)

func mustExtended(tb testing.TB, yaml string) *Book {
	tb.Helper()
	book, err := mustSeeded(tb).Extended("mine.yaml", []byte(yaml))
	if err != nil {
		tb.Fatal(err)
	}
	return book
}

func TestFind(t *testing.T) {
	book := mustSeeded(t)
	for _, c := range []struct {
		name, id string
		form     Form
	}{
		{"China", "actor:china", Proper},
		{"Chinese", "actor:china", Adjective},
		{"Beijing", "actor:china", Capital},
		{"the Kremlin", "actor:russia", Capital},
		{"The Kremlin", "actor:russia", Capital},
		{"US", "actor:united-states", Proper},
		{"the U.S.", "actor:united-states", Proper},
		{"the States", "actor:united-states", Proper},
		{"Americans", "actor:united-states", Adjective},
		{"Tom Donilon", "actor:thomas-donilon", Proper},
		{"tom donilon", "actor:thomas-donilon", Proper},
		{"Washington Post", "actor:washington-post", Proper},
		{"the Washington Post", "actor:washington-post", Proper},
		{"People’s Liberation Army", "actor:peoples-liberation-army", Proper},
		{"Unit 61398", "actor:apt1", Proper},
		{"Obama administration", "actor:obama-administration", Proper},
	} {
		if id, form, ok := book.Find(c.name); !ok || id != c.id || form != c.form {
			t.Errorf("Find(%q) = %s, %s, %v, want %s, %s", c.name, id, form, ok, c.id, c.form)
		}
	}
	for _, name := range []string{"us", "who", "States", "Chunying", "Daniel", "May", "the", "", "Hua Shengdun", "Guo Shengdun"} {
		if id, _, ok := book.Find(name); ok {
			t.Errorf("Find(%q) = %s, want none", name, id)
		}
	}
}

func TestFindGivesNoneWhereTwoHaveTheName(t *testing.T) {
	book := mustExtended(t, "actors:\n- {names: [Ana Reyes, Reyes], class: person}\n- {names: [Luis Reyes, Reyes], class: person}\n")
	if id, _, ok := book.Find("Reyes"); ok {
		t.Errorf("Find gives %s for a name that two people have", id)
	}
	if id, _, _ := book.Find("Luis Reyes"); id != "actor:luis-reyes" {
		t.Errorf("Find gives %q for the full name", id)
	}
}

// Sides follow the offices that people held at the time.
func TestSide(t *testing.T) {
	book := mustSeeded(t)
	for _, c := range []struct {
		id   string
		when graph.Date
		want string
	}{
		{"actor:china", "", "actor:china"},
		{"actor:hua-chunying", "2013-03-12", "actor:china"},
		{"actor:hua-chunying", "", "actor:china"},
		{"actor:hua-chunying", "2010", ""}, // not yet
		{"actor:thomas-donilon", "2013-06", "actor:united-states"},
		{"actor:thomas-donilon", "2015", ""}, // no longer
		{"actor:michelle-bachelet", "2015-05-01", "actor:chile"},
		{"actor:michelle-bachelet", "2020", "actor:united-nations"},
		{"actor:donald-tusk", "2012", "actor:poland"},
		{"actor:donald-tusk", "2016", "actor:european-union"},
		{"actor:apt1", "2013-02", "actor:china"}, // through the army
		{"actor:mandiant", "2013-02", "actor:united-states"},
		{"actor:kaspersky", "2015", "actor:kaspersky"}, // for nobody but itself
		{"actor:washington-post", "", "actor:washington-post"},
		{"actor:us-china-joint-liaison-group", "", ""}, // both sides
		{"actor:nobody", "", ""},
	} {
		if got := book.Side(c.id, c.when); got != c.want {
			t.Errorf("Side(%s, %q) = %q, want %q", c.id, c.when, got, c.want)
		}
	}
}

func TestRolesAtADate(t *testing.T) {
	book := mustSeeded(t)
	for _, c := range []struct {
		id   string
		when graph.Date
		want string
	}{
		{"actor:joe-biden", "2012", "vice president"},
		{"actor:joe-biden", "2018", ""},
		{"actor:joe-biden", "", "vice president, president"},
		{"actor:lu-wei", "2014-12", "minister of the State Internet Information Office, minister"},
		{"actor:nobody", "", ""},
	} {
		if got := strings.Join(book.Roles(c.id, c.when), ", "); got != c.want {
			t.Errorf("Roles(%s, %q) = %q, want %q", c.id, c.when, got, c.want)
		}
	}
}

func TestPersonKnowsWhichPartIsTheFamilyName(t *testing.T) {
	book := mustSeeded(t)
	for _, c := range [][4]string{
		{"actor:hua-chunying", "Hua", "Chunying", "f"},
		{"actor:thomas-donilon", "Donilon", "Thomas", "m"},
		{"actor:ursula-von-der-leyen", "von der Leyen", "Ursula", "f"},
	} {
		if family, given, gender, ok := book.Person(c[0]); !ok || family != c[1] || given != c[2] || gender != c[3] {
			t.Errorf("Person(%s) = %q, %q, %q, %v", c[0], family, given, gender, ok)
		}
	}
	if _, _, _, ok := book.Person("actor:china"); ok {
		t.Error("China is a person")
	}
}

func TestClosureHoldsAllThatAreActedFor(t *testing.T) {
	got := ""
	for _, a := range mustSeeded(t).Closure("actor:apt1", "actor:nobody", "actor:china") {
		got += a.ID + " "
	}
	if want := "actor:apt1 actor:china actor:peoples-liberation-army "; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func TestDeriveDependsOnTheNameAlone(t *testing.T) {
	for _, c := range []struct {
		name, id string
		class    graph.Class
	}{
		{"Ada Marsh", "actor:ada-marsh", graph.Person},
		{"Harbour Works Inc.", "actor:harbour-works-inc", graph.Organisation},
		{"the  Ministry of Tides", "actor:ministry-of-tides", graph.Organisation},
		{"University of Stavik", "actor:university-of-stavik", graph.Organisation},
		{"李明", "actor:李明", graph.Person},
		{"???", "actor:x3f3f3f", graph.Person},
	} {
		a := mustSeeded(t).Derive(c.name)
		if a.ID != c.id || a.Class != c.class {
			t.Errorf("Derive(%q) = %s, %s, want %s, %s", c.name, a.ID, a.Class, c.id, c.class)
		}
		if err := a.Validate(); err != nil {
			t.Error(err)
		}
	}
}

func TestExtendedReplacesAnEntryAndLeavesTheFirstBookAsItIs(t *testing.T) {
	book := mustExtended(t, "actors:\n- {names: [Mandiant], class: organisation}\n")
	if side := book.Side("actor:mandiant", ""); side != "actor:mandiant" {
		t.Errorf("the user's entry does not stand: side %s", side)
	}
	if side := mustSeeded(t).Side("actor:mandiant", ""); side != "actor:united-states" {
		t.Errorf("the first book has changed: side %q", side)
	}
}
