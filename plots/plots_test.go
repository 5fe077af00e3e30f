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
	"strings"
	"testing"

	"counterclaim/graph"
)

var update = flag.Bool("update", false, "rewrite testdata")

// each draws pictures of every kind, by everything it can be drawn by, of selections of
// all sizes.
func each(t *testing.T, check func(t *testing.T, p *Picture)) {
	t.Helper()
	for name, s := range map[string]graph.Selection{
		"one": only(graph.Selection{Positions: selection(t, 5).Positions[:1]}), "quarrel": quarrel(), "5": spread(selection(t, 5)), "75": spread(selection(t, 75)),
		"500": spread(selection(t, 500)), "500 in a few days": selection(t, 500), "2500": spread(selection(t, 2500)),
	} {
		for _, k := range Kinds {
			for _, by := range k.By {
				for _, top := range []int{0, 1, k.Most} {
					t.Run(fmt.Sprintf("%s of %s by %s, top %d", k.Name, name, by, top), func(t *testing.T) {
						p, err := Draw(k.Name, &s, Options{By: by, Top: top})
						if err != nil && name == "one" {
							t.Skip(err)
						} else if err != nil {
							t.Fatal(err)
						}
						check(t, &p)
					})
				}
			}
		}
	}
}

type box struct{ left, top, right, bottom float64 }

func (t *Text) box() box {
	w := t.width()
	left := t.X - map[Anchor]float64{Middle: w / 2, End: w}[t.Anchor]
	b := box{left, t.Y - t.Size*.75, left + w, t.Y + t.Size*.2}
	if t.Turned {
		below := t.Y + map[Anchor]float64{Middle: w / 2, End: w}[t.Anchor]
		b = box{t.X - t.Size*.75, below - w, t.X + t.Size*.2, below}
	}
	return b
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

func TestTextsStandApartAndInside(t *testing.T) {
	each(t, func(t *testing.T, p *Picture) {
		texts := p.texts()
		for i, a := range texts {
			if b := a.box(); b.left < 0 || b.top < 0 || b.right > p.Width || b.bottom > p.Height {
				t.Errorf("%q at %.0f, %.0f runs out of a picture of %.0f by %.0f", a.Words, a.X, a.Y, p.Width, p.Height)
			}
			for _, b := range texts[i+1:] {
				x, y := a.box(), b.box()
				if x.left < y.right && y.left < x.right && x.top < y.bottom && y.top < x.bottom {
					t.Errorf("%q at %.0f, %.0f overlaps %q at %.0f, %.0f", a.Words, a.X, a.Y, b.Words, b.X, b.Y)
				}
			}
		}
	})
}

func TestShapesAreInside(t *testing.T) {
	each(t, func(t *testing.T, p *Picture) {
		for _, m := range p.Marks {
			for _, piece := range m.Path.flat() {
				for _, at := range piece {
					if !(at.x >= 0 && at.y >= 0 && at.x <= p.Width && at.y <= p.Height) {
						t.Fatalf("a shape at %.0f, %.0f (%s) in a picture of %.0f by %.0f", at.x, at.y, m.Says, p.Width, p.Height)
					}
				}
			}
		}
	})
}

// A picture must fit a page or two, however much there is.
func TestPicturesStaySmall(t *testing.T) {
	each(t, func(t *testing.T, p *Picture) {
		if p.Height > 2.2*p.Width && len(p.Marks) > 0 {
			t.Logf("%.0f high", p.Height)
		}
		var b bytes.Buffer
		if err := WriteSVG(&b, p); err != nil || b.Len() > 2<<20 {
			t.Errorf("%d bytes, %v", b.Len(), err)
		}
	})
}

func TestCaptionSaysWhatItRestsOn(t *testing.T) {
	s := quarrel()
	for _, k := range Kinds {
		p, err := Draw(k.Name, &s, Options{})
		if err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(p.Caption, s.Caption()) {
			t.Errorf("%s: the caption %q lacks %q", k.Name, p.Caption, s.Caption())
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
