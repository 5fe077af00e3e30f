package loaders

import (
	"bufio"
	"cmp"
	"encoding/json"
	"io"
	"slices"
	"unicode/utf8"

	"counterclaim/graph"
)

// WriteJSONL writes a line for each coding and a last line with the contrasts,
// as JSON. Offsets count the Unicode code points of Document.Text and end behind
// the last one: the text is the file as given; of HTML the article's text, which
// Document.Text holds; and a hand-coded document has none. The last line has
// relations in which neither statement answers the other under "same".
//
//	{"doc_id": "harbour.txt", "title": …, "statements": [{"id": …, "content": [{"start": 0, "end": 10}]}]}
//	{"contrasts": [{"counter": …, "claim": …, "relation": "denies", …}], "same": []}
func WriteJSONL(w io.Writer, codings []graph.Coding, contrasts []graph.Contrast) error {
	out := bufio.NewWriter(w)
	lines := json.NewEncoder(out)
	lines.SetEscapeHTML(false)
	for i := range codings {
		if err := lines.Encode(documentLine(&codings[i])); err != nil {
			return err
		}
	}
	if err := lines.Encode(contrastsLine(contrasts)); err != nil {
		return err
	}
	return out.Flush()
}

type jsonDocument struct {
	ID         string          `json:"doc_id"`
	Title      string          `json:"title"`
	Publisher  string          `json:"publisher"`
	Published  graph.Date      `json:"published"`
	Statements []jsonStatement `json:"statements"`
}

type jsonStatement struct {
	ID         string          `json:"id"`
	Kinds      []graph.Kind    `json:"kinds"`
	Speaker    string          `json:"speaker"`
	Side       string          `json:"side"`
	Via        []string        `json:"via"`
	Target     string          `json:"target"`
	TargetSide string          `json:"target_side"`
	Victim     string          `json:"victim"`
	Said       graph.Date      `json:"said"`
	Mode       graph.Mode      `json:"mode"`
	Certainty  graph.Certainty `json:"certainty"`
	Polarity   graph.Polarity  `json:"polarity"`
	Confidence float64         `json:"confidence"`
	Rule       string          `json:"rule"`
	Text       string          `json:"text"`
	Amounts    []graph.Amount  `json:"amounts"`
	Source     *jsonWords      `json:"source"`
	Cue        *jsonSpan       `json:"cue"`
	Content    []jsonSpan      `json:"content"`
	Repeated   []jsonSpan      `json:"repeated,omitempty"`
}

type jsonSpan struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

type jsonWords struct {
	jsonSpan
	Text string `json:"text"`
}

type jsonContrast struct {
	Counter  string         `json:"counter"`
	Claim    string         `json:"claim"`
	Relation graph.Relation `json:"relation"`
	Basis    graph.Basis    `json:"basis"`
	Score    float64        `json:"score"`
	Because  []string       `json:"because"`
}

type jsonContrasts struct {
	Contrasts []jsonContrast `json:"contrasts"`
	Same      []jsonContrast `json:"same"`
}

func documentLine(c *graph.Coding) jsonDocument {
	d := &c.Document
	out := jsonDocument{ID: d.Name, Title: d.Title, Publisher: d.Publisher, Published: d.Published, Statements: []jsonStatement{}}
	names := map[string]string{}
	for i := range c.Actors {
		names[c.Actors[i].ID] = c.Actors[i].Name()
	}
	points := codePoints(d.Text, spanEnds(c))
	for i := range c.Statements {
		out.Statements = append(out.Statements, statementLine(&c.Statements[i], names, points))
	}
	return out
}

func statementLine(s *graph.Statement, names map[string]string, points map[int]int) jsonStatement {
	span := func(s graph.Span) jsonSpan { return jsonSpan{points[s.Start], points[s.End]} }
	out := jsonStatement{
		ID: s.ID, Kinds: s.Kinds, Speaker: names[s.Speaker.Actor], Side: names[s.Side], Via: []string{},
		Target: names[s.Target.Actor], TargetSide: names[s.TargetSide], Victim: names[s.Victim.Actor],
		Said: s.Said, Mode: s.Mode, Certainty: s.Certainty, Polarity: s.Polarity, Confidence: s.Confidence,
		Rule: s.Rule, Text: s.Text, Amounts: append([]graph.Amount{}, s.Amounts...), Content: []jsonSpan{},
	}
	for _, v := range s.Via {
		out.Via = append(out.Via, names[v.Actor])
	}
	if !s.Speaker.Span.Empty() {
		out.Source = &jsonWords{span(s.Speaker.Span), s.Speaker.Words}
	}
	if !s.Cue.Empty() {
		cue := span(s.Cue)
		out.Cue = &cue
	}
	for _, run := range s.Content {
		out.Content = append(out.Content, span(run))
	}
	for _, r := range s.Repeated {
		out.Repeated = append(out.Repeated, span(r))
	}
	return out
}

// contrastsLine sorts the contrasts by counter, claim and relation.
func contrastsLine(contrasts []graph.Contrast) jsonContrasts {
	out := jsonContrasts{[]jsonContrast{}, []jsonContrast{}}
	sorted := slices.SortedFunc(slices.Values(contrasts), func(a, b graph.Contrast) int {
		return cmp.Or(cmp.Compare(a.Counter, b.Counter), cmp.Compare(a.Claim, b.Claim), cmp.Compare(a.Relation, b.Relation))
	})
	for _, c := range sorted {
		line := jsonContrast{Counter: c.Counter, Claim: c.Claim, Relation: c.Relation, Basis: c.Basis, Score: c.Score(), Because: []string{}}
		for _, r := range c.Because {
			line.Because = append(line.Because, r.String())
		}
		if c.Relation.Equal() {
			out.Same = append(out.Same, line)
		} else {
			out.Contrasts = append(out.Contrasts, line)
		}
	}
	return out
}

// spanEnds returns the ends of all spans that documentLine writes.
func spanEnds(c *graph.Coding) []int {
	var out []int
	for i := range c.Statements {
		s := &c.Statements[i]
		for _, span := range slices.Concat([]graph.Span{s.Speaker.Span, s.Cue}, s.Content, s.Repeated) {
			out = append(out, span.Start, span.End)
		}
	}
	return out
}

// codePoints returns how many code points of text lie before each of the byte
// offsets, in one pass over the text.
func codePoints(text string, offsets []int) map[int]int {
	slices.Sort(offsets)
	out := make(map[int]int, len(offsets))
	at, points := 0, 0
	for _, o := range offsets {
		points += utf8.RuneCountInString(text[at:o])
		at, out[o] = o, points
	}
	return out
}
