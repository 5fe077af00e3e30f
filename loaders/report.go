package loaders

import (
	"fmt"
	"slices"

	"counterclaim/graph"
	"counterclaim/graph/store"
	"counterclaim/loaders/contrast"
)

// A Report says what came of a run. Kinds and Relations count what the run added:
// the statements of documents added or replaced, under each of their kinds, and
// the contrasts that these take part in.
type Report struct {
	Documents  map[store.Outcome]int
	Statements int
	// Unsure counts the statements of these documents that were left out, as their
	// confidence is below MinConfidence.
	Unsure        int
	MinConfidence float64
	Kinds         map[graph.Kind]int
	Relations     map[graph.Relation]int
	Notes         []string // what became of a document that came twice
	Skipped       []string // files in folders that no loader reads
	Failed        []error  // each with its path
}

// An item is a coding with the file that it came from.
type item struct {
	file   file
	coding graph.Coding
	unsure int // statements left out of it
}

// A run is a Report in the making.
type run struct {
	Report
	from  map[string]file // by document: whence its coding
	begun bool            // whether anything was put into the store
	build *build          // nil where documents are put into it as they come
}

func newRun(files *Files) *run {
	return &run{
		Report: Report{
			Documents: map[store.Outcome]int{},
			Kinds:     map[graph.Kind]int{},
			Relations: map[graph.Relation]int{},
			Skipped:   files.Skipped,
			Failed:    append([]error(nil), files.Failed...),

			MinConfidence: files.MinConfidence,
		},
		from: map[string]file{},
	}
}

// admit returns the codings of a file whose documents have not come before in
// this run. As hand-coded files come first, their codings stand.
func (r *run) admit(found result) []item {
	if found.err != nil {
		r.Failed = append(r.Failed, found.err)
	}
	var out []item
	for _, c := range found.codings {
		first, ok := r.from[c.Document.ID]
		if ok {
			r.Documents[store.Kept]++
			r.note(found.file, "is the document of %s%s, which stands", first.path, byHand(first))
			continue
		}
		r.from[c.Document.ID] = found.file
		out = append(out, r.item(found.file, c))
	}
	return out
}

// item leaves out statements that are not sure enough, and what answers them.
func (r *run) item(f file, c graph.Coding) item {
	sure := make([]graph.Statement, 0, len(c.Statements))
	unsure := map[string]bool{}
	for _, s := range c.Statements {
		if s.Confidence < r.MinConfidence {
			unsure[s.ID] = true
		} else {
			sure = append(sure, s)
		}
	}
	if len(unsure) == 0 {
		return item{f, contrast.Incidents(c), 0}
	}
	for i, s := range sure {
		sure[i].Answers = slices.DeleteFunc(slices.Clone(s.Answers), func(a graph.Answer) bool { return unsure[a.Claim] })
	}
	c.Statements = sure
	return item{f, contrast.Incidents(c), len(unsure)}
}

func byHand(f file) string {
	if handCoded(f.loader) {
		return " (hand-coded)"
	}
	return ""
}

func (r *run) note(f file, format string, args ...any) {
	r.Notes = append(r.Notes, f.path+": "+fmt.Sprintf(format, args...))
}

// count adds what the store did with a coding.
func (r *run) count(it item, outcome store.Outcome) {
	r.Documents[outcome]++
	switch outcome {
	case store.Kept:
		r.note(it.file, "is a document that is hand-coded in the store; that coding stands")
	case store.Added, store.Replaced:
		r.Statements += len(it.coding.Statements)
		r.Unsure += it.unsure
		for _, s := range it.coding.Statements {
			for _, k := range s.Kinds {
				r.Kinds[k]++
			}
		}
	}
}

func (r *run) countContrasts(contrasts []graph.Contrast) {
	for _, c := range contrasts {
		r.Relations[c.Relation]++
	}
}
