package notebook

import (
	"cmp"
	"context"
	"regexp"
	"slices"
	"strings"

	"counterclaim/graph"
	"counterclaim/graph/store"
	"counterclaim/networks"
	"counterclaim/plots"
	"counterclaim/queries"
)

// A Completion is what may stand from Start to End of a source, which count in Unicode code
// points as Jupyter's do.
type Completion struct {
	Start   int     `json:"start"`
	End     int     `json:"end"`
	Matches []Match `json:"matches"`
}

// A Match is one of the things that may stand there.
type Match struct {
	Text string `json:"text"`
	Type string `json:"type"`           // predicate, actor, question, parameter, verb ...
	Says string `json:"says,omitempty"` // what it is
}

// mostMatches is how many are offered at once.
const mostMatches = 200

// Complete returns what may stand at the cursor of a code cell: names of the vocabulary, nodes
// that are in the store, verbs, questions and their parameters. Those come first that begin
// with what is written, then those that contain it.
func Complete(ctx context.Context, read Reader, source string, cursor int) (Completion, error) {
	runes := []rune(source)
	cursor = min(max(cursor, 0), len(runes))
	before := string(runes[:cursor])
	at := before[strings.LastIndexByte(before, '\n')+1:]
	c := completer{ctx: ctx, read: read}
	var written string
	if strings.HasPrefix(strings.TrimSpace(source), "%") {
		written = c.line(strings.TrimLeft(at, " \t"))
	} else {
		written = c.script(at)
	}
	n := len([]rune(written))
	return Completion{Start: cursor - n, End: cursor, Matches: best(c.found, written)}, c.err
}

// A completer collects what may stand.
type completer struct {
	ctx   context.Context
	read  Reader
	found []Match
	err   error
}

func (c *completer) add(text, kind, says string) {
	c.found = append(c.found, Match{text, kind, says})
}

// line completes a line that begins with a percent sign, and returns the word that is there.
func (c *completer) line(at string) string {
	words := strings.Fields(strings.TrimPrefix(at, "%"))
	if at == "%" || strings.HasSuffix(at, " ") {
		words = append(words, "")
	}
	if len(words) == 0 {
		return ""
	}
	written := words[len(words)-1]
	switch len(words) {
	case 1:
		c.verbs()
		return written
	case 2:
		c.names(words[0])
		return written
	}
	params := paramsOf(words[0], words[1])
	name, value, given := strings.Cut(written, "=")
	if !given {
		for _, p := range params {
			if !slices.ContainsFunc(words[2:len(words)-1], func(w string) bool { return strings.HasPrefix(w, p.Name+"=") }) {
				c.add(p.Name+"=", "parameter", p.Text)
			}
		}
		return written
	}
	for _, p := range params {
		if p.Name == name {
			c.values(p, value)
		}
	}
	return value
}

func (c *completer) verbs() {
	c.add("query", "verb", "Ask a named question.")
	c.add("plot", "verb", "Draw a picture.")
	c.add("network", "verb", "Make a network of discourse network analysis.")
}

// names offers what the verb can be asked for.
func (c *completer) names(verb string) {
	switch verb {
	case "plot":
		for _, k := range plots.Kinds {
			c.add(k.Name, "picture", k.Says)
		}
	case "network":
		for _, k := range networks.Kinds {
			c.add(string(k.Kind), "network", k.Says)
		}
	case "query":
		all, err := queries.All()
		c.err = err
		for _, q := range all {
			c.add(q.Name, "question", q.Title)
		}
	}
}

// paramsOf returns the parameters of a question; pictures and networks take those that pick
// statements.
func paramsOf(verb, name string) []queries.Param {
	var own []queries.Param
	switch verb {
	case "plot":
		own = []queries.Param{{Name: "by", Text: "Whose statements stand together: actor or side."}, {Name: "top", Text: "How many lanes or rows."}, {Name: "network", Text: "Which network the picture network draws."}}
	case "network":
		own = []queries.Param{{Name: "by", Text: "What the nodes are: actor, side, outlet or concept."}, {Name: "normalise", Text: "What weights are divided by."}, {Name: "duplicates", Text: "Which statements that repeat one count."}, {Name: "agreement", Text: "What weights of actor-concept make of positions."}}
	}
	if verb != "query" {
		name = queries.PickingName
	}
	q, err := queries.Find(name)
	if err != nil {
		return own
	}
	return append(own, q.Params...)
}

