package contrast

import (
	"context"
	"slices"

	"counterclaim/graph"
)

// AtOnce is how many documents there are between two calls of Across's found.
const AtOnce = 100

// Across finds the contrasts across documents of a store that was filled with all
// documents and their contrasts within: the same that Link would have found had they come
// one after the other. found is called with the contrasts of AtOnce documents at a time,
// sorted as Link sorts them.
//
// The documents are to be in the order of their dates. Then the claims of one month after
// the other are looked up, and those of the months that no later document asks for are
// forgotten: it needs memory for the months around a document, not for the store. The
// error is one of known's or found's.
func Across(ctx context.Context, documents []string, known Known, found func([]graph.Contrast) error) error {
	f := newFinder(nil, known, nil)
	for batch := range slices.Chunk(documents, AtOnce) {
		l := &linker{found: map[edge]graph.Contrast{}, finder: f}
		for _, id := range batch {
			if err := l.acrossFrom(ctx, id); err != nil {
				return err
			}
		}
		if err := found(l.contrasts()); err != nil {
			return err
		}
	}
	return nil
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
