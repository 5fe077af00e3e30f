package networks_test

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"flag"
	"io"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"counterclaim/graph"
	"counterclaim/networks"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// hard is a selection whose names and dates are hard to write: the answers of an invented
// quarrel.
func hard() *graph.Selection {
	s := says(`
ann x yes 2031-01-05 a
ben x no  2031-01 b
cay x yes 2031 c
cay y yes 2031-02-10 c
ann y yes 2031-03-01 d
dee y no  2031-03-02 d
dee y no`)
	s.Actors["actor:ben"] = graph.Actor{ID: "actor:ben", Names: []string{`Ben <"the Pen"> & Söhne 'Ltd'` + "\x01"}, Class: graph.Organisation}
	for i := range s.Positions {
		p := &s.Positions[i]
		p.Document.Publisher = "Fish & Chips " + p.Document.ID
		if p.Concept.ID == "concept:y" {
			p.Concept = graph.Concept{ID: "st:d/1", Name: "“It was <them>,\n& nobody else”"}
		}
	}
	for i, relation := range []graph.Relation{graph.Denies, graph.CounterAttributes} {
		s.Contrasts = append(s.Contrasts, graph.Contrast{Counter: "st:001", Claim: "st:000", Relation: relation},
			graph.Contrast{Counter: "st:005", Claim: s.Positions[i].Statement.ID, Relation: graph.Doubts})
	}
	return s
}

func hardNetworks(t *testing.T) map[string][]networks.Network {
	t.Helper()
	all := map[string][]networks.Network{}
	for _, row := range networks.Kinds {
		for _, by := range row.Units {
			all[string(row.Kind+"-by-")+string(by)] = []networks.Network{
				must(t)(networks.Build(hard(), networks.Options{Kind: row.Kind, By: by, Isolates: by == networks.ByActor})),
			}
		}
		windowed, err := networks.Windows(hard(), networks.Options{Kind: row.Kind}, period(t, "2m"), period(t, "1m"))
		if err != nil {
			t.Fatal(err)
		}
		all[string(row.Kind)+"-windowed"] = windowed
	}
	return all
}

func TestGoldenFiles(t *testing.T) {
	for name, n := range map[string][]networks.Network{
		"contrast.gexf":    {must(t)(networks.Build(hard(), networks.Options{Kind: networks.Contrast}))},
		"contrast.graphml": {must(t)(networks.Build(hard(), networks.Options{Kind: networks.Contrast}))},
		"windows.gexf":     hardNetworks(t)["subtract-windowed"][:2],
	} {
		got := written(t, filepath.Ext(name), n)
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
			t.Errorf("%s differs; go test ./networks -update rewrites it. Got\n%s", name, got)
		}
	}
}

