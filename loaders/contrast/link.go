// Package contrast sets one statement against another: a denial against the
// accusation that it denies, a claim of victimhood against it, a refusal against
// the demand.
//
// Each rule is a file with a function that looks at one pair and returns the
// reasons that speak for it, each with its weight; their sum is the score, and
// the weakest that counts is Enough. Rules look at statements and at the word in
// front of one that tells of an answer, never at the rest of a text, and do not
// build on one another. To add one, write its file and a line in Rules.
//
// From .85 on a contrast rests on whom the claim is directed at and on the same
// act or the same words; about .7 one of these is missing; next to .6 it rests on
// who speaks next and on one sign that the two sides answer each other.
//
// Pairs are never all compared. Within a document a counter meets the claims
// directed at its side, made by the side that it speaks against, or made by
// somebody whom it names. seats.go says which claims of other documents it meets.
package contrast

import (
	"context"
	"slices"
	"strings"

	"counterclaim/graph"
)

// Enough is the score from which on a contrast is kept.
const Enough = .6

// A Rule finds one relation. Name goes into the graph with every contrast that
// the rule found. Across says whether it also holds between documents, Turn that
// it rests on who speaks next and so counts only where no other rule finds that the
// counter answers the claim.
type Rule struct {
	Name     string
	Relation graph.Relation
	Across   bool
	Turn     bool
	Doc      string
	find     func(*pair) []graph.Reason
}

// loose reports whether the rule's relation shows only in who speaks where.
func (r *Rule) loose() bool { return r.Turn || r.Relation == graph.Rebuts }

// Rules are all rules, in the order in which they are tried. Several can hold for
// one pair; of those with one relation the first counts.
var Rules = []Rule{
	{"denial against attribution", graph.Denies, true, false, "The accused side denies what it is accused of.", denies},
	{"denial against other words", graph.Denies, false, false, "Whom a criticism, a complaint or plain words are about denies them.", deniesStatement},
	{"denial right behind", graph.Denies, false, false, "A denial stands right behind what another says.", deniesReply},
	{"denial of whose words", graph.Denies, false, false, "A denial says whose words it rejects: what that one said last.", deniesWhose},
	{"denial against demand", graph.Rebuts, false, false, "The side that is asked to stop an act denies the act.", deniesDemand},
	{"victimhood against attribution", graph.ClaimsVictimhood, true, false, "The accused side says that it is a victim of the same.", claimsVictimhood},
	{"attribution against attribution", graph.CounterAttributes, true, false, "The accuser's side is accused of the like.", counterAttributes},
	{"attack in answer", graph.Rebuts, false, false, "Whom a claim attacks attacks who made it next.", strikesBack},
	{"refusal against demand", graph.Refuses, false, false, "The side that is asked refuses.", refuses},
	{"demand for evidence", graph.Doubts, false, false, "The accused side asks for evidence.", doubts},
	{"doubt of a third", graph.Doubts, false, false, "Somebody else does not take the accusation as proved.", thirdDoubts},
	{"criticism against statement", graph.Criticises, false, false, "The side of an accusation, a demand or a refusal is criticised for it.", criticises},
	{"criticism in answer", graph.Criticises, false, false, "Whom a claim is about criticises right after.", criticisesBack},
	{"plain answer", graph.Rebuts, false, false, "Whom an accusation is about says something of the same right after.", rebutsPlainly},
	{"first words of the accused", graph.Rebuts, false, false, "What the accused side says first after an accusation answers it.", rebutsFirst},
	{"first criticism of the accused", graph.Criticises, false, false, "What the accused side criticises first after an accusation answers it.", criticisesFirst},
	{"fact against attribution", graph.Rebuts, true, false, "A third voice names the accuser and sets a fact beside the accusation.", rebutsClaimant},
	{"answer to concern", graph.Rebuts, false, false, "The side that worries others states its case right after.", rebutsConcern},
	{"denial in turn", graph.Denies, false, true, "Of two sides in a quarrel, the next to speak denies.", deniesInTurn},
	{"words taken up", graph.Denies, false, true, "A denial takes up in a word what the voice before it said.", takesUpWords},
	{"criticism taken up", graph.Criticises, false, true, "A criticism takes up in a word what the voice before it said.", criticisesWords},
	{"criticism in turn", graph.Criticises, false, true, "Of two sides in a quarrel, the next to speak criticises.", criticisesInTurn},
	{"answer in turn", graph.Rebuts, false, true, "Of two sides in a quarrel, the next to speak gives its own account.", rebutsInTurn},
	{"speaks of the speaker", graph.Rebuts, false, true, "The next voice speaks of who made the claim.", namesSpeaker},
	{"answer of whom it names", graph.Rebuts, false, true, "The next voice is the one that the claim names, and says no or speaks of the same.", rebutsNamed},
	{"answer in so many words", graph.Rebuts, false, true, "The text says of the next voice that it answers.", repliesInWords},
	{"answer beside it", graph.Rebuts, false, true, "The next voice of the paragraph is set against the claim.", rebutsBeside},
	{"refusal beside it", graph.Refuses, false, true, "The next voice of the paragraph refuses what is asked.", refusesBeside},
	{"criticism goes on", graph.Criticises, false, true, "Who has just answered the claim criticises next.", criticisesOn},
	{"answer goes on", graph.Rebuts, false, true, "Who has just answered the claim says more next.", rebutsOn},
	{"a speaker's turn", graph.Reverses, true, false, "A speaker does the opposite of what they said before: admits what they denied, refuses what they pledged.", reverses},
	{"one speech, two outlets", graph.Renders, true, false, "Two outlets report one speaker's words of one day.", renders},
	{"same accusation again", graph.Echoes, true, false, "The same side makes the same accusation in another document.", echoes},
}

