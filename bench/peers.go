package main

import (
	"context"
	_ "embed"
	"os"
	"os/exec"
	"path/filepath"
)

//go:embed drive_oxigraph.mjs
var oxigraphDriver []byte

//go:embed drive_rdflib.py
var rdflibDriver []byte

// oxigraph measures Oxigraph's npm package, which is in memory and runs in node.
func oxigraph(ctx context.Context, work, _ string) (session, string, error) {
	node, err := exec.LookPath("node")
	if err != nil {
		return nil, "", absent{"node is not installed"}
	}
	if _, err := os.Stat(filepath.Join(work, "node_modules", "oxigraph")); err != nil {
		return nil, "", absent{"the npm package oxigraph is not installed; go run ./bench setup"}
	}
	driver := filepath.Join(work, "drive_oxigraph.mjs")
	if err := os.WriteFile(driver, oxigraphDriver, 0o644); err != nil {
		return nil, "", err
	}
	return startSPARQL(ctx, node, driver)
}

// rdflib measures rdflib, in memory.
func rdflib(ctx context.Context, work, _ string) (session, string, error) {
	driver := filepath.Join(work, "drive_rdflib.py")
	if err := os.WriteFile(driver, rdflibDriver, 0o644); err != nil {
		return nil, "", err
	}
	for _, python := range []string{"python3", "/usr/bin/python3"} {
		if exec.CommandContext(ctx, python, "-c", "import rdflib").Run() == nil {
			return startSPARQL(ctx, python, driver)
		}
	}
	return nil, "", absent{"rdflib is not installed; Debian has it as python3-rdflib"}
}

func startSPARQL(ctx context.Context, program ...string) (session, string, error) {
	c, version, err := startChild(ctx, ".rq", program...)
	if err != nil {
		return nil, "", err
	}
	return &sparqlSession{c}, version, nil
}

type sparqlSession struct{ *child }

func (s *sparqlSession) load(ctx context.Context, f files) (int64, error) {
	_, err := s.send(ctx, request{Load: f.absolute})
	return 0, err
}
