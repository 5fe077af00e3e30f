// Package notebook is exploration in cells: what a cell can ask, what it gives, and the
// file in which both are kept, which is Jupyter's (.ipynb, nbformat 4.5).
//
// A code cell is a script in Gizmo, or one line that begins with a percent sign:
//
//	%query contrasts speaker=actor:hua-chunying       a named question with its parameters
//	%plot timeline since=2013-03 by=side              a picture
//	%network congruence by=side normalise=jaccard     a network of discourse network analysis
//
// A Session runs cells one after the other; scripts share their variables. Each run opens
// the store anew, so that a notebook that stands open keeps nobody from loading.
package notebook

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"
)

// A Notebook is a list of cells. Keys of the file that this package does not know are kept.
type Notebook struct {
	Cells    []Cell
	Metadata map[string]any
	more     map[string]json.RawMessage
}

// CellType says what a cell holds.
type CellType string

const (
	Code     CellType = "code"
	Markdown CellType = "markdown"
	Raw      CellType = "raw"
)

// A Cell is a part of a notebook. Outputs and Count are a code cell's.
type Cell struct {
	ID       string // 1 to 64 letters, digits, hyphens and underscores, of which a notebook has each once
	Type     CellType
	Source   string
	Outputs  []Output
	Count    int // its turn among the runs of a session, 0 where it has not run
	Metadata map[string]any
	more     map[string]json.RawMessage
}

// format and minor are the version of nbformat that is written. Cells have an ID since 4.5.
const (
	format = 4
	minor  = 5
)

var cellID = regexp.MustCompile(`^[a-zA-Z0-9_-]{1,64}$`)

// New returns a notebook without cells whose file Jupyter opens with our kernel.
func New() *Notebook {
	n := &Notebook{}
	n.complete()
	return n
}

// complete fills in what a file of another program may lack.
func (n *Notebook) complete() {
	if n.Metadata == nil {
		n.Metadata = map[string]any{}
	}
	if n.Metadata["kernelspec"] == nil {
		n.Metadata["kernelspec"] = map[string]any{"name": "counterclaim", "display_name": "counterclaim", "language": "javascript"}
	}
	if n.Metadata["language_info"] == nil {
		n.Metadata["language_info"] = map[string]any{"name": "javascript", "file_extension": ".js", "mimetype": "text/javascript"}
	}
	seen := map[string]bool{}
	for i := range n.Cells {
		c := &n.Cells[i]
		if c.ID == "" || seen[c.ID] {
			c.ID = freeID(i, seen)
		}
		seen[c.ID] = true
	}
}

func freeID(i int, taken map[string]bool) string {
	for id := fmt.Sprintf("cell-%d", i+1); ; id += "-" {
		if !taken[id] {
			return id
		}
	}
}

// Read reads a file of nbformat 4. Cells without an ID, of before 4.5, get one. Errors say
// what is wrong in the words of the format.
func Read(src []byte) (*Notebook, error) {
	var file struct {
		Cells    []json.RawMessage `json:"cells"`
		Metadata map[string]any    `json:"metadata"`
		Format   int               `json:"nbformat"`
	}
	if !utf8.Valid(src) {
		return nil, errors.New("not a notebook: the file is not UTF-8")
	}
	if err := json.Unmarshal(src, &file); err != nil {
		return nil, fmt.Errorf("not a notebook: %w", jsonError(src, err))
	}
	if file.Format != format {
		return nil, fmt.Errorf("not a notebook of nbformat %d: nbformat is %d; jupyter nbconvert --to notebook makes one", format, file.Format)
	}
	n := &Notebook{Metadata: file.Metadata}
	var err error
	if n.more, err = others(src, "cells", "metadata", "nbformat", "nbformat_minor"); err != nil {
		return nil, err
	}
	for i, raw := range file.Cells {
		c, err := readCell(raw)
		if err != nil {
			return nil, fmt.Errorf("cell %d: %w", i+1, err)
		}
		n.Cells = append(n.Cells, c)
	}
	n.complete()
	return n, nil
}

