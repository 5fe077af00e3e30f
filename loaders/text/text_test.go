package text

import (
	"strings"
	"testing"
)

func read(s string) *Text { return Read(s, Lines(s)) }

func sentences(t *Text) []string {
	var out []string
	for _, s := range t.Sentences {
		out = append(out, t.Words(s))
	}
	return out
}

func TestSentences(t *testing.T) {
	for _, tt := range []struct {
		name, text string
		want       []string
	}{
		{"titles and initials end nothing", "Mr. Holm met Dr. A. B. Egg of the U.S. Navy. They spoke.", []string{"Mr. Holm met Dr. A. B. Egg of the U.S. Navy.", "They spoke."}},
		{"an abbreviation can end a sentence", "He works for Norrline Inc. The firm pays him.", []string{"He works for Norrline Inc.", "The firm pays him."}},
		{"marks inside a quotation end nothing", `"It broke. It sank. All is lost," he said. She left.`, []string{`"It broke. It sank. All is lost," he said.`, "She left."}},
		{"a quotation can end a sentence", `He said: "It sank." She left.`, []string{`He said: "It sank."`, "She left."}},
		{"a question with its attribution", `"Did it sink?" Holm asked. "It did."`, []string{`"Did it sink?" Holm asked.`, `"It did."`}},
		{"numbers have points", "It cost 3.5 million. Nobody paid.", []string{"It cost 3.5 million.", "Nobody paid."}},
		{"a line is a paragraph", "no end\nAnother.", []string{"no end", "Another."}},
		{"a mark closes the article", "It sank. µ", []string{"It sank.", "µ"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := sentences(read(tt.text)); strings.Join(got, "|") != strings.Join(tt.want, "|") {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

func TestQuotations(t *testing.T) {
	for _, tt := range []struct {
		name, text string
		want       []string
	}{
		{"straight marks alternate", `"a b," he said, "c d."`, []string{`"a b,"`, `"c d."`}},
		{"curly marks have a direction", "“a “b” c” d", []string{"“a", "“b”"}},
		{"straight marks look around", `the "x" and ("y") and "z"`, []string{`"x"`, `"y"`, `"z"`}},
		{"left open to the end of the paragraph", "\"a b.\n\"c d.\"\n\"e\"", []string{`"a b.`, `"c d."`, `"e"`}},
		{"two apostrophes are a mark", "he said ''a b'' and ''c''", []string{"''a b''", "''c''"}},
		{"a close without an open is none", "a b.” c", nil},
	} {
		t.Run(tt.name, func(t *testing.T) {
			text := read(tt.text)
			var got []string
			for _, q := range text.Quotations {
				got = append(got, text.Words(q.Range))
			}
			if strings.Join(got, "|") != strings.Join(tt.want, "|") {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
	if q := read("\"a b.\n\"c d.\"\n\"e\"").Quotations; q[0].Closed || !q[1].Continues || q[2].Continues {
		t.Errorf("got %+v, want the second to continue the first", q)
	}
}

func TestTokens(t *testing.T) {
	text := read("China’s US-based firms don't pay the PLA.")
	var got []string
	for i := range text.Tokens {
		got = append(got, text.Tokens[i].Lower)
	}
	if want := "china|'s|us|-|based|firms|don't|pay|the|pla|."; strings.Join(got, "|") != want {
		t.Errorf("got %s, want %s", strings.Join(got, "|"), want)
	}
}

func TestLexicon(t *testing.T) {
	x := NewLexicon(map[string]*List{
		"harm":  NewList([]string{"cyber attack\tcyber", "attack", "take * steps"}),
		"hedge": NewList([]string{"attack\tloud"}),
	})
	text := read("They take firm steps after a cyber attack.")
	var got []string
	for _, h := range x.Find(nil, text, text.Sentences[0]) {
		got = append(got, h.List+":"+text.Words(h.Range)+"="+h.Value)
	}
	if want := "harm:take firm steps=|harm:cyber attack=cyber|harm:attack=|hedge:attack=loud"; strings.Join(got, "|") != want {
		t.Errorf("got %s, want %s", strings.Join(got, "|"), want)
	}
}

// Every text is cut into tokens in order, each in one paragraph and sentence, and
// quotations that do not overlap.
func FuzzRead(f *testing.F) {
	f.Add("\"a\" b. “C d”\n\n’s U.S. Inc. The `` x '' «y» … ?!")
	f.Add("\u00a0\ufeff\"\"\"\n.\n\"")
	f.Fuzz(func(t *testing.T, s string) {
		s = strings.ToValidUTF8(s, "?")
		text := read(s)
		end := 0
		for i := range text.Tokens {
			tok := &text.Tokens[i]
			if tok.Start < end || tok.End <= tok.Start || tok.End > len(s) {
				t.Fatalf("token %d is %d-%d after %d", i, tok.Start, tok.End, end)
			}
			end = tok.End
			if q := tok.Quote; q >= 0 && !text.Quotations[q].Holds(i) {
				t.Fatalf("token %d is not in its quotation", i)
			}
		}
		covers(t, text.Sentences, len(text.Tokens))
		covers(t, text.Paragraphs, len(text.Tokens))
	})
}

// covers checks that the ranges follow one another from 0 to n.
func covers(t *testing.T, rs []Range, n int) {
	t.Helper()
	at := 0
	for _, r := range rs {
		if r.First != at || r.Last <= r.First {
			t.Fatalf("range %v begins at %d, want %d", r, r.First, at)
		}
		at = r.Last
	}
	if at != n {
		t.Fatalf("ranges end at %d, want %d", at, n)
	}
}

func BenchmarkRead(b *testing.B) {
	s := strings.Repeat("\"The harbour is open,\" Minister Oran Teskin said on Monday. Nobody asked Mr. Holm.\n", 500)
	b.SetBytes(int64(len(s)))
	for b.Loop() {
		read(s)
	}
}
