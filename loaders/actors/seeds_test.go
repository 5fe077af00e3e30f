package actors

import (
	"cmp"
	"maps"
	"slices"
	"strings"
	"testing"

	"counterclaim/graph"
	"counterclaim/seeds"
)

func mustSeeded(tb testing.TB) *Book {
	tb.Helper()
	book, err := Seeded()
	if err != nil {
		tb.Fatal(err)
	}
	return book
}

func TestEverySeededActorIsValid(t *testing.T) {
	book := mustSeeded(t)
	for id, e := range book.entries {
		if err := e.Validate(); err != nil {
			t.Error(err)
		}
		texts := slices.Concat(e.Names, e.adjectives, e.capitals)
		slices.Sort(texts)
		if u := slices.Compact(slices.Clone(texts)); len(u) != len(texts) {
			t.Errorf("%s: a name comes twice among %q", id, texts)
		}
	}
}

// Names that mean two seeded actors are never found: each is here because it is
// meant to be.
func TestSharedNamesAreTheKnownOnes(t *testing.T) {
	book := mustSeeded(t)
	var shared []string
	for i, n := range book.names[1:] {
		if before := book.names[i]; before.Text == n.Text && before.Actor != n.Actor {
			shared = append(shared, n.Text)
		}
	}
	if want := []string{}; !slices.Equal(shared, want) {
		t.Errorf("shared names are %q, want %q", shared, want)
	}
}

func TestCountriesAreInOrder(t *testing.T) {
	data, err := seeds.Files.ReadFile("countries.txt")
	if err != nil {
		t.Fatal(err)
	}
	entries, err := parseCountries("countries.txt", data)
	if err != nil {
		t.Fatal(err)
	}
	byLine := slices.SortedFunc(maps.Values(entries), func(x, y *entry) int { return cmp.Compare(x.at.line, y.at.line) })
	for i, e := range byLine[1:] {
		if before := byLine[i]; before.Name() > e.Name() {
			t.Errorf("%s comes after %s", e.Name(), before.Name())
		}
		for _, column := range [][]string{e.Names[1:], e.adjectives, e.capitals} {
			if !slices.IsSorted(column) {
				t.Errorf("%s: %q is not sorted", e.Name(), column)
			}
		}
	}
}

// Every person's delegations are in the order of their dates, so that roles come
// in that order too.
func TestDelegationsAreInOrder(t *testing.T) {
	for id, e := range mustSeeded(t).entries {
		if !slices.IsSortedFunc(e.ActsFor, func(x, y graph.ActsFor) int { return strings.Compare(string(x.From), string(y.From)) }) {
			t.Errorf("%s: acts-for is out of order: %v", id, e.ActsFor)
		}
	}
}

func BenchmarkSeeds(b *testing.B) {
	people, _ := seeds.Files.ReadFile("actors.yaml")
	countries, _ := seeds.Files.ReadFile("countries.txt")
	b.SetBytes(int64(len(people) + len(countries)))
	for b.Loop() {
		entries, err := parseCountries("countries.txt", countries)
		if err != nil {
			b.Fatal(err)
		}
		if _, err := (&Book{entries: entries}).Extended("actors.yaml", people); err != nil {
			b.Fatal(err)
		}
	}
}
