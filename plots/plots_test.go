package plots

import (
	"bytes"
	"encoding/xml"
	"errors"
	"flag"
	"fmt"
	"image/png"
	"io"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"counterclaim/graph"
)

var update = flag.Bool("update", false, "rewrite testdata")

// Pictures of every kind, by everything it can be drawn by, of selections of all sizes.
func TestPictures(t *testing.T) {
	for name, s := range map[string]graph.Selection{
		"1": only(graph.Selection{Positions: selection(t, 5).Positions[:1]}), "5": spread(selection(t, 5)), "75": spread(selection(t, 75)),
		"500": spread(selection(t, 500)), "500 in a few days": selection(t, 500), "1200": spread(selection(t, 1200)), "a quarrel": quarrel(),
	} {
		for _, k := range Kinds {
			for _, by := range k.By {
				for _, top := range []int{0, 1, k.Most} {
					t.Run(fmt.Sprintf("%s of %s by %s, top %d", k.Name, name, by, top), func(t *testing.T) {
						p, err := Draw(k.Name, &s, Options{By: by, Top: top})
						if err != nil && (name == "1" || k.Name == "network" && top == 1) {
							t.Skip(err)
						} else if err != nil {
							t.Fatal(err)
						}
						textsStandApartAndInside(t, &p)
						shapesAreInside(t, &p)
						if !strings.Contains(p.Caption, s.Caption()) {
							t.Errorf("the caption %q lacks %q", p.Caption, s.Caption())
						}
						var b bytes.Buffer
						if err := WriteSVG(&b, &p); err != nil || b.Len() > 2<<20 {
							t.Errorf("%d bytes, %v", b.Len(), err)
						}
						again, err := Draw(k.Name, &s, Options{By: by, Top: top})
						if err != nil || !reflect.DeepEqual(p, again) {
							t.Errorf("drawn again it is another picture, %v", err)
						}
					})
				}
			}
		}
	}
}

func (p *Picture) texts() []*Text {
	var all []*Text
	for i := range p.Marks {
		if p.Marks[i].Text.Words != "" {
			all = append(all, &p.Marks[i].Text)
		}
	}
	return all
}

func textsStandApartAndInside(t *testing.T, p *Picture) {
	t.Helper()
	texts := p.texts()
	for i, a := range texts {
		if !a.box().within(box{0, 0, p.Width, p.Height}) {
			t.Errorf("%q at %.0f, %.0f runs out of a picture of %.0f by %.0f", a.Words, a.X, a.Y, p.Width, p.Height)
		}
		for _, b := range texts[i+1:] {
			if a.box().overlaps(b.box()) {
				t.Errorf("%q at %.0f, %.0f overlaps %q at %.0f, %.0f", a.Words, a.X, a.Y, b.Words, b.X, b.Y)
			}
		}
	}
}

func shapesAreInside(t *testing.T, p *Picture) {
	t.Helper()
	for _, m := range p.Marks {
		for _, piece := range m.Path.flat() {
			for _, at := range piece {
				if !(at.x >= 0 && at.y >= 0 && at.x <= p.Width && at.y <= p.Height) {
					t.Fatalf("a shape at %.0f, %.0f (%s) in a picture of %.0f by %.0f", at.x, at.y, m.Says, p.Width, p.Height)
				}
			}
		}
	}
}

// The goldens are pictures of a quarrel whose names and words would break markup.
func TestGoldens(t *testing.T) {
	s := quarrel()
	for _, k := range Kinds {
		p, err := Draw(k.Name, &s, Options{})
		if err != nil {
			t.Fatal(err)
		}
		var b bytes.Buffer
		if err := WriteSVG(&b, &p); err != nil {
			t.Fatal(err)
		}
		golden(t, filepath.Join("testdata", k.Name+".svg"), b.Bytes())
	}
}

