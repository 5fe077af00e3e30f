package graph

import "testing"

func TestAmountParts(t *testing.T) {
	for _, c := range []struct {
		amount      Amount
		bound, unit string
		value       float64
	}{
		{">11000 websites", ">", "websites", 11000}, {">=12 people", ">=", "people", 12}, {"~2.5 tonnes", "~", "tonnes", 2.5},
		{"1/4 votes", "", "votes", .25}, {"20%", "", "%", 20}, {"<20% ships", "<", "% ships", 20}, {"15000000000 USD", "", "USD", 15e9}, {"7", "", "", 7},
	} {
		bound, value, unit, err := c.amount.Parts()
		if err != nil || bound != c.bound || value != c.value || unit != c.unit {
			t.Errorf("%q: %q %v %q %v", c.amount, bound, value, unit, err)
		}
	}
	for _, bad := range []Amount{"", ">", "ships", "11,000 ships", "1/0 votes", "1.5/2", ".5", "5.", "12  people", "12 ", "12people", "1/2/3"} {
		if err := bad.Validate(); err == nil {
			t.Errorf("%q is allowed", bad)
		}
	}
}

// What is put together can be taken apart.
func FuzzAmount(f *testing.F) {
	f.Add(">=12 people")
	f.Add("1/3")
	f.Fuzz(func(t *testing.T, s string) {
		bound, value, unit, err := Amount(s).Parts()
		if err != nil {
			return
		}
		rest := s[len(bound) : len(s)-len(unit)]
		if n := len(rest); n > 0 && rest[n-1] == ' ' {
			rest = rest[:n-1]
		}
		if again := NewAmount(bound, rest, unit); string(again) != s || value < 0 {
			t.Errorf("%q came back as %q", s, again)
		}
	})
}
