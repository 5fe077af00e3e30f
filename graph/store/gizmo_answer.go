package store

import (
	"slices"
	"strings"
	"time"

	"github.com/dop251/goja"

	"counterclaim/graph"
)

// An asked is what a script wants of answers: the relation, which may be asked for more
// than once, who gives them, the time of the claim, and the confidence of both.
type asked struct {
	relations    []string
	answerer     string
	since, until graph.Date
	least        float64
}

// answersWith returns the contrasts in which a claim is answered that meets all the
// conditions and is of the time from since to until, in all the relations that there are
// and by the answerer, where there is one; an equal does not answer, and both statements
// have at least this confidence.
func (l *lookup) answersWith(conditions []condition, relations []string, answerer string, since, until graph.Date, least float64) *goja.Object {
	l.reading.Lock()
	defer l.reading.Unlock()
	var contrasts []uint64
	var err error
	switch {
	case len(conditions) > 0:
		contrasts, err = l.leadingTo(l.with(conditions), graph.PClaim)
	case answerer != "":
		contrasts = l.meeting(condition{answerer, graph.PSpeaker, graph.PCounter})
	case len(relations) > 0:
		contrasts = l.meeting(condition{relations[0], graph.PRelation})
	default:
		contrasts = l.meeting(condition{"class:contrast", graph.PType})
	}
	l.must(err)
	want := asked{relations, answerer, since, until, least}
	return l.contrastList(l.those(l.nodesOf(contrasts), want.by))
}

// answersIn returns the contrasts in which a statement of a list is answered; both
// statements have at least this confidence.
func (l *lookup) answersIn(claims goja.Value, least float64) *goja.Object {
	l.reading.Lock()
	defer l.reading.Unlock()
	return l.contrastList(l.those(l.nodesOf(l.into(claims, []string{graph.PClaim})), asked{least: least}.by))
}

func (a asked) by(contrast *subject) bool {
	relation := contrast.one(graph.PRelation)
	if graph.Relation(strings.TrimPrefix(relation, "relation:")).Equal() || slices.ContainsFunc(a.relations, func(r string) bool { return r != relation }) {
		return false
	}
	counter, claim := contrast.follow(graph.PCounter), contrast.follow(graph.PClaim)
	return (a.answerer == "" || counter.one(graph.PSpeaker) == a.answerer) && claim.within(a.since, a.until) && claim.sure(a.least) && counter.sure(a.least)
}

// days returns the least and most days from a contrast's claim to its answer, nil where
// that is not known. Where only the document has a date, the words may be any older: such
// a start leaves most open.
func (s *subject) days() (least, most any) {
	claim, counter := s.follow(graph.PClaim), s.follow(graph.PCounter)
	claimFirst, claimLast := claim.span()
	counterFirst, counterLast := counter.span()
	if claimLast.IsZero() || counterLast.IsZero() {
		return nil, nil
	}
	least = int64(0)
	if !counterFirst.IsZero() {
		least = between(claimLast, counterFirst)
	}
	if !claimFirst.IsZero() {
		most = between(claimFirst, counterLast)
	}
	return least, most
}

// span returns the first and last day on which a statement can have been made, zero where
// there is none.
func (s *subject) span() (first, last time.Time) {
	first, _ = graph.Date(s.one(graph.PSaid)).Days()
	_, last = graph.Date(s.when()).Days()
	return first, last
}

// daysApart returns the days from when a contrast's claim was made to when its answer was,
// by what is known: the first day of a month or year, the day of the document.
func (s *subject) daysApart() any {
	claim, _ := graph.Date(s.follow(graph.PClaim).when()).Days()
	counter, _ := graph.Date(s.follow(graph.PCounter).when()).Days()
	if claim.IsZero() || counter.IsZero() {
		return nil
	}
	return int64(counter.Sub(claim).Hours() / 24)
}

// byTarget reports whether a contrast's answer comes from whom the claim is directed at,
// or from that side.
func (s *subject) byTarget() bool {
	claim, counter := s.follow(graph.PClaim), s.follow(graph.PCounter)
	for _, target := range []string{claim.one(graph.PTarget), claim.one(graph.PTargetSide)} {
		if target != "" && (counter.one(graph.PSpeaker) == target || counter.one(graph.PSide) == target) {
			return true
		}
	}
	return false
}

// between returns the days from one to a later one; 0 where it is none.
func between(from, to time.Time) int64 { return max(0, int64(to.Sub(from).Hours()/24)) }
