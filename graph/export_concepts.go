package graph

import (
	"slices"
	"strings"

	"github.com/cayleygraph/quad"
)

// vocabulary adds what the exported kinds, relations, concepts and incidents are,
// in a graph of their own.
func (x *exporter) vocabulary() {
	x.graph = quad.IRI(nodeBase + "vocabulary")
	for node := range x.concepts {
		class, _ := ClassOf(node)
		name := strings.TrimPrefix(node, class.Prefix)
		subject := iri(node)
		x.add(subject, rdfType, quad.IRI(class.IRI))
		if class.Name == "incident" {
			x.add(subject, NSSchema+"name", readable(name))
			continue
		}
		x.add(subject, NSSkos+"prefLabel", readable(name))
		switch class.Name {
		case "kind":
			x.kind(subject, Kind(name))
		case "relation":
			x.relation(subject, Relation(name))
		}
	}
}

func readable(name string) quad.String { return quad.String(strings.ReplaceAll(name, "-", " ")) }

func (x *exporter) kind(subject quad.IRI, k Kind) {
	i := slices.IndexFunc(Kinds, func(row KindRow) bool { return row.Kind == k })
	if i < 0 {
		return
	}
	x.add(subject, NSSkos+"inScheme", quad.IRI(nodeBase+"kind"))
	x.add(subject, NSSkos+"definition", quad.String(Kinds[i].Says))
	for scheme, code := range map[string]string{"CAMEO": Kinds[i].CAMEO, "PLOVER": Kinds[i].PLOVER} {
		if code != "" {
			x.add(subject, NSSkos+"notation", quad.TypedString{Value: quad.String(code), Type: quad.IRI(NSOurs + scheme)})
		}
	}
}

func (x *exporter) relation(subject quad.IRI, r Relation) {
	i := slices.IndexFunc(Relations, func(row RelationRow) bool { return row.Relation == r })
	if i < 0 {
		return
	}
	x.add(subject, NSSkos+"inScheme", quad.IRI(nodeBase+"relation"))
	x.add(subject, NSSkos+"definition", quad.String(Relations[i].Says))
	x.add(subject, NSSkos+"closeMatch", quad.IRI(Relations[i].IRI))
}
