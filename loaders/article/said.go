package article

import (
	"fmt"
	"sort"
	"strings"
	"time"

	"counterclaim/graph"
	"counterclaim/loaders/text"
)

// months and weekdays by all their names: "february", "feb", "feb.".
var months, weekdays = func() (map[string]time.Month, map[string]time.Weekday) {
	m := map[string]time.Month{"sept": time.September, "sept.": time.September}
	for k := time.January; k <= time.December; k++ {
		name := strings.ToLower(k.String())
		m[name], m[name[:3]], m[name[:3]+"."] = k, k, k
	}
	d := map[string]time.Weekday{}
	for k := time.Sunday; k <= time.Saturday; k++ {
		d[strings.ToLower(k.String())] = k
	}
	return m, d
}()

// said finds when something was said from the words of a sentence outside what
// is said in it, counted back from the article's date. Without that date only
// full dates are understood.
func (p *page) said(sentence int) graph.Date {
	s := p.Sentences[sentence]
	for i := s.First; i < s.Last; i++ {
		if p.quoted(i) {
			continue
		}
		if d := p.dateAt(i, s.Last); d != "" && !p.isContent(sentence, i) {
			return d
		}
	}
	return ""
}

// isContent reports whether token i is part of what is said in the sentence.
func (p *page) isContent(sentence, i int) bool {
	k := sort.Search(len(p.found), func(k int) bool { return p.found[k].sentence >= sentence })
	for ; k < len(p.found) && p.found[k].sentence == sentence; k++ {
		if covers(p.found[k].content, text.Range{First: i, Last: i + 1}) {
			return !p.betweenObjectAndRest(&p.found[k], i)
		}
	}
	return false
}

// betweenObjectAndRest reports whether the day at token i stands between whom the
// cue is about and what of: "accused Veldany on Monday of".
func (p *page) betweenObjectAndRest(f *found, i int) bool {
	return i < f.start()+8 && i+1 < len(p.Tokens) && p.Tokens[i+1].In("of", "to", "for", "over") && byClass[f.class] != ""
}

// dateAt returns the date that the words at token i name, "" for none.
func (p *page) dateAt(i, last int) graph.Date {
	low := p.Tokens[i].Lower
	if !dateWords.Has(low) && low != "ago" {
		return ""
	}
	published, _ := p.doc.Published.Days()
	day := len(p.doc.Published) == len("2006-01-02")
	if month, ok := months[low]; ok && p.Tokens[i].Is(text.Capital) {
		return p.monthAt(i, last, month, published)
	}
	if !day {
		return ""
	}
	before := i > 0 && p.Tokens[i-1].Lower == "last"
	if weekday, ok := weekdays[low]; ok && p.Tokens[i].Is(text.Capital) {
		back := (int(published.Weekday()) - int(weekday) + 7) % 7
		if before && back == 0 {
			back = 7
		}
		return graph.Date(published.AddDate(0, 0, -back).Format("2006-01-02"))
	}
	if low == "ago" {
		return p.ago(i, published)
	}
	switch {
	case low == "yesterday":
		return graph.Date(published.AddDate(0, 0, -1).Format("2006-01-02"))
	case low == "today":
		return p.doc.Published
	case low == "month" && before:
		return graph.Date(published.AddDate(0, 0, -published.Day()).Format("2006-01"))
	case low == "week" && before:
		return graph.Date(published.AddDate(0, 0, -7).Format("2006-01"))
	case low == "year" && before:
		return graph.Date(published.AddDate(-1, 0, 0).Format("2006"))
	}
	return ""
}

// ago reads "two weeks ago", "a year ago": the longer ago, the less precise.
func (p *page) ago(i int, published time.Time) graph.Date {
	if i < 2 {
		return ""
	}
	n := number(p.Tokens[i-2].Lower, 99)
	if v, ok := p.numeral(i - 2); ok && v.IsInt() {
		n = int(v.Num().Int64())
	}
	if p.Tokens[i-2].In("a", "an", "one") {
		n = 1
	}
	if n == 0 {
		return ""
	}
	switch p.Tokens[i-1].Lower {
	case "day", "days":
		return graph.Date(published.AddDate(0, 0, -n).Format("2006-01-02"))
	case "week", "weeks":
		return graph.Date(published.AddDate(0, 0, -7*n).Format("2006-01"))
	case "month", "months":
		return graph.Date(published.AddDate(0, 0, 1-published.Day()).AddDate(0, -n, 0).Format("2006-01"))
	case "year", "years":
		return graph.Date(published.AddDate(-n, 0, 0).Format("2006"))
	}
	return ""
}

// saidTheDayBefore reports whether the sentence's frame says "the day before", "a
// day earlier", which counts from what was told last.
func (p *page) saidTheDayBefore(sentence int) bool {
	s := p.Sentences[sentence]
	for i := s.First + 1; i+1 < s.Last; i++ {
		if p.Tokens[i].Lower != "day" || p.quoted(i) || p.isContent(sentence, i) {
			continue
		}
		if p.Tokens[i-1].In("the", "a", "one") && p.Tokens[i+1].In("before", "earlier") || p.is(i-1, "previous") {
			return true
		}
	}
	return false
}

// monthAt reads "March 12, 2013", "12 March", "Feb 12", "last May", "December".
// Without a year it is the last such month before the article.
func (p *page) monthAt(i, last int, month time.Month, published time.Time) graph.Date {
	year, day := 0, 0
	if i+1 < last {
		day = number(p.Tokens[i+1].Lower, 31)
		year = yearOf(p.Tokens[i+1].Lower)
	}
	if i > 0 && day == 0 {
		day = number(p.Tokens[i-1].Lower, 31)
	}
	for k := i + 2; k < last && k <= i+3 && year == 0; k++ {
		year = yearOf(p.Tokens[k].Lower)
	}
	if low := p.Tokens[i].Lower; low == "may" || low == "march" {
		prev := i > 0 && p.Tokens[i-1].In("in", "on", "last", "since", "of", "by", "until", "early", "late")
		if !prev && day == 0 && year == 0 {
			return ""
		}
	}
	if year == 0 {
		if published.IsZero() {
			return ""
		}
		year = published.Year()
		if month > published.Month() {
			year--
		}
	}
	if day > 0 {
		return graph.Date(fmt.Sprintf("%04d-%02d-%02d", year, month, day))
	}
	return graph.Date(fmt.Sprintf("%04d-%02d", year, month))
}

func number(s string, most int) int {
	n := 0
	for _, r := range s {
		if r < '0' || r > '9' || n > most {
			return 0
		}
		n = 10*n + int(r-'0')
	}
	if n > most {
		return 0
	}
	return n
}

func yearOf(s string) int {
	if len(s) != 4 {
		return 0
	}
	if n := number(s, 2100); n >= 1900 {
		return n
	}
	return 0
}
