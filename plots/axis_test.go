package plots

import (
	"fmt"
	"strings"
	"testing"

	"golang.org/x/image/font/gofont/goregular"

	"counterclaim/graph"
)

func TestAxisBreaksWhereNothingIsSaidForLong(t *testing.T) {
	for _, c := range []struct{ dates, want string }{
		{"2031-05-03", "2031-05-03 to 2031-05-03"},
		{"2031-05-03 2031-05-05", "2031-05-03 to 2031-05-05"},
		{"2031-05 2031-05-12 2031-06-02", "2031-05-01 to 2031-06-02"},
		{"2013-02 2013-03-12 2031-05-03 2031-05-04", "2013-02-01 to 2013-03-12, 2031-05-03 to 2031-05-04"},
		{"2011-01 2013-01 2015-01 2017-01 2019-01 2021-01 2023-01", "2011-01-01 to 2011-01-31, 2013-01-01 to 2015-01-31, 2017-01-01 to 2017-01-31, 2019-01-01 to 2019-01-31, 2021-01-01 to 2021-01-31, 2023-01-01 to 2023-01-31"},
	} {
		var dates []graph.Date
		for d := range strings.FieldsSeq(c.dates) {
			dates = append(dates, graph.Date(d))
		}
		a := newAxis(dates, 100, 900)
		var parts []string
		for _, p := range a.parts {
			parts = append(parts, dateOf(p.first).Format("2006-01-02")+" to "+dateOf(p.last).Format("2006-01-02"))
		}
		if got := strings.Join(parts, ", "); got != c.want {
			t.Errorf("%s: %s, want %s", c.dates, got, c.want)
		}
		if last := a.parts[len(a.parts)-1]; last.x+last.width < 899 || last.x+last.width > 901 {
			t.Errorf("%s: ends at %.1f", c.dates, last.x+last.width)
		}
		for _, d := range dates {
			if from, to := a.span(d); from < 100 || to <= from || to > 900.001 {
				t.Errorf("%s lies from %.1f to %.1f", d, from, to)
			}
		}
	}
}

func TestBinsAreAsLongAsThereIsRoomFor(t *testing.T) {
	for _, c := range []struct{ dates, unit, want string }{
		{"2031-05-03 2031-05-05", "day", "2031-05-03 2031-05-04 2031-05-05"},
		{"2031-05-03 2031-05", "month", "2031-05"},
		{"2031-05-03 2031-07 2033-01-02 2031", "month", "2031-05 2031-06 2031-07 - 2033-01"},
		{"2031", "year", "2031"},
	} {
		var dates []graph.Date
		for d := range strings.FieldsSeq(c.dates) {
			dates = append(dates, graph.Date(d))
		}
		b := newBins(dates)
		var names []string
		for _, one := range b.list {
			names = append(names, map[bool]string{true: "-", false: one.name}[one.name == ""])
		}
		if got := strings.Join(names, " "); b.unit != c.unit || got != c.want {
			t.Errorf("%s: %s %s, want %s %s", c.dates, b.unit, got, c.unit, c.want)
		}
	}
	var dates []graph.Date
	for month := range 100 {
		dates = append(dates, graph.Date(fmt.Sprintf("%d-%02d", 2031+month/12, 1+month%12)))
	}
	if b := newBins(dates); b.unit != "quarter" || len(b.list) != 34 || b.list[33].name != "2039-Q2" {
		t.Errorf("%s %v", b.unit, b.list)
	}
}

func TestWordsAreCutWhereTheyWouldRunOut(t *testing.T) {
	for _, c := range []struct {
		words string
		most  float64
		want  string
	}{
		{"Stavik", 100, "Stavik"}, {"National Network, Office", 120, "National Network…"}, {"海岸日报海岸日报", 60, "海岸日报…"}, {"e\u0301e\u0301e\u0301", 19, "e\u0301…"},
	} {
		if got := cut(c.words, 11, c.most, false); got != c.want || width(got, 11, false) > c.most {
			t.Errorf("%q, want %q", got, c.want)
		}
	}
	if got := wrap("National Computer Network Emergency Office", 11, 70, 3); strings.Join(got, "|") != "National|Computer|Network E…" {
		t.Errorf("%q", got)
	}
}

func TestFonts(t *testing.T) {
	if _, err := ReadFont([]byte("no font")); err == nil {
		t.Error("what is no font is read")
	}
	f, err := ReadFont(goregular.TTF)
	if err != nil {
		t.Fatal(err)
	}
	s := quarrel()
	p, err := Draw("matrix", &s, Options{By: ByActor})
	if err != nil {
		t.Fatal(err)
	}
	if got := string(Lacks(&p, f)); got != "海岸日报" {
		t.Errorf("lacks %q", got)
	}
}
