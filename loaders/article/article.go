package article

import (
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"counterclaim/graph"
	"counterclaim/loaders/actors"
	"counterclaim/loaders/text"
)

// A Loader reads news text. It is safe for concurrent use.
type Loader struct {
	book      *actors.Book
	gazetteer gazetteer
}

// New returns a loader that knows the actors of the book.
func New(book *actors.Book) *Loader { return &Loader{book, newGazetteer(book)} }

// Name returns "article".
func (a *Loader) Name() string { return "article" }

// Extensions returns those of text and of HTML.
func (a *Loader) Extensions() []string {
	return []string{".txt", ".text", ".md", ".markdown", ".html", ".htm", ".xhtml"}
}

// Detect reports whether the file is news text by its name: .txt, .md, .html.
func (a *Loader) Detect(path string, head []byte) bool {
	return slices.Contains(a.Extensions(), strings.ToLower(filepath.Ext(path)))
}

// Read finds the statements of one article. Of HTML it reads the article's text
// and leaves the rest of the page out; offsets count in that text. The error is a
// text without words, in another language, or HTML without text.
func (a *Loader) Read(path string, data []byte) ([]graph.Coding, error) {
	d := graph.Document{Name: filepath.Base(path), Format: a.Name()}
	if isHTML(path, data) {
		if err := readHTML(&d, data); err != nil {
			return nil, fmt.Errorf("%s: %w", path, err)
		}
	} else {
		d.Text = string(data)
	}
	if !utf8.ValidString(d.Text) {
		return nil, fmt.Errorf("%s: is not valid UTF-8; convert it first, for example with iconv -t UTF-8", path)
	}
	if err := readable(d.Text); err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return []graph.Coding{a.read(d)}, nil
}

// read finds the statements of a document whose text is there.
func (a *Loader) read(d graph.Document) graph.Coding {
	lines := paragraphs(d.Text)
	body := lines[a.header(&d, lines):]
	d.ID = graph.DocumentID(d)
	var prose []text.Range
	for i := range body {
		if body[i].prose() {
			prose = append(prose, withoutDateline(d.Text, body[i].Range, i == 0))
		}
	}
	c := casts.Get().(*cast)
	defer casts.Put(c)
	c.begin(a, &d, prose)
	if len(prose) > 0 {
		c.place = a.country(d.Text[:prose[0].First])
	}
	c.findNames()
	c.findSpeech()
	statements, people := c.statements()
	return graph.Coding{Document: d, Statements: statements, Actors: people}
}

// withoutDateline takes the place, date and agency before an article's first
// sentence off its first paragraph.
func withoutDateline(source string, r text.Range, first bool) text.Range {
	if first {
		r.First += len(dateline.FindString(source[r.First:r.Last]))
	}
	return r
}

var boilerplateLines = sync.OnceValue(func() []string { return text.Listed("boilerplate") })

// English is told from other languages by how many of its words are the
// commonest ones: about two in five, in other languages fewer than one in ten.
const (
	sampleBytes   = 1 << 11
	fewestToJudge = 40
	fewestCommon  = .15
)

// readable returns an error that says what to do where the text cannot be read.
func readable(source string) error {
	words, common := countWords(text.Lower(source[:cut(source, sampleBytes)]))
	switch {
	case words == 0:
		return errors.New("has no words; give the text of an article")
	case words >= fewestToJudge && float64(common) < fewestCommon*float64(words):
		return fmt.Errorf("does not read as English (%d of %d words are common English ones); only English articles can be read so far: code it by hand, see the format curated", common, words)
	}
	return nil
}

// countWords counts the words of a sample in lower case, and the common ones among
// them.
func countWords(sample string) (words, common int) {
	list, first := stopwords(), -1 // where the word begins, -1 between words
	count := func(word string) {
		if r, _ := utf8.DecodeRuneInString(word); unicode.IsLetter(r) {
			words++
			if list.Has(word) {
				common++
			}
		}
	}
	for i, r := range sample {
		switch {
		case inWord(r):
			if first < 0 {
				first = i
			}
		case first >= 0:
			count(sample[first:i])
			first = -1
		}
	}
	if first >= 0 {
		count(sample[first:])
	}
	return words, common
}

// inWord reports whether a character is part of a word. An apostrophe is: "don't"
// is one.
func inWord(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r && r <= 'z' || '0' <= r && r <= '9' || r == '\''
	}
	return unicode.IsLetter(r) || unicode.IsDigit(r) || r == '’'
}

// cut returns n, or the length of s, moved back to the start of a character.
func cut(s string, n int) int {
	if n >= len(s) {
		return len(s)
	}
	for n > 0 && !utf8.RuneStart(s[n]) {
		n--
	}
	return n
}
