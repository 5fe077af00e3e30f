package article

import (
	"slices"
	"strings"
	"unicode"

	"counterclaim/loaders/text"
)

// A turn is a paragraph of a transcript: "HOLM: We paid. All of it."
type turn struct {
	text.Range
	label text.Range // who speaks
	said  text.Range
}

const turnRule = "turn of a transcript"

const (
	fewestTurns   = 3 // of a transcript
	longestName   = 4 // words of a label
	shortestShout = 3 // letters: "Q:" and "A:" name nobody
)

// turns returns the turns of the talk that the article prints word for word, in
// order; none where its labelled paragraphs are a list, or one voice's. A headline
// is no turn.
func (p *page) turns() []turn {
	var out []turn
	talk := 0
	for k, r := range p.Paragraphs {
		t, ok := p.turnAt(r)
		if !ok || k == 0 {
			continue
		}
		if p.addresses(t.said) {
			talk++
		}
		out = append(out, t)
	}
	if len(out) < fewestTurns || 3*talk < len(out) || !p.takeTurns(out) {
		return nil
	}
	return slices.DeleteFunc(out, func(t turn) bool { return !p.namesVoice(t, out) })
}

// takeTurns reports whether some voice speaks again after another.
func (p *page) takeTurns(all []turn) bool {
	for i := range all {
		for k := i + 2; k < len(all); k++ {
			if p.voice(all[k]) == p.voice(all[i]) && p.voice(all[k-1]) != p.voice(all[i]) {
				return true
			}
		}
	}
	return false
}

// voice is the last word of a turn's label: "JANE HOLM:" is "HOLM:" later.
func (p *page) voice(t turn) string { return p.Tokens[t.label.Last-1].Lower }

// namesVoice reports whether the label is the name of a person, or a word in
// capitals that speaks more than once: "MODERATOR:", but not "VIDEO:".
func (p *page) namesVoice(t turn, all []turn) bool {
	if n := p.nameAt[t.label.Last-1]; n >= 0 && p.entities[p.names[n].entity].person() {
		return true
	}
	times := 0
	for i := range all {
		if p.voice(all[i]) == p.voice(t) {
			times++
		}
	}
	word := p.Words(t.label)
	return times > 1 && len(word) >= shortestShout && word == strings.ToUpper(word)
}

// turnAt reads a paragraph that begins with capitalised words and a colon.
func (p *page) turnAt(r text.Range) (turn, bool) {
	first := r.First
	if p.Tokens[first].Is(text.Open) {
		first++
	}
	colon := first
	for colon < r.Last && colon <= first+longestName && (p.Tokens[colon].Is(text.Capital) || colon > first && p.inName(colon)) {
		colon++
	}
	t := turn{Range: r, label: text.Range{First: first, Last: colon}, said: text.Range{First: colon + 1, Last: r.Last}}
	return t, colon > first && p.is(colon, ":") && t.said.Len() >= 3 && !p.Tokens[colon+1].Is(text.Open)
}

// addresses reports whether the words are spoken to somebody, or by somebody of
// themselves.
func (p *page) addresses(r text.Range) bool {
	for i := r.First; i < r.Last; i++ {
		if p.Tokens[i].In("?", "i", "we", "you", "i'm", "i've", "we're", "you're", "our", "my", "your", "me", "us") {
			return true
		}
	}
	return false
}

// takesTurn makes a statement of the turn that begins with sentence s. It reports
// whether the sentence belongs to a turn, the first of which is the next to come.
func (p *page) takesTurn(turns []turn, s int) bool {
	first := p.Sentences[s].First
	if len(turns) == 0 || first < turns[0].First {
		return false
	}
	if t := &turns[0]; first == t.First {
		p.found = append(p.found, found{
			rule: turnRule, class: state, cue: text.Range{First: t.label.Last, Last: t.label.Last + 1},
			subject: t.label, content: p.trimAll([]text.Range{t.said}), sentence: s, answers: -1,
		})
	}
	p.found[len(p.found)-1].until = s
	return true
}

// toCome drops the turns that end before token i.
func toCome(turns []turn, i int) []turn {
	for len(turns) > 0 && turns[0].Last <= i {
		turns = turns[1:]
	}
	return turns
}

// spelled returns the words of a name as it is written elsewhere: "JANE HOLM:" is
// Jane Holm.
func (p *page) spelled(r text.Range) string {
	words := p.Words(r)
	if !p.is(r.Last, ":") || words != strings.ToUpper(words) {
		return words
	}
	out := []rune(words)
	for i := 1; i < len(out); i++ {
		if unicode.IsLetter(out[i-1]) {
			out[i] = unicode.ToLower(out[i])
		}
	}
	return string(out)
}
