package article

import (
	"slices"
	"strings"
	"sync"

	"counterclaim/graph"
	"counterclaim/loaders/text"
)

// marks are the lists of seeds/words that show what a content does and is about,
// looked up at once: those of kinds under the kind's name.
var marks = sync.OnceValue(func() *text.Lexicon {
	out := map[string]*text.List{"concepts": concepts(), "hedges": text.Words("hedges")}
	for _, row := range graph.Kinds {
		if row.Kind != graph.Assertion { // which is what has no words of its own
			out[string(row.Kind)] = text.Words(string(row.Kind))
		}
	}
	return text.NewLexicon(out)
})

// crimes are nouns for what one is investigated over.
var crimes = sync.OnceValue(func() *text.List { return text.Words("crimes") })

// byClass is the kind that a cue gives by itself.
var byClass = map[class]graph.Kind{
	accuse: graph.Attribution, deny: graph.Denial, dispute: graph.Criticism, refuse: graph.Refusal, demand: graph.Demand,
	commit: graph.Commitment, praise: graph.Praise, criticise: graph.Criticism, threaten: graph.Threat, worry: graph.Concern,
}

// ownRule are the kinds for which words alone are not enough, or of which there
// are none.
var ownRule = map[graph.Kind]bool{graph.Attribution: true, graph.Demand: true, graph.Cooperation: true, graph.Commitment: true, graph.Assertion: true}

// kinds tells what the statement does, by its cue and by its content.
func (r *reading) kinds() []graph.Kind {
	if r.f.class == accuse && r.investigates() {
		return []graph.Kind{r.suspects()}
	}
	if r.f.class == accuse && len(r.harm) == 0 && r.match(graph.Criticism) {
		return []graph.Kind{graph.Criticism} // "accused it of hysteria"
	}
	kinds := r.ofCue()
	if r.admits() {
		kinds = append(kinds, graph.Admission)
	}
	if r.f.class == accuse || r.f.class == deny || r.f.class == reject {
		if r.match(graph.Victimhood) && r.f.class != accuse {
			kinds = append(kinds, graph.Victimhood)
		}
		return graph.SortKinds(kinds)
	}
	if r.deniesAct() || r.protests() || r.contradicts() {
		kinds = append(kinds, graph.Denial)
	}
	kinds = append(kinds, r.performs()...)
	for _, row := range graph.Kinds {
		if !ownRule[row.Kind] && r.match(row.Kind) {
			kinds = append(kinds, row.Kind)
		}
	}
	if r.f.class != worry && r.f.class != demand && r.f.class != commit && r.f.class != wish && (r.attribution() || r.alleges()) {
		kinds = append(kinds, graph.Attribution)
	}
	if r.turnsDown() {
		kinds = slices.DeleteFunc(kinds, func(k graph.Kind) bool { return k == graph.Criticism })
		kinds = append(kinds, graph.Refusal)
	}
	if r.f.class != refuse { // "refused to cooperate"
		kinds = append(kinds, r.wishes(slices.Contains(kinds, graph.Threat))...)
	}
	if r.wants() || r.f.lemma == "ask for" {
		kinds = append(kinds, graph.Demand)
	}
	if len(kinds) == 0 {
		kinds = append(kinds, r.otherwise())
	}
	return graph.SortKinds(kinds)
}

// ofCue returns the kinds that the cue gives, with what it is said of.
func (r *reading) ofCue() []graph.Kind {
	var kinds []graph.Kind
	if k, ok := byClass[r.f.class]; ok && !(r.f.class == refuse && r.keepsSilent()) && !r.offersOnly() {
		kinds = append(kinds, k)
	}
	switch r.f.class {
	case commit:
		if r.swears() || r.match(graph.Threat) {
			kinds = []graph.Kind{graph.Threat}
		}
		if r.Tokens[r.start()].In("little", "nothing", "few", "no", "neither") {
			kinds = []graph.Kind{graph.Assertion} // "agree on little"
		}
	case reject:
		kinds = append(kinds, r.rejected())
	case criticise:
		if (strings.Contains(r.f.lemma, "oppos") || r.f.lemma == "resist") && r.rejected() == graph.Refusal {
			kinds = []graph.Kind{graph.Refusal} // "opposed the plan", not "opposed the mayor"
		}
	case dispute:
		if _, work := r.criticisedWork(); r.f.lemma == "dispute" && (work || r.is(r.start()-1, "that")) {
			kinds = []graph.Kind{graph.Denial} // "disputed the account", "disputed that there was a wave"
		}
	}
	return kinds
}

