package store

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/cayleygraph/quad"

	"counterclaim/graph"
)

const (
	rdfType = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
	xsd     = "http://www.w3.org/2001/XMLSchema#"
	// nodeBase is what the names of nodes stand below when they are exported.
	nodeBase = "https://counterclaim.example/"
)

// exporter turns quads in short names into quads in standard terms.
type exporter struct {
	out      []quad.Quad
	graph    quad.Value // the graph of the quads that are being turned
	points   []int      // Unicode code points before each byte of the document's text, and in all
	text     string
	concepts map[string]bool // kinds, relations, concepts and incidents that quads lead to
}

// begin starts on the quads of a label, which for a document has a text.
func (x *exporter) begin(label, text string) {
	x.graph = iri(label)
	if _, ok := graph.ClassOf(label); !ok {
		x.graph = quad.IRI(nodeBase + label)
	}
	x.text = text
	x.points = make([]int, len(text)+1)
	n := 0
	for i := range len(text) {
		if i > 0 && utf8.RuneStart(text[i]) {
			n++
		}
		x.points[i] = n
	}
	x.points[len(text)] = utf8.RuneCountInString(text)
}

func (x *exporter) add(subject quad.Value, predicate string, object quad.Value) {
	x.out = append(x.out, quad.Quad{Subject: subject, Predicate: quad.IRI(predicate), Object: object, Label: x.graph})
}

// iri returns the exported name of a node: "actor:china" becomes
// https://counterclaim.example/actor/china.
func iri(node string) quad.IRI {
	class, name, _ := strings.Cut(node, ":")
	return quad.IRI(nodeBase + class + "/" + name)
}

// quad adds what one quad says.
func (x *exporter) quad(q quad.Quad) error {
	name, subject := nodeName(q.Predicate), iri(nodeName(q.Subject))
	row, ok := graph.FindPredicate(name)
	if !ok {
		return nil // Check tells about it
	}
	switch name {
	case graph.PContent, graph.PCue:
		return x.place(subject, name, string(q.Object.(quad.String)))
	case graph.PWording:
		return x.wording(subject, string(q.Object.(quad.String)))
	case graph.PType:
		class := strings.TrimPrefix(nodeName(q.Object), "class:")
		i := slices.IndexFunc(graph.NodeClasses, func(c graph.ClassRow) bool { return c.Name == class })
		if i >= 0 {
			x.add(subject, rdfType, quad.IRI(graph.NodeClasses[i].IRI))
		}
	case graph.PMonth:
		month, _ := strings.CutPrefix(nodeName(q.Object), "month:")
		x.add(subject, row.IRI, dateLiteral(graph.Date(month)))
	case graph.PClass:
		x.add(subject, row.IRI, q.Object)
		if class := actorTypes[graph.Class(q.Object.(quad.String))]; class != "" {
			x.add(subject, rdfType, quad.IRI(class))
		}
	default:
		x.add(subject, row.IRI, x.object(row, q.Object))
	}
	return nil
}

// actorTypes say what an actor is besides being a prov:Agent.
var actorTypes = map[graph.Class]string{graph.Person: graph.NSSchema + "Person", graph.Organisation: graph.NSSchema + "Organization", graph.Country: graph.NSSchema + "Country"}

// object returns a node by its exported name, and a literal with its type.
func (x *exporter) object(row graph.Predicate, v quad.Value) quad.Value {
	switch v := v.(type) {
	case quad.IRI:
		if class, _ := graph.ClassOf(string(v)); slices.Contains([]string{"kind", "relation", "concept", "incident"}, class.Name) {
			x.concepts[string(v)] = true
		}
		return iri(string(v))
	case quad.Float:
		return quad.TypedString{Value: quad.String(strconv.FormatFloat(float64(v), 'f', -1, 64)), Type: xsd + "decimal"}
	case quad.String:
		if slices.Contains(row.To, graph.ToDate) {
			return dateLiteral(graph.Date(v))
		}
	}
	return v
}

// dateLiteral returns a date with the type of its precision.
func dateLiteral(d graph.Date) quad.Value {
	types := map[int]quad.IRI{len("2013"): xsd + "gYear", len("2013-02"): xsd + "gYearMonth", len("2013-02-18"): xsd + "date"}
	if t := types[len(d)]; t != "" {
		return quad.TypedString{Value: quad.String(d), Type: t}
	}
	return quad.String(d)
}

// place adds where a statement's words or its cue stand, as a Web Annotation
// target: the document, a position in it, and the words.
func (x *exporter) place(subject quad.IRI, predicate, literal string) error {
	where, _, _ := strings.Cut(literal, " ")
	span, err := parseSpan(where)
	if err != nil {
		return err
	}
	leads := graph.NSOA + "hasTarget"
	if predicate == graph.PCue {
		leads = graph.NSOurs + "cue"
	}
	target := subject + quad.IRI("#"+predicate+"-"+where)
	x.add(subject, leads, target)
	x.target(target, span)
	return nil
}

func (x *exporter) target(target quad.IRI, span graph.Span) {
	if span.Validate(x.text) != nil {
		return
	}
	x.add(target, rdfType, quad.IRI(graph.NSOA+"SpecificResource"))
	x.add(target, graph.NSOA+"hasSource", x.graph)
	position, quote := target+"-position", target+"-quote"
	x.add(target, graph.NSOA+"hasSelector", position)
	x.add(position, rdfType, quad.IRI(graph.NSOA+"TextPositionSelector"))
	x.add(position, graph.NSOA+"start", codePoints(x.points[span.Start]))
	x.add(position, graph.NSOA+"end", codePoints(x.points[span.End]))
	x.add(target, graph.NSOA+"hasSelector", quote)
	x.add(quote, rdfType, quad.IRI(graph.NSOA+"TextQuoteSelector"))
	x.add(quote, graph.NSOA+"exact", quad.String(span.Of(x.text)))
}

func codePoints(n int) quad.Value {
	return quad.TypedString{Value: quad.String(strconv.Itoa(n)), Type: xsd + "nonNegativeInteger"}
}

// wording adds how the source names an actor.
func (x *exporter) wording(subject quad.IRI, literal string) error {
	role, m, err := parseWording(literal)
	if err != nil {
		return err
	}
	node := subject + quad.IRI("#"+role)
	x.add(subject, graph.NSOurs+"wording", node)
	x.add(node, graph.NSOurs+"role", quad.String(strings.TrimRight(role, "0123456789")))
	if m.Actor != "" {
		x.add(node, graph.NSOurs+"actor", iri(m.Actor))
	}
	if m.Words != "" {
		x.add(node, graph.NSOurs+"words", quad.String(m.Words))
	}
	if m.Why != "" {
		x.add(node, graph.NSOurs+"why", quad.String(m.Why))
	}
	x.target(node, m.Span)
	return nil
}
