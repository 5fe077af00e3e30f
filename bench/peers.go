package main

import (
	"context"
	_ "embed"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
)

//go:embed oxigraph.mjs
var oxigraphScript []byte

//go:embed rdflib.py
var rdflibScript []byte

// oxigraphVersion is the newest that runs on Node.js 20.
const oxigraphVersion = "0.5.11"

func oxigraph(ctx context.Context, b *bench, quads string, list []question) (result, error) {
	if _, err := exec.LookPath("npm"); err != nil {
		return result{}, fmt.Errorf("%w: no npm to install it with", errMissing)
	}
	if _, err := os.Stat(b.path("node_modules/oxigraph")); err != nil {
		if err := b.run(ctx, b.work, "npm", "install", "--no-save", "--prefix", b.work, "oxigraph@"+oxigraphVersion); err != nil {
			return result{}, fmt.Errorf("%w: %w", errMissing, err)
		}
	}
	return b.peer(ctx, quads, list, oxigraphScript, "oxigraph.mjs", "node", "--max-old-space-size=16000")
}

// rdflibPython is the Python that Debian's python3-rdflib is for.
const rdflibPython = "/usr/bin/python3"

func rdflib(ctx context.Context, b *bench, quads string, list []question) (result, error) {
	if err := exec.CommandContext(ctx, rdflibPython, "-c", "import rdflib").Run(); err != nil {
		return result{}, fmt.Errorf("%w: %s has no rdflib", errMissing, rdflibPython)
	}
	return b.peer(ctx, quads, list, rdflibScript, "rdflib.py", rdflibPython)
}

// peer measures a system that a script loads and asks. Questions are asked in the first run.
func (b *bench) peer(ctx context.Context, quads string, list []question, script []byte, name string, command ...string) (r result, err error) {
	absolute, err := b.absolute(quads)
	if err != nil {
		return r, err
	}
	asked, err1 := b.writeJSON("questions.json", list)
	none, err2 := b.writeJSON("no-questions.json", []question{})
	if err := errors.Join(err1, err2, os.WriteFile(b.path(name), script, 0o644)); err != nil {
		return r, err
	}
	for i := range b.runs {
		questions := asked
		if i > 0 {
			questions = none
		}
		args := append(append([]string{}, command[1:]...), b.path(name), absolute, questions, fmt.Sprint(b.asks))
		m, err := b.measure(ctx, b.work, nil, command[0], args...)
		if err != nil {
			return r, err
		}
		var one result
		if err := json.Unmarshal(m.out, &one); err != nil {
			return r, fmt.Errorf("%w: %.200s", err, m.out)
		}
		r.Loads, r.Version = append(r.Loads, one.Loads...), one.Version
		if i == 0 {
			r.Answers, r.AskKB = one.Answers, one.AskKB
		}
		r.PeakKB = max(r.PeakKB, one.AskKB)
	}
	return r, nil
}