// otherwise is the kind of a statement that nothing in its words gives one.
func (r *reading) otherwise() graph.Kind {
	switch {
	case r.f.class == describe && r.callsClaim():
		return graph.Denial
	case r.f.class == describe && r.belittles():
		return graph.Criticism
	case r.f.lemma == "complain", r.goesOn():
		return graph.Criticism
	case r.f.class == warn:
		return graph.Concern
	}
	return graph.Assertion
}

// turnsDown reports whether the content finds a request or an offer unacceptable.
func (r *reading) turnsDown() bool {
	for _, h := range r.marks {
		if h.List == string(graph.Criticism) && r.Tokens[h.First].Lower == "unacceptable" && !r.negated(h.First) {
			at, _, _ := requests().Find(r.Text, text.Range{First: r.spanOf(h.First).First, Last: h.First})
			return at >= 0
		}
	}
	return false
}

// keepsSilent reports whether what is refused is only to talk: "declined to
// comment".
func (r *reading) keepsSilent() bool {
	c := r.f.content[0]
	return c.Len() > 1 && r.Tokens[c.First].Lower == "to" && r.Tokens[c.First+1].In("comment", "say", "elaborate", "discuss", "specify", "speculate", "answer", "talk", "name", "identify", "confirm")
}

// rejected tells a refusal ("rejected the request", "rejected the truce") from a
// denial ("rejected the allegation", "dismissed speculation that", "rejected any
// link to the theft").
func (r *reading) rejected() graph.Kind {
	c := r.f.content[0]
	object := text.Range{First: c.First, Last: min(c.Last, c.First+8)}
	if at, _, _ := requests().Find(r.Text, object); at >= 0 {
		return graph.Refusal
	}
	at, _, _ := allegations().Find(r.Text, object)
	if r.f.class == reject && r.f.lemma != "reject" && r.f.lemma != "rebuff" && r.f.lemma != "spurn" || at >= 0 || len(r.harm) > 0 || r.hasVerb(object) || c.Len() < 2 || r.nameAt[c.Last-1] >= 0 {
		return graph.Denial
	}
	return graph.Refusal
}

// investigates reports whether the cue is one of opening an investigation, which
// suspects rather than accuses.
func (r *reading) investigates() bool {
	_, noun, wild := strings.Cut(r.f.lemma, "* ")
	return r.f.lemma == "investigate" || r.f.lemma == "probe" || r.f.lemma == "look into" || wild && (strings.HasPrefix(noun, "inquir") || strings.HasPrefix(noun, "investigation") || strings.HasPrefix(noun, "probe"))
}

// suspects tells what an investigation says: who or what is suspected, if anything.
func (r *reading) suspects() graph.Kind {
	c := r.f.content[0]
	if at, _, _ := crimes().Find(r.Text, c); at >= 0 {
		return graph.Attribution
	}
	if np := r.nounPhraseAfter(c.First, c); r.actorIn(np).Len() > 0 { // "into the bank"
		return graph.Attribution
	}
	if len(r.harm) == 0 && r.object() < 0 && !strings.HasSuffix(r.f.lemma, " against") && !r.match(graph.Criticism) {
		return graph.Assertion
	}
	return graph.Attribution
}