func golden(t *testing.T, file string, got []byte) {
	t.Helper()
	if *update {
		if err := os.WriteFile(file, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("%s is another picture now; look at both, and go test ./plots -update takes the new one", file)
	}
}

// Words are text wherever they come from.
func TestMarkupIsText(t *testing.T) {
	s := quarrel()
	allowed := map[string]bool{"svg": true, "title": true, "desc": true, "pattern": true, "rect": true, "circle": true, "path": true, "text": true}
	for _, k := range Kinds {
		p, err := Draw(k.Name, &s, Options{By: k.By[len(k.By)-1]})
		if err != nil {
			t.Fatal(err)
		}
		var b, text bytes.Buffer
		if err := WriteSVG(&b, &p); err != nil {
			t.Fatal(err)
		}
		for d := xml.NewDecoder(&b); ; {
			token, err := d.Token()
			if errors.Is(err, io.EOF) {
				break
			} else if err != nil {
				t.Fatal(k.Name, err)
			}
			switch token := token.(type) {
			case xml.StartElement:
				if !allowed[token.Name.Local] {
					t.Errorf("%s has an element %s", k.Name, token.Name.Local)
				}
			case xml.CharData:
				text.Write(token)
			}
		}
		for _, want := range []string{"海岸日报", "Aksel <b>Brandt</b> & Sons", `Mirela "Mira" Osk`, "Harbours and Lighthouses of Norreland"} {
			if k.By[len(k.By)-1] == ByActor && !strings.Contains(text.String(), want) {
				t.Errorf("%s lacks %s", k.Name, want)
			}
		}
	}
}

func TestPNG(t *testing.T) {
	s := spread(selection(t, 75))
	for _, k := range Kinds {
		p, err := Draw(k.Name, &s, Options{})
		if err != nil {
			t.Fatal(err)
		}
		var b bytes.Buffer
		if err := WritePNG(&b, &p); err != nil {
			t.Fatal(err)
		}
		picture, err := png.Decode(&b)
		if err != nil {
			t.Fatal(err)
		}
		colours := map[string]bool{}
		for y := 0; y < picture.Bounds().Dy(); y += 3 {
			for x := 0; x < picture.Bounds().Dx(); x += 3 {
				colours[fmt.Sprint(picture.At(x, y))] = true
			}
		}
		if picture.Bounds().Dx() != 2*int(p.Width) || len(colours) < 20 {
			t.Errorf("%s: %v with %d colours", k.Name, picture.Bounds(), len(colours))
		}
	}
}

func TestLettersThatAPNGLacks(t *testing.T) {
	s := quarrel()
	p, err := Draw("matrix", &s, Options{By: ByActor})
	if err != nil {
		t.Fatal(err)
	}
	if got := string(Lacks(&p)); got != "海岸日报" {
		t.Errorf("lacks %q", got)
	}
}

func TestWrongCalls(t *testing.T) {
	s := quarrel()
	for _, c := range []struct {
		kind string
		o    Options
		want string
	}{
		{"pie", Options{}, `no kind of picture "pie"; allowed are matrix`},
		{"matrix", Options{By: "outlet"}, `by "outlet"; allowed for matrix are [side actor]`},
		{"matrix", Options{Network: "congruence"}, `network "congruence" of matrix; only the kind network takes one`},
		{"network", Options{Network: "friends"}, `network "friends"; allowed`},
		{"matrix", Options{Top: 61}, "top 61; allowed for matrix are 1 to 18"},
	} {
		if _, err := Draw(c.kind, &s, c.o); err == nil || !strings.HasPrefix(err.Error(), c.want) {
			t.Errorf("%v, want %s", err, c.want)
		}
	}
	for _, k := range Kinds {
		if _, err := Draw(k.Name, &graph.Selection{}, Options{}); err == nil {
			t.Errorf("%s of nothing is drawn", k.Name)
		}
	}
}

func TestEveryKindAndRelationHasItsStyle(t *testing.T) {
	for _, k := range graph.Kinds {
		if kindStyles[k.Kind].shape == nil {
			t.Errorf("%s has no style", k.Kind)
		}
	}
	patterns := map[string]bool{}
	for _, r := range graph.Relations {
		style := relationStyles[r.Relation]
		look := fmt.Sprint(style.pattern, style.line.Dash, style.line.Width)
		if patterns[look] || style.line.Width == 0 {
			t.Errorf("%s is not told apart without colour", r.Relation)
		}
		patterns[look] = true
	}
}
