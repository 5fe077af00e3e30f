package graph

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A Document is one source text, or the citation of one where only its
// statements were coded by hand (then Text is empty).
type Document struct {
	ID        string // "doc:" and 12 hexadecimal digits, see DocumentID
	Name      string // what people call it: the file's base name, or the coder's name for it
	Title     string
	Publisher string
	Author    string
	Published Date // as the source gives it; never guessed
	URL       string
	Text      string // UTF-8; all byte offsets of the document's statements count in it
	Format    string // the loader that read it: "article", "curated", "dna"
	Complete  bool   // hand-coded with all its answers: no rule adds an answer of its statements
}

// DocumentID returns the identity of a document: a hash of its URL, else of
// publisher, title and date where all three are known, else of its text. An
// edited text under the same citation is therefore the same document, and so is
// its hand-coded form. Case, spacing and punctuation of the citation do not
// count.
func DocumentID(d Document) string {
	switch {
	case d.URL != "":
		return hash("doc:", 12, strings.TrimSuffix(strings.TrimSpace(d.URL), "/"))
	case d.Publisher != "" && d.Title != "" && d.Published != "":
		return hash("doc:", 12, plain(d.Publisher, ' '), plain(d.Title, ' '), string(d.Published))
	default:
		return hash("doc:", 12, d.Text)
	}
}

// HandCoded reports whether a person coded the document's statements. Such a
// coding stands against one found in the document's text.
func (d *Document) HandCoded() bool { return d.Format == "curated" || d.Format == EventList }

// EventList is the format of documents of which only statements are known, as Discourse
// Network Analyzer lists them.
const EventList = "dna"

// Validate reports everything that is wrong with the document.
func (d *Document) Validate() error {
	var errs []error
	if err := checkName(d.ID, "doc:"); err != nil {
		errs = append(errs, fmt.Errorf("document: %w", err))
	}
	if !utf8.ValidString(d.Text) {
		errs = append(errs, errors.New("document text is not valid UTF-8"))
	}
	if err := d.Published.Validate(); err != nil {
		errs = append(errs, fmt.Errorf("published: %w", err))
	}
	return errors.Join(errs...)
}

// A Span is a half-open range of bytes [Start, End) of Document.Text, on rune
// boundaries.
type Span struct{ Start, End int }

// Empty reports whether the span holds nothing, as where a hand-coded statement
// has no text to point at.
func (s Span) Empty() bool { return s.End <= s.Start }

// Of returns the words that the span covers.
func (s Span) Of(text string) string { return text[s.Start:s.End] }

// Validate reports a span that is empty, outside text or not on rune boundaries.
func (s Span) Validate(text string) error {
	switch {
	case s.Start < 0 || s.Start >= s.End || s.End > len(text):
		return fmt.Errorf("span %d-%d in a text of %d bytes", s.Start, s.End, len(text))
	case !utf8.RuneStart(text[s.Start]) || s.End < len(text) && !utf8.RuneStart(text[s.End]):
		return fmt.Errorf("span %d-%d cuts a character", s.Start, s.End)
	}
	return nil
}

// hash returns prefix and n hexadecimal digits of a SHA-256 over the parts.
func hash(prefix string, n int, parts ...string) string {
	all := make([]byte, 0, 128)
	for _, p := range parts {
		all = append(strconv.AppendInt(all, int64(len(p)), 10), ':')
		all = append(all, p...)
	}
	sum := sha256.Sum256(all)
	return prefix + hex.EncodeToString(sum[:n/2])
}

// plain keeps the letters and digits of s in lower case, words apart by one such
// mark, so that a citation is recognised however it is set.
func plain(s string, apart byte) string {
	out := make([]byte, 0, 64)
	between := false
	for _, r := range s {
		if r = unicode.ToLower(r); !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			between = len(out) > 0
			continue
		}
		if between {
			out, between = append(out, apart), false
		}
		out = utf8.AppendRune(out, r)
	}
	const article = "the"
	if len(out) > len(article) && string(out[:len(article)]) == article && out[len(article)] == apart {
		out = out[len(article)+1:]
	}
	return string(out)
}
