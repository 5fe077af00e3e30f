package main_test

import (
	"encoding/json"
	"errors"
	"io"
	"os/exec"
	"strings"
	"testing"
)

// rules say which packages of ours a package may import, in code and in tests;
// "x/*" stands for each package below x, and the first rule that fits a package
// holds. The README has the same table.
var rules = []struct {
	from, may, reason string
}{
	{".", "cmd", "main only starts the commands"},
	{"seeds", "", "what was put in by hand depends on no code"},
	{"graph", "", "what can be said comes before who says it, who keeps it and who asks"},
	{"graph/store", "graph graph/store/file graph/store/server", "what is kept depends on neither who said it nor who asks"},
	{"graph/store/file", "graph", "a file keeps quads, whoever makes documents of them"},
	{"graph/store/server", "graph", "a database keeps quads, whoever makes documents of them"},
	{"graph/store/storetest", "", "a place to keep a graph is given to tests of what keeps it and of what asks it"},
	{"graph/synthetic", "graph", "invented graphs serve the benchmarks of any package"},
	{"networks", "graph", "a network is a function of a selection, whatever picked it"},
	{"queries", "graph graph/store", "a question knows the graph and not how it was filled"},
	{"exports", "graph", "a file is written from statements, wherever they are kept and whoever picked them"},
	{"loaders", "graph graph/store loaders/*", "the one place that knows all formats"},
	{"loaders/text", "seeds", "words and sentences know nothing of statements"},
	{"loaders/actors", "graph seeds", "who is who is the same for every format"},
	{"loaders/contrast", "graph loaders/text seeds", "rules look at statements, whichever loader found them and whatever keeps them"},
	{"loaders/loadertest", "graph", "the suite knows no format, so that each can use it"},
	{"loaders/seedtest", "graph/store loaders loaders/actors seeds", "tests of what asks need something to ask"},
	{"loaders/score", "graph", "what is measured is the statements, however they were found"},
	{"loaders/article/calibrate", "loaders/article loaders/score loaders/actors", "a program for who changes rules, and no part of what runs"},
	{"loaders/*", "graph loaders/text loaders/actors seeds", "formats do not know each other, nor who keeps or asks"},
	{"plots", "graph networks", "a picture is of a selection, however it was picked and whatever keeps it"},
	{"notebook", "graph graph/store queries networks plots", "a notebook asks; it does not load"},
	{"notebook/*", "notebook notebook/sandbox graph graph/store queries networks plots exports", "whatever shows or runs cells asks too, and does not load"},
	{"bench", "graph graph/store graph/synthetic queries", "what measures asks as a user does"},
	{"cmd", "*", "the commands tie all together"},
}

// testsOnly is what tests may import beyond the rules.
var testsOnly = map[string]string{
	"seeds":              "graph loaders/*",
	"graph/store":        "graph/store/storetest graph/synthetic",
	"graph/store/server": "graph/store/storetest",
	"plots":              "graph/synthetic",
	"networks":           "graph/synthetic",
	"queries":            "graph/store/storetest graph/synthetic",
	"loaders":            "seeds exports graph/synthetic",
	"notebook":           "loaders/seedtest",
	"notebook/*":         "loaders loaders/actors loaders/seedtest",
	"loaders/contrast":   "graph/store graph/synthetic loaders/actors loaders/curated",
	"loaders/*":          "loaders/loadertest",
}

// kept are the modules of Cayley and of databases, with who may import them, and who else in
// tests.
var kept = []struct{ path, by, tests, reason string }{
	{"github.com/cayleygraph/cayley", "graph/store graph/store/file graph/store/server", "", "so that the store could be another one"},
	{"github.com/cayleygraph/quad", "graph graph/store graph/store/file graph/store/server", "", "so that quads are built and read in one place"},
	{"github.com/hidal-go", "graph/store/file", "", "so that nothing else knows how a file is laid out"},
	{"go.etcd.io/bbolt", "graph/store/file", "graph/store loaders", "so that nothing else knows how a file is laid out; tests damage some"},
	{"github.com/jackc/pgx", "graph/store/server graph/store/storetest", "", "so that nothing else knows which database there is"},
	{"github.com/go-sql-driver", "graph/store/server graph/store/storetest", "", "so that nothing else knows which database there is"},
}

type goPackage struct {
	ImportPath   string
	Imports      []string
	TestImports  []string
	XTestImports []string
}

func TestImports(t *testing.T) {
	for _, p := range packages(t) {
		name := ours(p.ImportPath)
		rule := -1
		for i, r := range rules {
			if rule < 0 && fits(r.from, name) {
				rule = i
			}
		}
		if rule < 0 {
			t.Errorf("no rule for %s; add one to imports_test.go and to the README", name)
			continue
		}
		r := rules[rule]
		check := func(imports []string, may string, inTests bool) {
			for _, path := range imports {
				for _, c := range kept {
					if strings.HasPrefix(path, c.path) && !allowed(name, c.by) && !(inTests && allowed(name, c.tests)) {
						t.Errorf("%s imports %s; only [%s] may, %s", name, path, c.by, c.reason)
					}
				}
				if imported := ours(path); imported != "" && imported != name && !allowed(imported, may) {
					t.Errorf("%s imports %s; allowed are [%s]: %s", name, imported, strings.TrimSpace(may), r.reason)
				}
			}
		}
		check(p.Imports, r.may, false)
		check(append(p.TestImports, p.XTestImports...), r.may+" "+testsOnly[r.from], true)
	}
}

// ours returns the package's place in the module, "." for its root and "" for a
// package of others.
func ours(path string) string {
	if path == "counterclaim" {
		return "."
	}
	name, _ := strings.CutPrefix(path, "counterclaim/")
	if name == path {
		return ""
	}
	return name
}

func allowed(name, may string) bool {
	for pattern := range strings.FieldsSeq(may) {
		if fits(pattern, name) {
			return true
		}
	}
	return false
}

func fits(pattern, name string) bool {
	below, all := strings.CutSuffix(pattern, "*")
	return pattern == name || all && strings.HasPrefix(name, below) && name != "."
}

func packages(t *testing.T) []goPackage {
	t.Helper()
	out, err := exec.Command("go", "list", "-e", "-json=ImportPath,Imports,TestImports,XTestImports", "./...").Output()
	if err != nil {
		t.Fatal(err)
	}
	var all []goPackage
	for d := json.NewDecoder(strings.NewReader(string(out))); ; {
		var p goPackage
		if err := d.Decode(&p); errors.Is(err, io.EOF) {
			return all
		} else if err != nil {
			t.Fatal(err)
		}
		all = append(all, p)
	}
}
