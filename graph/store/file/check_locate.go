package file

import (
	"cmp"
	"strings"

	"github.com/cayleygraph/cayley/graph/proto"
	"github.com/cayleygraph/quad"
)

// What follows is asked for only where something is wrong.

// locate says of which documents an index that is wrong lacks quads.
func (l *LayoutCheck) locate(x index) {
	const most = 20
	found := 0
	log, index := l.tx.buckets["log"].Cursor(), x.cursor(l.tx)
	for key, entry := log.First(); key != nil && found < most; key, entry = log.Next() {
		var p proto.Primitive
		if p.Unmarshal(entry) != nil || p.IsNode() || p.Deleted {
			continue
		}
		if wanted := x.posting(&p); index == nil || !index.seek(wanted) || index.posting != wanted {
			found++
			l.wrong(l.nodeName(p.Label), "the index of %s lacks a quad (%s)", x.bucket, shortened(l.shownQuad(&p)))
		}
	}
	if found == 0 {
		l.wrong("", "the index of %s does not agree with the log", x.bucket)
	}
}

// documentOf returns a document that uses the node, "" where none is found.
func (l *LayoutCheck) documentOf(node uint64) string {
	for _, x := range []index{bySubject, byObject} {
		cursor := x.cursor(l.tx)
		if cursor == nil || !cursor.first(node) || cursor.posting[0] != node {
			continue
		}
		var p proto.Primitive
		if p.Unmarshal(l.tx.buckets["log"].Get(numberKey(cursor.posting[3]))) == nil {
			return l.nodeName(p.Label)
		}
	}
	return ""
}

// nodeName returns the name of a node, "" where it has none.
func (l *LayoutCheck) nodeName(node uint64) string {
	iri, _ := l.valueOf(node).(quad.IRI)
	return string(iri)
}

// valueOf returns the value of a node, nil where it cannot be read.
func (l *LayoutCheck) valueOf(node uint64) quad.Value {
	v, _ := valueIn(l.tx.buckets["log"].Get(numberKey(node)))
	return v
}

func (l *LayoutCheck) shownNode(node uint64) string {
	return cmp.Or(shortened(quad.StringOf(l.valueOf(node))), "a node that is not there")
}

func (l *LayoutCheck) shownQuad(p *proto.Primitive) string {
	out := ""
	for _, d := range []quad.Direction{quad.Subject, quad.Predicate, quad.Object} {
		out += " " + l.shownNode(p.GetDirection(d))
	}
	return out[1:]
}

// shortened returns the beginning of a long text.
func shortened(text string) string {
	const most = 200
	if len(text) <= most {
		return text
	}
	return strings.ToValidUTF8(text[:most], "") + "..."
}
