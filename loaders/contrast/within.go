package contrast

import (
	"slices"

	"counterclaim/graph"
)

// blocks index the statements of one document by what a rule needs to agree on,
// so that only statements that can have to do with each other meet.
type blocks struct {
	all       []*entry
	accuse    []*entry
	byTarget  map[string][]*entry // the side that it is directed at
	byName    map[string][]*entry // a side that it names
	bySide    map[string][]*entry // the side that it comes from
	bySpeaker map[string][]*entry
}

func newBlocks() *blocks {
	return &blocks{nil, nil, map[string][]*entry{}, map[string][]*entry{}, map[string][]*entry{}, map[string][]*entry{}}
}

func (b *blocks) add(e *entry) {
	b.all = append(b.all, e)
	if e.Has(graph.Attribution) {
		b.accuse = append(b.accuse, e)
	}
	if e.target != "" {
		b.byTarget[e.target] = append(b.byTarget[e.target], e)
	}
	for _, n := range e.names {
		b.byName[n] = append(b.byName[n], e)
	}
	if e.side != "" {
		b.bySide[e.side] = append(b.bySide[e.side], e)
	}
	if e.Speaker.Actor != "" {
		b.bySpeaker[e.Speaker.Actor] = append(b.bySpeaker[e.Speaker.Actor], e)
	}
}

// each calls try with the statements that the counter can answer, each once:
// those directed at its side or naming it, those from the side that it speaks against, and
// those of its own speaker and of those that it names, and the last few before it,
// accusations the farthest.
func (b *blocks) each(counter *entry, try func(claim *entry)) {
	meet := func(claims []*entry) {
		for _, claim := range claims {
			if claim.met != counter && claim != counter {
				claim.met = counter
				try(claim)
			}
		}
	}
	meet(b.byTarget[counter.side])
	meet(b.byName[counter.side])
	meet(b.bySide[counter.target])
	meet(b.bySpeaker[counter.Target.Actor])
	meet(b.bySpeaker[counter.Speaker.Actor])
	for _, m := range counter.Mentions {
		meet(b.bySpeaker[m])
	}
	meet(b.all[max(0, counter.place-mostBack):max(0, counter.place)])
	meet(b.accusedBefore(counter))
}

// accusedBefore returns the last accusations before the counter.
func (b *blocks) accusedBefore(counter *entry) []*entry {
	n, _ := slices.BinarySearchFunc(b.accuse, counter.place, func(e *entry, place int) int { return e.place - place })
	return b.accuse[max(0, n-mostBack):n]
}

// within compares the counters of a document with the claims that they can
// answer.
func (l *linker) within(document []*entry) {
	p := pair{document: document, disputed: tellsOfDispute(document), quarrels: quarrels{}, answered: answered{}}
	blocks := newBlocks()
	for _, e := range document {
		blocks.add(e)
		p.quarrels.attack(e)
	}
	var meets []*entry
	for _, counter := range document {
		if counter.Complete {
			continue
		}
		p.counter = counter
		meets = meets[:0]
		blocks.each(counter, func(claim *entry) {
			meets = append(meets, claim)
			p.claim = claim
			counter.settled = counter.settled || p.nextTurn() && p.sharesWord()
		})
		for _, turn := range []bool{false, true} {
			meets = slices.DeleteFunc(meets, func(claim *entry) bool {
				p.claim = claim
				answers := l.try(&p, turn)
				if answers {
					if counter.protests() {
						p.quarrels.answer(counter, claim)
					}
					p.answered[claim] = counter
					counter.settled = counter.settled || p.sharesWord()
				}
				return answers
			})
		}
	}
}
