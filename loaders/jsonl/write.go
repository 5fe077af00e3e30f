package jsonl

import (
	"bufio"
	"cmp"
	"io"
	"slices"

	"github.com/go-json-experiment/json"

	"counterclaim/graph"
)

// A Writer writes documents, a line each, and a last line that says how many there
// were. It is for one goroutine.
type Writer struct {
	out       *bufio.Writer
	line      []byte
	documents int
}

// NewWriter returns a writer to w.
func NewWriter(w io.Writer) *Writer { return &Writer{out: bufio.NewWriterSize(w, 1<<16)} }

// Write writes the line of a coding, which must be one that validates.
func (w *Writer) Write(c *graph.Coding) (err error) {
	if w.line, err = Append(w.line[:0], c); err != nil {
		return err
	}
	w.documents++
	w.line = append(w.line, '\n')
	_, err = w.out.Write(w.line)
	return err
}

// End writes the last line, {"documents": 2}.
func (w *Writer) End() error { return w.end(end{Documents: w.documents}) }

// EndWith writes the last line with the contrasts. Those of relations in which
// neither statement answers the other are under "same".
//
//	{"contrasts": [{"counter": …, "claim": …, "relation": "denies", …}], "same": [], "documents": 2}
func (w *Writer) EndWith(contrasts []graph.Contrast) error {
	line := contrastsLine(contrasts)
	line.Documents = w.documents
	return w.end(line)
}

func (w *Writer) end(line any) error {
	if err := json.MarshalWrite(w.out, line); err != nil {
		return err
	}
	if err := w.out.WriteByte('\n'); err != nil {
		return err
	}
	return w.out.Flush()
}

type end struct {
	Documents int `json:"documents"` // in the lines before
}

type contrastsEnd struct {
	Contrasts []contrast `json:"contrasts"`
	Same      []contrast `json:"same"`
	end
}

type contrast struct {
	Counter  string         `json:"counter"`
	Claim    string         `json:"claim"`
	Relation graph.Relation `json:"relation"`
	Basis    graph.Basis    `json:"basis"`
	Score    float64        `json:"score"`
	Because  []string       `json:"because"`
}

// contrastsLine sorts the contrasts by counter, claim and relation.
func contrastsLine(contrasts []graph.Contrast) contrastsEnd {
	var out contrastsEnd
	sorted := slices.SortedFunc(slices.Values(contrasts), func(a, b graph.Contrast) int {
		return cmp.Or(cmp.Compare(a.Counter, b.Counter), cmp.Compare(a.Claim, b.Claim), cmp.Compare(a.Relation, b.Relation))
	})
	for _, c := range sorted {
		line := contrast{Counter: c.Counter, Claim: c.Claim, Relation: c.Relation, Basis: c.Basis, Score: c.Score()}
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
