package contrast

import (
	"fmt"
	"slices"
	"strings"

	"counterclaim/graph"
)

// A pair is two statements of which the counter may answer the claim. document
// holds the statements of their document in order, nil where they are of two.
type pair struct {
	counter, claim *entry
	document       []*entry
	disputed       bool            // whether their document tells of a dispute
	quarrels       quarrels        // of their document
	answered       answered        // in their document
	named          map[string]bool // for a pair of two documents: the actors that the counter's document names
}

func (p *pair) across() bool { return p.document == nil }

// window is how many days may lie between a claim and its answer in another
// document.
const window = 45

// sureEnough is how likely both statements must be right for plain words of one to
// answer those of the other.
const (
	sureEnough  = .45
	sureOfTopic = .35 // where both are about one topic
)

func (p *pair) sure() bool {
	least := min(p.counter.Confidence, p.claim.Confidence)
	return least >= sureEnough || least >= sureOfTopic && p.shared() != ""
}

// distance is how many statements the counter stands behind the claim; negative
// where it stands before.
func (p *pair) distance() int { return p.counter.place - p.claim.place }

// inOrder reports whether the claim can have come first.
func (p *pair) inOrder() bool {
	if p.claim.said.after(p.counter.known) {
		return false
	}
	if p.across() {
		return p.recent()
	}
	return p.distance() > 0 || p.counter.known.after(p.claim.said)
}

// recent reports whether the two are dated and near in time.
func (p *pair) recent() bool {
	least, _, ok := p.counter.known.since(p.claim.said)
	return ok && least <= window
}

// swapped reports whether the counter's side is the one that the claim is
// directed at, and the claim comes from another side.
func (p *pair) swapped() bool {
	return p.counter.side != "" && p.counter.side == p.claim.target && p.counter.side != p.claim.side
}

// taken reports whether the claim, directed at nobody that we can tell, names the
// counter's side.
func (p *pair) taken() bool {
	return !p.across() && p.claim.side != "" && p.claim.target == "" && p.counter.side != "" && slices.Contains(p.claim.names, p.counter.side) && p.counter.side != p.claim.side
}

// concerned reports whether the claim is about the counter's side.
func (p *pair) concerned() bool { return p.swapped() || p.taken() }

// pointsBack reports whether the counter is directed at the claim's side.
func (p *pair) pointsBack() bool {
	return p.claim.side != "" && p.counter.target == p.claim.side && p.counter.side != p.claim.side
}

// shared returns the family of concepts that both are about, "" for none.
func (p *pair) shared() string {
	for _, f := range p.counter.families {
		if slices.Contains(p.claim.families, f) {
			return f
		}
	}
	return ""
}

// takesUpClaimant reports whether the counter names the claim's speaker.
func (p *pair) takesUpClaimant() bool {
	who := p.claim.Speaker.Actor
	return who != "" && who != p.counter.Speaker.Actor && (p.counter.Target.Actor == who || slices.Contains(p.counter.Mentions, who))
}

// basis tells what a contrast of the two rests on.
func (p *pair) basis() graph.Basis {
	switch {
	case p.across():
		return graph.AcrossDocs
	case p.takesUpClaimant():
		return graph.Explicit
	}
	return graph.Juxtaposed
}

// reason is one signal with its sentence.
func reason(signal string, weight float64, says string, args ...any) graph.Reason {
	return graph.Reason{Signal: signal, Weight: weight, Says: fmt.Sprintf(says, args...)}
}

// signals returns the reasons that any rule can have: who, about what, where,
// when, in which words.
func (p *pair) signals() []graph.Reason {
	var out []graph.Reason
	if p.swapped() {
		out = append(out, reason("role swap", swapWeight, "the claim is directed at %s, and %s's side answers", label(p.claim.target), label(p.counter.side)))
	}
	if p.taken() {
		out = append(out, reason("named", takenWeight, "the claim names %s, and %s's side answers", label(p.counter.side), label(p.counter.side)))
	}
	if p.pointsBack() {
		out = append(out, reason("points back", p.backWeight(), "the claim comes from %s, and the answer is directed at %s", label(p.claim.side), label(p.counter.target)))
	}
	if f := p.shared(); f != "" {
		out = append(out, reason("same topic", topicWeight, "both are about %s", strings.ReplaceAll(f, "-", " ")))
	}
	if names := p.names(); len(names) > 0 {
		out = append(out, reason("same names", namesWeight, "both name %s", strings.Join(names, ", ")))
	}
	if terms := p.terms(); len(terms) > 0 {
		weight := termsWeight * min(1, float64(len(terms))/manyTerms)
		out = append(out, reason("same words", weight, "both have %s", words(terms)))
	}
	if !p.across() {
		out = append(out, reason("same document", docWeight, "one document reports both"))
		if d := p.distance(); d >= -nearby && d <= nearby {
			out = append(out, reason("side by side", nearWeight, "%s", apart(d)))
		}
	} else if least, most, ok := p.counter.known.since(p.claim.said); ok {
		out = append(out, reason("close in time", timeWeight, "said %s", later(max(least, 0), most)))
	}
	return out
}

