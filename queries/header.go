package queries

// A header is the run of // lines with which a file begins, one key to a line:
//
//	// name:   the file's name without .js
//	// theme:  the part of the list in which it stands, see Themes
//	// title:  one line
//	// about:  a sentence or two
//	// takes:  statements, or claims: by the shared parameters; or statements without side, kind
//	// param:  name type example text       example - : optional
//	// column: name type [optional] text
//	// order:  column -column ...
//
// Every key but theme, takes, param and order must be there; param and column may come often.

import (
	"path/filepath"
	"regexp"
	"slices"
	"strings"
)

var (
	headerLine = regexp.MustCompile(`^//\s*([a-z]+):\s*(.*?)\s*$`)
	queryName  = regexp.MustCompile(`^[a-z][a-z0-9]*(-[a-z0-9]+)*$`)
	valueName  = regexp.MustCompile(`^[a-z][a-z0-9_]*$`)
	headerKeys = []string{"name", "theme", "title", "about", "takes", "param", "column", "order"}
)

// hasHeader reports whether the source begins with a line like a header's.
func hasHeader(src string) bool {
	first, _, _ := strings.Cut(strings.TrimLeft(src, " \t\r\n\ufeff"), "\n")
	return headerLine.MatchString(strings.TrimRight(first, "\r"))
}

// A header is read line by line into a query.
type header struct {
	*Query
	*problems
	line int
	at   map[string]int // key -> its line, of the keys that come once
}

func parseHeader(q *Query, errs *problems) {
	h := &header{Query: q, problems: errs, at: map[string]int{}}
	for i, line := range strings.Split(q.Script, "\n") {
		h.line = i + 1
		line = strings.TrimSpace(strings.TrimPrefix(line, "\ufeff"))
		if !strings.HasPrefix(line, "//") {
			if line == "" && len(h.at) == 0 && len(q.Params)+len(q.Columns) == 0 {
				continue // before the header
			}
			break
		}
		m := headerLine.FindStringSubmatch(line)
		if m == nil {
			h.bad("a header line is // key: text; put an empty line between header and comments")
			continue
		}
		h.read(m[1], m[2])
	}
	h.finish()
}

func (h *header) bad(format string, args ...any) { h.add(h.line, 0, format, args...) }

func (h *header) read(key, text string) {
	if !slices.Contains(headerKeys, key) {
		h.bad("unknown header key %q%s", key, suggest(key, headerKeys))
		return
	}
	if text == "" {
		h.bad("%s: without text", key)
	}
	switch key {
	case "param":
		h.param(text)
		return
	case "column":
		h.column(text)
		return
	}
	if h.at[key] > 0 {
		h.bad("%s: comes twice", key)
		return
	}
	h.at[key] = h.line
	switch key {
	case "name":
		h.name(text)
	case "theme":
		if h.Theme = text; !slices.Contains(Themes, text) {
			h.bad("theme %q%s", text, suggest(text, Themes))
		}
	case "title":
		h.Title = text
	case "about":
		h.About = text
	case "takes":
		if err := h.readTakes(text); err != nil {
			h.bad("%v", err)
		}
	case "order":
		h.Order = strings.Fields(text)
	}
}

func (h *header) name(name string) {
	h.Name = name
	file := strings.TrimSuffix(filepath.Base(h.Path), ".js")
	switch {
	case !queryName.MatchString(name):
		h.bad("name %q; allowed are lower-case words joined by hyphens", name)
	case name != file:
		h.bad("name %q; the file is called %q", name, file)
	}
}

func (h *header) param(text string) {
	f := strings.Fields(text)
	if len(f) < 4 {
		h.bad("param: allowed is // param: name type example text, with - for an example of what may be left out")
		return
	}
	p := Param{Name: f[0], Type: Type(f[1]), Example: f[2], Text: strings.Join(f[3:], " ")}
	if p.Example == "-" {
		p.Optional, p.Example = true, ""
	}
	if !h.valid("param", p.Name, p.Type) {
		return
	}
	if _, twice := h.Query.param(p.Name); twice {
		h.bad("param %s: comes twice", p.Name)
		return
	}
	if _, err := p.value(p.Example); err != nil && !p.Optional {
		h.bad("param %s: its example: %v", p.Name, err)
	}
	h.Params = append(h.Params, p)
}

func (h *header) column(text string) {
	f := strings.Fields(text)
	optional := len(f) > 2 && f[2] == "optional"
	if optional {
		f = slices.Delete(f, 2, 3)
	}
	if len(f) < 3 {
		h.bad("column: allowed is // column: name type text, or // column: name type optional text")
		return
	}
	c := Column{Name: f[0], Type: Type(f[1]), Optional: optional, Text: strings.Join(f[2:], " ")}
	if !h.valid("column", c.Name, c.Type) {
		return
	}
	if h.Query.column(c.Name) >= 0 {
		h.bad("column %s: comes twice", c.Name)
		return
	}
	h.Columns = append(h.Columns, c)
}

func (h *header) valid(what, name string, t Type) bool {
	ok := valueName.MatchString(name)
	if !ok {
		h.bad("%s %q; allowed are lower-case letters, digits and _, a letter first", what, name)
	}
	if !slices.Contains(Types, t) {
		h.bad("%s %s: type %q; allowed are iri, text, number, date", what, name, t)
		return false
	}
	return ok
}

// finish checks what only the whole header shows.
func (h *header) finish() {
	h.take()
	for _, key := range []string{"name", "title", "about"} {
		if h.at[key] == 0 {
			h.add(1, 0, "no %s: in the header", key)
		}
	}
	if len(h.Columns) == 0 {
		h.add(1, 0, "no column: in the header")
		return
	}
	names := make([]string, len(h.Columns))
	for i, c := range h.Columns {
		names[i] = c.Name
	}
	seen := map[string]bool{}
	for _, o := range h.Order {
		name := strings.TrimPrefix(o, "-")
		if !slices.Contains(names, name) {
			h.add(h.at["order"], 0, "order: no column %q%s", name, suggest(name, names))
		}
		if seen[name] {
			h.add(h.at["order"], 0, "order: %s comes twice", name)
		}
		seen[name] = true
	}
}
