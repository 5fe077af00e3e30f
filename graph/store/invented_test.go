package store_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"

	"counterclaim/graph"
	"counterclaim/graph/store"
)

// The tests' countries, people and outlets are invented.

// veldany and norreland are two countries; mirow speaks for the first, lund for
// the second's ministry.
var (
	veldany   = graph.Actor{ID: "actor:veldany", Names: []string{"Veldany", "Republic of Veldany"}, Class: graph.Country}
	norreland = graph.Actor{ID: "actor:norreland", Names: []string{"Norreland"}, Class: graph.Country}
	ministry  = graph.Actor{
		ID: "actor:harbour-ministry", Names: []string{"Harbour Ministry", "Ministry of Harbours"}, Class: graph.Organisation,
		ActsFor: []graph.ActsFor{{Actor: "actor:norreland"}},
	}
	mirow = graph.Actor{
		ID: "actor:ana-mirow", Names: []string{"Ana Mirow"}, Class: graph.Person,
		ActsFor: []graph.ActsFor{
			{Actor: "actor:veldany", As: "spokeswoman", From: "2029-04", To: "2030"},
			{Actor: "actor:veldany", As: "minister", From: "2031"},
		},
	}
	lund = graph.Actor{
		ID: "actor:per-lund", Names: []string{"Per Lund"}, Class: graph.Person,
		ActsFor: []graph.ActsFor{{Actor: "actor:harbour-ministry", As: "minister"}},
	}
	everybody = []graph.Actor{lund, mirow, ministry, norreland, veldany}
)

const gazetteText = "Per Lund accused Veldany of the strike on the harbour.\n\"We were asleep,\" Ana Mirow denied, \"in our port — all of us.\"\n"

// gazette is a document found in text: an accusation and an interrupted denial.
func gazette() graph.Coding {
	d := graph.Document{
		Name: "gazette.txt", Title: "Harbour strike", Publisher: "Harbour Gazette", Author: "E. Vane",
		Published: "2031-05-02", Text: gazetteText, Format: "article",
	}
	d.ID = graph.DocumentID(d)
	at := func(words string) graph.Span {
		i := strings.Index(gazetteText, words)
		return graph.Span{Start: i, End: i + len(words)}
	}
	accusation := graph.Statement{
		Document: d.ID, Kinds: []graph.Kind{graph.Attribution, graph.Criticism},
		Speaker: graph.Mention{Actor: lund.ID, Words: "Per Lund", Span: at("Per Lund"), Why: "full name"},
		Side:    norreland.ID, Target: graph.Mention{Actor: veldany.ID, Words: "Veldany", Span: at("Veldany"), Why: "full name"},
		TargetSide: veldany.ID, Victim: graph.Mention{Actor: norreland.ID}, About: []string{"concept:armed-attack", "incident:harbour-strike"},
		Mentions: []string{ministry.ID}, Content: []graph.Span{at("Veldany of the strike on the harbour")}, Cue: at("accused"),
		Text: "Veldany of the strike on the harbour", Mode: graph.Indirect, Certainty: graph.Firm, Polarity: graph.Affirms,
		Amounts: []graph.Amount{">=12 people", "~1/3 boats"}, Said: "2031-05", Confidence: .85, Rule: "accusing verb",
	}
	denial := graph.Statement{
		Document: d.ID, Kinds: []graph.Kind{graph.Denial},
		Speaker: graph.Mention{Actor: mirow.ID, Words: "Ana Mirow", Span: at("Ana Mirow"), Why: "full name"}, Side: veldany.ID,
		Via:     []graph.Mention{{Actor: norreland.ID}, {Words: "a | b", Why: "unknown"}, {Actor: lund.ID, Words: "Lund"}},
		About:   []string{"concept:armed-attack"},
		Content: []graph.Span{at("We were asleep,"), at("in our port — all of us.")}, Cue: at("denied"),
		Repeated: []graph.Span{at("harbour"), at("in our port")},
		Text:     "We were asleep, in our port — all of us.", Mode: graph.Direct, Certainty: graph.Hedged, Polarity: graph.Rejects,
		Confidence: .9, Rule: "quotation",
	}
	accusation.ID = graph.StatementID(d.ID, accusation.Content)
	denial.ID = graph.StatementID(d.ID, denial.Content)
	return graph.Coding{Document: d, Statements: []graph.Statement{accusation, denial}, Actors: everybody}
}

// archive is a hand-coded document whose statement answers the gazette's
// accusation.
func archive() graph.Coding {
	d := graph.Document{Name: "harbour-archive", Title: "Ten years on", URL: "https://archive.example/ten", Published: "2041", Format: "curated", Complete: true}
	d.ID = graph.DocumentID(d)
	claim := gazette().Statements[0].ID
	s := graph.Statement{
		ID: "st:harbour-archive/doubt", Document: d.ID, Kinds: []graph.Kind{graph.Denial}, Speaker: graph.Mention{Actor: mirow.ID},
		Side: veldany.ID, About: []string{"concept:armed-attack"}, Text: "Nobody has shown a wreck.", Mode: graph.Curated,
		Certainty: graph.Firm, Polarity: graph.Rejects, Confidence: 1, Rule: "coder",
		Answers: []graph.Answer{{Claim: claim, Relation: graph.Doubts, Note: "Asks for | proof."}},
	}
	return graph.Coding{Document: d, Statements: []graph.Statement{s}, Actors: []graph.Actor{mirow, veldany}}
}

