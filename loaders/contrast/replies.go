package contrast

import (
	"cmp"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"counterclaim/graph"
	"counterclaim/loaders/text"
)

// markReplies puts down what stands between a statement and the one before it: the
// words by which the text says that it answers somebody ("in response the firm
// said", "the minister countered") or sets it against what was said before ("but
// the firm said", "the minister insisted"), and whether a paragraph ends there.
func markReplies(document []*entry, source string) {
	end, paragraph := 0, 0
	for i, e := range document {
		e.paragraph = -1 - i // alone
		if len(e.Content) == 0 || e.Content[0].Start > len(source) || e.Content[len(e.Content)-1].End > len(source) {
			continue
		}
		start := e.Content[0].Start
		lead := ""
		if start > end {
			between := source[end:start]
			paragraph += breaks(between)
			lead = source[max(end, start-mostLead):start]
			if i := strings.LastIndex(lead, "\n"); i >= 0 {
				lead = lead[i:]
			}
		}
		e.paragraph = paragraph
		e.linked = i > 0 && start > end && sentences(lead+" ") == 0 && breaks(lead) == 0
		own := lead
		if i := strings.LastIndexAny(lead, ".!?"); i >= 0 {
			own = lead[i:]
		}
		cue := ""
		if e.Cue.End <= len(source) && e.Cue.Start < e.Cue.End {
			cue = source[e.Cue.Start:e.Cue.End]
		}
		e.reply = cmp.Or(retorts().in(own), takesIssue().in(lead), retorts().in(cue))
		e.retorts = e.reply != ""
		e.reply = cmp.Or(e.reply, replies().in(own), replies().in(cue))
		if sentences(lead) <= 1 {
			e.against = cmp.Or(against().in(own), against().in(cue))
			e.joined = sentences(lead) == 0 || !strings.HasPrefix(strings.ToLower(strings.TrimLeft(own, ".!? \n\"”")), e.against)
		}
		e.withdraws = i > 0 && document[i-1].side == e.side && e.against != ""
		end = max(end, e.Content[len(e.Content)-1].End, e.Cue.End, e.Speaker.Span.End)
		end = min(end, len(source))
	}
}

// sentences returns how many sentences end in what the text says.
func sentences(words string) int {
	return strings.Count(words, ". ") + strings.Count(words, "! ") + strings.Count(words, "? ")
}

// breaks returns how many paragraphs end in what the text says: lines that end a
// sentence or stand before an empty one.
func breaks(words string) int {
	n := 0
	for {
		line, rest, more := strings.Cut(words, "\n")
		if !more {
			return n
		}
		line = strings.TrimSpace(line)
		last, _ := utf8.DecodeLastRuneInString(line)
		if line == "" || strings.ContainsRune(".!?:\"”", last) || strings.HasPrefix(rest, "\n") {
			n++
		}
		words = rest
	}
}

// mostLead is how many bytes before a statement are looked at.
const mostLead = 300

// phrases are words and pairs of words.
type phrases map[string]bool

func phrasesOf(list string) func() phrases {
	return sync.OnceValue(func() phrases {
		out := phrases{}
		for _, e := range text.Listed(list) {
			out[e] = true
		}
		return out
	})
}

var (
	replies    = phrasesOf("replies")
	retorts    = phrasesOf("retorts")
	takesIssue = phrasesOf("takes-issue")
	against    = phrasesOf("set-against")
)

// in returns the first of the phrases in what the text says, "" for none.
func (p phrases) in(words string) string {
	last := ""
	for _, w := range strings.FieldsFunc(strings.ToLower(words), func(r rune) bool { return !unicode.IsLetter(r) }) {
		if p[w] {
			return w
		}
		if p[last+" "+w] {
			return last + " " + w
		}
		last = w
	}
	return ""
}

// opposes reports whether the text says that the statement answers somebody who is
// contradicted by it, or sets it against what was said before.
func (e *entry) opposes() bool { return e.retorts || e.against != "" && !e.withdraws }

// quarrelsWith reports whether something tells that an answer is no friendly one: the
// word for it, what the two say, or whom it is directed at.
func (p *pair) quarrelsWith() bool {
	a := p.counter
	return a.retorts || p.claim.attacks() || p.eachOther() || a.any(graph.Denial, graph.Criticism, graph.Attribution, graph.Refusal) || a.contradicts() != "" && p.sharesWord()
}

// repliesInWords: the text says of the next voice that it answers.
func repliesInWords(p *pair) []graph.Reason {
	if p.counter.reply == "" || p.counter.any(graph.Praise, graph.Cooperation, graph.Admission) || !p.nextTurn() || !p.answerable() || p.otherActs() || p.aimsElsewhere() || p.distance() > nearby || !p.quarrelsWith() {
		return nil
	}
	return append(p.signals(), p.follows(), reason("reply", replyWordWeight, "%q says that it answers", p.counter.reply), reason("answer", answerWeight, "the next voice gives its own account"))
}
