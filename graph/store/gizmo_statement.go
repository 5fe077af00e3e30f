package store

import (
	"cmp"
	"slices"
	"strings"

	"github.com/dop251/goja"

	"counterclaim/graph"
)

// statementsOf returns statements as scripts show them, each once, in the order
// given: people by name and, as speaker_id and so on, by node.
func (l *lookup) statementsOf(nodes []string) *goja.Object {
	l.reading.Lock()
	defer l.reading.Unlock()
	var found []*subject
	for _, id := range bareNames(nodes) {
		found = append(found, l.subjectOf(id))
	}
	return l.statementList(found)
}

func (l *lookup) statement(s *subject) goja.Value {
	if l.statements[s] == nil {
		l.statements[s] = l.object(s, statementAttributes)
	}
	return l.statements[s]
}

func (l *lookup) contrast(s *subject) goja.Value { return l.object(s, contrastAttributes) }

// contrastsOf returns contrasts, each with its two statements as counter and claim:
// those of that name or, where there are predicates, those that lead to the nodes.
func (l *lookup) contrastsOf(nodes goja.Value, predicates ...string) *goja.Object {
	l.reading.Lock()
	defer l.reading.Unlock()
	contrasts := l.into(nodes, predicates)
	l.readLinks(contrasts)
	return l.contrastList(l.nodesOf(contrasts))
}

var contrastAttributes = []attribute{
	{"id", func(s *subject) any { return s.id() }},
	{"relation", func(s *subject) any { return strings.TrimPrefix(s.one(graph.PRelation), "relation:") }},
	{"basis", literal(graph.PBasis)},
	{"score", literal(graph.PScore)},
	{"counter", func(s *subject) any { return s.follow(graph.PCounter) }},
	{"claim", func(s *subject) any { return s.follow(graph.PClaim) }},
	{leastDays, func(s *subject) any { least, _ := s.days(); return least }},
	{mostDays, func(s *subject) any { _, most := s.days(); return most }},
	{daysApart, func(s *subject) any { return s.daysApart() }},
	{byTarget, func(s *subject) any { return s.byTarget() }},
}

// statementAttributes name a statement's parts. when is the day said or, where
// that is unknown, published; dated says which.
var statementAttributes = append([]attribute{
	{"id", func(s *subject) any { return s.id() }},
	{"words", func(s *subject) any { return s.reported() }},
	{"said", literal(graph.PSaid)},
	{"when", func(s *subject) any {
		if said := s.first(graph.PSaid); said != nil {
			return said
		}
		return s.follow(graph.PDocument).first(graph.PPublished)
	}},
	{"dated", func(s *subject) any {
		if s.first(graph.PSaid) != nil {
			return "said"
		}
		return "published"
	}},
	{"kinds", func(s *subject) any { return s.ofFew(graph.PKind, graph.PKind, func() any { return s.kinds() }) }},
	{"about", func(s *subject) any {
		return s.ofFew(graph.PAbout, graph.PAbout, func() any { return strings.Join(s.texts(graph.PAbout), ", ") })
	}},
	{"amounts", func(s *subject) any { return strings.Join(s.texts(graph.PAmount), ", ") }},
	{"content", func(s *subject) any { return s.texts(graph.PContent) }},
	{"cue", func(s *subject) any { return s.cue() }},
	{"mode", literal(graph.PMode)},
	{"certainty", literal(graph.PCertainty)},
	{"polarity", literal(graph.PPolarity)},
	{"confidence", literal(graph.PConfidence)},
	{"speaker_class", func(s *subject) any { return s.follow(graph.PSpeaker).first(graph.PClass) }},
	{"document", literal(graph.PDocument)},
	{"title", ofDocument(graph.PTitle)},
	{"outlet", ofDocument(graph.PPublisher)},
	{"agrees", func(s *subject) any { return s.one(graph.PPolarity) != string(graph.Rejects) }},
	{conceptAttribute, func(s *subject) any { id, _ := s.concept(); return id }},
	{conceptAttribute + "_name", func(s *subject) any { _, name := s.concept(); return name }},
}, actorAttributes(graph.PSpeaker, graph.PVia, graph.PSide, graph.PTarget, graph.PTargetSide, graph.PVictim)...)

// These are read only by their names, never with all the others: a concept can take a
// walk along many statements.
const (
	conceptAttribute = "concept"
	leastDays        = "least_days"
	mostDays         = "most_days"
	daysApart        = "days_apart"
	byTarget         = "by_target"
)

func listed(attribute string) bool {
	return !strings.HasPrefix(attribute, conceptAttribute) && !slices.Contains([]string{leastDays, mostDays, daysApart, byTarget}, attribute)
}

func literal(predicate string) func(*subject) any {
	return func(s *subject) any { return s.first(predicate) }
}

func ofDocument(predicate string) func(*subject) any {
	return func(s *subject) any { return s.follow(graph.PDocument).first(predicate) }
}

// actorAttributes are, for each predicate, the names of the actors, sorted, and
// the node of the first.
func actorAttributes(predicates ...string) []attribute {
	var out []attribute
	for _, p := range predicates {
		key := strings.ReplaceAll(p, "-", "_")
		out = append(out,
			attribute{key, func(s *subject) any { return s.ofFew(p, p, func() any { return s.actorNames(p) }) }},
			attribute{key + "_id", literal(p)})
	}
	return out
}

func (s *subject) actorNames(predicate string) string {
	var names []string
	for _, node := range s.objects(predicate) {
		actor := s.subject(node)
		names = append(names, cmp.Or(actor.one(graph.PName), actor.id()))
	}
	slices.Sort(names)
	return strings.Join(names, ", ")
}

func (s *subject) kinds() string {
	of := s.texts(graph.PKind)
	var kinds []string
	for _, k := range graph.Kinds {
		if slices.ContainsFunc(of, func(node string) bool { return strings.TrimPrefix(node, "kind:") == string(k.Kind) }) {
			kinds = append(kinds, string(k.Kind))
		}
	}
	return strings.Join(kinds, ", ")
}

// reported returns the words of a statement as they were reported.
func (s *subject) reported() string {
	mode, cue := graph.Mode(s.one(graph.PMode)), ""
	if mode != graph.Direct && mode != graph.Curated { // these show none, and to read it takes time
		cue = s.cue()
	}
	return graph.Reported(mode, cue, s.one(graph.PText))
}

// cue returns the words that mark a statement as said, without their place.
func (s *subject) cue() string {
	_, words, _ := strings.Cut(s.one(graph.PCue), " ")
	return words
}
