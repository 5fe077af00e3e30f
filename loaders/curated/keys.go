package curated

import (
	"regexp"

	"github.com/goccy/go-yaml/ast"

	"counterclaim/graph"
)

// What a file may say.
var (
	fileKeys      = []string{"name", "document", "answers", "statements"}
	documentKeys  = []string{"title", "publisher", "published", "author", "url", "id"}
	statementKeys = []string{"id", "kind", "kinds", "speaker", "via", "target", "victim", "about", "said", "certainty", "polarity", "text", "answers"}
	answerKeys    = []string{"statement", "relation", "because"}
)

// A file is what a hand-coded file says, its names not yet looked up.
type file struct {
	name       string
	document   graph.Document // ID only where the file gives one
	statements []statement
}

type statement struct {
	id                      value
	kinds                   []graph.Kind
	speaker, target, victim value
	via, about              []value
	said                    graph.Date
	certainty               graph.Certainty
	polarity                graph.Polarity
	text                    string
	answers                 []answer
}

type answer struct {
	statement value
	relation  graph.Relation
	because   string
}

func (t *tree) file(data []byte) file {
	var f file
	root := t.root(data)
	if root == nil {
		return f
	}
	m, ok := t.mapping(root, "file", fileKeys)
	if !ok {
		return f
	}
	name := t.need(m, "name")
	t.kebab(name, "name")
	f.name = name.text
	f.document = t.document(m)
	f.document.Name = f.name
	if m.values["answers"] != nil {
		f.document.Complete = t.oneOf(m, "answers", "complete") == "complete"
	}
	for _, n := range t.list(m, "statements") {
		f.statements = append(f.statements, t.statement(n))
	}
	if m.values["statements"] == nil {
		t.bad(m.at, "a file without statements; they are required")
	}
	t.checkIDs(f)
	return f
}

var documentID = regexp.MustCompile(`^doc:[0-9a-f]{12}$`)

func (t *tree) document(file mapping) graph.Document {
	n := file.values["document"]
	if n == nil {
		t.bad(file.at, "a file without document; it is required")
		return graph.Document{}
	}
	m, ok := t.mapping(n, "document", documentKeys)
	if ok && m.values["title"] == nil && m.values["url"] == nil {
		t.bad(m.at, "a document without title and url; one of them is required")
	}
	id := t.text(m, "id")
	if id.text != "" && !documentID.MatchString(id.text) {
		t.bad(id.at, "id %q; allowed is doc: and 12 hexadecimal digits", id.text)
	}
	return graph.Document{
		ID:        id.text,
		Title:     t.text(m, "title").text,
		Publisher: t.text(m, "publisher").text,
		Author:    t.text(m, "author").text,
		Published: t.date(m, "published"),
		URL:       t.text(m, "url").text,
		Format:    "curated",
	}
}

func (t *tree) statement(n ast.Node) statement {
	m, ok := t.mapping(n, "statement", statementKeys)
	if !ok {
		return statement{}
	}
	s := statement{
		id:        t.need(m, "id"),
		kinds:     t.kinds(m),
		speaker:   t.need(m, "speaker"),
		via:       t.texts(m, "via"),
		target:    t.text(m, "target"),
		victim:    t.text(m, "victim"),
		about:     t.texts(m, "about"),
		said:      t.date(m, "said"),
		certainty: graph.Certainty(t.oneOf(m, "certainty", string(graph.Firm), string(graph.Hedged))),
		text:      t.need(m, "text").text,
	}
	t.kebab(s.id, "id")
	s.polarity = graph.Polarity(t.oneOf(m, "polarity", polarities(s.kinds)...))
	for _, n := range t.list(m, "answers") {
		s.answers = append(s.answers, t.answer(n))
	}
	return s
}

// polarities returns the two polarities, first the one that goes without saying.
func polarities(kinds []graph.Kind) []string {
	for _, k := range kinds {
		if k == graph.Denial || k == graph.Refusal {
			return []string{string(graph.Rejects), string(graph.Affirms)}
		}
	}
	return []string{string(graph.Affirms), string(graph.Rejects)}
}

func (t *tree) kinds(m mapping) []graph.Kind {
	found := t.texts(m, "kinds")
	switch one, several := m.values["kind"], m.values["kinds"]; {
	case one != nil && several != nil:
		t.bad(nodePlace(one), "both kind and kinds; allowed is one of them")
	case one != nil:
		found = []value{t.text(m, "kind")}
	case several == nil:
		t.bad(m.at, "a statement without kind; kind or kinds is required")
	}
	var names []string
	for _, row := range graph.Kinds {
		names = append(names, string(row.Kind))
	}
	var out []graph.Kind
	for _, v := range found {
		t.word(v, "kind", names)
		out = append(out, graph.Kind(v.text))
	}
	return graph.SortKinds(out)
}

func (t *tree) answer(n ast.Node) answer {
	m, ok := t.mapping(n, "answer", answerKeys)
	if !ok {
		return answer{}
	}
	var names []string
	for _, row := range graph.Relations {
		names = append(names, string(row.Relation))
	}
	relation := t.need(m, "relation")
	t.word(relation, "relation", names)
	return answer{t.need(m, "statement"), graph.Relation(relation.text), t.text(m, "because").text}
}
