package store

import (
	"time"

	"counterclaim/graph"
)

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

// between returns the days from one to a later one; 0 where it is none.
func between(from, to time.Time) int64 { return max(0, int64(to.Sub(from).Hours()/24)) }
