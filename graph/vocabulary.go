package graph

import "strings"

// Namespaces of the standard terms. schema: is http, as its publisher writes it.
const (
	schema = "http://schema.org/"
	prov   = "http://www.w3.org/ns/prov#"
	oa     = "http://www.w3.org/ns/oa#"
	skos   = "http://www.w3.org/2004/02/skos/core#"
	aif    = "http://www.arg.dundee.ac.uk/aif#"
	cito   = "http://purl.org/spar/cito/"
	dct    = "http://purl.org/dc/terms/"
	// ours names what no standard has; exported terms in it are explained by
	// the vocabulary itself.
	ours = "https://counterclaim.example/vocabulary#"
)

// Names of predicates, as the store and the queries have them.
const (
	PType        = "type"
	PTitle       = "title"
	PPublisher   = "publisher"
	PAuthor      = "author"
	PPublished   = "published"
	PURL         = "url"
	PText        = "text"
	PFormat      = "format"
	PComplete    = "complete"
	PDigest      = "digest"
	PName        = "name"
	PDocument    = "document"
	PKind        = "kind"
	PSpeaker     = "speaker"
	PVia         = "via"
	PSide        = "side"
	PTarget      = "target"
	PTargetSide  = "target-side"
	PVictim      = "victim"
	PAbout       = "about"
	PMentions    = "mentions"
	PContent     = "content"
	PCue         = "cue"
	PWording     = "wording"
	PMode        = "mode"
	PCertainty   = "certainty"
	PPolarity    = "polarity"
	PSaid        = "said"
	PMonth       = "month"
	PConfidence  = "confidence"
	PRule        = "rule"
	PAnswers     = "answers"
	PTakesUp     = "takes-up"
	PAlias       = "alias"
	PClass       = "class"
	PActsFor     = "acts-for"
	PDelegate    = "delegate"
	PResponsible = "responsible"
	PRole        = "role"
	PFrom        = "from"
	PTo          = "to"
	PCounter     = "counter"
	PClaim       = "claim"
	PRelation    = "relation"
	PBasis       = "basis"
	PScore       = "score"
	PBecause     = "because"
)

// Types of literals, as a Predicate's To names them.
const (
	toText   = "text"
	toDate   = "date"
	toNumber = "number"
)

// A ClassRow is a class of nodes. Prefix is how its nodes' names begin.
type ClassRow struct {
	Name   string // in the store <class:Name>
	Prefix string
	IRI    string
	Says   string
}

// NodeClasses is the table of classes.
var NodeClasses = []ClassRow{
	{"document", "doc:", schema + "NewsArticle", "A source text, or the citation of one."},
	{"statement", "st:", schema + "Quotation", "One thing that one source says in one place of a document."},
	{"actor", "actor:", prov + "Agent", "Who speaks, is spoken about or suffers."},
	{"delegation", "delegation:", prov + "Delegation", "An actor's acting for another, in a role, from one date to another."},
	{"contrast", "contrast:", aif + "CA-node", "One statement set against another, with its reasons."},
	{"kind", "kind:", skos + "Concept", "What a statement does."},
	{"relation", "relation:", skos + "Concept", "How one statement stands to another."},
	{"concept", "concept:", skos + "Concept", "A topic that statements are about."},
	{"incident", "incident:", schema + "Event", "One attack, report, indictment or other event that statements are about."},
	{"month", "month:", schema + "Duration", "A calendar month, to walk by date."},
	{"class", "class:", skos + "Concept", "What a node is."},
}

// A Predicate is a row of the vocabulary: it reads from left to right, From the
// subject To the object. To names classes of nodes, or one of text, date and number.
type Predicate struct {
	Name string
	IRI  string
	From []string
	To   []string
	Says string
}

