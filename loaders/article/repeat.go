package article

import (
	"slices"
	"strings"
	"unicode"

	"counterclaim/graph"
)

// Words as short as this are said again by others without being a repetition.
const (
	shortRepeat = 20 // letters and digits, by the same speaker
	longRepeat  = 40 // by whomever a pull quote seems to be of
)

// distinct drops statements of which another has the same words: those of the same
// place, and verbatim ones that the page prints again, as a pull quote or under a
// picture. The one that was said first keeps where they stand.
func distinct(all []graph.Statement) []graph.Statement {
	seen := map[string]bool{}
	answered := map[string]bool{}
	for i := range all {
		for _, a := range all[i].Answers {
			answered[a.Claim] = true
		}
	}
	out := all[:0]
	words := make([]string, 0, len(all)) // of each in out, where it is verbatim
	for i := range all {
		s := &all[i]
		if seen[s.ID] {
			continue
		}
		seen[s.ID] = true
		said := ""
		if s.Mode == graph.Direct {
			said = plain(s.Text)
		}
		if first := repeats(out, words, s, said); first >= 0 && !answered[s.ID] && len(s.Answers) == 0 {
			out[first].Repeated = append(slices.Clip(out[first].Repeated), s.Content...)
			continue
		}
		out, words = append(out, *s), append(words, said)
	}
	return out
}

// repeats returns the first statement of which the words said are a part, -1 for
// none.
func repeats(earlier []graph.Statement, words []string, s *graph.Statement, said string) int {
	for i, w := range words {
		if len(said) >= longRepeat || len(said) >= shortRepeat && earlier[i].Speaker.Actor == s.Speaker.Actor {
			if strings.Contains(w, said) {
				return i
			}
		}
	}
	return -1
}

// plain returns the letters and digits of s, in lower case.
func plain(s string) string {
	var out strings.Builder
	out.Grow(len(s))
	for _, r := range s {
		switch {
		case 'a' <= r && r <= 'z':
			out.WriteByte(byte(r))
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			out.WriteRune(unicode.ToLower(r))
		}
	}
	return out.String()
}
