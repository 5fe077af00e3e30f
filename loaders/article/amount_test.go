package article

import (
	"testing"

	"counterclaim/loaders/text"
)

// Whatever stands in a text, its amounts are well formed and reading them ends.
func FuzzAmounts(f *testing.F) {
	for _, s := range []string{
		"more than 11,000 websites", "at least a dozen boats", "two-thirds of the votes", "$1.5 billion", "twenty-five ships",
		"1,2,3 boats", "0 of 0 boats", "$", "five hundred thousand million billion", "a half", "7 per cent of ships", "999999999999999999 trillion dollars", "1.2.3 ships",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if len(s) > 1<<10 {
			return
		}
		p := &page{Text: text.Read(s, text.Lines(s))}
		if len(p.Tokens) == 0 {
			return
		}
		r := &reading{page: p, f: &found{content: []text.Range{{First: 0, Last: len(p.Tokens)}}}}
		for _, a := range r.amounts() {
			if err := a.Validate(); err != nil {
				t.Errorf("%q: %v", s, err)
			}
		}
	})
}