// Predicates is the table of predicates; the relations follow from Relations.
var Predicates = append([]Predicate{
	{PType, "http://www.w3.org/1999/02/22-rdf-syntax-ns#type", []string{"document", "statement", "actor", "delegation", "contrast"}, []string{"class"}, "What the node is."},
	{PTitle, schema + "headline", []string{"document"}, []string{toText}, "The document's headline."},
	{PPublisher, schema + "publisher", []string{"document"}, []string{toText}, "The outlet that published the document."},
	{PAuthor, schema + "author", []string{"document"}, []string{toText}, "Who wrote the document; never a speaker for that alone."},
	{PPublished, schema + "datePublished", []string{"document"}, []string{toDate}, "When the document appeared, as it says itself."},
	{PURL, schema + "url", []string{"document"}, []string{toText}, "Where the document stands."},
	{PText, schema + "text", []string{"document", "statement"}, []string{toText}, "The words; of a hand-coded statement, the coder's."},
	{PFormat, dct + "format", []string{"document"}, []string{toText}, "Which loader read the document."},
	{PComplete, ours + "complete", []string{"document"}, []string{toText}, "Why no rule adds an answer of this document's statements: the coder gave them all."},
	{PDigest, schema + "sha256", []string{"document"}, []string{toText}, "A hash of the document as coded, to know it again."},
	{PName, schema + "name", []string{"document", "actor"}, []string{toText}, "The name to print."},
	{PDocument, prov + "wasQuotedFrom", []string{"statement"}, []string{"document"}, "The document in which the statement stands."},
	{PKind, schema + "additionalType", []string{"statement"}, []string{"kind"}, "What the statement does; there can be several."},
	{PSpeaker, prov + "wasAttributedTo", []string{"statement"}, []string{"actor"}, "Who says it."},
	{PVia, prov + "qualifiedAttribution", []string{"statement"}, []string{"actor"}, "Who reports the speaker's words."},
	{PSide, prov + "actedOnBehalfOf", []string{"statement"}, []string{"actor"}, "On whose side the speaker was at the time."},
	{PTarget, ours + "target", []string{"statement"}, []string{"actor"}, "Whom the statement is directed at."},
	{PTargetSide, ours + "targetSide", []string{"statement"}, []string{"actor"}, "On whose side the target was at the time."},
	{PVictim, ours + "victim", []string{"statement"}, []string{"actor"}, "Who suffers by what the statement tells."},
	{PAbout, schema + "about", []string{"statement"}, []string{"concept", "incident"}, "The concept or incident that the statement is about."},
	{PMentions, schema + "mentions", []string{"statement"}, []string{"actor"}, "Who else is named in the statement."},
	{PContent, oa + "hasSelector", []string{"statement"}, []string{toText}, "Where its words stand: start-end in bytes of the document's text; one for each run of words."},
	{PCue, ours + "cue", []string{"statement"}, []string{toText}, "The words that mark it as said, where they stand, or both: start-end words."},
	{PWording, ours + "wording", []string{"statement"}, []string{toText}, "How the source names speaker, via, target or victim, and why that is the actor: role|start-end|actor|why|words."},
	{PMode, ours + "mode", []string{"statement"}, []string{toText}, "How the words are reported: direct, indirect, mixed or curated."},
	{PCertainty, ours + "certainty", []string{"statement"}, []string{toText}, "How firmly it is put: firm or hedged."},
	{PPolarity, ours + "polarity", []string{"statement"}, []string{toText}, "Whether it affirms or rejects what it is about."},
	{PSaid, schema + "dateCreated", []string{"statement"}, []string{toDate}, "When it was said, as precisely as the source tells."},
	{PMonth, schema + "temporalCoverage", []string{"statement"}, []string{"month"}, "The month in which it was said or, where that is unknown, published."},
	{PConfidence, ours + "confidence", []string{"statement"}, []string{toNumber}, "How often statements found this way are right, 0 to 1."},
	{PRule, prov + "wasGeneratedBy", []string{"statement", "contrast"}, []string{toText}, "The rule that found it."},
	{PAnswers, ours + "answers", []string{"statement"}, []string{toText}, "A coder's word that it answers another: relation|statement|note."},
	{PTakesUp, ours + "takesUp", []string{"statement"}, []string{toText}, "The name of a statement that a coder says it answers, to find it by when that one comes later."},
	{PAlias, skos + "altLabel", []string{"actor"}, []string{toText}, "Another name of the actor."},
	{PClass, schema + "category", []string{"actor"}, []string{toText}, "Person, organisation, country, group or unnamed."},
	{PActsFor, prov + "actedOnBehalfOf", []string{"actor"}, []string{"actor"}, "On whose behalf the actor has acted at any time; the delegation has the dates."},
	{PDelegate, prov + "hadDelegate", []string{"delegation"}, []string{"actor"}, "Who acts."},
	{PResponsible, prov + "agent", []string{"delegation"}, []string{"actor"}, "For whom."},
	{PRole, prov + "hadRole", []string{"delegation"}, []string{toText}, "In which role."},
	{PFrom, schema + "startDate", []string{"delegation"}, []string{toDate}, "Since when."},
	{PTo, schema + "endDate", []string{"delegation"}, []string{toDate}, "Until when, inclusive."},
	{PCounter, aif + "Premise", []string{"contrast"}, []string{"statement"}, "The statement that answers."},
	{PClaim, aif + "Conclusion", []string{"contrast"}, []string{"statement"}, "The statement that is answered."},
	{PRelation, schema + "additionalType", []string{"contrast"}, []string{"relation"}, "How the counter stands to the claim."},
	{PBasis, ours + "basis", []string{"contrast"}, []string{toText}, "What it rests on: explicit, juxtaposed, across documents or curated."},
	{PScore, ours + "score", []string{"contrast"}, []string{toNumber}, "How strong it is, 0 to 1: the sum of its reasons' weights."},
	{PBecause, ours + "because", []string{"contrast"}, []string{toText}, "One reason with its weight: +0.40 signal: sentence."},
}, relationPredicates()...)

func relationPredicates() []Predicate {
	out := make([]Predicate, len(Relations))
	for i, r := range Relations {
		out[i] = Predicate{string(r.Relation), r.IRI, []string{"statement"}, []string{"statement"}, r.Says}
	}
	return out
}

// FindPredicate returns the row of that name.
func FindPredicate(name string) (Predicate, bool) {
	for _, p := range Predicates {
		if p.Name == name {
			return p, true
		}
	}
	return Predicate{}, false
}

// ClassOf returns the class whose nodes have names like the given one, as
// "actor:china".
func ClassOf(node string) (ClassRow, bool) {
	for _, c := range NodeClasses {
		if strings.HasPrefix(node, c.Prefix) {
			return c, true
		}
	}
	return ClassRow{}, false
}
