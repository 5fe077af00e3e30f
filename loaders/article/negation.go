package article

import (
	"strings"

	"counterclaim/graph"
	"counterclaim/loaders/text"
)

// How many words a negation reaches: to what stands behind it, and over "that" to
// what "no evidence that" is said of.
const (
	reach     = 3
	reachOver = 6
)

// negator reports whether token i negates what follows: "not", but not "not only".
func (p *page) negator(i int) bool {
	t := &p.Tokens[i]
	if t.In("not", "no", "never", "without", "nor", "neither", "cannot", "instead") {
		return !p.is(i+1, "only")
	}
	return len(t.Lower) > 3 && strings.HasSuffix(t.Lower, "n't")
}

// negated reports whether what stands at token i is said not to be so, or not said
// to be so: "did not attack", "no evidence that they attacked", "whether they
// attacked".
func (r *reading) negated(i int) bool {
	first := r.spanOf(i).First
	for k := i - 1; k >= first; k-- {
		t := &r.Tokens[k]
		switch {
		case t.In(",", ";", ".", "?", "!", ":", "but"):
			return false
		case i-k <= reach && r.negator(k):
			return true
		case t.In("whether", "if"):
			return true
		case t.Lower == "that":
			return r.notThat(k, first)
		}
	}
	return false
}

// notThat reports whether what stands before "that" at token k takes back what
// follows: "no evidence that", "denied that", but not "no doubt that".
func (r *reading) notThat(k, first int) bool {
	no := false
	for i := k - 1; i >= first && i >= k-reachOver; i-- {
		t := &r.Tokens[i]
		if t.In(",", ";", ".", "but") {
			break
		}
		if r.negator(i) || r.takesBack(t.Lower) {
			no = !no
		}
	}
	return no
}

// takesBack reports whether a word says by itself that something is not so.
func (r *reading) takesBack(low string) bool {
	for _, c := range cues().Of(low) {
		if (c.class == deny || c.class == reject || c.class == dispute) && len(c.rest) == 0 {
			return true
		}
	}
	return false
}

// asks reports whether token i stands in a question.
func (r *reading) asks(i int) bool {
	for end := min(r.spanOf(i).Last+1, len(r.Tokens)); i < end; i++ {
		if r.Tokens[i].In(".", "!", ";") {
			return false
		}
		if r.Tokens[i].Lower == "?" {
			return true
		}
	}
	return false
}

// deniesAct reports whether the content says that the speaker did not do what one
// blames others for: "it had not hacked", "we never attacked anybody", "has never
// cheated".
func (r *reading) deniesAct() bool {
	for _, h := range r.marks {
		if (h.List == "concepts" && !harmless[h.Value] || h.List == string(graph.Attribution)) && r.ownNot(h.First) {
			return true
		}
	}
	for _, c := range r.f.content {
		for i := c.First + 1; i < c.Last; i++ {
			if _, n := r.wrongAt(i, c.Last); n > 0 && r.ownNot(i) {
				return true
			}
		}
	}
	return false
}

// ownNot reports whether the verb at token i is negated and its subject is the
// speaker's own side.
func (r *reading) ownNot(i int) bool {
	c := r.spanOf(i)
	k, not := i-1, false
	for ; k > c.First && (r.adverb(k) || r.negator(k) || auxiliaries.Has(r.Tokens[k].Lower) && !modals.Has(r.Tokens[k].Lower)); k-- {
		not = not || r.negator(k) && !r.Tokens[k].In("no", "without")
	}
	return not && k+1 < i && r.ownSubject(k+1, c)
}

// performs returns the kinds of what the content does in so many words: "we
// reject", "I demand".
func (r *reading) performs() []graph.Kind {
	var kinds []graph.Kind
	for _, c := range r.f.content {
		for i := c.First; i+2 < c.Last; i++ {
			we := r.Tokens[i].In("we", "i") && (i == c.First || !modals.Has(r.Tokens[i-1].Lower))
			if !we && !(r.Tokens[i].In("it", "they", "he", "she") && !r.quoted(i) && r.opensClause(i, c)) {
				continue
			}
			verb := i + 1
			for verb+1 < c.Last && (r.adverb(verb) || r.Tokens[verb].Is(text.Open)) {
				verb++
			}
			if k := r.performed(verb, c); k != "" {
				kinds = append(kinds, k)
			}
		}
	}
	return kinds
}

// performed is the kind that the verb at token i has when somebody says "we" before
// it.
func (r *reading) performed(i int, c text.Range) graph.Kind {
	cue, n := r.cueAt(i, c.Last)
	if n == 0 || cue.form&(base|third|past) == 0 || r.negated(i) {
		return ""
	}
	switch cue.class {
	case deny:
		return graph.Denial
	case reject:
		if at, _, _ := requests().Find(r.Text, text.Range{First: i + n, Last: min(c.Last, i+n+3)}); at >= 0 {
			return graph.Refusal // "we reject the offer"
		}
		return graph.Denial
	case refuse, demand, criticise, praise, threaten:
		return byClass[cue.class]
	}
	return ""
}
