package article

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"counterclaim/graph"
)

// headerLines is how many lines at the top can be title, byline and date, and how
// many at the end can say where the article appeared.
const (
	headerLines = 12
	footerLines = 40
)

// The header is read once an article, so patterns are fine here.
var (
	isoDate   = regexp.MustCompile(`\b((?:19|20)\d\d)-(\d\d)-(\d\d)\b`)
	wordDate  = regexp.MustCompile(`\b(?:(\d{1,2})(?:st|nd|rd|th)?\s+)?(January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\.?\s+(?:(\d{1,2})(?:st|nd|rd|th)?,?\s+)?((?:19|20)\d\d)\b`)
	slashDate = regexp.MustCompile(`\b(\d\d)/(\d\d)/((?:19|20)\d\d)\b`)
	byline    = regexp.MustCompile(`^\W*(?:By|BY)\s+(\p{L}[^()\d]{2,80}?)(?:\s+in\s+[\p{L} .]+?)?\s*(?:\(([^()]+)\)|,|\||$|Updated|[a-z]+\s*@)`)
	dateline  = regexp.MustCompile(`^\p{Lu}[\p{L}\d .,/'-]{1,60}?(?:\(([^()]{2,30})\)\s*[—–-]+|\s[—–]+|\s--?)\s`)
	dated     = regexp.MustCompile(`^(\p{Lu}[^\d|]{2,40}?)\s*[,|·-]\s*(?:\p{L}+day,\s*)?\d`)
	imprint   = regexp.MustCompile(`^\(([^()]*?)\s+(\d\d/\d\d/(?:19|20)\d\d)[^()]*\)`)
)

// header fills in title, author, publisher and date from the lines before the
// article's first sentence, and returns how many lines those are.
func (a *Loader) header(d *graph.Document, lines []line) int {
	n := 0
	var rest []string // lines that may be title, outlet or section
	for n < len(lines) && n < headerLines && !a.opens(&lines[n]) {
		if !a.headerLine(d, lines[n].words) {
			rest = append(rest, strings.TrimLeft(lines[n].words, "# "))
		}
		n++
	}
	if n == headerLines || n == len(lines) { // no header to speak of: a text of its own
		if len(rest) == 0 || n == len(lines) {
			n, rest = 0, nil
		}
	}
	d.Title, d.Publisher = titleAmong(rest, d.Title, d.Publisher)
	if n < len(lines) {
		a.dateline(d, lines[n].words)
	}
	for i := len(lines) - 1; i >= max(n, len(lines)-footerLines); i-- {
		if !strings.HasPrefix(lines[i].words, "(") {
			continue
		}
		if m := imprint.FindStringSubmatch(lines[i].words); m != nil {
			if d.Publisher == "" {
				d.Publisher = m[1]
			}
			if d.Published == "" {
				d.Published = dateIn(m[2])
			}
		}
	}
	return n
}

// opens reports whether a line begins the article: it is a sentence, or longer than
// a headline, and no byline.
func (a *Loader) opens(l *line) bool {
	return l.prose() && (endsLikeSentence(l.words) || len(l.words) >= 2*teaserLine) &&
		bylineIn(l.words) == nil && !isBoilerplate(strings.ToLower(l.words)) && len(l.words) >= shortLine
}

// titleAmong chooses the title among the lines that are nothing else: the first
// that is no menu, unless that is short and in capitals and a longer one follows;
// then it is the outlet. What the page itself says stands.
func titleAmong(rest []string, title, publisher string) (string, string) {
	rest = slices.DeleteFunc(rest, isMenu)
	if len(rest) > 1 && len(strings.Fields(rest[0])) <= 4 && len(rest[0]) < len(rest[1]) && allCapitalised(rest[0]) {
		if publisher == "" {
			publisher = rest[0]
		}
		rest = rest[1:]
	}
	if title == "" && len(rest) > 0 {
		title = rest[0]
	}
	return title, publisher
}

// isMenu reports whether at least half of a line's words are those of a page's
// menus and sections.
func isMenu(line string) bool {
	words := strings.FieldsFunc(strings.ToLower(line), func(r rune) bool { return !unicode.IsLetter(r) })
	menu := 0
	for _, w := range words {
		if menuWords.Has(w) {
			menu++
		}
	}
	return 2*menu >= len(words)
}

// menuWords are what a page calls its parts.
var menuWords = set("about account analysis archive arts biz blogs books breaking business classifieds comment comments community contact contests culture desk e-paper economy education elections email english entertainment environment events exclusive facebook fashion features finance follow food gallery games health help home jobs latest life lifestyle live local log login markets media menu more most national news newsletter newsletters obituaries opinion opinions photos podcasts politics popular print privacy radio read regions related religion reviews science search section sections share shop sign sport sports style subscribe tech technology today top topics topic travel tv twitter uk us video videos watch weather world")