// Known is where the statements of earlier runs can be looked up; a *store.Store
// is one.
type Known interface {
	Statement(ctx context.Context, id string) (graph.Placed, bool, error)
	StatementsWith(ctx context.Context, edges ...graph.Edge) ([]graph.Placed, error)
	StatementsAnswering(ctx context.Context, ids []string) ([]graph.Placed, error)
}

// Link returns the contrasts in which a statement of what comes takes part: within
// its document, with other documents that come and, where known is not nil, with
// documents loaded before. Where what comes or goes changes which claims of those
// are answered from other documents, their contrasts are there, too. The contrasts
// are sorted by counter, claim and relation. The error is one of known's.
func Link(ctx context.Context, change graph.Change, known Known) (graph.Links, error) {
	l := &linker{found: map[edge]graph.Contrast{}, accepted: map[string]bool{}}
	whole, documents, gone := make([][]*entry, len(change.Accepted)), make([][]*entry, len(change.Accepted)), make([][]*entry, len(change.Gone))
	for i := range change.Accepted {
		l.accepted[change.Accepted[i].Document.ID] = true
		whole[i], documents[i] = entries(&change.Accepted[i]), lone(&change.Accepted[i])
	}
	for i := range change.Gone {
		gone[i] = lone(&change.Gone[i])
	}
	if err := l.answers(ctx, whole, known); err != nil {
		return graph.Links{}, err
	}
	for _, d := range whole {
		l.within(d)
	}
	l.finder = newFinder(documents, known, l.accepted)
	if err := l.across(ctx, documents, gone); err != nil {
		return graph.Links{}, err
	}
	slices.Sort(l.redone)
	return graph.Links{Contrasts: l.contrasts(), Redone: l.redone}, nil
}

// A linker collects contrasts.
type linker struct {
	finder   *finder
	accepted map[string]bool // documents
	found    map[edge]graph.Contrast
	redone   []string
}

// An edge is what there is one contrast for.
type edge struct {
	counter, claim string
	relation       graph.Relation
}

func (l *linker) contrasts() []graph.Contrast {
	out := make([]graph.Contrast, 0, len(l.found))
	for _, c := range l.found {
		out = append(out, c)
	}
	slices.SortFunc(out, func(a, b graph.Contrast) int {
		if c := strings.Compare(a.Counter, b.Counter); c != 0 {
			return c
		}
		if c := strings.Compare(a.Claim, b.Claim); c != 0 {
			return c
		}
		return strings.Compare(string(a.Relation), string(b.Relation))
	})
	return out
}

// try applies the rules to one pair, and reports whether the counter answers or
// repeats the claim: first those that rest on the two alone, then, where none of
// them does, those that rest on who speaks next. What a coder or the words themselves say of it stands.
func (l *linker) try(p *pair, turn bool) (answers bool) {
	var affair *graph.Reason
	if p.across() {
		if !p.recent() && !sameOccasion(p.counter, p.claim) && p.turned() == nil {
			return false
		}
		affair = p.affair()
	}
	for i := range Rules {
		r := &Rules[i]
		if r.Turn && answers {
			break
		}
		if r.Turn != turn || p.across() && (!r.Across || affair == nil && !r.Relation.Equal()) {
			continue
		}
		if r.loose() && !p.canAnswer() {
			continue
		}
		because := r.find(p)
		if len(because) == 0 || r.loose() && (!(p.counter.voice() && p.claim.voice()) || p.counter.silent() || p.claim.silent()) || (r.loose() || r.Relation == graph.Criticises) && !p.sure() {
			continue
		}
		if affair != nil && !r.Relation.Equal() {
			because = append(because, *affair)
		}
		e := edge{p.counter.ID, p.claim.ID, r.Relation}
		c := graph.Contrast{Counter: e.counter, Claim: e.claim, Relation: r.Relation, Basis: p.basis(), Rule: r.Name, Because: because}
		if c.Score() < Enough {
			continue
		}
		answers = true
		if _, done := l.found[e]; done || p.counter.saysItself(e) {
			continue
		}
		slices.SortStableFunc(c.Because, func(a, b graph.Reason) int {
			switch {
			case a.Weight > b.Weight:
				return -1
			case a.Weight < b.Weight:
				return 1
			}
			return strings.Compare(a.Signal, b.Signal)
		})
		l.found[e] = c
	}
	return answers
}
