package contrast

import (
	"context"

	"counterclaim/graph"
)

// A Corpus is a store with all documents and their contrasts within, in which those across
// them are looked for. It is for one goroutine.
type Corpus struct{ finder *finder }

// NewCorpus returns the corpus of what is known.
func NewCorpus(known Known) *Corpus { return &Corpus{newFinder(nil, known, nil)} }

// Across returns the contrasts across documents that have a statement of one of these as
// counter: the same that Link would have found had all documents of the corpus come one
// after the other, sorted as it sorts them.
//
// It is to be called with documents in the order of their dates. Then the claims of one
// month after the other are looked up, and those of the months that no later document asks
// for are forgotten: it needs memory for the months around a document, not for the corpus.
// The error is one of known's.
func (c *Corpus) Across(ctx context.Context, documents []string) ([]graph.Contrast, error) {
	l := &linker{found: map[edge]graph.Contrast{}, finder: c.finder}
	for _, id := range documents {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		if err := l.acrossFrom(ctx, id); err != nil {
			return nil, err
		}
	}
	return l.contrasts(), nil
}

// acrossFrom compares the statements of a document, as counters, with the claims of others.
func (l *linker) acrossFrom(ctx context.Context, document string) error {
	f := l.finder
	placed, err := f.known.StatementsWith(ctx, graph.Edge{Predicate: graph.PDocument, Node: document})
	if err != nil || len(placed) == 0 {
		return err
	}
	named, here := map[string]bool{}, map[string]bool{}
	for i := range placed {
		here[placed[i].Statement.ID] = true
		for _, id := range placed[i].Statement.ActorIDs() {
			named[id] = true
		}
	}
	f.forgetBefore(placed[0].Document.Published)
	f.named = map[string]map[string]bool{document: named}
	for i := range placed {
		s := &placed[i].Statement
		for _, a := range s.Answers {
			if here[a.Claim] {
				continue
			}
			if _, there, err := f.known.Statement(ctx, a.Claim); err != nil {
				return err
			} else if there {
				l.answer(s, a)
			}
		}
		if err := l.asCounter(ctx, newEntry(s, &placed[i].Document, -1)); err != nil {
			return err
		}
	}
	return nil
}

// forgetBefore lets go of claims of months that documents of that date do not ask for. Some
// still may: statements that were made long before they were published.
func (f *finder) forgetBefore(published graph.Date) {
	first, _ := published.Days()
	months := monthsBetween(first.AddDate(0, 0, -window-31), first)
	if len(months) == 0 || months[0] == f.oldest {
		return
	}
	f.oldest = months[0]
	for b := range f.pools {
		if b.month < f.oldest {
			delete(f.pools, b)
		}
	}
	for b := range f.asked {
		if b.month < f.oldest {
			delete(f.asked, b)
		}
	}
}
