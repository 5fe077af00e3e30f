package contrast

import (
	"cmp"
	"slices"
	"strings"
	"sync"
	"time"
	"unicode"

	"counterclaim/graph"
	"counterclaim/loaders/text"
	"counterclaim/seeds"
)

// An incident is named after the act, a name that the statement puts beside it, and
// the year: attacks-through-networks-stavik-2031. That is what one document tells.
// So two documents agree on it without having seen each other, and it does not
// depend on which others are there. A statement without a name of its own is about
// what its document is most about.

// Incidents returns the coding with the incidents that its statements are about,
// besides those that a coder gave.
func Incidents(c graph.Coding) graph.Coding {
	n := newNamer(&c)
	own := make([][]string, len(c.Statements))
	count := map[string]int{}
	for i := range c.Statements {
		own[i] = n.names(&c.Statements[i])
		for _, name := range own[i] {
			count[name]++
		}
	}
	main := commonest(count)
	c.Statements = slices.Clone(c.Statements)
	for i := range c.Statements {
		s := &c.Statements[i]
		acts := harms(s)
		if len(acts) == 0 || slices.ContainsFunc(s.About, isIncident) {
			continue
		}
		names := own[i]
		if len(names) == 0 && main != "" {
			names = []string{main}
		}
		for _, act := range acts {
			for _, name := range names {
				s.About = append(slices.Clip(s.About), incidentID(act, name, cmp.Or(s.Said, c.Document.Published)))
			}
		}
		slices.Sort(s.About)
		s.About = slices.Compact(s.About)
	}
	return c
}

func isIncident(about string) bool { return strings.HasPrefix(about, "incident:") }

func incidentID(act, name string, when graph.Date) string {
	id := "incident:" + strings.ReplaceAll(act, " ", "-") + "-" + name
	if year, _, _ := strings.Cut(string(when), "-"); year != "" {
		id += "-" + year
	}
	return id
}

// harms returns the families of acts that the statement is about and somebody can
// be blamed for.
func harms(s *graph.Statement) []string {
	return slices.DeleteFunc(families(s.About), func(f string) bool { return !blamed(f) })
}

// commonest returns the key that counts most, of several the first by name.
func commonest(count map[string]int) string {
	best := ""
	for name, n := range count {
		if n > count[best] || n == count[best] && name < best {
			best = name
		}
	}
	return best
}

// A namer finds the names in statements of a document that can stand for an
// incident.
type namer struct {
	organisations map[string]bool // actors
	taken         map[string]bool // words of actors' names, in lower case
	countries     []string        // words of countries' names
}

func newNamer(c *graph.Coding) *namer {
	n := &namer{map[string]bool{}, map[string]bool{}, nil}
	for i := range c.Actors {
		a := &c.Actors[i]
		n.organisations[a.ID] = a.Class == graph.Organisation || a.Class == graph.Group
		for _, name := range a.Names {
			for _, w := range plainWords(name) {
				n.taken[strings.ToLower(w)] = true
				if a.Class == graph.Country {
					n.countries = append(n.countries, strings.ToLower(w))
				}
			}
		}
	}
	return n
}

// names returns the organisations that the statement names besides its sides, and
// the places and things in its words that begin with a capital.
func (n *namer) names(s *graph.Statement) []string {
	var out []string
	for _, a := range append([]string{s.Target.Actor, s.Victim.Actor}, s.Mentions...) {
		if n.organisations[a] && a != s.Side && a != s.TargetSide {
			out = append(out, strings.TrimPrefix(a, "actor:"))
		}
	}
	if a := s.Speaker.Actor; n.organisations[a] && a != s.Side && s.Has(graph.Attribution) {
		out = append(out, strings.TrimPrefix(a, "actor:"))
	}
	out = append(out, n.capitals(s.Text)...)
	slices.Sort(out)
	out = slices.Compact(out)
	return out[:min(len(out), mostNames)]
}

// capitals returns the runs of words with a capital inside a sentence that name
// something: "lund-bay".
func (n *namer) capitals(words string) []string {
	var out []string
	run, starts := "", true
	end := func() {
		if run != "" {
			out = append(out, run)
		}
		run = ""
	}
	for _, field := range strings.Fields(words) {
		opens := strings.ContainsAny(field[:1], `"'(`) || strings.HasPrefix(field, "“") || strings.HasPrefix(field, "‘")
		for _, w := range plainWords(field) {
			if low := strings.ToLower(w); !starts && !opens && n.isName(w, low) {
				run = strings.TrimPrefix(run+"-"+low, "-")
			} else {
				end()
			}
		}
		if starts = strings.ContainsAny(field[len(field)-1:], `.!?:"`) || strings.HasSuffix(field, "…") || strings.HasSuffix(field, "”"); starts {
			end()
		}
	}
	end()
	return out
}

// mostNames is how many names of a statement stand for incidents.
const mostNames = 4

// isName reports whether the word names a place or a thing: no actor, no adjective
// of a country, no word of a topic.
func (n *namer) isName(w, low string) bool {
	first := []rune(w)[0]
	if !unicode.IsUpper(first) || len(w) < 3 || n.taken[low] || stopwords().Has(low) || topicStems()[text.Stem(low)] || calendar[low] || nationalities()[low] || offices().Has(low) || governments().Has(low) {
		return false
	}
	if part, _, compound := strings.Cut(low, "-"); compound && (n.taken[part] || nationalities()[part]) {
		return false // "US-based"
	}
	return !slices.ContainsFunc(n.countries, func(c string) bool { return len(low) > 4 && len(c) > 4 && low[:4] == c[:4] })
}

// calendar are words for days and months, which name no affair.
var calendar = func() map[string]bool {
	out := map[string]bool{}
	for d := range 7 {
		out[strings.ToLower(time.Weekday(d).String())] = true
	}
	for m := time.January; m <= time.December; m++ {
		out[strings.ToLower(m.String())], out[strings.ToLower(m.String()[:3])] = true, true
	}
	out["sept"] = true
	return out
}()

func plainWords(s string) []string {
	words := strings.FieldsFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '-' })
	for i, w := range words {
		words[i] = strings.Trim(w, "-")
	}
	return slices.DeleteFunc(words, func(w string) bool { return w == "" })
}

var (
	offices     = sync.OnceValue(func() *text.List { return text.Words("roles") })
	governments = sync.OnceValue(func() *text.List { return text.Words("governments") })
)

// nationalities are the words for countries and their people, and their capitals.
var nationalities = sync.OnceValue(func() map[string]bool {
	out := map[string]bool{}
	data, err := seeds.Files.ReadFile("countries.txt")
	if err != nil {
		panic(err)
	}
	for line := range strings.Lines(string(data)) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		for _, w := range plainWords(line) {
			out[strings.ToLower(w)] = true
		}
	}
	return out
})