func written(t *testing.T, format string, all []networks.Network) []byte {
	t.Helper()
	var out bytes.Buffer
	write := func() error { return networks.WriteGEXF(&out, all) }
	if format == ".graphml" {
		write = func() error { return networks.WriteGraphML(&out, &all[0]) }
	}
	if err := write(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// A GEXF file keeps the rules of its schema that the names of elements and attributes do
// not show by themselves.
func TestGEXFKeepsTheRulesOfItsSchema(t *testing.T) {
	for name, n := range hardNetworks(t) {
		var file struct {
			Version string `xml:"version,attr"`
			Graph   struct {
				Attributes []struct {
					Class      string `xml:"class,attr"`
					Mode       string `xml:"mode,attr"`
					Attributes []struct {
						ID string `xml:"id,attr"`
					} `xml:"attribute"`
				} `xml:"attributes"`
				Nodes []gexfThing `xml:"nodes>node"`
				Edges []gexfThing `xml:"edges>edge"`
			} `xml:"http://gexf.net/1.3 graph"`
		}
		d := xml.NewDecoder(bytes.NewReader(written(t, ".gexf", n)))
		if err := d.Decode(&file); err != nil {
			t.Fatal(name, err)
		}
		declared := map[string]bool{} // class and id: no two the same
		for _, a := range file.Graph.Attributes {
			for _, column := range a.Attributes {
				if declared[a.Class+column.ID] {
					t.Errorf("%s: %s %s is declared twice", name, a.Class, column.ID)
				}
				declared[a.Class+column.ID] = true
			}
		}
		nodes, edges := map[string]gexfThing{}, map[string]bool{}
		for _, n := range file.Graph.Nodes {
			if _, twice := nodes[n.ID]; twice || n.Label == "" {
				t.Errorf("%s: node %q comes twice or has no label", name, n.ID)
			}
			nodes[n.ID] = n
			n.check(t, name, "node", declared)
		}
		for _, e := range file.Graph.Edges {
			source, ok := nodes[e.Source]
			target, ok2 := nodes[e.Target]
			if !ok || !ok2 || edges[e.ID] || e.Kind == "" {
				t.Errorf("%s: edge %+v", name, e)
			}
			edges[e.ID] = true
			e.check(t, name, "edge", declared)
			for _, end := range []gexfThing{source, target} {
				if end.Start != "" && (e.Start == "" || e.Start < end.Start || e.End > end.End) {
					t.Errorf("%s: an edge from %q to %q, its node from %q to %q", name, e.Start, e.End, end.Start, end.End)
				}
			}
		}
	}
}

type gexfThing struct {
	ID     string `xml:"id,attr"`
	Label  string `xml:"label,attr"`
	Source string `xml:"source,attr"`
	Target string `xml:"target,attr"`
	Kind   string `xml:"kind,attr"`
	Start  string `xml:"start,attr"`
	End    string `xml:"end,attr"`
	Values []struct {
		For string `xml:"for,attr"`
	} `xml:"attvalues>attvalue"`
}

func (g gexfThing) check(t *testing.T, name, class string, declared map[string]bool) {
	t.Helper()
	if g.Start > g.End || (g.Start == "") != (g.End == "") || len(g.Start) != 0 && len(g.Start) != len("2031-01-01") {
		t.Errorf("%s: %s from %q to %q", name, g.ID, g.Start, g.End)
	}
	for _, v := range g.Values {
		if !declared[class+v.For] {
			t.Errorf("%s: %s %s has a value for %q, which is not declared", name, class, g.ID, v.For)
		}
	}
}

// NetworkX, a library of others, reads the same nodes, edges and attributes from each
// file, and measures the same.
func TestNetworkXReadsTheFiles(t *testing.T) {
	python := networkX(t)
	dir := t.TempDir()
	want := map[string]networks.Network{}
	for name, n := range hardNetworks(t) {
		for _, format := range []string{".gexf", ".graphml"} {
			if windowed := strings.HasSuffix(name, "-windowed"); windowed {
				continue
			}
			if err := os.WriteFile(filepath.Join(dir, name+format), written(t, format, n), 0o644); err != nil {
				t.Fatal(err)
			}
			want[name+format] = n[0]
		}
	}
	if err := os.WriteFile(filepath.Join(dir, "windowed.gexf"), written(t, ".gexf", hardNetworks(t)["contrast-windowed"]), 0o644); err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command(python, filepath.Join("testdata", "read.py"), dir).CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	read := map[string]readNetwork{}
	if err := json.Unmarshal(out, &read); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	for name, n := range want {
		read[name].compare(t, name, n)
	}
	if w := read["windowed.gexf"]; len(w.Edges) == 0 {
		t.Errorf("windows: %+v", w)
	}
}

// networkX returns a Python that has NetworkX.
func networkX(t *testing.T) string {
	t.Helper()
	for _, python := range []string{"python3", "/usr/bin/python3"} {
		if exec.Command(python, "-c", "import networkx").Run() == nil {
			return python
		}
	}
	if os.Getenv("CI") == "true" {
		t.Fatal("no python3 with networkx (Debian: python3-networkx)")
	}
	t.Skip("no python3 with networkx (Debian: python3-networkx)")
	return ""
}

// A readNetwork is what testdata/read.py prints of a file.
type readNetwork struct {
	Directed    bool
	Nodes       map[string]map[string]any
	Edges       []map[string]any
	Modularity  float64
	Betweenness map[string]float64
}

func (r readNetwork) compare(t *testing.T, name string, n networks.Network) {
	t.Helper()
	if r.Directed != n.Directed || len(r.Nodes) != len(n.Nodes) || len(r.Edges) != len(n.Edges) {
		t.Errorf("%s: NetworkX reads %d nodes and %d edges of %d and %d", name, len(r.Nodes), len(r.Edges), len(n.Nodes), len(n.Edges))
		return
	}
	for _, node := range n.Nodes {
		got := r.Nodes[node.ID]
		if got["label"] != strings.ReplaceAll(node.Label, "\x01", "") || got["statements"] != float64(node.Statements) || got["mode"] != string(node.Mode) {
			t.Errorf("%s: NetworkX reads %v of %+v", name, got, node)
		}
		if math.Abs(r.Betweenness[node.ID]-node.Betweenness) > 1e-6 {
			t.Errorf("%s: %s: NetworkX has betweenness %v, we %v", name, node.ID, r.Betweenness[node.ID], node.Betweenness)
		}
	}
	for i, e := range n.Edges {
		got := r.Edges[i]
		if got["source"] != e.Source || got["target"] != e.Target || got["tie"] != string(e.Tie) || math.Abs(got["weight"].(float64)-e.Weight) > 1e-9 {
			t.Errorf("%s: NetworkX reads %v of %+v", name, got, e)
		}
	}
	if n.Kind != networks.Conflict && n.Kind != networks.Subtract && math.Abs(r.Modularity-n.Measures.Modularity) > 1e-6 {
		t.Errorf("%s: of our communities NetworkX has the modularity %v, we %v", name, r.Modularity, n.Measures.Modularity)
	}
}

func TestAReaderThatHasSeenEnough(t *testing.T) {
	n := must(t)(networks.Build(hard(), networks.Options{Kind: networks.Contrast}))
	_, w := io.Pipe()
	_ = w.CloseWithError(io.ErrClosedPipe)
	if err := networks.WriteGEXF(w, []networks.Network{n}); err == nil {
		t.Error("no error of writing")
	}
}