// apart says how far behind the claim the answer stands.
func apart(statements int) string {
	switch statements {
	case 1:
		return "in the next statement"
	case -1:
		return "in the statement before"
	}
	return fmt.Sprintf("%d statements apart", max(statements, -statements))
}

// later says how many days after the claim something was said.
func later(least, most int) string {
	switch {
	case most <= 0:
		return "on the same day"
	case least == most && least == 1:
		return "1 day after the claim"
	case least == most:
		return fmt.Sprintf("%d days after the claim", least)
	}
	return fmt.Sprintf("%d to %d days after the claim", least, most)
}

// label makes a reader's word of an actor's ID. Those of unnamed actors end in a
// mark of their document.
func label(id string) string {
	words := actorWords(id)
	if unnamed(id) && len(words) > 2 {
		words = slices.Concat([]string{"the"}, words[1:len(words)-1])
		return strings.Join(words, " ")
	}
	for i, w := range words {
		if w != "" && w != "of" && w != "the" && w != "and" {
			words[i] = strings.ToUpper(w[:1]) + w[1:]
		}
	}
	return strings.Join(words, " ")
}

// names returns the actors that both name, sides aside.
func (p *pair) names() []string {
	mentioned := func(e *entry) []string {
		return append([]string{e.Target.Actor, e.Speaker.Actor, e.Victim.Actor}, e.Mentions...)
	}
	claim := mentioned(p.claim)
	var out []string
	for _, a := range mentioned(p.counter) {
		if a != "" && !(a == p.counter.Speaker.Actor && a == p.claim.Speaker.Actor) && a != p.claim.side && a != p.claim.target && slices.Contains(claim, a) {
			out = append(out, label(a))
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// terms returns the words that both have, as the counter puts them, sorted by
// their stems.
func (p *pair) terms() []term {
	var out []term
	p.eachTerm(func(t *term) { out = append(out, *t) })
	return out
}

// eachTerm calls f with the words that both have, as the counter puts them, by
// their stems. name and own are set where they hold of both.
func (p *pair) eachTerm(f func(*term)) {
	a, b := p.counter.stems(), p.claim.stems()
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch c := strings.Compare(a[i].stem, b[j].stem); {
		case c < 0:
			i++
		case c > 0:
			j++
		default:
			f(&term{a[i].stem, a[i].word, a[i].name && b[j].name, a[i].own && b[j].own})
			i, j = i+1, j+1
		}
	}
}

// words lists words: "the word buoy".
func words(terms []term) string {
	if len(terms) == 1 {
		return "the word " + terms[0].word
	}
	list := make([]string, len(terms))
	for i, t := range terms {
		list[i] = t.word
	}
	return "the words " + strings.Join(list, ", ")
}

// harm reports whether both are about one family of acts that somebody can be
// blamed for.
func (p *pair) harm() bool {
	return blamed(p.shared())
}

// blamed reports whether a family of concepts is of acts that somebody can be
// blamed for.
func blamed(family string) bool {
	switch family {
	case "", "cyber-security", "evidence", "trade", "border":
		return false
	}
	return true
}

// sameMatter reports whether something more than the sides says that the two are
// about one thing: an act with a name, or a word of their own.
func (p *pair) sameMatter() bool {
	f := p.shared()
	return f != "" && f != "wrongdoing" || p.sharesWord()
}

// sharesWord reports whether the two share a word that is not just their sides or
// their topic.
func (p *pair) sharesWord() bool {
	own := false
	p.eachTerm(func(t *term) { own = own || t.own })
	return own
}

// sharesWords reports whether they share two such words.
func (p *pair) sharesWords() bool {
	n := 0
	p.eachTerm(func(t *term) {
		if t.own {
			n++
		}
	})
	return n >= 2
}

// otherActs reports whether the two are about different acts that somebody can be
// blamed for.
func (p *pair) otherActs() bool {
	return p.shared() == "" && p.counter.harmful() && p.claim.harmful()
}

// harmful reports whether the statement is about an act that somebody can be
// blamed for.
func (e *entry) harmful() bool {
	return slices.ContainsFunc(e.families, blamed)
}
