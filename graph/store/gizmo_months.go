package store

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/cayleygraph/quad"

	"counterclaim/graph"
)

// The month to which a statement leads is that of its day, which is known so without being
// read, with one exception: of what was said in a year, and nothing is known beyond that, it
// is the document's.

// manyToDate is how many statements take longer to date than to look up each year.
const manyToDate = 5000

// month returns the month to which a statement leads, "" where it is to none.
func (s *subject) month() graph.Date {
	return graph.Date(strings.TrimPrefix(s.one(graph.PMonth), "month:"))
}

// inMonths returns those of the statements, which ascend, that can be of the time from since
// to until by their month: a small part of most large selections.
func (l *lookup) inMonths(statements []uint64, since, until graph.Date) []uint64 {
	found := l.passing(statements, graph.PMonth, func(s *subject) bool {
		month := s.month()
		return month == "" || !since.After(month) && !month.After(until)
	})
	l.saidInYears(statements, since, until, func(i int) { found = append(found, statements[i]) })
	slices.Sort(found)
	return slices.Compact(found)
}

// saidInYears calls fn with the places of those of the statements, which ascend, that were
// said in a year from since to until, of which no more is known.
func (l *lookup) saidInYears(statements []uint64, since, until graph.Date, fn func(i int)) {
	var years []string
	for i := range 10_000 {
		year := fmt.Sprintf("%04d", i)
		if !since.After(graph.Date(year)) && !(until != "" && graph.Date(year).After(until)) {
			years = append(years, year)
		}
	}
	term := l.number(l.term(graph.PSaid))
	for _, year := range l.textNodes(years) {
		l.file.Among(statements, link{Predicate: term, Object: year}, fn)
	}
}

// textNodes returns the nodes of those of the texts that the store has. It looks them up on
// all cores: ten thousand take some milliseconds.
func (l *lookup) textNodes(texts []string) []uint64 {
	nodes := make([]uint64, len(texts))
	parts := cores(l.walker, len(texts))
	l.must(l.readOn(parts, func(part int, reader *lookup) error {
		for i := part * len(texts) / parts; i < (part+1)*len(texts)/parts; i++ {
			nodes[i] = reader.number(reader.ref(quad.String(texts[i])))
		}
		return nil
	}))
	return slices.DeleteFunc(nodes, func(node uint64) bool { return node == 0 })
}

// couldBeFirst returns those of the statements that can be among the first so many when they
// are ordered by day. What is in a month that comes after those of so many others is not.
func (s *show) couldBeFirst(places []int, key Key, first int) []int {
	places = slices.Clone(places)
	slices.SortFunc(places, func(a, b int) int { return cmp.Compare(s.nodes[a].node, s.nodes[b].node) })
	statements, months := make([]uint64, len(places)), make([]any, len(places))
	for i, place := range places {
		statements[i] = s.nodes[place].node
	}
	s.reading.Lock()
	defer s.reading.Unlock()
	s.alike(statements, graph.PMonth,
		func(i int, s *subject) { months[i] = orNothing(string(s.month())) },
		func(i, as int) { months[i] = months[as] })
	s.saidInYears(statements, "", "", func(i int) { months[i] = nil })
	last := lastOf(months, key, first)
	var out []int
	for i, place := range places {
		if months[i] == nil || last == nil || key.Compare(months[i], last) <= 0 {
			out = append(out, place)
		}
	}
	slices.Sort(out)
	return out
}

// lastOf returns the month of the last of the first so many in the order of their months,
// nil where so many have none.
func lastOf(months []any, key Key, first int) any {
	times := map[any]int{}
	for _, month := range months {
		times[month]++
	}
	delete(times, nil)
	for _, month := range slices.SortedFunc(maps.Keys(times), key.Compare) {
		if first -= times[month]; first <= 0 {
			return month
		}
	}
	return nil
}
