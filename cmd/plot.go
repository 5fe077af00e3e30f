package cmd

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"counterclaim/graph"
	"counterclaim/graph/store"
	"counterclaim/plots"
)

const plotHelp = `Draws statements as a picture for print, which says the same in black and white, with
a legend and a caption that says what it rests on. Without a kind it lists them.

SVG goes to stdout, or to the file behind -o; a name in .png makes a PNG of 192
pixels to an inch. An SVG has its words as text, in any script, and in a browser a
pointer on a mark reads what was said. A PNG has Latin, Greek and Cyrillic letters,
and takes others from a font behind --font.
`

func newPlot() *cobra.Command {
	c := &cobra.Command{
		Use:   "plot [KIND] [param=value ...]",
		Short: "Draw who said what, when and against whom, as SVG or PNG",
		Long:  plotHelp + pickingHelp(),
		Example: `  counterclaim plot
  counterclaim plot timeline > timeline.svg
  counterclaim plot matrix --by actor --top 8 -o matrix.png
  counterclaim plot network --network congruence > agreement.svg
  counterclaim plot kinds side=china since=2013-03 --min-confidence 0.8 -o kinds.svg`,
		ValidArgsFunction: completePlot,
	}
	var o plots.Options
	file := c.Flags().StringP("output", "o", "", "`file` to write, .svg or .png (default SVG on stdout)")
	c.Flags().StringVar((*string)(&o.By), "by", "", "whose statements stand together: `actor or side` (default as the kind has it)")
	c.Flags().IntVar(&o.Top, "top", 0, "how `many` rows or lanes there are before the others are summed up (default what is readable)")
	c.Flags().StringVar((*string)(&o.Network), "network", "", "which `network` the kind network draws, as \"counterclaim network\" lists them (default contrast)")
	fonts := c.Flags().StringSlice("font", nil, "font `files` (.ttf, .otf, .ttc) for letters of a PNG that are not Latin, Greek or Cyrillic")
	addSettings(c, storePath, storeBackend, queryTimeout, confidence)
	c.RunE = func(c *cobra.Command, args []string) error {
		if len(args) == 0 {
			return listPlots(c.OutOrStdout())
		}
		if err := plots.Check(args[0], o); err != nil {
			return wrongCall{err}
		}
		write, err := pictureWriter(c.ErrOrStderr(), *file, *fonts)
		if err != nil {
			return err
		}
		selection, err := picked(c, args[1:])
		if err != nil {
			return err
		}
		picture, err := plots.Draw(args[0], &selection, o)
		if err != nil {
			return err
		}
		return writePicture(c.OutOrStdout(), *file, &picture, write)
	}
	return c
}

func listPlots(w io.Writer) error {
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	for _, k := range plots.Kinds {
		fmt.Fprintf(t, "%s\t%s\n", k.Name, k.Says)
	}
	return t.Flush()
}

// picked returns the statements of the store that meet the conditions.
func picked(c *cobra.Command, words []string) (selection graph.Selection, err error) {
	given, err := conditions(words)
	if err != nil {
		return selection, err
	}
	in, err := readSettings(c)
	if err != nil {
		return selection, err
	}
	err = in.readStore(func(db *store.Store) error {
		selection, err = in.pick(c.Context(), db, given)
		return err
	})
	return selection, err
}

// pictureWriter returns what writes a picture in the format that the file's name asks
// for. It says on stderr which letters come out as boxes.
func pictureWriter(stderr io.Writer, file string, fontFiles []string) (func(io.Writer, *plots.Picture) error, error) {
	var fonts []*plots.Font
	for _, name := range fontFiles {
		src, err := os.ReadFile(name)
		if err != nil {
			return nil, err
		}
		f, err := plots.ReadFont(src)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		fonts = append(fonts, f)
	}
	switch ext := strings.ToLower(filepath.Ext(file)); {
	case file == "" || ext == ".svg":
		return plots.WriteSVG, nil
	case ext == ".png":
		return func(w io.Writer, p *plots.Picture) error {
			if lacks := plots.Lacks(p, fonts...); len(lacks) > 0 {
				fmt.Fprintf(stderr, "no font at hand has %s; these are boxes in the PNG, unless --font names one that has them; an SVG needs none\n", string(lacks))
			}
			return plots.WritePNG(w, p, fonts...)
		}, nil
	}
	return nil, wrongCallf("-o %s; allowed are names in .svg and .png", file)
}

// writePicture writes to the file, or to stdout where none is named. A picture that
// fails leaves no file.
func writePicture(stdout io.Writer, file string, p *plots.Picture, write func(io.Writer, *plots.Picture) error) error {
	var b bytes.Buffer
	if err := write(&b, p); err != nil {
		return err
	}
	if file == "" {
		_, err := stdout.Write(b.Bytes())
		return err
	}
	return os.WriteFile(file, b.Bytes(), 0o644)
}

func completePlot(c *cobra.Command, args []string, begin string) ([]string, cobra.ShellCompDirective) {
	if len(args) > 0 {
		return completeConditions(c, args[1:], begin)
	}
	var offered []string
	for _, k := range plots.Kinds {
		if strings.HasPrefix(k.Name, begin) {
			offered = append(offered, k.Name+"\t"+k.Says)
		}
	}
	return offered, cobra.ShellCompDirectiveNoFileComp
}
