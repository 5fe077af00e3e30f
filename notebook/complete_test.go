package notebook

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"counterclaim/loaders/seedtest"
)

// In each source | is the cursor; the matches begin with those given, in their order.
func TestComplete(t *testing.T) {
	read := seedtest.Reader(t)
	for _, c := range []struct{ source, replaced, want string }{
		{"%|", "", "network plot query"},
		{"%q|", "q", "query"},
		{"%query contr|", "contr", "contrasts"},
		{"%query contrasts spe|", "spe", "speaker="},
		{"%query contrasts since=2013 s|", "s", "side= speaker="},
		{"%query contrasts speaker=hua|", "hua", "actor:hua-chunying"},
		{"%query statements kind=vic|", "vic", "victimhood"},
		{"%plot tim|", "tim", "timeline"},
		{"%network congruence nor|", "nor", "normalise="},
		{`g.V("<act|`, "act", "actor:"},
		{`g.V("<actor:hua|").In()`, "actor:hua", "actor:hua-chunying>"},
		{`g.V("<kind:den|`, "kind:den", "kind:denial>"},
		{`g.V("<concept:cyber|`, "concept:cyber", "concept:cyber-attack>"},
		{`g.V("<actor:china>").In("<spe|`, "spe", "speaker>"},
		{`const é = "日本"; g.V("<actor:china>").SaveOpt("<sai|`, "sai", "said>"},
		{`g.V("<actor:china>").Fol|`, "Fol", "Follow FollowR FollowRecursive"},
		{"find({}).sta|", "sta", "statements"},
		{"const a = 1;\npick|", "pick", "picked"},
		{"", "", ""},
	} {
		before, after, _ := strings.Cut(c.source, "|")
		cursor := utf8.RuneCountInString(before)
		got, err := Complete(t.Context(), read, before+after, cursor)
		if err != nil {
			t.Errorf("%s: %v", c.source, err)
			continue
		}
		replaced := string([]rune(before + after)[got.Start:got.End])
		var texts []string
		for _, m := range got.Matches {
			texts = append(texts, m.Text)
		}
		want := strings.Fields(c.want)
		if replaced != c.replaced || len(texts) < len(want) || !slices.Equal(texts[:len(want)], want) {
			t.Errorf("%s: replaces %q by %v, want %q by %v", c.source, replaced, texts, c.replaced, want)
		}
	}
}

func TestInspect(t *testing.T) {
	for _, c := range []struct{ source, title, says string }{
		{"%query contr|asts", "question contrasts", "Every claim with each statement that answers it"},
		{"%query contrasts spea|ker=x", "parameter speaker", "Only claims of this actor."},
		{"%plot time|line", "picture timeline", "Who said what when"},
		{`g.V("<actor:china>").In("<speak|er>")`, "predicate <speaker>", "Who says it."},
		{`"<kind:denial|>"`, "kind denial", "CAMEO 016"},
		{`.In("<deni|es>")`, "relation denies", "Rejects what the claim says."},
		{"pick|ed()", `picked({kind: "kind:denial"})`, "caller picks"},
		{"x.FollowRec|ursive()", "FollowRecursive", "again and again"},
		{`"<actor:chi|na>"`, "actor actor:china", "Who speaks"},
		{"nothing|", "", ""},
		{"| ", "", ""},
	} {
		before, after, _ := strings.Cut(c.source, "|")
		got, ok := Inspect(before+after, utf8.RuneCountInString(before))
		if ok != (c.title != "") || got.Title != c.title || !strings.Contains(got.Text, c.says) {
			t.Errorf("%s: %v %+v, want %s: %s", c.source, ok, got, c.title, c.says)
		}
	}
}

func TestIsComplete(t *testing.T) {
	for source, want := range map[string]Completeness{
		"1 + 1":            Whole,
		"":                 Whole,
		"%query contrasts": Whole,
		"g.V(":             Incomplete,
		"if (a) {\n":       Incomplete,
		"const f = () =>":  Incomplete,
		"a b":              Invalid,
		"const = 1":        Invalid,
		"%nonsense":        Invalid,
	} {
		if got := IsComplete(source); got != want {
			t.Errorf("%q is %s, want %s", source, got, want)
		}
	}
}

// FuzzComplete: no source and no cursor makes completion or inspection fail.
func FuzzComplete(f *testing.F) {
	f.Add("%query contrasts speaker=hua", 10)
	f.Add(`g.V("<actor:é").In("<`, 20)
	f.Fuzz(func(t *testing.T, source string, cursor int) {
		n := len([]rune(source))
		if strings.Contains(source, ":") || strings.Contains(source, "=") {
			return // asks the store
		}
		got, err := Complete(t.Context(), nil, source, cursor)
		if err != nil || got.Start < 0 || got.Start > got.End || got.End > n {
			t.Errorf("%+v, %v", got, err)
		}
		Inspect(source, cursor)
		IsComplete(source)
	})
}
