package contrast

import "counterclaim/graph"

// Between equals the later document's statement is the counter.

// sameWords is the share of the shorter statement's words that the other must
// have to be taken for the same words.
const sameWords = .5

// renders: two outlets report what one speaker said on one occasion.
func renders(p *pair) []graph.Reason {
	a, b := p.counter, p.claim
	if !p.across() || a.Speaker.Actor == "" || a.Speaker.Actor != b.Speaker.Actor || a.Publisher == b.Publisher || !follows(a, b) || !sameOccasion(a, b) {
		return nil
	}
	terms := p.terms()
	shorter := min(len(a.stems()), len(b.stems()))
	if len(terms) < 2 || float64(len(terms)) < sameWords*float64(shorter) {
		return nil
	}
	return append(p.signals(), reason("same speaker", sameSpeakerWeight, "%s speaks in both", label(a.Speaker.Actor)),
		reason("same occasion", .3, "both report the same time"))
}

// sameOccasion reports whether the two can have been said on one day: the dates
// overlap or, where one is not known, the documents appeared within a day.
func sameOccasion(a, b *entry) bool {
	least, most, ok := a.known.since(b.known)
	if !a.said.unknown() && !b.said.unknown() {
		return ok && least <= 0 && most >= 0
	}
	return ok && least <= 1 && most >= -1
}

// follows orders two statements of two documents.
func follows(a, b *entry) bool {
	if a.Published != b.Published {
		return a.Published > b.Published
	}
	return a.ID > b.ID
}

// echoes: the same side makes the same accusation in another document.
func echoes(p *pair) []graph.Reason {
	a, b := p.counter, p.claim
	if !p.across() || a.side == "" || a.side != b.side || !a.Has(graph.Attribution) || !b.Has(graph.Attribution) || a.target == "" || a.target != b.target || !follows(a, b) || !p.harm() || !p.recent() || len(renders(p)) > 0 {
		return nil
	}
	if len(p.names()) == 0 && len(p.terms()) < manyTerms {
		return nil
	}
	return append(p.signals(), reason("same accusation", .3, "%s's side accuses %s in both", label(a.side), label(a.target)))
}
