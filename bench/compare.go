package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"counterclaim/graph/store"
)

// A system is measured on the quads in a file.
type system struct {
	name    string
	measure func(ctx context.Context, b *bench, quads string, list []question) (result, error)
}

func systems() []system {
	return []system{
		{"counterclaim, bolt", ours("bolt")},
		{"counterclaim, memory", oursInMemory},
		{"cayley, bolt", cayley("bolt")},
		{"cayley, leveldb", cayley("leveldb")},
		{"Oxigraph", oxigraph},
		{"rdflib", rdflib},
	}
}

// errMissing is what a system returns that is not there.
var errMissing = errors.New("not there")

func (b *bench) compare(ctx context.Context, statements int, only []string) (results []result, quads int, err error) {
	file, err := b.quads(ctx, statements)
	if err != nil {
		return nil, 0, err
	}
	list, all, err := b.questionsOn(ctx, file, statements)
	if err != nil {
		return nil, 0, err
	}
	if quads, err = linesIn(file); err != nil {
		return nil, 0, err
	}
	for _, s := range systems() {
		if len(only) > 0 && !slices.ContainsFunc(only, func(name string) bool { return strings.HasPrefix(s.name, name) }) {
			continue
		}
		fmt.Fprintln(os.Stderr, s.name)
		r, err := s.measure(ctx, b, file, list)
		r.System = s.name
		switch {
		case errors.Is(err, errMissing):
			r.Missing = err.Error()
			fmt.Fprintln(os.Stderr, "  left out:", err)
		case err != nil:
			return nil, 0, fmt.Errorf("%s: %w", s.name, err)
		case len(results) > 0:
			if err := sameAnswers(list, all, results[0], r); err != nil {
				return nil, 0, err
			}
		}
		results = append(results, r)
	}
	return results, quads, nil
}

func linesIn(path string) (n int, err error) {
	f, err := os.Open(path)
	if err != nil {
		return 0, err
	}
	defer f.Close()
	buf := make([]byte, 1<<20)
	for {
		read, err := f.Read(buf)
		n += bytes.Count(buf[:read], []byte{'\n'})
		if errors.Is(err, io.EOF) {
			return n, nil
		} else if err != nil {
			return n, err
		}
	}
}

// storeOf returns a store of ours with the quads, which it makes if need be.
func (b *bench) storeOf(ctx context.Context, quads string, statements int) (string, error) {
	path := b.path(fmt.Sprintf("ours-%d.db", statements))
	if _, err := os.Stat(path); err == nil {
		return path, nil
	}
	err := b.run(ctx, b.work, b.binary, "load", quads, "--store", path+".part")
	return path, errors.Join(err, os.Rename(path+".part", path))
}

// questionsOn returns the questions about a graph, and every row of those of which some
// will do.
func (b *bench) questionsOn(ctx context.Context, quads string, statements int) ([]question, map[string][]string, error) {
	path, err := b.storeOf(ctx, quads, statements)
	if err != nil {
		return nil, nil, err
	}
	db, err := store.OpenReadOnly("bolt", path)
	if err != nil {
		return nil, nil, err
	}
	defer db.Close()
	claim, err := deniedClaim(ctx, db)
	if err != nil {
		return nil, nil, err
	}
	list, all := questions(claim), map[string][]string{}
	for _, q := range list {
		if !q.Some {
			continue
		}
		whole := q
		whole.Ours = strings.Replace(q.Ours, "GetLimit(100)", "All()", 1)
		rows, err := ask(ctx, nil, db, whole, 0)
		if err != nil {
			return nil, nil, err
		}
		all[q.Name] = answer{Rows: rows}.keys()
		slices.Sort(all[q.Name])
	}
	return list, all, nil
}

// ours measures the command: each load into a new store, then the questions.
func ours(backend string) func(context.Context, *bench, string, []question) (result, error) {
	return func(ctx context.Context, b *bench, quads string, list []question) (r result, err error) {
		path := b.path("compared.db")
		for range b.runs {
			if err := os.Remove(path); err != nil && !errors.Is(err, fs.ErrNotExist) {
				return r, err
			}
			m, err := b.measure(ctx, b.work, nil, b.binary, "load", quads, "--store", path, "--backend", backend)
			if err != nil {
				return r, err
			}
			r.Loads, r.PeakKB = append(r.Loads, m.Seconds), max(r.PeakKB, m.PeakKB)
		}
		info, err := os.Stat(path)
		if err != nil {
			return r, err
		}
		r.Bytes = info.Size()
		asked, err := b.askOurs(ctx, list, "-backend", backend, "-store", path)
		r.Answers, r.AskKB = asked.Answers, asked.AskKB
		return r, err
	}
}

func oursInMemory(ctx context.Context, b *bench, quads string, list []question) (r result, err error) {
	for range b.runs {
		asked, err := b.askOurs(ctx, list, "-backend", "memory", "-load", quads)
		if err != nil {
			return r, err
		}
		r.Loads, r.PeakKB, r.AskKB, r.Answers = append(r.Loads, asked.Loads...), max(r.PeakKB, asked.AskKB), asked.AskKB, asked.Answers
	}
	return r, nil
}

func (b *bench) askOurs(ctx context.Context, list []question, args ...string) (r result, err error) {
	asked, err := b.writeJSON("questions.json", list)
	if err != nil {
		return r, err
	}
	args = append([]string{"ask", "-questions", asked, "-asks", fmt.Sprint(b.asks)}, args...)
	m, err := b.measure(ctx, b.work, nil, b.self, args...)
	if err != nil {
		return r, err
	}
	return r, json.Unmarshal(m.out, &r)
}

// sizeOfFolder returns how many bytes the files below a path have.
func sizeOfFolder(path string) (n int64) {
	_ = filepath.WalkDir(path, func(_ string, d fs.DirEntry, err error) error {
		if info, statErr := d.Info(); err == nil && statErr == nil && !d.IsDir() {
			n += info.Size()
		}
		return nil
	})
	return n
}

// middle returns the median, the least and the most of some figures.
func middle(figures []float64) (median, least, most float64) {
	sorted := slices.Sorted(slices.Values(figures))
	if len(sorted) == 0 {
		return 0, 0, 0
	}
	median = (sorted[(len(sorted)-1)/2] + sorted[len(sorted)/2]) / 2
	return median, sorted[0], sorted[len(sorted)-1]
}