// linkWith returns a Linker in miniature: a denial denies each attribution of
// another statement about the same concept, and a coder's answers are contrasts,
// whichever of the two statements comes first.
func linkWith(db *store.Store) store.Linker {
	return func(ctx context.Context, change graph.Change) (graph.Links, error) {
		l := &linker{new: map[string]graph.Statement{}, found: map[string]graph.Contrast{}}
		var ids []string
		for _, c := range change.Accepted {
			for _, s := range c.Statements {
				l.new[s.ID] = s
				ids = append(ids, s.ID)
			}
		}
		answering, err := db.StatementsAnswering(ctx, ids)
		if err != nil {
			return graph.Links{}, err
		}
		for _, p := range answering {
			l.answers(p.Statement)
		}
		for _, s := range l.new {
			for _, a := range s.Answers {
				if _, there, err := db.Statement(ctx, a.Claim); err != nil {
					return graph.Links{}, err
				} else if there {
					l.there = append(l.there, a.Claim)
				}
			}
			l.answers(s)
			for _, about := range s.About {
				known, err := db.StatementsWith(ctx, graph.Edge{Predicate: "about", Node: about}, graph.Edge{Predicate: "type", Node: "class:statement"})
				if err != nil {
					return graph.Links{}, err
				}
				for _, p := range known {
					l.deny(s, p.Statement)
					l.deny(p.Statement, s)
				}
				for _, other := range l.new {
					l.deny(s, other)
				}
			}
		}
		var out []graph.Contrast
		for _, c := range l.found {
			out = append(out, c)
		}
		return graph.Links{Contrasts: out}, nil
	}
}

type linker struct {
	new   map[string]graph.Statement
	there []string // claims that the store has
	found map[string]graph.Contrast
}

func (l *linker) deny(counter, claim graph.Statement) {
	if counter.Has(graph.Denial) && claim.Has(graph.Attribution) && counter.ID != claim.ID && slices.ContainsFunc(counter.About, func(a string) bool { return slices.Contains(claim.About, a) }) {
		l.add(counter.ID, claim.ID, graph.Denies, graph.AcrossDocs)
	}
}

func (l *linker) answers(s graph.Statement) {
	for _, a := range s.Answers {
		_, isNew := l.new[a.Claim]
		if isNew || slices.Contains(l.there, a.Claim) {
			l.add(s.ID, a.Claim, a.Relation, graph.CoderBasis)
		}
	}
}

func (l *linker) add(counter, claim string, relation graph.Relation, basis graph.Basis) {
	c := graph.Contrast{
		Counter: counter, Claim: claim, Relation: relation, Basis: basis, Rule: "miniature",
		Because: []graph.Reason{{Signal: "same concept", Weight: .25, Says: "They are about one thing."}, {Signal: "kind", Weight: .5, Says: "A denial: an attribution."}},
	}
	l.found[c.ID()] = c
}

// universe returns codings that share actors, concepts and, in pairs, documents:
// some are coded twice, in text and by hand.
func universe(seed uint64, documents int) []graph.Coding {
	r := rand.New(rand.NewPCG(seed, 1))
	var out []graph.Coding
	for i := range documents {
		c := randomCoding(r, i, "article")
		out = append(out, c)
		if i%4 == 0 {
			byHand := randomCoding(r, i, "curated")
			out = append(out, byHand)
		}
	}
	return out
}

func randomCoding(r *rand.Rand, n int, format string) graph.Coding {
	d := graph.Document{Name: fmt.Sprint("paper-", n), URL: fmt.Sprint("https://paper.example/", n), Format: format}
	if r.IntN(2) == 0 {
		d.Published = graph.Date(fmt.Sprintf("2031-%02d", 1+r.IntN(12)))
	}
	d.ID = graph.DocumentID(d)
	c := graph.Coding{Document: d, Actors: everybody}
	for i := range r.IntN(5) {
		someone := func() string { return everybody[r.IntN(len(everybody))].ID }
		s := graph.Statement{
			ID: fmt.Sprintf("st:%s-%s/%d", d.Name, format, i), Document: d.ID, Kinds: []graph.Kind{graph.Kinds[r.IntN(3)].Kind},
			Speaker: graph.Mention{Actor: someone(), Words: "they"}, Text: fmt.Sprint("Words ", r.IntN(4)), Mode: graph.Curated,
			About: []string{fmt.Sprint("concept:", r.IntN(3))}, Certainty: graph.Firm, Polarity: graph.Affirms, Confidence: .5, Rule: "random",
		}
		if r.IntN(2) == 0 {
			s.Target, s.TargetSide = graph.Mention{Actor: someone()}, someone()
		}
		if r.IntN(4) == 0 {
			s.Via = []graph.Mention{{Actor: someone()}, {Actor: someone()}}
		}
		if format == "curated" && r.IntN(2) == 0 {
			s.Answers = []graph.Answer{{Claim: fmt.Sprintf("st:paper-%d-article/0", r.IntN(8)), Relation: graph.Doubts}}
		}
		c.Statements = append(c.Statements, s)
	}
	return c
}
