// Package queries holds what can be asked of a graph: one question per .js file,
// each a Gizmo script under a header that says what it is called, what it needs
// and what it returns. The header is the one source for help, checks and output.
//
//	// name:   denials-by-side
//	// title:  What a side denies
//	// about:  For one side, every denial and its day.
//	// takes:  statements
//	// param:  side   iri  actor:norreland  Whose denials.
//	// column: denial text                  The words.
//	// column: said   date optional         When.
//	// order:  said denial
//
//	picked({kind: "kind:denial"}).show({denial: "words", said: "said"})
//
// What it takes are the parameters by which all such queries let the caller pick
// statements, or claims with what answers them: speaker, kind, since and so on; see
// takes.go. A query that gets statements or contrasts by a verb of lib.js also has the
// parameter min_confidence. Neither has a line of its own.
//
// Find returns a query, Run its Table, Write prints one. To add a query, add the
// file and testdata/<name>.txtar; no Go is needed. lib.js has the verbs that
// scripts may use besides Gizmo's own.
package queries

import (
	"embed"
	"fmt"
	"path"
	"slices"
	"strings"
	"sync"
)

//go:embed *.js
var files embed.FS

const libName = "lib.js"

// Type says what the values of a parameter or column are.
type Type string

const (
	IRI    Type = "iri"    // a node: actor:china
	Text   Type = "text"   // any words
	Number Type = "number" // a decimal number
	Date   Type = "date"   // a day, a month or a year: 2013-03-12, 2013-03, 2013
)

// Types are the allowed types.
var Types = []Type{IRI, Text, Number, Date}

// Themes are the parts of the list of queries, in its order.
var Themes = []string{"claims and answers", "speakers", "positions", "sources", "incidents"}

// A Query is one question. Queries are values: nothing is shared between them.
type Query struct {
	Name    string // lower-case words joined by hyphens; the file's name
	Theme   string // one of Themes, or none
	Title   string // one line for a list
	About   string // a sentence or two for help
	Takes   string // what the caller picks by the shared parameters: statements, claims or nothing
	without []string
	Params  []Param
	Columns []Column // empty where the columns are whatever the script returns
	Order   []string // columns to sort by, "-score" for the largest first
	Script  string   // the whole source, header included, so that lines count right
	Path    string   // where it was read from
}

// A Param is a value that the caller gives; the script has it as params.Name.
// Parameters that are not Optional must be given.
type Param struct {
	Name     string
	Type     Type
	Optional bool
	Example  string // of a required parameter
	Text     string // what it is for
}

// A Column is one value in each row of a Table. Only an Optional one may lack.
type Column struct {
	Name     string
	Type     Type
	Optional bool
	Text     string // what it holds
}

// All returns the queries that come with the program, by name. An error is one
// in a file of ours: the tests would have told.
func All() ([]Query, error) { return all() }

var all = sync.OnceValues(func() ([]Query, error) {
	entries, err := files.ReadDir(".")
	if err != nil {
		return nil, err
	}
	var queries []Query
	for _, e := range entries {
		if e.Name() == libName {
			continue
		}
		src, err := files.ReadFile(e.Name())
		if err != nil {
			return nil, err
		}
		q, err := Parse(path.Join("queries", e.Name()), src)
		if err != nil {
			return nil, err
		}
		queries = append(queries, q)
	}
	return queries, nil
})

// Find returns the query of that name. The error for an unknown one lists names
// that are near, or else all.
func Find(name string) (Query, error) {
	queries, err := All()
	if err != nil {
		return Query{}, err
	}
	names := make([]string, len(queries))
	for i, q := range queries {
		if q.Name == name {
			return q, nil
		}
		names[i] = q.Name
	}
	return Query{}, fmt.Errorf("no query %q%s", name, suggest(name, names))
}

// Parse reads a query from a file: the header, if it has one, and the script.
// Each error begins with path:line; all that are found are returned together.
// Without a header the file is read as by Script.
func Parse(path string, src []byte) (Query, error) {
	q := Query{Path: path, Script: string(src)}
	errs := &problems{path: path}
	if hasHeader(q.Script) {
		parseHeader(&q, errs)
		check(&q, headed, errs)
	} else {
		check(&q, bare, errs)
	}
	return q, errs.join()
}

// Script makes a query of a script without a header. Its parameters are those
// that it mentions as params.name, all texts and all required, its columns
// whatever it returns. Errors begin with script:line.
func Script(src string) (Query, error) {
	q := Query{Path: "script", Script: src}
	errs := &problems{path: q.Path}
	check(&q, bare, errs)
	return q, errs.join()
}

// column returns the place of a column, or -1.
func (q *Query) column(name string) int {
	return slices.IndexFunc(q.Columns, func(c Column) bool { return c.Name == name })
}

func (q *Query) param(name string) (Param, bool) {
	i := slices.IndexFunc(q.Params, func(p Param) bool { return p.Name == name })
	if i < 0 {
		return Param{}, false
	}
	return q.Params[i], true
}

func (q *Query) paramNames() string {
	if len(q.Params) == 0 {
		return "it takes none"
	}
	names := make([]string, len(q.Params))
	for i, p := range q.Params {
		names[i] = p.Name
	}
	return "allowed are " + strings.Join(names, ", ")
}