func readCell(src []byte) (Cell, error) {
	var file struct {
		ID       string         `json:"id"`
		Type     CellType       `json:"cell_type"`
		Source   multiline      `json:"source"`
		Outputs  []Output       `json:"outputs"`
		Count    int            `json:"execution_count"`
		Metadata map[string]any `json:"metadata"`
	}
	if err := json.Unmarshal(src, &file); err != nil {
		return Cell{}, err
	}
	if !slices.Contains([]CellType{Code, Markdown, Raw}, file.Type) {
		return Cell{}, fmt.Errorf("cell_type %q; allowed are code, markdown, raw", file.Type)
	}
	if file.ID != "" && !cellID.MatchString(file.ID) {
		return Cell{}, fmt.Errorf("id %q; allowed are 1 to 64 letters, digits, - and _", file.ID)
	}
	more, err := others(src, "id", "cell_type", "source", "outputs", "execution_count", "metadata")
	return Cell{file.ID, file.Type, string(file.Source), file.Outputs, file.Count, file.Metadata, more}, err
}

// Write returns the file of the notebook: the same bytes for the same notebook, and a line
// of text to a line of the file, so that versions can be compared.
func (n *Notebook) Write() ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", " ")
	err := e.Encode(n)
	return b.Bytes(), err
}

// MarshalJSON writes the notebook as its file has it, on one line.
func (n *Notebook) MarshalJSON() ([]byte, error) {
	cells := make([]map[string]any, len(n.Cells))
	for i := range n.Cells {
		cells[i] = n.Cells[i].file()
	}
	return marshal(withOthers(n.more, map[string]any{
		"cells": cells, "metadata": orEmpty(n.Metadata), "nbformat": format, "nbformat_minor": minor,
	}))
}

func (c *Cell) file() map[string]any {
	file := withOthers(c.more, map[string]any{
		"id": c.ID, "cell_type": c.Type, "source": multiline(c.Source), "metadata": orEmpty(c.Metadata),
	})
	if c.Type == Code {
		file["outputs"], file["execution_count"] = append([]Output{}, c.Outputs...), countOrNull(c.Count)
	}
	return file
}

// WithoutOutputs returns the notebook with its questions alone, as one keeps it beside code.
func (n *Notebook) WithoutOutputs() *Notebook {
	out := *n
	out.Cells = slices.Clone(n.Cells)
	for i := range out.Cells {
		out.Cells[i].Outputs, out.Cells[i].Count = nil, 0
	}
	return &out
}

// multiline is a text that the format has as a list of lines, or as one text.
type multiline string

func (m *multiline) UnmarshalJSON(src []byte) error {
	var lines []string
	if err := json.Unmarshal(src, &lines); err == nil {
		*m = multiline(strings.Join(lines, ""))
		return nil
	}
	var whole string
	if err := json.Unmarshal(src, &whole); err != nil {
		return errors.New("a text has to be a string or a list of strings")
	}
	*m = multiline(whole)
	return nil
}

func (m multiline) MarshalJSON() ([]byte, error) {
	lines := strings.SplitAfter(string(m), "\n")
	if lines[len(lines)-1] == "" {
		lines = lines[:len(lines)-1]
	}
	return marshal(lines)
}

// marshal is json.Marshal that leaves < and > readable.
func marshal(v any) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	err := e.Encode(v)
	return bytes.TrimRight(b.Bytes(), "\n"), err
}

// others returns the values of the keys that are not known.
func others(src []byte, known ...string) (map[string]json.RawMessage, error) {
	var all map[string]json.RawMessage
	err := json.Unmarshal(src, &all)
	maps.DeleteFunc(all, func(key string, _ json.RawMessage) bool { return slices.Contains(known, key) })
	return all, err
}

func withOthers(others map[string]json.RawMessage, own map[string]any) map[string]any {
	for key, value := range others {
		own[key] = value
	}
	return own
}

func orEmpty(m map[string]any) map[string]any {
	if m == nil {
		return map[string]any{}
	}
	return m
}

func countOrNull(n int) any {
	if n == 0 {
		return nil
	}
	return n
}

// jsonError says where in the file the error is.
func jsonError(src []byte, err error) error {
	var syntax *json.SyntaxError
	if !errors.As(err, &syntax) {
		return err
	}
	before := src[:min(int(syntax.Offset), len(src))]
	line := 1 + bytes.Count(before, []byte("\n"))
	return fmt.Errorf("%d:%d: %w", line, len(before)-bytes.LastIndexByte(before, '\n')-1, err)
}
