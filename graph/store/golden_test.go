package store_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"counterclaim/graph/store"
)

var update = flag.Bool("update", false, "write the golden files of testdata anew")

// golden compares got with a file of testdata.
func golden(t *testing.T, name string, got []byte) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(path, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("%s: %s", path, difference(string(got), string(want)))
	}
}

// TestGoldenQuads shows the quads of an invented article and of a hand-coded
// document that answers it; and the same in standard terms.
func TestGoldenQuads(t *testing.T) {
	onEach(t, func(t *testing.T, db *store.Store) {
		put(t, db, gazette(), archive())
		golden(t, "gazette.nq", []byte(quads(t, db)))
		for _, format := range store.ExportFormats() {
			var out bytes.Buffer
			if err := db.Export(t.Context(), &out, format); err != nil {
				t.Fatal(err)
			}
			golden(t, "gazette.export."+format, out.Bytes())
		}
	})
}

func TestExportedSelectorsCountCodePoints(t *testing.T) {
	db := open(t, "memory", "")
	put(t, db, gazette())
	var out bytes.Buffer
	if err := db.Export(t.Context(), &out, "jsonld"); err != nil {
		t.Fatal(err)
	}
	var file struct {
		Graph []map[string]any `json:"@graph"`
	}
	if err := json.Unmarshal(out.Bytes(), &file); err != nil {
		t.Fatal(err)
	}
	nodes := map[string]map[string]any{}
	for _, n := range file.Graph {
		nodes[n["@id"].(string)] = n
	}
	text, checked := []rune(gazetteText), 0
	for id, n := range nodes {
		base, ok := strings.CutSuffix(id, "-position")
		if !ok {
			continue
		}
		number := func(key string) int {
			var i int
			json.Unmarshal([]byte(n[key].(map[string]any)["@value"].(string)), &i)
			return i
		}
		words := string(text[number("oa:start"):number("oa:end")])
		if want := nodes[base+"-quote"]["oa:exact"]; words != want {
			t.Errorf("%s: %q, want %q", id, words, want)
		}
		checked++
	}
	if checked < 6 {
		t.Errorf("%d positions, want 6 or more", checked)
	}
}

func TestExportRefusesUnknownFormat(t *testing.T) {
	err := open(t, "memory", "").Export(t.Context(), &bytes.Buffer{}, "turtle")
	if want := `format "turtle"; allowed are nquads, jsonld`; err == nil || err.Error() != want {
		t.Errorf("got %v, want %s", err, want)
	}
}

func TestEmptyStoreExportsValidJSON(t *testing.T) {
	var out bytes.Buffer
	if err := open(t, "memory", "").Export(t.Context(), &out, "jsonld"); err != nil || !json.Valid(out.Bytes()) {
		t.Errorf("%v: %s", err, out.String())
	}
}
