package article

import (
	"strings"
	"sync"

	"counterclaim/loaders/text"
)

// givenNames tell of a given name to whom it is mostly given, "f" or "m".
var givenNames = sync.OnceValue(func() map[string]string {
	out := map[string]string{}
	for _, e := range text.Listed("given-names") {
		name, gender, _ := strings.Cut(e, "\t")
		out[name] = gender
	}
	return out
})

// called are words before a name, or for somebody without one, that tell the
// gender.
var called = func() map[string]string {
	out := map[string]string{}
	for gender, words := range map[string]string{
		"m": "mr. mr sir lord king prince pope imam father brother son husband man spokesman chairman congressman councilman policeman businessman",
		"f": "mrs. mrs ms. ms miss dame lady queen princess mother sister daughter wife woman spokeswoman chairwoman congresswoman councilwoman policewoman businesswoman nun",
	} {
		for _, w := range strings.Fields(words) {
			out[w] = gender
		}
	}
	return out
}()

// findGenders tells of the persons whom the book does not know whether they are
// "he" or "she": by the word before a name, else by the given name.
func (p *page) findGenders() {
	for k := range p.entities {
		if e := &p.entities[k]; e.person() && e.gender == "" {
			e.gender = givenNames()[e.given]
		}
	}
	for _, n := range p.names {
		e := &p.entities[n.entity]
		if e.known || n.First == 0 || p.quoted(n.First) != p.quoted(n.First-1) {
			continue
		}
		if g := called[p.Tokens[n.First-1].Lower]; g != "" {
			e.gender = g
		}
	}
}

// findCompanies tells of the names that look like those of persons which belong to
// organisations: "the copper miner Norr Tarn", "Norr Tarn said it".
func (p *page) findCompanies() {
	for _, n := range p.names {
		e := &p.entities[n.entity]
		if e.known || !e.person() || givenNames()[e.given] != "" {
			continue
		}
		e.company = n.full && (p.companyBefore(n.First) || p.companyAfter(n.Last)) || p.saysIt(n.Last)
	}
}

// companyBefore reports whether a word for an organisation stands before the name
// at token i.
func (p *page) companyBefore(i int) bool {
	if i == 0 {
		return false
	}
	low := p.Tokens[i-1].Lower
	return genericNouns.Has(low) || i > 1 && p.is(i-2, "-") && (low == "based" || low == "listed" || low == "owned")
}

// companyAfter reports whether such a word ends what stands behind the name, or that
// is said of no person: ", a Canadian miner", ", which", ", based in".
func (p *page) companyAfter(i int) bool {
	if !p.is(i, ",") || i+2 >= len(p.Tokens) || !p.Tokens[i+1].In("a", "an", "the") {
		return p.is(i, ",") && (p.is(i+1, "which") || i+2 < len(p.Tokens) && p.Tokens[i+1].In("based", "headquartered") && p.is(i+2, "in"))
	}
	for k := i + 2; k < len(p.Tokens) && k < i+8; k++ {
		if low := p.Tokens[k].Lower; preposition.Has(low) || p.Tokens[k].In(",", ".", "that", "which", "who") {
			return genericNouns.Has(p.Tokens[k-1].Lower)
		}
	}
	return false
}

// saysIt reports whether the name that ends before token i says something of
// itself as "it".
func (p *page) saysIt(i int) bool {
	return i+1 < len(p.Tokens) && !p.quoted(i) && p.Tokens[i].In("said", "says", "announced") && (p.is(i+1, "it") && i+2 < len(p.Tokens) && p.Tokens[i+2].In("would", "will", "had", "has", "“", "\"") || p.is(i+1, "its"))
}

// hasOtherGender reports whether what is known of an entity, or its given name, tells
// that "Mr." or "Mrs." cannot stand before it.
func (p *page) hasOtherGender(e *entity, gender string) bool {
	known := e.gender
	if known == "" {
		known = givenNames()[e.given]
	}
	return known != "" && known != gender
}
