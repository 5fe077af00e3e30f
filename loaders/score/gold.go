package score

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"unicode/utf8"

	"counterclaim/graph"
)

// A Document is a text with what people marked in it.
type Document struct {
	ID   string
	Text string
	Gold []Attribution
}

// An Attribution is one thing that somebody says, as a person marked it. Source
// and Cue are nil where there is none; each can have several parts.
type Attribution struct {
	Source  []graph.Span
	Head    graph.Span // the head word of the source; empty for the last before a comma or preposition
	Cue     []graph.Span
	Content []graph.Span
}

// A line is a document as the file has it; offsets count code points.
type line struct {
	ID   string     `json:"doc_id"`
	Text string     `json:"text"`
	Gold []goldLine `json:"gold"`
}

type goldLine struct {
	Source      *marked  `json:"source"`
	SourceHead  *span    `json:"source_head"`
	SourceParts []span   `json:"source_parts"`
	Cue         *marked  `json:"cue"`
	CueParts    []span   `json:"cue_parts"`
	Content     []marked `json:"content"`
}

type span [2]int

// marked is [start, end] or [start, end, the words there].
type marked struct {
	span
	words string
}

func (m *marked) UnmarshalJSON(data []byte) error {
	var parts []json.RawMessage
	if err := json.Unmarshal(data, &parts); err != nil || len(parts) < 2 || len(parts) > 3 {
		return fmt.Errorf("%.40s is no span; allowed are [start, end] and [start, end, words]", data)
	}
	errs := []error{json.Unmarshal(parts[0], &m.span[0]), json.Unmarshal(parts[1], &m.span[1])}
	if len(parts) == 3 {
		errs = append(errs, json.Unmarshal(parts[2], &m.words))
	}
	return errors.Join(errs...)
}

// Open reads a folder as ReadBrat does, and a file as Read does.
func Open(path string) ([]Document, error) {
	if info, err := os.Stat(path); err == nil && info.IsDir() {
		documents, err := ReadBrat(os.DirFS(path))
		if err != nil {
			err = fmt.Errorf("%s: %w", path, err)
		}
		return documents, err
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return Read(path, f)
}

// Read reads a file with a document a line, in JSON:
//
//	{"doc_id": "harbour", "text": "…", "gold": [{"source": [12, 20, "Veldany"], "cue": [21, 27, "denied"],
//	 "content": [[28, 45]], "source_head": [12, 20]}]}
//
// Offsets count code points of the text, ends exclusive. Source and cue can be
// null; the words behind their offsets and the source's head can be left out.
// Other keys are passed over. An error begins with path:line.
func Read(path string, from io.Reader) ([]Document, error) {
	in := bufio.NewReader(from)
	var out []Document
	for n := 1; ; n++ {
		data, end := in.ReadBytes('\n')
		if end != nil && end != io.EOF {
			return nil, fmt.Errorf("%s: %w", path, end)
		}
		if len(bytes.TrimSpace(data)) > 0 {
			d, err := readLine(data)
			if err != nil {
				return nil, fmt.Errorf("%s:%d: %w", path, n, err)
			}
			out = append(out, d)
		}
		if end == io.EOF {
			break
		}
	}
	if len(out) == 0 {
		return nil, fmt.Errorf("%s: has no documents; give a line of JSON for each", path)
	}
	return out, nil
}

func readLine(data []byte) (Document, error) {
	var l line
	if err := json.Unmarshal(data, &l); err != nil {
		return Document{}, err
	}
	if l.Text == "" {
		return Document{}, errors.New("a document without text; each line has doc_id, text and gold")
	}
	r := resolver{text: l.Text, at: offsets(l.Text)}
	d := Document{ID: l.ID, Text: l.Text}
	for i := range l.Gold {
		a, err := r.attribution(&l.Gold[i])
		if err != nil {
			return Document{}, fmt.Errorf("%s, gold %d: %w", l.ID, i+1, err)
		}
		d.Gold = append(d.Gold, a)
	}
	return d, nil
}

// offsets returns where each code point begins, and the end of the text.
func offsets(text string) []int {
	out := make([]int, 0, utf8.RuneCountInString(text)+1)
	for i := range text {
		out = append(out, i)
	}
	return append(out, len(text))
}

// A resolver turns offsets in code points into those in bytes.
type resolver struct {
	text string
	at   []int
}

func (r *resolver) attribution(g *goldLine) (a Attribution, err error) {
	if a.Source, err = r.words("source", g.Source, g.SourceParts); err != nil {
		return a, err
	}
	if a.Cue, err = r.words("cue", g.Cue, g.CueParts); err != nil {
		return a, err
	}
	if g.SourceHead != nil {
		if a.Head, err = r.span("source_head", *g.SourceHead, ""); err != nil {
			return a, err
		}
	}
	for _, c := range g.Content {
		s, err := r.span("content", c.span, c.words)
		if err != nil {
			return a, err
		}
		a.Content = append(a.Content, s)
	}
	a.order()
	if len(a.Content) == 0 {
		err = errors.New("no content; it is required")
	}
	return a, err
}

// order sorts the parts as they stand in the text.
func (a *Attribution) order() {
	for _, parts := range [][]graph.Span{a.Source, a.Cue, a.Content} {
		slices.SortFunc(parts, func(x, y graph.Span) int { return x.Start - y.Start })
	}
}

// words returns the parts, or the whole where there are none.
func (r *resolver) words(what string, whole *marked, parts []span) ([]graph.Span, error) {
	if whole == nil {
		return nil, nil
	}
	s, err := r.span(what, whole.span, whole.words)
	if err != nil || len(parts) == 0 {
		return []graph.Span{s}, err
	}
	var out []graph.Span
	for _, p := range parts {
		s, err := r.span(what+"_parts", p, "")
		if err != nil {
			return nil, err
		}
		out = append(out, s)
	}
	return out, nil
}

func (r *resolver) span(what string, s span, words string) (graph.Span, error) {
	last := len(r.at) - 1
	if s[0] < 0 || s[0] >= s[1] || s[1] > last {
		return graph.Span{}, fmt.Errorf("%s [%d, %d]; allowed are offsets from 0 to %d, the start before the end", what, s[0], s[1], last)
	}
	out := graph.Span{Start: r.at[s[0]], End: r.at[s[1]]}
	if there := out.Of(r.text); words != "" && words != there {
		return graph.Span{}, fmt.Errorf("%s [%d, %d] is %q in the text, not %q; offsets count code points", what, s[0], s[1], there, words)
	}
	return out, nil
}