func allCapitalised(s string) bool {
	for _, w := range strings.Fields(s) {
		if r, _ := utf8.DecodeRuneInString(w); !unicode.IsUpper(r) {
			return false
		}
	}
	return true
}

// dateline reads "ALDERMERE, May 6, 2031 (Coastal Wire) -" before the first
// sentence.
func (a *Loader) dateline(d *graph.Document, words string) {
	m := dateline.FindStringSubmatch(words)
	if m == nil {
		return
	}
	if d.Publisher == "" {
		d.Publisher = m[1]
	}
	if d.Published == "" {
		d.Published = dateIn(m[0])
	}
}

// country returns the country of the place in a dateline at the end of what stands
// before the article: "TEHRAN - ".
func (a *Loader) country(before string) string {
	line := before[strings.LastIndexByte(before, '\n')+1:]
	place := strings.FieldsFunc(line, func(r rune) bool { return !unicode.IsLetter(r) && r != ' ' && r != '.' })
	if len(place) == 0 {
		return ""
	}
	name := strings.TrimSpace(place[0])
	if name == strings.ToUpper(name) {
		name = titled(strings.ToLower(name))
	}
	id, _, _ := a.book.Find(name)
	if actor, ok := a.book.Actor(id); !ok || actor.Class != graph.Country {
		return ""
	}
	return id
}

// headerLine reads a line of the header; it is false where the line may be the
// title.
func (a *Loader) headerLine(d *graph.Document, words string) bool {
	if date := dateIn(words); date != "" {
		if d.Published == "" {
			d.Published = date
		}
		if bylineIn(words) == nil && len(words) < shortLine {
			if m := dated.FindStringSubmatch(words); m != nil && d.Publisher == "" && a.organisationName(m[1]) {
				d.Publisher = m[1]
			}
			return true
		}
	}
	if m := bylineIn(strings.TrimLeft(words, "-–—• ")); m != nil {
		d.Author = strings.TrimSpace(m[1])
		if m[2] != "" {
			d.Publisher = m[2]
		}
		return true
	}
	if outlet, section, ok := strings.Cut(words, " | "); ok && isMenu(section) && !isMenu(outlet) { // "THE HARBOUR COURIER | Opinion"
		if d.Publisher == "" {
			d.Publisher = titled(strings.ToLower(outlet))
		}
		return true
	}
	if outlet := a.outlet(words); outlet != "" {
		if d.Publisher == "" {
			d.Publisher = outlet
		}
		return true
	}
	return isBoilerplate(strings.ToLower(words)) || strings.Contains(words, " / ") || strings.Contains(words, " > ")
}

// organisationName reports whether a name is that of an organisation by its
// words.
func (a *Loader) organisationName(name string) bool {
	return a.book.Derive(name).Class == graph.Organisation || a.isOutlet(name)
}

// outlet returns the publisher that a line is the name of: "The Inquirer-Home",
// "China Daily (Hong Kong)".
func (a *Loader) outlet(words string) string {
	name := strings.TrimSpace(strings.TrimSuffix(strings.TrimSuffix(words, "-Home"), " - Home"))
	if a.isOutlet(name) {
		return name
	}
	before, _, ok := strings.Cut(name, " (")
	if ok && strings.HasSuffix(name, ")") && a.isOutlet(before) {
		return name
	}
	return ""
}

func (a *Loader) isOutlet(name string) bool {
	id, _, ok := a.book.Find(name)
	if !ok {
		return false
	}
	actor, _ := a.book.Actor(id)
	return actor.Class == graph.Organisation
}

// bylineIn returns the author and the outlet of a byline, as the pattern has them,
// nil where the words are none.
func bylineIn(words string) []string {
	if !strings.Contains(words, "By") && !strings.Contains(words, "BY") {
		return nil
	}
	return byline.FindStringSubmatch(words)
}

// dateIn returns the first full date in the words.
func dateIn(words string) graph.Date {
	if !strings.Contains(words, "19") && !strings.Contains(words, "20") {
		return ""
	}
	if m := isoDate.FindStringSubmatch(words); m != nil {
		return valid(m[1], m[2], m[3])
	}
	if m := wordDate.FindStringSubmatch(words); m != nil {
		day := m[1]
		if m[3] != "" {
			day = m[3]
		}
		if month, ok := months[strings.ToLower(m[2])]; ok && day != "" {
			return valid(m[4], fmt.Sprintf("%02d", month), fmt.Sprintf("%02s", day))
		}
	}
	if m := slashDate.FindStringSubmatch(words); m != nil { // month first, as where such imprints are used
		return valid(m[3], m[1], m[2])
	}
	return ""
}

func valid(year, month, day string) graph.Date {
	if len(day) == 1 {
		day = "0" + day
	}
	d := graph.Date(year + "-" + month + "-" + day)
	if _, err := time.Parse("2006-01-02", string(d)); err != nil {
		return ""
	}
	return d
}
