package contrast

import (
	"context"
	"slices"
)

// again returns the counters of earlier runs that meet other claims than before,
// because of what comes and goes.
func (f *finder) again(ctx context.Context, documents, gone [][]*entry) ([]*entry, error) {
	came, went := byBlock(documents), byBlock(gone)
	touched := map[block]bool{}
	for b := range came {
		touched[b] = true
	}
	for b := range went {
		touched[b] = true
	}
	var out []*entry
	seen := map[string]bool{}
	for b := range touched {
		earlier, err := f.earlier(ctx, b)
		if err != nil {
			return nil, err
		}
		after, err := f.pool(ctx, b)
		if err != nil {
			return nil, err
		}
		before := newPool(slices.Concat(went[b], earlier), b.speech())
		for _, claim := range slices.Concat(came[b], went[b], earlier) {
			signs := before.changes(after, claim, b.speech())
			if len(signs) == 0 {
				continue
			}
			counters, err := f.counters(ctx, claim, b, signs)
			if err != nil {
				return nil, err
			}
			for _, c := range counters {
				if !seen[c.ID] {
					seen[c.ID] = true
					out = append(out, c)
				}
			}
		}
	}
	return out, nil
}

// byBlock returns the claims by the blocks in which they are looked for.
func byBlock(documents [][]*entry) map[block][]*entry {
	out := map[block][]*entry{}
	for _, d := range documents {
		for _, e := range d {
			for _, b := range e.seats() {
				out[b] = append(out[b], e)
			}
		}
	}
	return out
}

// changes returns the signs under which a claim has a seat in just one of the two
// pools.
func (p pool) changes(other pool, claim *entry, speech bool) []string {
	return slices.DeleteFunc(claim.claimSigns(speech), func(sign string) bool {
		return p.seated(claim, sign) == other.seated(claim, sign)
	})
}

// seated reports whether that very claim has a seat under the sign.
func (p pool) seated(claim *entry, sign string) bool { return slices.Contains(p[sign], claim) }

// counters returns the counters of earlier runs that look for claims in the block
// under one of the signs.
func (f *finder) counters(ctx context.Context, claim *entry, b block, signs []string) ([]*entry, error) {
	var out []*entry
	for _, s := range counterSearches(claim) {
		for _, month := range s.blocks(claim) {
			found, err := f.earlier(ctx, month)
			if err != nil {
				return nil, err
			}
			for _, counter := range found {
				meets, err := f.looksIn(ctx, counter, b, signs)
				if err != nil {
					return nil, err
				}
				if meets {
					out = append(out, counter)
				}
			}
		}
	}
	return out, nil
}

// looksIn reports whether the counter looks for claims in the block under one of
// the signs.
func (f *finder) looksIn(ctx context.Context, counter *entry, b block, signs []string) (bool, error) {
	if counter.Complete {
		return false, nil
	}
	for _, s := range claimSearches(counter) {
		if s.group != b.group || !slices.Contains(s.blocks(counter), b) {
			continue
		}
		named, err := f.namedIn(ctx, counter.Document)
		if err != nil {
			return false, err
		}
		return slices.ContainsFunc(counter.counterSigns(s.speech(), named), func(sign string) bool { return slices.Contains(signs, sign) }), nil
	}
	return false, nil
}
