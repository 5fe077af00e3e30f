package article

import (
	_ "embed"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
	"sync"

	"counterclaim/graph"
)

// A Sign is something seen of a statement that makes it likelier to be right, or
// less likely.
type Sign struct {
	Name string  // in confidence.txt
	Says string  // why that is so, for users
	Odds float64 // times as likely as without the sign: 2 is twice, .5 half
	seen func(s *graph.Statement, text string) bool
}

// signs are all signs. Each is about language, and can be seen of a statement and
// its text alone, so that what is stored can be explained later.
var signs = []Sign{
	{"plain word", "a plain word of speech marks it", 1, func(s *graph.Statement, text string) bool {
		cue := strings.ToLower(cueWords(s, text))
		return plainWords.Has(cue) || cue == "according to"
	}},
	{"supposed", "the word that marks it stands behind would, could or the like: nothing may have been said", 1, func(s *graph.Statement, text string) bool {
		return !s.Cue.Empty() && supposing.Has(wordBefore(text, s.Cue.Start))
	}},
	{"verbatim", "it is given word for word", 1, func(s *graph.Statement, _ string) bool { return s.Mode == graph.Direct }},
	{"partly quoted", "some of it stands in quotation marks", 1, func(s *graph.Statement, _ string) bool { return s.Mode == graph.Mixed }},
	{"quotation and more", "the rule is one for quotations, and not all of it is quoted", 1, func(s *graph.Statement, _ string) bool {
		return s.Mode != graph.Direct && (strings.HasPrefix(s.Rule, "quotation") || s.Rule == "content, then cue before subject")
	}},
	{"short", "it has four words or fewer: it may be a topic and no claim", 1, func(s *graph.Statement, _ string) bool { return !moreWords(s.Text, 4) }},
	{"long", "it has more than fifteen words", 1, func(s *graph.Statement, _ string) bool { return moreWords(s.Text, 15) }},
	{"to do", "it begins with “to”: it may be a wish and nothing said", 1, func(s *graph.Statement, _ string) bool { return firstWord(s.Text) == "to" }},
	{"topic", "it begins with a preposition: it may be a topic and no claim", 1, func(s *graph.Statement, _ string) bool { return topical.Has(firstWord(s.Text)) }},
	{"speaker named", "the speaker is named, or a pronoun that fits one speaker only", 1, func(s *graph.Statement, _ string) bool {
		return strings.HasPrefix(s.Speaker.Why, "full name") || strings.HasPrefix(s.Speaker.Why, "family name") || strings.Contains(s.Speaker.Why, `who can be "he"`) || strings.Contains(s.Speaker.Why, `who can be "she"`)
	}},
	{"speaker described", "the speaker is described and not named", 1, func(s *graph.Statement, _ string) bool { return s.Speaker.Why == "not named" }},
	{"speaker unknown", "the words for the speaker tell nobody", 1, func(s *graph.Statement, _ string) bool { return s.Speaker.Actor == "" }},
	{"speaker long", "the words for the speaker are more than six: they may hold more than the speaker", 1, func(s *graph.Statement, _ string) bool {
		return moreWords(s.Speaker.Words, 6)
	}},
	{"first person", "the speaker is “I” or “we”: the author, or a quotation that was not seen", 1, func(s *graph.Statement, _ string) bool {
		return strings.EqualFold(s.Speaker.Words, "i") || strings.EqualFold(s.Speaker.Words, "we")
	}},
}

var (
	plainWords = set("said says say saying told tells added adds wrote writes tweeted")
	supposing  = set("would could should might may will can must")
	topical    = set("for of about on over with as by in at against into from")
)

func cueWords(s *graph.Statement, text string) string {
	if s.Cue.Empty() {
		return ""
	}
	return s.Cue.Of(text)
}

func wordBefore(text string, i int) string {
	const enough = 16
	last := ""
	for w := range strings.FieldsSeq(text[cut(text, max(0, i-enough)):i]) {
		last = w
	}
	return strings.ToLower(last)
}

func firstWord(s string) string {
	word, _, _ := strings.Cut(s, " ")
	return strings.ToLower(word)
}

// moreWords reports whether s has more words than that.
func moreWords(s string, than int) bool {
	n, inside := 0, false
	for i := range len(s) {
		space := s[i] == ' ' || s[i] == '\n' || s[i] == '\t'
		if !space && !inside {
			n++
		}
		if n > than {
			return true
		}
		inside = !space
	}
	return false
}

// confidenceFile has the odds of rules and signs, as measured; see calibrate.
//
//go:embed confidence.txt
var confidenceFile string

// anyRule is the row of a rule that the file does not have.
const anyRule = "any other rule"

type measured struct {
	rules map[string]float64 // share of right statements where no sign is seen
	signs []Sign
}

var confidences = sync.OnceValue(func() measured {
	m, err := readConfidence(confidenceFile)
	if err != nil {
		panic(err) // a test reads the file
	}
	return m
})

// readConfidence reads lines of kind, number, count and name; see confidence.txt.
func readConfidence(file string) (measured, error) {
	m := measured{rules: map[string]float64{}}
	m.signs = append(m.signs, signs...)
	for line := range strings.Lines(file) {
		f := strings.SplitN(strings.TrimSpace(line), "\t", 4)
		if strings.HasPrefix(line, "#") || len(f) == 1 && f[0] == "" {
			continue
		}
		if len(f) != 4 {
			return m, fmt.Errorf("confidence.txt: %q; allowed is rule or sign, a number, a count and a name, with tabs between", line)
		}
		number, err := strconv.ParseFloat(f[1], 64)
		if err != nil {
			return m, fmt.Errorf("confidence.txt: %q: %w", line, err)
		}
		if f[0] == "rule" {
			m.rules[f[3]] = number
			continue
		}
		for i := range m.signs {
			if m.signs[i].Name == f[3] {
				m.signs[i].Odds = number
			}
		}
	}
	return m, nil
}

// Confidence returns how likely it is that the statement found in the text is
// right, from what its rule was measured to be, which it returns too, and the signs
// that are seen of it.
func Confidence(s *graph.Statement, text string) (confidence, rule float64) {
	m := confidences()
	rule, known := m.rules[s.Rule]
	if !known {
		rule = m.rules[anyRule]
	}
	odds := rule / (1 - rule)
	for i := range m.signs {
		if m.signs[i].seen(s, text) {
			odds *= m.signs[i].Odds
		}
	}
	return math.Round(100*odds/(1+odds)) / 100, rule
}

// Seen returns the signs that are seen of the statement found in the text.
func Seen(s *graph.Statement, text string) []Sign {
	return slices.DeleteFunc(slices.Clone(confidences().signs), func(sign Sign) bool { return !sign.seen(s, text) })
}

// Signs returns the names of all signs and, of each, whether it is seen of the
// statement: what calibrate measures.
func Signs(s *graph.Statement, text string) (names []string, seen []bool) {
	for _, sign := range signs {
		names, seen = append(names, sign.Name), append(seen, sign.seen(s, text))
	}
	return names, seen
}
