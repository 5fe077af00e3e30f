package exports

import (
	"io"
	"slices"
	"strconv"

	"counterclaim/graph"
)

// A row is a statement with what it needs to be written.
type row struct {
	*graph.Position
	content             *Content
	answers, answeredBy []graph.Contrast
}

// writeStatements writes all that is known of each statement.
func writeStatements(w io.Writer, c *Content) error {
	byCounter, byClaim := c.ends()
	rows := make([]row, len(c.Positions))
	for i := range rows {
		p := &c.Positions[i]
		rows[i] = row{p, c, byCounter[p.Statement.ID], byClaim[p.Statement.ID]}
	}
	return writeRows(w, ',', statementColumns, rows)
}

// statementColumns are the columns: what it is, who speaks, of whom, what, how, where.
// A column that ends in _id names a node, one that ends in _words has the source's words,
// and one that ends in _why says why these mean that actor.
var statementColumns = []column[row]{
	{"id", func(r *row) string { return r.Statement.ID }},
	{"when", func(r *row) string { return string(r.When()) }},
	{"said", func(r *row) string { return string(r.Statement.Said) }},
	{"kinds", func(r *row) string { return list(r.Statement.Kinds) }},
	{"cameo", func(r *row) string { return codes(r.Statement.Kinds, func(k graph.KindRow) string { return k.CAMEO }) }},
	{"plover", func(r *row) string { return codes(r.Statement.Kinds, func(k graph.KindRow) string { return k.PLOVER }) }},
	{"speaker", func(r *row) string { return r.name(r.Statement.Speaker.Actor) }},
	{"speaker_id", func(r *row) string { return r.Statement.Speaker.Actor }},
	{"speaker_class", func(r *row) string { return string(r.content.Actors[r.Statement.Speaker.Actor].Class) }},
	{"speaker_words", func(r *row) string { return r.Statement.Speaker.Words }},
	{"speaker_why", func(r *row) string { return r.Statement.Speaker.Why }},
	{"side", func(r *row) string { return r.name(r.Statement.Side) }},
	{"side_id", func(r *row) string { return r.Statement.Side }},
	{"via", (*row).via},
	{"target", func(r *row) string { return r.name(r.Statement.Target.Actor) }},
	{"target_id", func(r *row) string { return r.Statement.Target.Actor }},
	{"target_words", func(r *row) string { return r.Statement.Target.Words }},
	{"target_why", func(r *row) string { return r.Statement.Target.Why }},
	{"target_side", func(r *row) string { return r.name(r.Statement.TargetSide) }},
	{"target_side_id", func(r *row) string { return r.Statement.TargetSide }},
	{"victim", func(r *row) string { return r.name(r.Statement.Victim.Actor) }},
	{"victim_id", func(r *row) string { return r.Statement.Victim.Actor }},
	{"victim_words", func(r *row) string { return r.Statement.Victim.Words }},
	{"victim_why", func(r *row) string { return r.Statement.Victim.Why }},
	{"concept", func(r *row) string { return r.Concept.Name }},
	{"concept_id", func(r *row) string { return r.Concept.ID }},
	{"agreement", func(r *row) string { return strconv.Itoa(agreement(r.Position)) }},
	{"about", func(r *row) string { return list(r.Statement.About) }},
	{"mentions", (*row).mentions},
	{"words", func(r *row) string { return r.Statement.Text }},
	{"reported", func(r *row) string { return r.Words }},
	{"cue", (*row).cue},
	{"amounts", func(r *row) string { return list(r.Statement.Amounts) }},
	{"places", (*row).places},
	{"mode", func(r *row) string { return string(r.Statement.Mode) }},
	{"certainty", func(r *row) string { return string(r.Statement.Certainty) }},
	{"polarity", func(r *row) string { return string(r.Statement.Polarity) }},
	{"confidence", func(r *row) string { return number(r.Statement.Confidence) }},
	{"rule", func(r *row) string { return r.Statement.Rule }},
	{"answers", func(r *row) string { return others(r.answers, func(c graph.Contrast) string { return c.Claim }) }},
	{"answered_by", func(r *row) string { return others(r.answeredBy, func(c graph.Contrast) string { return c.Counter }) }},
	{"outlet", func(r *row) string { return r.Document.Publisher }},
	{"published", func(r *row) string { return string(r.Document.Published) }},
	{"title", func(r *row) string { return r.Document.Title }},
	{"author", func(r *row) string { return r.Document.Author }},
	{"url", func(r *row) string { return r.Document.URL }},
	{"document_id", func(r *row) string { return r.Document.ID }},
	{"document_name", func(r *row) string { return r.Document.Name }},
	{"read_by", func(r *row) string { return r.Document.Format }},
}

func (r *row) name(id string) string { return nameOf(&r.content.Selection, id) }

func (r *row) via() string {
	var out []string
	for _, m := range r.Statement.Via {
		if m.Actor == "" {
			out = append(out, m.Words)
			continue
		}
		out = append(out, r.name(m.Actor))
	}
	return list(out)
}

func (r *row) mentions() string {
	out := make([]string, len(r.Statement.Mentions))
	for i, id := range r.Statement.Mentions {
		out[i] = r.name(id)
	}
	return list(out)
}

func (r *row) cue() string {
	text := r.content.Texts[r.Document.ID]
	if r.Statement.Cue.Validate(text) != nil {
		return ""
	}
	return r.Statement.Cue.Of(text)
}

// places returns where the words stand: "120-140 | 152-160", in Unicode characters of
// the document's text.
func (r *row) places() string {
	text := r.content.Texts[r.Document.ID]
	var out []string
	for _, span := range r.Statement.Content {
		if span.Validate(text) == nil {
			start := len([]rune(text[:span.Start]))
			out = append(out, strconv.Itoa(start)+"-"+strconv.Itoa(start+len([]rune(span.Of(text)))))
		}
	}
	return list(out)
}

// others returns the statements at the other ends: "denies st:...".
func others(contrasts []graph.Contrast, end func(graph.Contrast) string) string {
	out := make([]string, len(contrasts))
	for i, c := range contrasts {
		out[i] = string(c.Relation) + " " + end(c)
	}
	return list(out)
}

// codes returns the codes that a scheme has for the kinds, each once.
func codes(kinds []graph.Kind, of func(graph.KindRow) string) string {
	var out []string
	for _, row := range graph.Kinds {
		for _, k := range kinds {
			if code := of(row); row.Kind == k && code != "" && !slices.Contains(out, code) {
				out = append(out, code)
			}
		}
	}
	return list(out)
}