// values offers what a parameter can be.
func (c *completer) values(p queries.Param, begin string) {
	predicate, ok := p.Predicate()
	if !ok || len(predicate.To) == 0 {
		return
	}
	switch class := predicate.To[0]; class {
	case "kind":
		c.kinds("", "")
	case "relation":
		c.relations("", "")
	default:
		c.nodes(class, begin, "")
	}
}

// kinds and the functions after it offer nodes, between a prefix and an end.
func (c *completer) kinds(prefix, end string) {
	for _, k := range graph.Kinds {
		c.add(prefix+string(k.Kind)+end, "kind", k.Says)
	}
}

func (c *completer) relations(prefix, end string) {
	for _, r := range graph.Relations {
		c.add(prefix+string(r.Relation)+end, "relation", r.Says)
	}
}

func (c *completer) nodes(class, begin, end string) {
	err := c.read(func(db *store.Store) error {
		ids, err := db.NodesOf(c.ctx, class)
		for _, id := range ids {
			if strings.Contains(id, begin) {
				c.add(id+end, class, "")
			}
		}
		return err
	})
	c.err = cmp.Or(c.err, err)
}

var (
	inNode   = regexp.MustCompile(`["'\x60]<([\w:/.-]*)$`)                                                          // "<actor:ch
	walking  = regexp.MustCompile(`(?i)\b(in|out|both|has|hasr|save|saver|saveopt|saveoptr)\(\s*["'\x60]<?[\w-]*$`) // .In("<spea
	inMember = regexp.MustCompile(`\.\s*(\w*)$`)                                                                    // .Ta
	inWord   = regexp.MustCompile(`(\w+)$`)
)

// script completes a line of a script, and returns the word that is there.
func (c *completer) script(at string) string {
	if m := inNode.FindStringSubmatch(at); m != nil {
		if walking.MatchString(at) {
			for _, p := range graph.Predicates {
				c.add(p.Name+">", "predicate", p.Says)
			}
			return m[1]
		}
		c.nodeNames(m[1])
		return m[1]
	}
	if m := inMember.FindStringSubmatch(at); m != nil {
		for _, t := range gizmoTerms {
			c.add(t.Name, "method", t.Says)
		}
		for _, v := range queries.Verbs() {
			if v.Method {
				c.add(v.Name, "verb", v.Says)
			}
		}
		return m[1]
	}
	m := inWord.FindStringSubmatch(at)
	if m == nil {
		return ""
	}
	c.add("g", "graph", "The graph: g.V(\"<actor:china>\") begins a walk, g.emit({...}) gives a row.")
	for _, v := range queries.Verbs() {
		if !v.Method {
			c.add(v.Name, "verb", v.Says)
		}
	}
	return m[1]
}

// nodeNames offers nodes: the beginnings of their names or, behind a colon, the nodes.
func (c *completer) nodeNames(begin string) {
	prefix, _, whole := strings.Cut(begin, ":")
	for _, class := range graph.NodeClasses {
		switch {
		case !whole:
			c.add(class.Prefix, "class", class.Says)
		case class.Prefix != prefix+":":
		case class.Name == "kind":
			c.kinds(class.Prefix, ">")
		case class.Name == "relation":
			c.relations(class.Prefix, ">")
		case class.Name == "class":
			for _, named := range graph.NodeClasses {
				c.add("class:"+named.Name+">", "class", named.Says)
			}
		default:
			c.nodes(class.Name, begin, ">")
		}
	}
}

// best returns the matches that begin with what is written, then those that contain it, each
// sorted, and no more than can be looked at.
func best(found []Match, written string) []Match {
	rank := func(m Match) int {
		_, plain, _ := strings.Cut(m.Text, ":")
		text, want := strings.ToLower(m.Text), strings.ToLower(written)
		switch {
		case strings.HasPrefix(text, want):
			return 0
		case strings.HasPrefix(plain, want):
			return 1
		case strings.Contains(text, want):
			return 2
		}
		return 3
	}
	found = slices.DeleteFunc(found, func(m Match) bool { return rank(m) == 3 })
	slices.SortStableFunc(found, func(a, b Match) int { return cmp.Or(rank(a)-rank(b), strings.Compare(a.Text, b.Text)) })
	found = slices.CompactFunc(found, func(a, b Match) bool { return a.Text == b.Text })
	return append([]Match{}, found[:min(len(found), mostMatches)]...)
}
