// Package exports writes statements in the files that other programs open, each with all
// that its format can hold: tables, the formats of Discourse Network Analyzer (DNA), and
// evidence sheets for people.
//
//	format, err := exports.Find("dna-csv")
//	err = format.Write(out, &exports.Content{Selection: picked, Around: wider, Texts: texts})
//
// Nothing that is written depends on the clock or on the order of loading. To add a
// format, write its function, its test, and its row in Formats. Networks are written by
// package networks, and quads by the store.
package exports

import (
	"fmt"
	"io"
	"strings"

	"counterclaim/graph"
)

// Content is what is written.
type Content struct {
	graph.Selection
	// Around has the selection and all that its statements answer or that answers them,
	// picked or not. Only formats with Answers look at it.
	Around graph.Selection
	Texts  map[string]string // of the documents, by ID; "" or nothing where only a citation is known
}

// ends returns the contrasts by their counter and by their claim.
func (c *Content) ends() (byCounter, byClaim map[string][]graph.Contrast) {
	byCounter, byClaim = map[string][]graph.Contrast{}, map[string][]graph.Contrast{}
	for _, contrast := range c.Contrasts {
		byCounter[contrast.Counter] = append(byCounter[contrast.Counter], contrast)
		byClaim[contrast.Claim] = append(byClaim[contrast.Claim], contrast)
	}
	return byCounter, byClaim
}

// A Format is one kind of file.
type Format struct {
	Name      string
	Extension string // how the names of its files end; of two that fit, the longer one counts
	Binary    bool   // no text
	Answers   bool   // it shows what answers the statements, picked or not
	Says      string // what it holds, for help
	Write     func(io.Writer, *Content) error
}

// Formats are the formats, in the order in which help lists them.
var Formats = []Format{
	{"csv", ".csv", false, false, "all that is known of each statement, a row a statement", writeStatements},
	{"contrasts-csv", ".contrasts.csv", false, false, "which statement answers which and why, a row a contrast", writeContrasts},
	{"dna-csv", ".dna.csv", false, false, "event list of Discourse Network Analyzer (DNA), further columns behind its own", writeEvents},
	{"dna", ".dna", true, false, "database with the tables of DNA 3, and the texts", writeDNA},
	{"evidence", ".md", false, true, "evidence sheet in Markdown: quote in context, source, speaker, answers, reasons", writeEvidenceMarkdown},
	{"evidence-html", ".html", false, true, "the same as a page to read and to print", writeEvidenceHTML},
}

// Find returns the format of that name. The error lists the formats.
func Find(name string) (Format, error) {
	names := make([]string, len(Formats))
	for i, f := range Formats {
		if f.Name == name {
			return f, nil
		}
		names[i] = f.Name
	}
	return Format{}, fmt.Errorf("format %q; allowed are %s", name, strings.Join(names, ", "))
}
