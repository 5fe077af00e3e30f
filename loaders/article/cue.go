package article

import (
	"slices"
	"strings"
	"sync"

	"counterclaim/loaders/text"
)

// A class says how the words that follow a cue stand to it.
//
//	state     a clause, with or without "that"; a quotation
//	say       a clause with "that"; a quotation
//	mention   like state, or a noun: "stressed the importance of"
//	tell      whom, then what
//	describe  what, then as what
//	others    an object and what follows: "accused X of", "denied doing", "agreed to"
type class string

const (
	state     class = "state"
	say       class = "say"
	mention   class = "mention"
	tell      class = "tell"
	describe  class = "describe"
	accuse    class = "accuse"
	deny      class = "deny"
	reject    class = "reject"
	dispute   class = "dispute"
	refuse    class = "refuse"
	demand    class = "demand"
	commit    class = "commit"
	admit     class = "admit"
	praise    class = "praise"
	criticise class = "criticise"
	threaten  class = "threaten"
	warn      class = "warn"
	worry     class = "worry"
	wish      class = "wish"
)

// speaks reports whether the cue is one of saying something in so many words.
func (c class) speaks() bool { return c == state || c == say || c == mention }

// form is the shape of a verb, as bits: "said" is past and participle.
type form uint8

const (
	base form = 1 << iota
	third
	past
	participle
	ing
)

// A cue is one form of one entry of the list.
type cue struct {
	class class
	lemma string
	form  form
	rest  []string // the words after the verb: "on" of "call on"; "*" is up to three words
	later []string // the words of which one must follow in the object: "responsible" of "hold them responsible"
}

// cues finds the forms of all entries by their first word.
var cues = sync.OnceValue(func() *cueTable { return forms("cues") })

// A cueTable has the forms of a list of verbs by their first word.
type cueTable = text.Table[[]cue]

// forms reads a list of verbs and finds the forms of all entries.
func forms(list string) *cueTable {
	entries := text.Listed(list)
	out := map[string][]cue{}
	for _, e := range entries {
		words, c, _ := strings.Cut(e, "\t")
		words, object, framed := strings.Cut(words, " + ")
		var later []string
		if framed {
			later = strings.Split(object, "/")
		}
		for _, parts := range alternatives(strings.Fields(words)) {
			for word, f := range inflect(parts[0]) {
				out[word] = append(out[word], cue{class(c), strings.Join(parts, " "), f, parts[1:], later})
			}
		}
	}
	return text.NewTable(out)
}

// alternatives writes out "open/launch * inquiry": a phrase for each of the words
// between which a slash stands.
func alternatives(words []string) [][]string {
	out := [][]string{nil}
	for _, w := range words {
		var longer [][]string
		for _, o := range out {
			for _, choice := range strings.Split(w, "/") {
				longer = append(longer, append(slices.Clone(o), choice))
			}
		}
		out = longer
	}
	return out
}

var irregular = sync.OnceValue(func() map[string][]string {
	entries := text.Listed("irregular")
	out := map[string][]string{}
	for _, e := range entries {
		verb, forms, _ := strings.Cut(e, "\t")
		out[verb] = strings.Fields(forms)
	}
	return out
})

// inflect returns the forms of a verb.
func inflect(verb string) map[string]form {
	out := map[string]form{}
	add := func(word string, f form) { out[word] |= f }
	add(verb, base)
	if verb == "be" {
		for _, w := range []string{"is", "are", "was", "were", "been"} {
			add(w, third|past)
		}
		return out
	}
	if f := irregular()[verb]; len(f) == 4 {
		add(f[0], third)
		add(f[1], past)
		add(f[2], participle)
		add(f[3], ing)
		return out
	}
	stem := verb
	switch {
	case strings.HasSuffix(verb, "e"):
		stem = verb[:len(verb)-1]
		add(verb+"s", third)
	case consonantY(verb):
		add(verb[:len(verb)-1]+"ies", third)
		add(verb[:len(verb)-1]+"ied", past|participle)
		add(verb+"ing", ing)
		return out
	case hisses(verb):
		add(verb+"es", third)
	default:
		add(verb+"s", third)
	}
	add(stem+"ed", past|participle)
	add(stem+"ing", ing)
	return out
}

func consonantY(verb string) bool {
	return len(verb) > 1 && verb[len(verb)-1] == 'y' && !strings.ContainsRune("aeiou", rune(verb[len(verb)-2]))
}

func hisses(verb string) bool {
	for _, end := range []string{"s", "sh", "ch", "x", "z"} {
		if strings.HasSuffix(verb, end) {
			return true
		}
	}
	return false
}

// cueAt returns the longest cue that begins at token i, and how many tokens it
// takes.
func (p *page) cueAt(i, last int) (*cue, int) {
	return p.longest(p.formsAt(i, cues, cueWord), i, last)
}

// wrongAt is cueAt for verbs of wrong conduct.
func (p *page) wrongAt(i, last int) (*cue, int) {
	return p.longest(p.formsAt(i, wrongs, wrongWord), i, last)
}

// formsAt returns what a list of verbs, whose words have the trigger, has for token
// i.
func (p *page) formsAt(i int, list func() *cueTable, t trigger) []cue {
	if !p.begins(i, t) {
		return nil
	}
	return list().Of(p.Tokens[i].Lower)
}

