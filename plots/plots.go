// Package plots draws what users publish: who answers whom, who said what when, and
// which kinds of statements each side makes. A picture is computed first, as a value
// that says where each mark and each word stands, and then written as SVG or PNG.
//
//	selection, err := db.Select(ctx, ids)
//	picture, err := plots.Draw("timeline", &selection, plots.Options{})
//	err = plots.WriteSVG(w, &picture)
//
// The same selection always gives the same bytes. Nothing in a picture rests on colour
// alone, no text overlaps another one, and what does not fit is summed up as others and
// counted in the caption.
//
// To add a kind, write its file with a function that returns a Picture, and add a row
// to Kinds; the tests then draw it of selections of all sizes.
package plots

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"

	"counterclaim/graph"
	"counterclaim/networks"
)

// Options are what a picture can be told; the zero value is a good one.
type Options struct {
	By  By  // what stands in its lanes, rows and columns; "" as the kind has it
	Top int // how many of these it shows before the others are summed up or left out; 0 as many as are readable

	Network networks.Kind // which one the kind network draws; "" the contrast network
}

// By says by whom statements are put together.
type By string

// The ways to put statements together.
const (
	ByActor By = "actor" // who says it
	BySide  By = "side"  // on whose side
)

// A Kind is one kind of picture.
type Kind struct {
	Name string
	Says string // what it shows
	By   []By   // what Options.By may be; the first is the default
	Top  int    // the default of Options.Top
	Most int    // the most that Options.Top can be
	draw func(*graph.Selection, Options) (Picture, error)
}

// Kinds are the kinds of pictures, in the order in which they are listed.
var Kinds = []Kind{
	{"matrix", "Who answers whom, and how: rows answer columns, each cell counts by relation.", []By{BySide, ByActor}, 10, 18, matrix},
	{"timeline", "Who said what when: a lane for each speaker or side, a mark for each statement, an arrow from each answer to its claim.", []By{ByActor, BySide}, 18, 60, timeline},
	{"kinds", "Which kinds of statements each side or speaker makes over time, by month: a small chart for each.", []By{BySide, ByActor}, 4, 7, kinds},
	{"network", "Who is tied to whom: by answers, or by the positions that they share or dispute.", []By{ByActor, BySide}, 30, 60, network},
}

// Draw draws the selection. The error says what is not allowed, or that there is
// nothing to draw.
func Draw(kind string, s *graph.Selection, o Options) (Picture, error) {
	if err := Check(kind, o); err != nil {
		return Picture{}, err
	}
	if len(s.Positions) == 0 {
		return Picture{}, errors.New("no statements to draw")
	}
	k := Kinds[find(kind)]
	if o.By == "" {
		o.By = k.By[0]
	}
	if o.Top == 0 {
		o.Top = k.Top
	}
	return k.draw(s, o)
}

// Check returns an error that says what is allowed, unless the kind is known and takes
// the options.
func Check(kind string, o Options) error {
	i := find(kind)
	if i < 0 {
		return fmt.Errorf("no kind of picture %q; allowed are %s", kind, names())
	}
	k := Kinds[i]
	if o.By != "" && !slices.Contains(k.By, o.By) {
		return fmt.Errorf("by %q; allowed for %s are %v", o.By, kind, k.By)
	}
	if o.Network != "" && kind != "network" {
		return fmt.Errorf("network %q of %s; only the kind network takes one", o.Network, kind)
	}
	if err := (networks.Options{Kind: cmp.Or(o.Network, networks.Contrast)}).Check(); err != nil {
		return err
	}
	if o.Top < 0 || o.Top > k.Most {
		return fmt.Errorf("top %d; allowed for %s are 1 to %d", o.Top, kind, k.Most)
	}
	return nil
}

func find(kind string) int {
	return slices.IndexFunc(Kinds, func(k Kind) bool { return k.Name == kind })
}

func names() string {
	names := make([]string, len(Kinds))
	for i, k := range Kinds {
		names[i] = k.Name
	}
	return strings.Join(names, ", ")
}
