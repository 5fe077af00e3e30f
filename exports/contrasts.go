package exports

import (
	"io"

	"counterclaim/graph"
)

// A pair is a contrast with its two statements.
type pair struct {
	graph.Contrast
	content        *Content
	counter, claim *graph.Position
}

// writeContrasts writes a row for each contrast between two of the statements.
func writeContrasts(w io.Writer, c *Content) error {
	var pairs []pair
	for _, contrast := range c.Contrasts {
		counter, ok := c.Position(contrast.Counter)
		claim, ok2 := c.Position(contrast.Claim)
		if ok && ok2 {
			pairs = append(pairs, pair{contrast, c, counter, claim})
		}
	}
	columns := append(endColumns("claim", func(p *pair) *graph.Position { return p.claim }), contrastColumns...)
	columns = append(columns, endColumns("counter", func(p *pair) *graph.Position { return p.counter })...)
	return writeRows(w, ',', columns, pairs)
}

var contrastColumns = []column[pair]{
	{"relation", func(p *pair) string { return string(p.Relation) }},
	{"basis", func(p *pair) string { return string(p.Basis) }},
	{"score", func(p *pair) string { return number(p.Score()) }},
	{"rule", func(p *pair) string { return p.Rule }},
	{"reasons", (*pair).reasons},
	{"contrast_id", func(p *pair) string { return p.ID() }},
}

// endColumns are those of the statement at one end.
func endColumns(end string, of func(*pair) *graph.Position) []column[pair] {
	name := func(p *pair, id string) string { return nameOf(&p.content.Selection, id) }
	return []column[pair]{
		{end + "_id", func(p *pair) string { return of(p).Statement.ID }},
		{end + "_when", func(p *pair) string { return string(of(p).When()) }},
		{end + "_speaker", func(p *pair) string { return name(p, of(p).Statement.Speaker.Actor) }},
		{end + "_side", func(p *pair) string { return name(p, of(p).Statement.Side) }},
		{end + "_kinds", func(p *pair) string { return list(of(p).Statement.Kinds) }},
		{end + "_words", func(p *pair) string { return of(p).Words }},
		{end + "_confidence", func(p *pair) string { return number(of(p).Statement.Confidence) }},
		{end + "_outlet", func(p *pair) string { return of(p).Document.Publisher }},
		{end + "_document_id", func(p *pair) string { return of(p).Document.ID }},
	}
}

func (p *pair) reasons() string {
	out := make([]string, len(p.Because))
	for i, r := range p.Because {
		out[i] = r.String()
	}
	return list(out)
}
