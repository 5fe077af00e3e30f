package score

import (
	"cmp"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strconv"
	"strings"
)

// ReadBrat reads the annotations that the tool brat keeps in a folder: for each
// NAME.ann the text in NAME.txt, or in the file of a folder text beside the .ann's
// one whose name NAME.ann begins with, as PolNeAR has it. What is read of them is
// the entities Source, Cue and Content that an event Attribution ties together.
// Of several annotations of one text the first counts.
func ReadBrat(folder fs.FS) ([]Document, error) {
	var texts, annotations []string
	err := fs.WalkDir(folder, ".", func(name string, d fs.DirEntry, err error) error {
		switch path.Ext(name) {
		case ".txt":
			texts = append(texts, name)
		case ".ann":
			annotations = append(annotations, name)
		}
		return err
	})
	if err != nil {
		return nil, err
	}
	var out []Document
	for _, name := range annotations {
		text := textOf(name, texts)
		if text == "" {
			return nil, fmt.Errorf("%s: no text for it; name it as the .ann file", name)
		}
		id := strings.TrimSuffix(path.Base(text), ".txt")
		if slices.ContainsFunc(out, func(d Document) bool { return d.ID == id }) {
			continue
		}
		d, err := readBrat(folder, id, text, name)
		if err != nil {
			return nil, err
		}
		out = append(out, d)
	}
	if len(out) == 0 {
		return nil, fmt.Errorf("no .ann files; give a folder of brat's, or a file with a line of JSON for each document")
	}
	return out, nil
}

// textOf returns the text with the longest name that the annotation's begins with.
func textOf(annotation string, texts []string) string {
	found, longest := "", 0
	for _, t := range texts {
		near := path.Dir(t) == path.Dir(annotation) || path.Dir(path.Dir(t)) == path.Dir(path.Dir(annotation))
		name := strings.TrimSuffix(path.Base(t), ".txt")
		if near && strings.HasPrefix(path.Base(annotation), name) && len(name) > longest {
			found, longest = t, len(name)
		}
	}
	return found
}

func readBrat(folder fs.FS, id, text, annotation string) (Document, error) {
	source, err := fs.ReadFile(folder, text)
	if err != nil {
		return Document{}, err
	}
	lines, err := fs.ReadFile(folder, annotation)
	if err != nil {
		return Document{}, err
	}
	b := brat{resolver{text: string(source), at: offsets(string(source))}, map[string][]span{}}
	d := Document{ID: id, Text: b.text}
	// entities can stand behind the events that name them
	for pass, want := range []string{"T", "E"} {
		n := 0
		for line := range strings.Lines(string(lines)) {
			n++
			if !strings.HasPrefix(line, want) {
				continue
			}
			if pass == 0 {
				err = b.entity(line)
			} else {
				err = b.event(line, &d)
			}
			if err != nil {
				return d, fmt.Errorf("%s:%d: %w", annotation, n, err)
			}
		}
	}
	return d, nil
}

// A brat is one text with its entities, by name.
type brat struct {
	resolver
	entities map[string][]span
}

// entity reads T1<tab>Content 12 20;25 31<tab>the words.
func (b *brat) entity(line string) error {
	f := strings.SplitN(strings.TrimSpace(line), "\t", 3)
	if len(f) < 2 {
		return fmt.Errorf("%q is no entity", line)
	}
	_, places, _ := strings.Cut(f[1], " ")
	for place := range strings.SplitSeq(places, ";") {
		start, end, _ := strings.Cut(place, " ")
		from, err := strconv.Atoi(start)
		to, err2 := strconv.Atoi(end)
		if err := cmp.Or(err, err2); err != nil {
			return fmt.Errorf("%q: %w", place, err)
		}
		b.entities[f[0]] = append(b.entities[f[0]], span{from, to})
	}
	return nil
}

// event reads E1<tab>Attribution:T4 Content:T3 Cue:T2 Source:T1, where a role that
// comes again has a number: Content2.
func (b *brat) event(line string, d *Document) error {
	_, roles, _ := strings.Cut(strings.TrimSpace(line), "\t")
	if !strings.HasPrefix(roles, "Attribution:") {
		return nil
	}
	var a Attribution
	for role := range strings.FieldsSeq(roles) {
		name, entity, _ := strings.Cut(role, ":")
		for _, s := range b.entities[entity] {
			place, err := b.span(role, s, "")
			if err != nil {
				return err
			}
			switch strings.TrimRight(name, "0123456789") {
			case "Source":
				a.Source = append(a.Source, place)
			case "Cue":
				a.Cue = append(a.Cue, place)
			case "Content":
				a.Content = append(a.Content, place)
			}
		}
	}
	if len(a.Content) > 0 {
		a.order()
		d.Gold = append(d.Gold, a)
	}
	return nil
}