// longest returns the longest of the entries that stands at token i, with its
// length.
func (p *page) longest(all []cue, i, last int) (best *cue, length int) {
	for k := range all {
		c := &all[k]
		n := p.follows(i+1, last, c.rest)
		if n < 0 || n+1 < length || n+1 == length && (c.later == nil || best.later != nil) {
			continue
		}
		if c.later == nil || p.framed(i+1+n, last, c.later) {
			best, length = c, n+1
		}
	}
	return best, length
}

// mostObject is how many words an object can have before what frames it.
const mostObject = 12

// framed reports whether one of the words stands in the object that begins at
// token i: "responsible" in "the rebels responsible for it".
func (p *page) framed(i, last int, words []string) bool {
	for end := min(last, i+mostObject); i < end; i++ {
		t := &p.Tokens[i]
		if t.In(words...) {
			return true
		}
		if t.In(",", ";", ":", ".", "(", "that", "which", "who", "to", "from", "into", "after", "before", "and", "but", "for", "with", "as", "by") || t.Is(text.Open) || p.finite(i) && p.nameAt[i] < 0 {
			return false
		}
	}
	return false
}

// mostWild is how many words "*" stands for at most.
const mostWild = 3

// follows returns how many tokens the words take from token i on, -1 where they
// do not stand there.
func (p *page) follows(i, last int, words []string) int {
	n := 0
	for k, w := range words {
		if w == "*" {
			return p.followsLater(i+n, last, words[k+1:], n)
		}
		if i+n < last && p.Tokens[i+n].Lower == "deeply" {
			n++
		}
		if i+n >= last || p.Tokens[i+n].Lower != w {
			return -1
		}
		n++
	}
	return n
}

// followsLater is follows for words that stand at token i or a little behind it,
// where n tokens are taken already.
func (p *page) followsLater(i, last int, words []string, n int) int {
	for skip := 0; skip <= mostWild && i+skip < last; skip++ {
		if m := p.follows(i+skip, last, words); m >= 0 {
			return n + skip + m
		}
		if t := &p.Tokens[i+skip]; !t.Is(text.Word) && !t.Is(text.Number) || preposition.Has(t.Lower) {
			break
		}
	}
	return -1
}

// A grammar is the small word lists that are grammar rather than vocabulary.
var (
	auxiliaries   = set("is are was were be been being am has have had having do does did will would can could shall should may might must 's 're 've")
	beForms       = set("is are was were be been being am")
	haveForms     = set("has have had having")
	modals        = set("will would can could shall should may might must to")
	determiners   = set("the a an this that these those its his her their our my your some any no every each another")
	pronouns      = set("he she they it we i you")
	quantifiers   = set("one two three several many some other another few most all both such")
	reflexives    = set("itself himself herself themselves")
	preposition   = set("of for from at in on with by to as about over after before during against between among through via under into within without behind amid since until toward towards per despite like near")
	adverbs       = set("also then later again still now repeatedly briefly not never once ever already just even only often always recently earlier previously separately meanwhile further strongly flatly firmly deeply publicly privately immediately quickly reportedly finally jointly long yet in turn")
	nounFollowers = set("who which where whose like such about in of for with from on at by or and going among including between going have has are were is was")
	questions     = set("whether if why how what who where when which")
	connectives   = set("but and so yet still however now also moreover instead meanwhile then indeed")
	verbParticles = set("up off out down away back over around together")
	fronted       = set("on in at last this next earlier later yesterday today tonight meanwhile however also then but and so yet still late early over during after before since when asked speaking")
	dateWords     = set("monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december jan jan. feb feb. mar mar. apr apr. jun jun. jul jul. aug aug. sep sep. sept sept. oct oct. nov nov. dec dec. yesterday today tonight tomorrow week month year morning afternoon evening night day")
	adjuncts      = set("on in at during after before to from through via by with following amid over for about late early last this yesterday today tonight earlier later when as while speaking")
)

func set(words string) *text.Set { return text.NewSet(strings.Fields(words)...) }

// lists of seeds/words that the rules look words up in.
var (
	papers        = sync.OnceValue(func() *text.List { return text.Words("papers") })
	roles         = sync.OnceValue(func() *text.List { return text.Words("roles") })
	offices       = sync.OnceValue(func() *text.List { return text.Words("offices") })
	states        = sync.OnceValue(func() *text.List { return text.Words("states") })
	governments   = sync.OnceValue(func() *text.List { return text.Words("governments") })
	organisations = sync.OnceValue(func() *text.List { return text.Words("organisations") })
	utterances    = sync.OnceValue(func() *text.List { return text.Words("utterances") })
	epithets      = sync.OnceValue(func() *text.List { return text.Words("epithets") })
	collectives   = sync.OnceValue(func() *text.List { return text.Words("collectives") })
	allegations   = sync.OnceValue(func() *text.List { return text.Words("allegations") })
	requests      = sync.OnceValue(func() *text.List { return text.Words("requests") })
	notSources    = sync.OnceValue(func() *text.List { return text.Words("not-sources") })
	nouns         = sync.OnceValue(func() *text.List { return text.Words("nouns") })
	subordinators = sync.OnceValue(func() *text.List { return text.Words("subordinators") })
	stopwords     = sync.OnceValue(func() *text.List { return text.Words("stopwords") })
	places        = sync.OnceValue(func() *text.List { return text.Words("places") })
)