// wishes tells cooperation, commitment and demand apart. What "should" happen is
// a demand where another side is to do it, cooperation where all are. What
// threatens binds to nothing.
func (r *reading) wishes(threatens bool) []graph.Kind {
	var kinds []graph.Kind
	cooperation := r.match(graph.Cooperation)
	if cooperation {
		kinds = append(kinds, graph.Cooperation)
	}
	if r.match(graph.Commitment) && r.f.class != commit && !threatens {
		kinds = append(kinds, graph.Commitment)
	}
	if k := r.intends(); k != "" {
		kinds = append(kinds, k)
	}
	if r.f.class != demand && r.demands(cooperation) {
		kinds = append(kinds, graph.Demand)
	}
	return kinds
}

// demands reports whether some part of what is said asks others for something.
func (r *reading) demands(cooperation bool) bool {
	for _, c := range r.f.content {
		if at, ok := r.atIn(graph.Demand, c); ok && (r.asksOther(at) || !cooperation && r.f.class != commit && !r.ours(at)) {
			return true
		}
	}
	return false
}

// asksOther reports whether the one who should do something, at token at, is not
// on the speaker's side.
func (r *reading) asksOther(at int) bool {
	for i := at - 1; i >= r.f.content[0].First && i > at-6; i-- {
		if k := r.nameAt[i]; k >= 0 {
			side := r.sideOf(r.names[k].entity)
			return side != "" && side != r.who.side && r.nameAt[max(i-2, 0)] < 0
		}
		if r.Tokens[i].In("we", "i") {
			return r.Tokens[at].Lower == "need" && r.otherSide(text.Range{First: at, Last: r.whole().Last}) >= 0
		}
	}
	// "we want the files", "show us the evidence"
	return r.Tokens[at].In("we", "i", "show", "give") && !r.is(at+1, "need") || r.Tokens[at].Lower == "we" && r.otherSide(text.Range{First: at, Last: r.whole().Last}) >= 0
}

// ours reports whether it is the speaker, or all together, who should do it.
func (r *reading) ours(at int) bool {
	for i := at; i >= r.f.content[0].First && i > at-6; i-- {
		if r.Tokens[i].In("we", "i", "us", "it") {
			return true
		}
	}
	return false
}

// match reports whether the content has a phrase of the kind that is not
// negated.
func (r *reading) match(k graph.Kind) bool {
	_, ok := r.at(k)
	return ok
}

// at returns where the content has a phrase of the kind that is not negated.
func (r *reading) at(k graph.Kind) (int, bool) {
	for _, c := range r.f.content {
		if at, ok := r.atIn(k, c); ok {
			return at, true
		}
	}
	return 0, false
}

// atIn is at for a part of the content.
func (r *reading) atIn(k graph.Kind, c text.Range) (int, bool) {
	for _, h := range r.marks {
		if c.Holds(h.First) && h.List == string(k) && !r.compound(h.First) && (k == graph.Denial || !r.negated(h.First) && !r.asks(h.First)) && !(k == graph.Threat && r.is(h.Last-1, "pay") && r.ownSubject(h.First, r.spanOf(h.First))) {
			return h.First, true
		}
	}
	return 0, false
}

// compound reports whether token i is the second part of a word with a hyphen:
// "code-collaboration platform".
func (r *reading) compound(i int) bool {
	return i > 0 && r.Tokens[i-1].Lower == "-" && !r.Tokens[i].Is(text.Spaced)
}

// certainty tells whether the statement is put firmly.
func (r *reading) certainty() graph.Certainty {
	if r.f.rule == "passive" || r.f.rule == "seems" || r.f.implicit || r.f.class == accuse && r.investigates() {
		return graph.Hedged
	}
	switch r.f.lemma {
	case "believe", "think", "suspect", "guess", "reckon", "fear", "speculate", "suggest", "hint", "imply", "hope":
		return graph.Hedged
	}
	for _, h := range r.marks {
		if t := &r.Tokens[h.First]; h.List == "hedges" && !(t.Lower == "may" && t.Is(text.Capital)) {
			return graph.Hedged
		}
	}
	return graph.Firm
}

func polarity(kinds []graph.Kind) graph.Polarity {
	for _, k := range kinds {
		if k == graph.Denial || k == graph.Refusal {
			return graph.Rejects
		}
	}
	return graph.Affirms
}
