package contrast

import (
	"strings"
	"sync"
	"unicode"

	"counterclaim/graph"
	"counterclaim/loaders/text"
)

// markReplies puts down the words by which the text says that a statement answers
// somebody: "in response the firm said", "the minister countered".
func markReplies(document []*entry, source string) {
	end := 0
	for _, e := range document {
		if len(e.Content) == 0 || e.Content[0].Start > len(source) {
			continue
		}
		start := e.Content[0].Start
		if from := max(end, start-mostLead); from <= start {
			lead := source[from:start]
			if i := strings.LastIndexAny(lead, ".!?\n"); i >= 0 {
				e.reply = replyWord(lead[i:])
			}
		}
		if e.reply == "" && e.Cue.End <= len(source) && e.Cue.Start < e.Cue.End {
			e.reply = replyWord(source[e.Cue.Start:e.Cue.End])
		}
		end = e.Content[len(e.Content)-1].End
	}
}

// mostLead is how many bytes before a statement are looked at.
const mostLead = 200

// replies are words and pairs of words.
var replies = sync.OnceValue(func() map[string]bool {
	out := map[string]bool{}
	for _, e := range text.Listed("replies") {
		out[e] = true
	}
	return out
})

// replyWord returns the first words that tell of an answer, "" for none.
func replyWord(lead string) string {
	words := strings.FieldsFunc(strings.ToLower(lead), func(r rune) bool { return !unicode.IsLetter(r) })
	for i, w := range words {
		if replies()[w] {
			return w
		}
		if i > 0 && replies()[words[i-1]+" "+w] {
			return words[i-1] + " " + w
		}
	}
	return ""
}

// repliesInWords: the text says of the next voice that it answers.
func repliesInWords(p *pair) []graph.Reason {
	if p.counter.reply == "" || p.counter.any(graph.Praise, graph.Cooperation, graph.Admission) || !p.nextTurn() || !p.answerable() || p.otherActs() || p.aimsElsewhere() || p.distance() > nearby {
		return nil
	}
	return append(p.signals(), p.follows(), reason("reply", replyWordWeight, "%q says that it answers", p.counter.reply), reason("answer", answerWeight, "the next voice gives its own account"))
}
