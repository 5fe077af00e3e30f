package store

import (
	"slices"
	"strings"

	"github.com/cayleygraph/quad"

	"counterclaim/graph"
)

// vocabulary adds what the exported kinds, relations, concepts and incidents are,
// in a graph of their own.
func (x *exporter) vocabulary() {
	x.graph = quad.IRI(nodeBase + "vocabulary")
	for node := range x.concepts {
		class, _ := graph.ClassOf(node)
		name := strings.TrimPrefix(node, class.Prefix)
		subject := iri(node)
		x.add(subject, rdfType, quad.IRI(class.IRI))
		if class.Name == "incident" {
			x.add(subject, graph.NSSchema+"name", readable(name))
			continue
		}
		x.add(subject, graph.NSSkos+"prefLabel", readable(name))
		switch class.Name {
		case "kind":
			x.kind(subject, graph.Kind(name))
		case "relation":
			x.relation(subject, graph.Relation(name))
		}
	}
}

func readable(name string) quad.String { return quad.String(strings.ReplaceAll(name, "-", " ")) }

func (x *exporter) kind(subject quad.IRI, k graph.Kind) {
	i := slices.IndexFunc(graph.Kinds, func(row graph.KindRow) bool { return row.Kind == k })
	if i < 0 {
		return
	}
	x.add(subject, graph.NSSkos+"inScheme", quad.IRI(nodeBase+"kind"))
	x.add(subject, graph.NSSkos+"definition", quad.String(graph.Kinds[i].Says))
	for scheme, code := range map[string]string{"CAMEO": graph.Kinds[i].CAMEO, "PLOVER": graph.Kinds[i].PLOVER} {
		if code != "" {
			x.add(subject, graph.NSSkos+"notation", quad.TypedString{Value: quad.String(code), Type: quad.IRI(graph.NSOurs + scheme)})
		}
	}
}

func (x *exporter) relation(subject quad.IRI, r graph.Relation) {
	i := slices.IndexFunc(graph.Relations, func(row graph.RelationRow) bool { return row.Relation == r })
	if i < 0 {
		return
	}
	x.add(subject, graph.NSSkos+"inScheme", quad.IRI(nodeBase+"relation"))
	x.add(subject, graph.NSSkos+"definition", quad.String(graph.Relations[i].Says))
	x.add(subject, graph.NSSkos+"closeMatch", quad.IRI(graph.Relations[i].IRI))
}
