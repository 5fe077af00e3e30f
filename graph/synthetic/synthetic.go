// Package synthetic invents statement graphs of any size for tests and
// benchmarks. The same seed gives the same graph, and a larger graph begins with
// the smaller one.
//
//	for batch := range synthetic.Batches(1, 1_000_000, 350) {
//		db.Put(ctx, batch.Codings, batch.Link)
//	}
//
// What is invented follows what news is like where it matters for speed. A few
// speakers say most: they are drawn by Zipf's law from 20,000, each of whom acts
// for one of 190 countries, which are drawn likewise. Documents have 5 to 10
// statements of 12 to 20 words with their offsets in a text. A seventh are
// denials, each of which answers one of the last 2,000 accusations of any
// document; a seventh are accusations. Nodes that everything hangs on, as kinds,
// months, countries, grow with the graph, as they do in real ones.
//
// Only a batch and the last accusations are held in memory.
package synthetic

import (
	"context"
	"fmt"
	"iter"
	"math/rand/v2"
	"strings"
	"time"

	"counterclaim/graph"
)

const (
	speakers  = 20_000
	countries = 190
	incidents = 500
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
func (b Batch) Link(context.Context, []graph.Coding) ([]graph.Contrast, error) {
	return b.Contrasts, nil
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

// Country returns the ID of the n-th of the countries.
func Country(n int) string { return fmt.Sprintf("actor:country-%d", n) }

type generator struct {
	*rand.Rand
	speaker, country *rand.Zipf
	documents        int
	accusations      []graph.Statement // the recent ones
}

func newGenerator(seed uint64) *generator {
	r := rand.New(rand.NewPCG(seed, 0))
	return &generator{Rand: r, speaker: rand.NewZipf(r, 1.2, 5, speakers-1), country: rand.NewZipf(r, 1.2, 2, countries-1)}
}

var start = time.Date(2020, 1, 1, 0, 0, 0, 0, time.UTC)

func (g *generator) document() (graph.Coding, []graph.Contrast) {
	g.documents++
	day := graph.Date(start.AddDate(0, 0, g.documents/40).Format(time.DateOnly))
	d := graph.Document{
		Name: fmt.Sprintf("article-%d", g.documents), Title: fmt.Sprintf("Invented article %d", g.documents),
		Publisher: fmt.Sprintf("Outlet %d", g.IntN(50)), Published: day, Format: "article",
	}
	d.ID = graph.DocumentID(d)
	c := graph.Coding{Document: d}
	var contrasts []graph.Contrast
	actors := map[string]graph.Actor{}
	for range 5 + g.IntN(6) {
		s := g.statement(&c.Document, actors)
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
func (g *generator) statement(d *graph.Document, actors map[string]graph.Actor) graph.Statement {
	speaker, target := int(g.speaker.Uint64()), int(g.country.Uint64())
	side := speaker % countries
	addSpeaker(actors, speaker)
	addCountry(actors, side)
	addCountry(actors, target)
	cue := graph.Span{Start: len(d.Text), End: len(d.Text) + len("said")}
	d.Text += "said " + fmt.Sprintf("Speaker %d: ", speaker)
	content := graph.Span{Start: len(d.Text)}
	d.Text += g.sentence()
	content.End = len(d.Text)
	d.Text += "\n"
	kind := graph.Kinds[g.IntN(7)].Kind
	polarity := graph.Affirms
	if kind == graph.Denial {
		polarity = graph.Rejects
	}
	return graph.Statement{
		ID: graph.StatementID(d.ID, []graph.Span{content}), Document: d.ID, Kinds: []graph.Kind{kind},
		Speaker: graph.Mention{Actor: Speaker(speaker), Words: fmt.Sprintf("Speaker %d", speaker), Why: "full name"},
		Side:    Country(side), Target: graph.Mention{Actor: Country(target), Words: "they", Why: "pronoun: last country"}, TargetSide: Country(target),
		About:   []string{fmt.Sprintf("incident:invented-%d", g.IntN(incidents))},
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

var words = strings.Fields(`army border evidence ships harbour minister report talks files network tariff
	village market court treaty pipeline island ceasefire satellite ballot refinery summit`)

func (g *generator) sentence() string {
	picked := make([]string, 12+g.IntN(9))
	for i := range picked {
		picked[i] = words[g.IntN(len(words))]
	}
	return strings.Join(picked, " ") + "."
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
