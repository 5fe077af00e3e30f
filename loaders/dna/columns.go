package dna

import "strings"

// What a list may have. The first are DNA's own; of these an event list needs a statement
// ID, a document, and words or a concept.
const (
	statementID    = "statement_id"
	timeOf         = "time"
	person         = "person"
	organization   = "organization"
	concept        = "concept"
	agreement      = "agreement"
	startPosition  = "start_position"
	stopPosition   = "stop_position"
	textOf         = "text"
	coderName      = "coder"
	documentID     = "document_id"
	documentTitle  = "document_title"
	documentAuthor = "document_author"
	documentSource = "document_source"
	section        = "document_section"
	documentType   = "document_type"
)

// These come from an export of this program. Where the column is there, an empty cell
// says that there is none: no side, nothing that it is about.
const (
	ownID        = "id"          // of the statement: st:...
	kinds        = "kinds"       // denial | victimhood
	speaker      = "speaker"     // Hua Chunying, or a name with an ID: unnamed source <actor:...>
	side         = "side"        // a name, as all up to victim
	via          = "via"         // several are apart by |
	target       = "target"      //
	targetSide   = "target_side" //
	victim       = "victim"      //
	about        = "about"       // concept:... | incident:...
	said         = "said"        // as precisely as it is known: 2013-02
	published    = "published"   //
	rule         = "rule"        // that found it, coder where a person did
	confidence   = "confidence"  // 0 to 1, as the rule has it
	certainty    = "certainty"   // firm, hedged
	words        = "words"       // of the statement, where not all of text
	answers      = "answers"     // denies st:...: the reason | doubts 12
	document     = "document"    // its ID: doc:...
	documentName = "document_name"
	documentURL  = "document_url"
)

// fromWindow are the columns that DNA's own window calls otherwise.
var fromWindow = map[string]string{
	"author": documentAuthor, "source": documentSource, "section": section, "type": documentType, "organisation": organization,
}

// header returns the names of columns as they are above.
func header(cells []string) []string {
	names := make([]string, len(cells))
	for i, c := range cells {
		name := strings.ReplaceAll(strings.ToLower(strings.TrimSpace(c)), " ", "_")
		if other, ok := fromWindow[name]; ok {
			name = other
		}
		names[i] = name
	}
	return names
}
