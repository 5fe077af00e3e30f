package article

import (
	"strings"
	"sync"

	"counterclaim/graph"
	"counterclaim/loaders/text"
)

// What one cannot bind oneself to ("will lose"), and what does harm to others when
// one announces it ("will boycott").
var (
	involuntary = sync.OnceValue(func() *text.List { return text.Words("involuntary") })
	harmfulActs = sync.OnceValue(func() *text.List { return text.Words("harmful-acts") })
)

// intends tells what the speaker announces to do: a commitment, a refusal where it
// will not, a threat where the act does harm. It is "" where nothing is announced.
func (r *reading) intends() graph.Kind {
	if (r.f.lemma == "plan" || r.f.lemma == "intend") && r.Tokens[r.start()].Lower == "to" {
		return r.act(r.start()+1, false)
	}
	for _, c := range r.f.content {
		for i := c.First; i+1 < c.Last; i++ {
			negated, ok := r.future(i)
			if ok && r.ownSubject(i, c) {
				return r.act(i+1, negated)
			}
		}
	}
	return ""
}

func (r *reading) start() int { return r.f.content[0].First }

// future reports whether token i makes a future, and whether a negated one.
func (r *reading) future(i int) (negated, ok bool) {
	low := r.Tokens[i].Lower
	switch low {
	case "will", "would", "shall", "we'll", "i'll":
		return false, true
	case "won't", "wouldn't":
		return true, true
	}
	return false, false
}

// act tells what it is to do what the verb at token i says.
func (r *reading) act(i int, negated bool) graph.Kind {
	end := r.whole().Last
	for ; i < end && (r.adverb(i) || r.Tokens[i].In("not", "both", "all")); i++ {
		negated = negated || r.Tokens[i].In("not", "never", "no")
	}
	if i >= end || !r.Tokens[i].Is(text.Word) || involuntary().Has(r.Tokens[i].Lower) {
		return ""
	}
	n, _ := harmfulActs().At(r.Text, i, end)
	switch {
	case n > 0 && !negated:
		return graph.Threat
	case n == 0 && negated:
		return graph.Refusal
	}
	return graph.Commitment // "will help", "will not attack"
}

// ownSubject reports whether the subject that ends before token i of the content c
// is the speaker, or the speaker's side.
func (r *reading) ownSubject(i int, c text.Range) bool {
	if t := &r.Tokens[i]; strings.Contains(t.Lower, "'ll") {
		return true
	}
	k := i - 1
	for k > c.First && r.adverb(k) {
		k--
	}
	if k < c.First {
		return false
	}
	t := &r.Tokens[k]
	switch {
	case t.In("we", "i"):
		return true
	case t.In("it", "they", "he", "she"):
		return !r.quoted(k) && r.opensClause(k, c)
	case r.nameAt[k] >= 0:
		n := &r.names[r.nameAt[k]]
		return (r.entities[n.entity].actor.ID == r.who.Actor || r.who.side != "" && r.sideOf(n.entity) == r.who.side) && r.opensClause(n.First, c)
	}
	return governments().Has(t.Lower) && k > c.First && r.Tokens[k-1].In("the", "its", "our") && r.opensClause(k-1, c)
}

// opensClause reports whether token k is where the content or a clause in it
// begins.
func (r *reading) opensClause(k int, c text.Range) bool {
	return k <= c.First+1 || r.Tokens[k-1].In("that", "and", "but", ",", "“", "\"")
}
