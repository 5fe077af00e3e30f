package score

import (
	"fmt"
	"testing"
	"testing/fstest"
)

func TestReadBrat(t *testing.T) {
	const text = "Né in port, Brandt denied that “they” fired."
	const entities = "T1\tSource 12 18\tBrandt\nT2\tCue 19 25\tdenied\nT3\tContent 26 30;38 43\tthat fired\nT4\tAttribution 19 25\tdenied\nT5\tContent 31 37\tthey\n"
	one := fstest.MapFS{
		"text/port.txt":               {Data: []byte(text)},
		"text/port_two.txt":           {Data: []byte("Other words.")},
		"attributions/port_a.ann":     {Data: []byte("E1\tAttribution:T4 Source:T1 Cue:T2 Content:T3 Content2:T5\n" + entities + "E2\tAttribution:T4 Cue:T2\nR1\tx\n")},
		"attributions/port_b.ann":     {Data: []byte("T1\tSource 0 2\tNé\n")},
		"attributions/port_two_a.ann": {Data: nil},
	}
	got, err := ReadBrat(one)
	if err != nil || len(got) != 2 || got[0].ID != "port" || got[1].ID != "port_two" || len(got[0].Gold) != 1 {
		t.Fatalf("%v, %+v", err, got)
	}
	g := got[0].Gold[0]
	said := g.Source[0].Of(text) + "|" + g.Cue[0].Of(text)
	for _, s := range g.Content {
		said += "|" + s.Of(text)
	}
	if said != "Brandt|denied|that|“they”|fired" {
		t.Errorf("got %s", said)
	}
	for name, want := range map[string]string{
		"T1\tSource 0 99\tx\nT2\tContent 0 2\tx\nE1\tAttribution:T3 Source:T1 Content:T2\n": "a.ann:3: Source:T1 [0, 99]; allowed are offsets from 0 to 9, the start before the end",
		"T1\tSource x y\n": `a.ann:1: "x y": strconv.Atoi: parsing "x": invalid syntax`,
		"T1\n":             `a.ann:1: "T1\n" is no entity`,
	} {
		_, err := ReadBrat(fstest.MapFS{"a.txt": {Data: []byte("Two words")}, "a.ann": {Data: []byte(name)}})
		if fmt.Sprint(err) != want {
			t.Errorf("%q\ngot  %v\nwant %s", name, err, want)
		}
	}
	if _, err := ReadBrat(fstest.MapFS{"a.ann": {}}); fmt.Sprint(err) != "a.ann: no text for it; name it as the .ann file" {
		t.Error(err)
	}
	if _, err := ReadBrat(fstest.MapFS{}); err == nil {
		t.Error("an empty folder is read")
	}
}
