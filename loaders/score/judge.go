package score

import (
	"fmt"
	"slices"
	"strings"

	"counterclaim/graph"
)

// A verdict is how one statement that was found stands to what was annotated.
type verdict struct {
	rule       string
	confidence float64
	mode       graph.Mode
	source     bool // it names one
	matched    bool
	exact      bool
	head       bool
	triple     bool
	right      bool
}

// A reach is what became of one annotated attribution.
type reach struct {
	mode    graph.Mode
	source  bool
	matched bool
}

// Right reports of each statement found in a document whether it is right.
func Right(d *Document, statements []graph.Statement) []bool {
	verdicts, _ := judge(d, statements)
	out := make([]bool, len(verdicts))
	for i, v := range verdicts {
		out[i] = v.right
	}
	return out
}

// judge compares what was found in a document with what was annotated in it.
func judge(d *Document, statements []graph.Statement) ([]verdict, []reach) {
	p := newPage(d.Text)
	gold, found := p.annotated(d), p.found(statements)
	verdicts := make([]verdict, len(found))
	for i := range found {
		s := &statements[i]
		verdicts[i] = verdict{rule: s.Rule, confidence: s.Confidence, mode: found[i].mode, source: !found[i].source.whole.Empty()}
	}
	exact(gold, found, verdicts)
	reached := make([]reach, len(gold))
	for i := range gold {
		reached[i] = reach{mode: gold[i].mode, source: !gold[i].source.whole.Empty()}
	}
	for _, pair := range align(gold, found) {
		reached[pair.gold].matched = true
		verdicts[pair.found].pair(&gold[pair.gold], &found[pair.found], speakerWords(p, statements, pair.found), p.reporters(&statements[pair.found]))
	}
	return verdicts, reached
}

func (v *verdict) pair(gold, found *item, speaker part, reporters []part) {
	nobody := gold.source.whole.Empty() && found.source.whole.Empty()
	silent := gold.cue.whole.Empty() && found.cue.whole.Empty()
	who := hasHead(gold, found.source) || gold.source.touches(found.source)
	v.matched = true
	v.head = hasHead(gold, found.source)
	v.triple = (who || nobody) && (silent || gold.cue.touches(found.cue))
	v.right = who || nobody || gold.before.touches(speaker) || hasHead(gold, speaker) || gold.source.touches(speaker) ||
		slices.ContainsFunc(reporters, gold.source.touches)
}

// reporters returns the words for those who report the speaker's words.
func (p *page) reporters(s *graph.Statement) []part {
	var out []part
	for _, v := range s.Via {
		out = append(out, p.part(v.Span))
	}
	return out
}

// speakerWords returns the words for a statement's speaker: where the statement
// has none, as in a quotation that goes on, those of the one before with the same
// speaker. The source figures do without this, as published ones do.
func speakerWords(p *page, statements []graph.Statement, i int) part {
	actor := statements[i].Speaker.Actor
	for k := i; k >= 0 && actor != ""; k-- {
		if s := &statements[k].Speaker; s.Actor == actor && !s.Span.Empty() {
			return p.part(s.Span)
		}
	}
	return part{}
}

func (p *page) annotated(d *Document) []item {
	out := make([]item, len(d.Gold))
	for i, g := range d.Gold {
		out[i] = p.item(g.Content, p.part(g.Source...), p.part(g.Cue...))
		if out[i].head = p.set(g.Head); len(out[i].head) == 0 {
			out[i].head = p.headOf(out[i].source.words)
		}
		out[i].before = p.antecedent(out[i].source)
	}
	return out
}

// behindHead are words that begin what is said of a source behind its head.
var behindHead = []string{"of", "at", "in", "for", "from", "on", "with", "who", "which", "that", "to", "by"}

// headOf returns the head of a source for which none is given: its last word, or
// the last before a comma, a preposition or a relative clause.
func (p *page) headOf(words set) set {
	for i := 1; i < len(words); i++ {
		before, word := p.words[words[i-1]], p.words[words[i]]
		if strings.Contains(p.text[before.End:word.Start], ",") || slices.Contains(behindHead, word.Of(p.text)) {
			return words[i-1 : i]
		}
	}
	return words[max(0, len(words)-1):]
}

var relatives = []string{"who", "which", "that"}

// antecedent returns the word before a source that is a relative pronoun, as of
// "Brandt, who denied": it is the one that tells who speaks.
func (p *page) antecedent(source part) part {
	if len(source.words) != 1 || source.words[0] == 0 {
		return part{}
	}
	i := source.words[0]
	if !slices.Contains(relatives, p.words[i].Of(p.text)) {
		return part{}
	}
	return p.part(p.words[i-1])
}

func (p *page) found(statements []graph.Statement) []item {
	out := make([]item, len(statements))
	for i := range statements {
		s := &statements[i]
		out[i] = p.item(s.Content, p.part(s.Speaker.Span), p.part(s.Cue))
	}
	return out
}

// exact marks the statements whose content has the words of an annotated one,
// each of which counts once.
func exact(gold, found []item, verdicts []verdict) {
	free := map[string]int{}
	for i := range gold {
		free[fmt.Sprint(gold[i].core)]++
	}
	for i := range found {
		if key := fmt.Sprint(found[i].core); free[key] > 0 {
			free[key]--
			verdicts[i].exact = true
		}
	}
}
