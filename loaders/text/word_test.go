package text

import (
	"testing"

	"github.com/clipperhouse/uax29/v2/words"
)

// What the characters of plain words tell is what the rules of Unicode say, for any
// four of characters that stand for all sorts.
func TestPlainWords(t *testing.T) {
	const sorts = "aZ07 \n\r_'’.,:;\"-$%é́\u200dאカ🇳"
	for _, a := range sorts {
		for _, b := range sorts {
			for _, c := range sorts {
				for _, d := range sorts {
					sameWords(t, string([]rune{a, b, c, d}))
				}
			}
		}
	}
}

func FuzzPlainWords(f *testing.F) {
	f.Add("Don't pay 11,000 at 3.30p.m.: it's_ off\r\n")
	f.Fuzz(sameWords)
}

func sameWords(t *testing.T, s string) {
	cut := newCutter()
	cut.rest = s
	for full := words.FromString(s); full.Next(); {
		if len(cut.rest) == 0 {
			t.Fatalf("%q: ends before %q", s, full.Value())
		}
		if got, _ := cut.next(); got != full.Value() {
			t.Fatalf("%q: got %q, want %q", s, got, full.Value())
		}
	}
	if cut.rest != "" {
		t.Fatalf("%q: goes on with %q", s, cut.rest)
	}
}
