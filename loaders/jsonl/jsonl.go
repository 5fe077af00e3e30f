// Package jsonl writes and reads codings as JSON Lines: a line has one document,
// with its statements and the actors that they name. docs/jsonl.md lists the keys.
//
//	line, err := jsonl.Append(nil, &coding)  // without the line's end
//	coding, err := jsonl.Parse(line)         // the same again
//
// It is what extract prints for other programs, and what brings their statements
// from many machines into one graph. Nothing is added on the way and nothing lost.
package jsonl

import (
	"errors"
	"fmt"
	"strconv"
	"strings"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"

	"counterclaim/graph"
)

// Version is the version of the lines that Append writes, and the only one that
// Parse reads. A new key makes a new version, as older readers would lose it.
const Version = 1

// Append appends the coding, which must be one that validates, as one line without
// its end. The error is of text that is not UTF-8, or of a span outside the text.
// Any number of goroutines may call it.
func Append(line []byte, c *graph.Coding) ([]byte, error) {
	e := encoder{names: map[string]string{}, ruler: newRuler(c.Document.Text)}
	for i := range c.Actors {
		e.names[c.Actors[i].ID] = c.Actors[i].Name()
	}
	d := e.document(c)
	if e.err != nil {
		return line, fmt.Errorf("%s: %w", c.Document.Name, e.err)
	}
	written, err := json.Marshal(&d)
	var syntax *jsontext.SyntacticError
	if errors.As(err, &syntax) {
		err = fmt.Errorf("%s: %w", place(syntax.JSONPointer), syntax.Err)
	}
	if err != nil {
		return line, fmt.Errorf("%s: %w", c.Document.Name, err)
	}
	return append(line, written...), nil
}

// Parse reads what Append writes: the same coding, with its lists in the order that
// they had, nil where they are empty. The coding shares no memory with line. What the
// error says is one line; it does not name the document. Whether the coding
// validates is left to the caller, except that all its spans lie in the text. Any
// number of goroutines may call it.
func Parse(line []byte) (graph.Coding, error) {
	var d document
	if err := json.Unmarshal(line, &d, json.RejectUnknownMembers(true)); err != nil {
		return graph.Coding{}, refuse(line, err)
	}
	if err := checkVersion(d.Version); err != nil {
		return graph.Coding{}, err
	}
	return d.coding()
}

// refuse says why the line is none, given the error of reading it: that it is of
// another version, where it is, as that explains all else.
func refuse(line []byte, err error) error {
	var only struct {
		Version *int `json:"version"`
	}
	if json.Unmarshal(line, &only) == nil {
		if err := checkVersion(only.Version); err != nil {
			return err
		}
	}
	return plainly(err)
}

func checkVersion(version *int) error {
	switch {
	case version == nil:
		return errors.New("no version; extract the document anew, as it was written by an older counterclaim or another program")
	case *version != Version:
		return fmt.Errorf("version %d; allowed is %d: load it with the counterclaim that wrote it, or extract the document anew with this one", *version, Version)
	}
	return nil
}

// plainly says what is wrong in words of JSON instead of those of Go.
func plainly(err error) error {
	var syntax *jsontext.SyntacticError
	var meaning *json.SemanticError
	switch {
	case errors.As(err, &meaning) && errors.Is(err, json.ErrUnknownName):
		parent, key := meaning.JSONPointer.Parent(), meaning.JSONPointer.LastToken()
		return fmt.Errorf("unknown key %q%s; allowed are those of docs/jsonl.md: leave it out, or load the line with the counterclaim that wrote it", key, in(parent))
	case errors.As(err, &meaning):
		return fmt.Errorf("%s cannot be a JSON %s; docs/jsonl.md says what it is", place(meaning.JSONPointer), kindWord(meaning.JSONKind))
	case errors.As(err, &syntax):
		return fmt.Errorf("byte %d is no JSON as it should be%s: %v; write the line again", syntax.ByteOffset, in(syntax.JSONPointer), syntax.Err)
	}
	return err
}

func in(p jsontext.Pointer) string {
	if p == "" {
		return ""
	}
	return " in " + place(p)
}

// place names a place in the line, in one line even where its keys have several.
func place(p jsontext.Pointer) string {
	if p == "" {
		return "the line"
	}
	quoted := strconv.Quote(strings.TrimPrefix(string(p), "/"))
	return quoted[1 : len(quoted)-1]
}

func kindWord(k jsontext.Kind) string {
	switch k {
	case 't', 'f':
		return "boolean"
	}
	return k.String()
}
