package graph

import "strings"

// Namespaces of the standard terms. schema: is http, as its publisher writes it.
const (
	NSSchema = "http://schema.org/"
	NSProv   = "http://www.w3.org/ns/prov#"
	NSOA     = "http://www.w3.org/ns/oa#"
	NSSkos   = "http://www.w3.org/2004/02/skos/core#"
	NSAIF    = "http://www.arg.dundee.ac.uk/aif#"
	NSCito   = "http://purl.org/spar/cito/"
	NSDCT    = "http://purl.org/dc/terms/"
	// NSOurs names what no standard has; exported terms in it are explained by
	// the vocabulary itself.
	NSOurs = "https://counterclaim.example/vocabulary#"
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
	PAmount      = "amount"
	PContent     = "content"
	PRepeated    = "repeated"
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
	ToText   = "text"
	ToDate   = "date"
	ToNumber = "number"
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
	{"document", "doc:", NSSchema + "NewsArticle", "A source text, or the citation of one."},
	{"statement", "st:", NSSchema + "Quotation", "One thing that one source says in one place of a document."},
	{"actor", "actor:", NSProv + "Agent", "Who speaks, is spoken about or suffers."},
	{"delegation", "delegation:", NSProv + "Delegation", "An actor's acting for another, in a role, from one date to another."},
	{"contrast", "contrast:", NSAIF + "CA-node", "One statement set against another, with its reasons."},
	{"kind", "kind:", NSSkos + "Concept", "What a statement does."},
	{"relation", "relation:", NSSkos + "Concept", "How one statement stands to another."},
	{"concept", "concept:", NSSkos + "Concept", "A topic that statements are about."},
	{"incident", "incident:", NSSchema + "Event", "One attack, report, indictment or other event that statements are about."},
	{"month", "month:", NSSchema + "Duration", "A calendar month, to walk by date."},
	{"class", "class:", NSSkos + "Concept", "What a node is."},
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
	{PTitle, NSSchema + "headline", []string{"document"}, []string{ToText}, "The document's headline."},
	{PPublisher, NSSchema + "publisher", []string{"document"}, []string{ToText}, "The outlet that published the document."},
	{PAuthor, NSSchema + "author", []string{"document"}, []string{ToText}, "Who wrote the document; never a speaker for that alone."},
	{PPublished, NSSchema + "datePublished", []string{"document"}, []string{ToDate}, "When the document appeared, as it says itself."},
	{PURL, NSSchema + "url", []string{"document"}, []string{ToText}, "Where the document stands."},
	{PText, NSSchema + "text", []string{"document", "statement"}, []string{ToText}, "The words; of a hand-coded statement, the coder's."},
	{PFormat, NSDCT + "format", []string{"document"}, []string{ToText}, "Which loader read the document."},
	{PComplete, NSOurs + "complete", []string{"document"}, []string{ToText}, "Why no rule adds an answer of this document's statements: the coder gave them all."},
	{PDigest, NSSchema + "sha256", []string{"document"}, []string{ToText}, "A hash of the document as coded, to know it again."},
	{PName, NSSchema + "name", []string{"document", "actor"}, []string{ToText}, "The name to print."},
	{PDocument, NSProv + "wasQuotedFrom", []string{"statement"}, []string{"document"}, "The document in which the statement stands."},
	{PKind, NSSchema + "additionalType", []string{"statement"}, []string{"kind"}, "What the statement does; there can be several."},
	{PSpeaker, NSProv + "wasAttributedTo", []string{"statement"}, []string{"actor"}, "Who says it."},
	{PVia, NSProv + "qualifiedAttribution", []string{"statement"}, []string{"actor"}, "Who reports the speaker's words."},
	{PSide, NSProv + "actedOnBehalfOf", []string{"statement"}, []string{"actor"}, "On whose side the speaker was at the time."},
	{PTarget, NSOurs + "target", []string{"statement"}, []string{"actor"}, "Whom the statement is directed at."},
	{PTargetSide, NSOurs + "targetSide", []string{"statement"}, []string{"actor"}, "On whose side the target was at the time."},
	{PVictim, NSOurs + "victim", []string{"statement"}, []string{"actor"}, "Who suffers by what the statement tells."},
	{PAbout, NSSchema + "about", []string{"statement"}, []string{"concept", "incident"}, "The concept or incident that the statement is about."},
	{PMentions, NSSchema + "mentions", []string{"statement"}, []string{"actor"}, "Who else is named in the statement."},
	{PAmount, NSOurs + "amount", []string{"statement"}, []string{ToText}, "A value that it gives, with bound and unit: >11000 websites, ~1/3 votes, 15000000000 USD."},
	{PRepeated, NSOurs + "repeated", []string{"statement"}, []string{ToText}, "Where the document has the same words again, as in a pull quote: start-end in bytes of its text."},
	{PContent, NSOA + "hasSelector", []string{"statement"}, []string{ToText}, "Where its words stand: start-end in bytes of the document's text; one for each run of words."},
	{PCue, NSOurs + "cue", []string{"statement"}, []string{ToText}, "The words that mark it as said, where they stand, or both: start-end words."},
	{PWording, NSOurs + "wording", []string{"statement"}, []string{ToText}, "How the source names speaker, via, target or victim, and why that is the actor: role|start-end|actor|why|words."},
	{PMode, NSOurs + "mode", []string{"statement"}, []string{ToText}, "How the words are reported: direct, indirect, mixed or curated."},
	{PCertainty, NSOurs + "certainty", []string{"statement"}, []string{ToText}, "How firmly it is put: firm or hedged."},
	{PPolarity, NSOurs + "polarity", []string{"statement"}, []string{ToText}, "Whether it affirms or rejects what it is about."},
	{PSaid, NSSchema + "dateCreated", []string{"statement"}, []string{ToDate}, "When it was said, as precisely as the source tells."},
	{PMonth, NSSchema + "temporalCoverage", []string{"statement"}, []string{"month"}, "The month in which it was said or, where that is unknown, published."},
	{PConfidence, NSOurs + "confidence", []string{"statement"}, []string{ToNumber}, "How many of the statements found so are right, in words and speaker, 0 to 1; 1 where hand-coded."},
	{PRule, NSProv + "wasGeneratedBy", []string{"statement", "contrast"}, []string{ToText}, "The rule that found it."},
	{PAnswers, NSOurs + "answers", []string{"statement"}, []string{ToText}, "A coder's word that it answers another: relation|statement|note."},
	{PTakesUp, NSOurs + "takesUp", []string{"statement"}, []string{ToText}, "The name of a statement that a coder says it answers, to find it by when that one comes later."},
	{PAlias, NSSkos + "altLabel", []string{"actor"}, []string{ToText}, "Another name of the actor."},
	{PClass, NSSchema + "category", []string{"actor"}, []string{ToText}, "Person, organisation, country, group or unnamed."},
	{PActsFor, NSProv + "actedOnBehalfOf", []string{"actor"}, []string{"actor"}, "On whose behalf the actor has acted at any time; the delegation has the dates."},
	{PDelegate, NSProv + "hadDelegate", []string{"delegation"}, []string{"actor"}, "Who acts."},
	{PResponsible, NSProv + "agent", []string{"delegation"}, []string{"actor"}, "For whom."},
	{PRole, NSProv + "hadRole", []string{"delegation"}, []string{ToText}, "In which role."},
	{PFrom, NSSchema + "startDate", []string{"delegation"}, []string{ToDate}, "Since when."},
	{PTo, NSSchema + "endDate", []string{"delegation"}, []string{ToDate}, "Until when, inclusive."},
	{PCounter, NSAIF + "Premise", []string{"contrast"}, []string{"statement"}, "The statement that answers."},
	{PClaim, NSAIF + "Conclusion", []string{"contrast"}, []string{"statement"}, "The statement that is answered."},
	{PRelation, NSSchema + "additionalType", []string{"contrast"}, []string{"relation"}, "How the counter stands to the claim."},
	{PBasis, NSOurs + "basis", []string{"contrast"}, []string{ToText}, "What it rests on: explicit, juxtaposed, across documents or curated."},
	{PScore, NSOurs + "score", []string{"contrast"}, []string{ToNumber}, "How strong it is, 0 to 1: the sum of its reasons' weights."},
	{PBecause, NSOurs + "because", []string{"contrast"}, []string{ToText}, "One reason with its weight: +0.40 signal: sentence."},
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
