package article

import (
	"strings"
	"sync"

	"counterclaim/loaders/text"
)

// A trigger is what a word can begin, as bits. Every word is looked up once; what no
// word of a sentence begins is not looked for in it.
type trigger uint16

const (
	cueWord     trigger = 1 << iota // a cue: "said"
	passiveCue                      // a cue whose object can be its subject: "accused"
	sourceWord                      // "according to"
	supposition                     // "expected to"
	question                        // "asked"
	semblance                       // "seems to"
	rumour                          // "there were rumours that"
	wrongWord                       // a verb of wrong conduct: "stole"
	conceptWord                     // what one can speak about: "cyber attack"
)

// searches are what is looked for in a sentence, in order. from is the first
// statement that is of this sentence.
var searches = []struct {
	trigger trigger
	find    func(p *page, sentence, from int)
}{
	{cueWord, func(p *page, s, _ int) { p.predications(s) }},
	{sourceWord, func(p *page, s, from int) { p.accordingTo(s, from) }},
	{passiveCue, func(p *page, s, _ int) { p.passives(s) }},
	{supposition, func(p *page, s, _ int) { p.supposed(s) }},
	{question, func(p *page, s, _ int) { p.asked(s) }},
	{semblance, func(p *page, s, _ int) { p.seeming(s) }},
	{rumour, func(p *page, s, _ int) { p.rumoured(s) }},
}

var triggers = sync.OnceValue(func() *text.Table[trigger] {
	out := map[string]trigger{"according": sourceWord, "asked": question, "there": rumour}
	for _, w := range strings.Fields("seem seems seemed appear appears appeared") {
		out[w] = semblance
	}
	for _, e := range text.Listed("suppositions") {
		out[e] |= supposition
	}
	for word, forms := range cues().All() {
		out[word] |= cueWord
		for i := range forms {
			if forms[i].form&participle != 0 && suffers[forms[i].class] {
				out[word] |= passiveCue
			}
		}
	}
	for word := range wrongs().All() {
		out[word] |= wrongWord
	}
	for word := range concepts().Firsts() {
		out[word] |= conceptWord
	}
	return text.NewTable(out)
})

// findTriggers looks the words up.
func (p *page) findTriggers() {
	list := triggers()
	for i := range p.Tokens {
		p.triggers = append(p.triggers, list.Of(p.Tokens[i].Lower))
	}
}

// begins reports whether token i can begin what the trigger is of.
func (p *page) begins(i int, t trigger) bool { return p.triggers[i]&t != 0 }

// triggersIn returns all triggers of a range.
func (p *page) triggersIn(r text.Range) trigger {
	var all trigger
	for _, t := range p.triggers[r.First:r.Last] {
		all |= t
	}
	return all
}
