// Package synthetic invents statement graphs of any size for tests and
// benchmarks. The same seed gives the same graph, and a larger graph begins with
// the smaller one.
//
//	for batch := range synthetic.Batches(1, 1_000_000, 350) {
//		db.Put(ctx, batch.Codings, batch.Link)
//	}
//
// What is invented follows what news is like where it matters for speed. There
// are 40 documents a day, so that a graph of a million statements is nine years of
// them. A document is about one dispute: one country blames another for an act in
// some place. Disputes open all the time and fade, most have a few documents, and
// one goes on for ever and has a tenth of all. A few speakers say most: they are
// drawn by Zipf's law from 20,000, each of whom acts for one of 190 countries,
// which are drawn likewise, and so are words. Documents have 5 to 10 statements of
// 12 to 20 words with their offsets in a text; the accused deny, the accusers
// accuse, and others speak about both.
//
// Batches come with contrasts that are invented, too: a denial answers one of the
// last 2,000 accusations of any document.
//
// Only a batch, the disputes that go on and the last accusations are held in
// memory.
package synthetic

import (
	"context"
	"fmt"
	"iter"
	"math/rand/v2"
	"time"

	"counterclaim/graph"
)

const (
	speakers  = 20_000
	countries = 190
	perDay    = 40    // documents
	opening   = 25    // documents between the beginnings of two disputes
	going     = 100   // disputes that go on at a time
	recent    = 2_000 // accusations that a denial can answer
)

// A Batch is some documents with the contrasts in which their statements take
// part.
type Batch struct {
	Codings    []graph.Coding
	Contrasts  []graph.Contrast
	Statements int
}

// Link is a store.Linker that returns the batch's contrasts.
func (b Batch) Link(context.Context, graph.Change) (graph.Links, error) {
	return graph.Links{Contrasts: b.Contrasts}, nil
}

// Batches yields a graph of at least so many statements, in batches of at least
// perBatch statements.
func Batches(seed uint64, statements, perBatch int) iter.Seq[Batch] {
	return func(yield func(Batch) bool) {
		g := newGenerator(seed)
		for done := 0; done < statements; {
			var b Batch
			for b.Statements < perBatch && done+b.Statements < statements {
				coding, contrasts := g.document()
				b.Codings = append(b.Codings, coding)
				b.Contrasts = append(b.Contrasts, contrasts...)
				b.Statements += len(coding.Statements)
			}
			done += b.Statements
			if !yield(b) {
				return
			}
		}
	}
}

// Speaker returns the ID of the n-th of the speakers; the first say most.
func Speaker(n int) string { return fmt.Sprintf("actor:speaker-%d", n) }

// Incident returns the ID of what the n-th of the disputes is about; the 0th never
// ends.
func Incident(n int) string { return fmt.Sprintf("incident:invented-%d", n) }

// Country returns the ID of the n-th of the countries.
func Country(n int) string { return fmt.Sprintf("actor:country-%d", n) }

type generator struct {
	*rand.Rand
	speaker, country, dispute, word *rand.Zipf
	documents, opened               int
	heavy                           dispute           // the one that goes on for ever
	disputes                        []dispute         // the others that go on, the newest first
	accusations                     []graph.Statement // the recent ones
}

func newGenerator(seed uint64) *generator {
	r := rand.New(rand.NewPCG(seed, 0))
	g := &generator{
		Rand: r, speaker: rand.NewZipf(r, 1.2, 5, speakers-1), country: rand.NewZipf(r, 1.2, 2, countries-1),
		dispute: rand.NewZipf(r, 1.1, 3, going-1), word: rand.NewZipf(r, 1.1, 10, uint64(len(words)-1)),
	}
	g.heavy = g.open()
	return g
}

var start = time.Date(2020, 1, 1, 0, 0, 0, 0, time.UTC)

