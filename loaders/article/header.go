package article

import (
	"fmt"
	"regexp"
	"strings"
	"time"

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
	agency    = regexp.MustCompile(`^[\p{Lu}][\p{L} .,'-]{1,50}\(([^()]{2,30})\)\s*[—–-]`)
	imprint   = regexp.MustCompile(`^\(([^()]*?)\s+(\d\d/\d\d/(?:19|20)\d\d)[^()]*\)`)
)

// header fills in title, author, publisher and date from the lines before the
// article's first sentence, and returns how many lines those are.
func (a *Loader) header(d *graph.Document, lines []line) int {
	n := 0
	for n < len(lines) && n < headerLines && !a.opens(&lines[n]) {
		a.headerLine(d, lines[n].words)
		n++
	}
	if n == headerLines || n == len(lines) { // no header to speak of: a text of its own
		if d.Title == "" || n == len(lines) {
			n = 0
		}
	}
	if n < len(lines) {
		if m := agency.FindStringSubmatch(lines[n].words); m != nil && d.Publisher == "" {
			d.Publisher = m[1]
		}
	}
	for i := len(lines) - 1; i >= max(n, len(lines)-footerLines); i-- {
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

// opens reports whether a line begins the article: it is prose and no byline.
func (a *Loader) opens(l *line) bool {
	return l.prose() && !byline.MatchString(l.words) && !isBoilerplate(strings.ToLower(l.words)) && len(l.words) >= shortLine
}

func (a *Loader) headerLine(d *graph.Document, words string) {
	if date := dateIn(words); date != "" && d.Published == "" {
		d.Published = date
		if m := byline.FindStringSubmatch(words); m == nil && len(words) < shortLine {
			return
		}
	}
	if m := byline.FindStringSubmatch(strings.TrimLeft(words, "-–—• ")); m != nil {
		d.Author = strings.TrimSpace(m[1])
		if m[2] != "" {
			d.Publisher = m[2]
		}
		return
	}
	if outlet := a.outlet(words); outlet != "" {
		if d.Publisher == "" {
			d.Publisher = outlet
		}
		return
	}
	if d.Title == "" && !isBoilerplate(strings.ToLower(words)) && !strings.Contains(words, " / ") && !strings.Contains(words, " > ") && len(strings.Fields(words)) > 2 {
		d.Title = strings.TrimSpace(strings.TrimLeft(words, "# "))
	}
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

// dateIn returns the first full date in the words.
func dateIn(words string) graph.Date {
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
