package notebook

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"counterclaim/graph"
	"counterclaim/networks"
	"counterclaim/plots"
	"counterclaim/queries"
)

// An Inspection is what is known of a word, to read.
type Inspection struct {
	Title string `json:"title"`
	Text  string `json:"text"`
}

var wordIn = regexp.MustCompile(`[\w:/-]`)

// Inspect explains the word at the cursor of a code cell: a question, a parameter, a predicate,
// kind or relation, a class of nodes, a verb or a method of Gizmo; false where it is none of
// these. cursor counts in Unicode code points.
func Inspect(source string, cursor int) (Inspection, bool) {
	word := wordAt([]rune(source), cursor)
	if word == "" {
		return Inspection{}, false
	}
	if strings.HasPrefix(strings.TrimSpace(source), "%") {
		if found, ok := inspectLine(source, word); ok {
			return found, true
		}
	}
	for _, explain := range []func(string) (Inspection, bool){inspectNode, inspectPredicate, inspectVerb, inspectGizmo, inspectQuestion} {
		if found, ok := explain(word); ok {
			return found, true
		}
	}
	return Inspection{}, false
}

// wordAt returns the word that the cursor is in or behind.
func wordAt(runes []rune, cursor int) string {
	cursor = min(max(cursor, 0), len(runes))
	in := func(i int) bool { return i >= 0 && i < len(runes) && wordIn.MatchString(string(runes[i])) }
	from, to := cursor, cursor
	for in(from - 1) {
		from--
	}
	for in(to) {
		to++
	}
	return string(runes[from:to])
}

func inspectLine(source, word string) (Inspection, bool) {
	words := strings.Fields(strings.TrimPrefix(strings.TrimSpace(source), "%"))
	if len(words) < 2 {
		return Inspection{}, false
	}
	for _, p := range paramsOf(words[0], words[1]) {
		if p.Name == word {
			return Inspection{"parameter " + p.Name, p.Text}, true
		}
	}
	if words[0] == "query" && words[1] == word {
		return inspectQuestion(word)
	}
	for _, k := range plots.Kinds {
		if words[0] == "plot" && k.Name == word {
			return Inspection{"picture " + word, k.Says}, true
		}
	}
	for _, k := range networks.Kinds {
		if words[0] == "network" && string(k.Kind) == word {
			return Inspection{"network " + word, k.Says}, true
		}
	}
	return Inspection{}, false
}

func inspectQuestion(word string) (Inspection, bool) {
	q, err := queries.Find(word)
	if err != nil {
		return Inspection{}, false
	}
	lines := []string{q.Title + ".", q.About, "", "Parameters"}
	for _, p := range q.Params {
		lines = append(lines, fmt.Sprintf("  %-15s %s", p.Name, p.Text))
	}
	lines = append(lines, "", "Columns")
	for _, c := range q.Columns {
		lines = append(lines, fmt.Sprintf("  %-15s %s", c.Name, c.Text))
	}
	return Inspection{"question " + q.Name, strings.Join(lines, "\n")}, true
}

func inspectPredicate(word string) (Inspection, bool) {
	p, ok := graph.FindPredicate(word)
	if !ok {
		return Inspection{}, false
	}
	return Inspection{"predicate <" + p.Name + ">", fmt.Sprintf("%s\nFrom %s to %s.\n%s", p.Says, strings.Join(p.From, ", "), strings.Join(p.To, ", "), p.IRI)}, true
}

// inspectNode explains kinds, relations, and the classes of other nodes.
func inspectNode(word string) (Inspection, bool) {
	class, known := graph.ClassOf(word)
	_, plain, _ := strings.Cut(word, ":")
	for _, k := range graph.Kinds {
		if string(k.Kind) == plain && class.Name == "kind" || string(k.Kind) == word {
			return Inspection{"kind " + string(k.Kind), strings.TrimSpace(k.Says + "\n" + codes(k))}, true
		}
	}
	for _, r := range graph.Relations {
		if string(r.Relation) == plain && class.Name == "relation" || string(r.Relation) == word {
			return Inspection{"relation " + string(r.Relation), r.Says + "\n" + r.IRI}, true
		}
	}
	if !known {
		return Inspection{}, false
	}
	return Inspection{class.Name + " " + word, class.Says}, true
}

func codes(k graph.KindRow) string {
	var parts []string
	for _, c := range [][2]string{{"CAMEO", k.CAMEO}, {"PLOVER", k.PLOVER}} {
		if c[1] != "" {
			parts = append(parts, c[0]+" "+c[1])
		}
	}
	return strings.Join(parts, ", ")
}

func inspectVerb(word string) (Inspection, bool) {
	all := queries.Verbs()
	i := slices.IndexFunc(all, func(v queries.Verb) bool { return v.Name == word })
	if i < 0 {
		return Inspection{}, false
	}
	return Inspection{all[i].Usage, all[i].Says}, true
}

func inspectGizmo(word string) (Inspection, bool) {
	i := slices.IndexFunc(gizmoTerms, func(t term) bool { return strings.EqualFold(t.Name, word) })
	if i < 0 {
		return Inspection{}, false
	}
	return Inspection{gizmoTerms[i].Name, gizmoTerms[i].Says}, true
}
