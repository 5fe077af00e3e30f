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
	Notes         []string // what became of a document that came twice, and what to know of a file
	Skipped       []string // files in folders that no loader reads
	Failed        []error  // each with its path
}

// An item is a coding with whence it came.
type item struct {
	own    standing
	coding graph.Coding
	unsure int // statements left out of it
}

// A run is a Report in the making.
type run struct {
	Report
	from  map[string]standing // by document: the coding that stands
	begun bool                // whether anything was put into the store
	build *build              // nil where documents are put into it as they come
	kept  journal             // of what is read while it is built
	book  string
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
		from: map[string]standing{},
		book: files.Book,
	}
}

// admit returns what of a file goes into the store, given what came before in this
// run: of several codings of one document the one that stands, which takes the place
// of one that was admitted before.
func (r *run) admit(found result) []item {
	r.Notes = append(r.Notes, found.notes...)
	if found.err != nil {
		r.Failed = append(r.Failed, found.err)
	}
	var out []item
	for _, c := range found.codings {
		own, err := standingOf(found.file, &c)
		if err != nil {
			r.Failed = append(r.Failed, fmt.Errorf("%s: %w", found.file.path, err))
			continue
		}
		if r.stands(c.Document.ID, own) {
			out = append(out, r.item(own, c))
		} else {
			r.Documents[store.Kept]++
		}
	}
	return out
}

// stands reports whether a coding of the document stands against those before.
func (r *run) stands(document string, own standing) bool {
	old, ok := r.from[document]
	switch {
	case ok && !own.before(old):
		r.note(own.from(), "is the document of %s, which stands", old)
		return false
	case ok:
		r.note(old.from(), "is the document of %s, which stands", own)
	}
	r.from[document] = own
	return true
}

// standing leaves of a batch what still stands, as a later coding of a document may
// have taken the place of an earlier one.
func (r *run) standing(batch []item) []item {
	return slices.DeleteFunc(batch, func(it item) bool {
		gone := r.from[it.coding.Document.ID] != it.own
		if gone {
			r.Documents[store.Kept]++
		}
		return gone
	})
}

// item leaves out statements that are not sure enough, and names incidents.
func (r *run) item(own standing, c graph.Coding) item {
	c, unsure := r.sure(c)
	return item{own, contrast.Incidents(c), unsure}
}

// sure leaves out statements that are not sure enough, and that others answer them.
// It returns how many these are.
func (r *run) sure(c graph.Coding) (graph.Coding, int) {
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
		return c, 0
	}
	for i, s := range sure {
		sure[i].Answers = slices.DeleteFunc(slices.Clone(s.Answers), func(a graph.Answer) bool { return unsure[a.Claim] })
	}
	c.Statements = sure
	return c, len(unsure)
}

func (r *run) note(from, format string, args ...any) {
	r.Notes = append(r.Notes, from+": "+fmt.Sprintf(format, args...))
}

// count adds what the store did with a coding.
func (r *run) count(it item, outcome store.Outcome) {
	r.Documents[outcome]++
	switch outcome {
	case store.Kept:
		r.note(it.own.from(), "is a document that is hand-coded in the store; that coding stands")
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