func (g *generator) document() (graph.Coding, []graph.Contrast) {
	about := g.pickDispute()
	g.documents++
	day := graph.Date(start.AddDate(0, 0, g.documents/perDay).Format(time.DateOnly))
	d := graph.Document{
		Name: fmt.Sprintf("article-%d", g.documents), Title: fmt.Sprintf("Invented article %d", g.documents),
		Publisher: fmt.Sprintf("Outlet %d", g.IntN(50)), Published: day, Format: "article",
	}
	d.ID = graph.DocumentID(d)
	c := graph.Coding{Document: d}
	var contrasts []graph.Contrast
	actors := map[string]graph.Actor{}
	for range 5 + g.IntN(6) {
		s := g.statement(&c.Document, about, actors)
		if s.Has(graph.Denial) && len(g.accusations) > 0 {
			claim := g.accusations[g.IntN(len(g.accusations))]
			contrasts = append(contrasts, contrast(s, claim))
		}
		if s.Has(graph.Attribution) {
			g.accusations = append(g.accusations, s)
		}
		c.Statements = append(c.Statements, s)
	}
	g.accusations = g.accusations[max(0, len(g.accusations)-recent):]
	for _, a := range actors {
		c.Actors = append(c.Actors, a)
	}
	return c, contrasts
}

// statement appends a statement's words to the document and returns it, with the
// actors that it names in actors.
func (g *generator) statement(d *graph.Document, about dispute, actors map[string]graph.Actor) graph.Statement {
	kind, side, target := g.role(about)
	speaker := int(g.speaker.Uint64())/countries*countries + side
	if speaker >= speakers {
		speaker = side
	}
	addSpeaker(actors, speaker)
	addCountry(actors, side)
	addCountry(actors, target)
	cue := graph.Span{Start: len(d.Text), End: len(d.Text) + len("said")}
	d.Text += "said " + fmt.Sprintf("Speaker %d: ", speaker)
	content := graph.Span{Start: len(d.Text)}
	d.Text += g.sentence(about)
	content.End = len(d.Text)
	d.Text += "\n"
	polarity := graph.Affirms
	if kind == graph.Denial {
		polarity = graph.Rejects
	}
	return graph.Statement{
		ID: graph.StatementID(d.ID, []graph.Span{content}), Document: d.ID, Kinds: []graph.Kind{kind},
		Speaker: graph.Mention{Actor: Speaker(speaker), Words: fmt.Sprintf("Speaker %d", speaker), Why: "full name"},
		Side:    Country(side), Target: graph.Mention{Actor: Country(target), Words: "they", Why: "pronoun: last country"}, TargetSide: Country(target),
		About:   []string{"concept:" + about.act, Incident(about.number)},
		Content: []graph.Span{content}, Cue: cue, Text: content.Of(d.Text),
		Mode: graph.Indirect, Certainty: graph.Firm, Polarity: polarity, Said: d.Published,
		Confidence: float64(70+g.IntN(6)*5) / 100, Rule: "synthetic",
	}
}

func addSpeaker(actors map[string]graph.Actor, n int) {
	id := Speaker(n)
	actors[id] = graph.Actor{
		ID: id, Names: []string{fmt.Sprintf("Speaker %d", n)}, Class: graph.Person,
		ActsFor: []graph.ActsFor{{Actor: Country(n % countries), As: "spokesperson", From: "2019"}},
	}
}

func addCountry(actors map[string]graph.Actor, n int) {
	id := Country(n)
	actors[id] = graph.Actor{ID: id, Names: []string{fmt.Sprintf("Country %d", n)}, Class: graph.Country}
}

func contrast(counter, claim graph.Statement) graph.Contrast {
	basis := graph.AcrossDocs
	if counter.Document == claim.Document {
		basis = graph.Juxtaposed
	}
	return graph.Contrast{
		Counter: counter.ID, Claim: claim.ID, Relation: graph.Denies, Basis: basis, Rule: "synthetic",
		Because: []graph.Reason{
			{Signal: "role swap", Weight: .4, Says: "The accused side answers its accuser."},
			{Signal: "same incident", Weight: .3, Says: "Both are about one incident."},
		},
	}
}
