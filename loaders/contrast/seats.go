package contrast

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
)

// Which statements of two documents meet.
//
// A counter never meets all claims that are directed at its side. Claims are put
// down under signs of the affair that they belong to: the words of their own, the
// incident, the actors that they name, who makes them. A counter meets the claims
// under the signs that it has, too. Under one sign there is room for so many
// claims a week; the first take the seats. The others are the same accusation
// made again: they are in the graph and in their incident, and answered within
// their documents, but not by other documents. Of the claims that it meets a
// counter answers the few that share most signs with it, then the nearest in time.
//
// So what a statement costs does not depend on how many there are: it meets at
// most the seats under its signs in the weeks around it, and has at most so many
// contrasts. And the contrasts remain a function of the set of documents: who has
// a seat, and what a counter answers, depends on which claims there are, not on
// which came first. Where a claim comes or goes, or gets or loses its seat for
// that, Link looks again at the counters that meet it.

const (
	seatsPerWeek = 8  // under one sign, of claims against or by one actor
	seatsPerDay  = 32 // of statements of one speaker, to find other outlets' renderings
	mostAnswered = 8  // claims of one group that a counter answers in other documents
)

// A pool is the claims of a block that have seats, by sign, in the order of time.
type pool map[string][]*entry

// newPool seats the claims, which it sorts. speech says that they are looked up to
// find renderings of one speech.
func newPool(claims []*entry, speech bool) pool {
	slices.SortFunc(claims, func(a, b *entry) int {
		return cmp.Or(cmp.Compare(a.known.first, b.known.first), cmp.Compare(a.Published, b.Published), strings.Compare(a.ID, b.ID))
	})
	p, room := pool{}, seatsPerWeek
	if speech {
		room = seatsPerDay
	}
	for _, e := range claims {
		for _, sign := range e.claimSigns(speech) {
			taken := p[sign]
			if n := len(taken); n < room || taken[n-room].week() != e.week() {
				p[sign] = append(taken, e)
			}
		}
	}
	return p
}

func (e *entry) week() int { return e.known.first / 7 }

// vague is the sign of statements of which the day is not known.
const vague = "vague"

func daySign(day int) string { return strconv.Itoa(day) }

// claimSigns returns the signs under which the claim is put down; for a rendering
// of the same speech, the day.
func (e *entry) claimSigns(speech bool) []string {
	if !speech {
		out := e.signs()
		if e.Speaker.Actor != "" && e.Speaker.Actor != e.Side {
			out = append(out, "by "+e.Speaker.Actor)
		}
		return out
	}
	if e.known.first != e.known.last {
		return []string{vague}
	}
	return []string{daySign(e.known.first)}
}

// counterSigns returns the signs under which the counter looks for claims. named
// are the actors that its document names.
func (e *entry) counterSigns(speech bool, named map[string]bool) []string {
	if !speech {
		out := e.signs()
		for a := range named {
			out = append(out, "by "+a)
		}
		return out
	}
	out := []string{vague}
	for day := e.known.first - 1; day <= e.known.last+1; day++ {
		out = append(out, daySign(day))
	}
	return out
}

// signs returns the signs of the affair in the statement itself: its own words,
// the incident, the actors that it names.
func (e *entry) signs() []string {
	var out []string
	for _, t := range e.stems() {
		if t.own {
			out = append(out, t.stem)
		}
	}
	for _, a := range e.About {
		if isIncident(a) {
			out = append(out, a)
		}
	}
	for _, a := range append([]string{e.Target.Actor, e.Victim.Actor}, e.Mentions...) {
		if a != "" && a != e.Side && a != e.TargetSide {
			out = append(out, a)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}
