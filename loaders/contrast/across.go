package contrast

import (
	"cmp"
	"context"
	"slices"
	"strings"
)

// across compares the statements that come, as counters, with the claims of other
// documents. Then it looks again at the counters of earlier runs that meet other
// claims than before.
func (l *linker) across(ctx context.Context, documents, gone [][]*entry) error {
	for _, d := range documents {
		for _, e := range d {
			if err := l.asCounter(ctx, e); err != nil {
				return err
			}
		}
	}
	if l.finder.known == nil {
		return nil
	}
	again, err := l.finder.again(ctx, documents, gone)
	if err != nil {
		return err
	}
	for _, counter := range again {
		l.redone = append(l.redone, counter.ID)
		if err := l.asCounter(ctx, counter); err != nil {
			return err
		}
	}
	return nil
}

// asCounter compares e with the claims of other documents that it can answer, the
// likeliest first, until it answers enough of them.
func (l *linker) asCounter(ctx context.Context, e *entry) error {
	if e.Complete {
		return nil
	}
	named, err := l.finder.namedIn(ctx, e.Document)
	if err != nil {
		return err
	}
	p := pair{counter: e, named: named}
	for _, s := range claimSearches(e) {
		claims, err := l.finder.claims(ctx, e, s, named)
		if err != nil {
			return err
		}
		answered := 0
		for _, claim := range claims {
			p.claim = claim
			if l.try(&p, false) {
				answered++
			}
			if answered == mostAnswered {
				break
			}
		}
	}
	return nil
}

// claims returns the claims that the counter meets in a search: those that share
// the most signs with it first, then the nearest in time.
func (f *finder) claims(ctx context.Context, e *entry, s search, named map[string]bool) ([]*entry, error) {
	var out []*entry
	signs := e.counterSigns(s.speech(), named)
	for _, b := range s.blocks(e) {
		pool, err := f.pool(ctx, b)
		if err != nil {
			return nil, err
		}
		for _, sign := range signs {
			for _, claim := range pool[sign] {
				switch {
				case claim.Document == e.Document:
				case claim.met == e:
					claim.shared++
				default:
					claim.met, claim.shared = e, 1
					out = append(out, claim)
				}
			}
		}
	}
	for _, claim := range out {
		claim.met = nil
	}
	slices.SortFunc(out, func(a, b *entry) int {
		return cmp.Or(cmp.Compare(b.shared, a.shared), cmp.Compare(e.daysFrom(a), e.daysFrom(b)), strings.Compare(a.ID, b.ID))
	})
	return out, nil
}

func (e *entry) daysFrom(claim *entry) int {
	return max(e.known.first-claim.known.first, claim.known.first-e.known.first)
}
