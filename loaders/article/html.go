package article

import (
	"bytes"
	"errors"
	"path/filepath"
	"strings"

	"codeberg.org/readeck/go-readability/v2"

	"counterclaim/graph"
)

func isHTML(path string, data []byte) bool {
	switch strings.ToLower(filepath.Ext(path)) {
	case ".html", ".htm", ".xhtml":
		return true
	case ".md", ".markdown":
		return false
	}
	head := bytes.ToLower(bytes.TrimSpace(data[:min(len(data), 512)]))
	return bytes.HasPrefix(head, []byte("<!doctype html")) || bytes.HasPrefix(head, []byte("<html"))
}

// readHTML takes the article out of a web page. Its text has one paragraph a
// line, with the page's own title, byline and date above.
func readHTML(d *graph.Document, data []byte) error {
	page, err := readability.FromReader(bytes.NewReader(data), nil)
	if err != nil {
		return errors.Join(errors.New("is no HTML that an article can be read from; save the page again, or its text as .txt"), err)
	}
	var body bytes.Buffer
	if page.Node != nil {
		err = page.RenderText(&body)
	}
	if err != nil || strings.TrimSpace(body.String()) == "" {
		return errors.New("is HTML without an article's text; save the page with its text, or copy the text into a .txt file")
	}
	d.Title = strings.TrimSpace(page.Title())
	d.Author = strings.TrimSpace(page.Byline())
	d.Publisher = strings.TrimSpace(page.SiteName())
	if t, err := page.PublishedTime(); err == nil && !t.IsZero() {
		d.Published = graph.Date(t.Format("2006-01-02"))
	}
	d.Text = strings.ToValidUTF8(body.String(), "�")
	return nil
}
