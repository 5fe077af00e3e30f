// What is printed follows three rules. What was asked for goes to stdout and
// everything else to stderr. What goes into a pipe or a file has no colours, no
// limit of width and no progress bar, so that it is the same everywhere. NO_COLOR
// takes the colours from a terminal too, and leaves bold and underline.

package cmd

import (
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"golang.org/x/term"
)

// terminalWidth returns the columns of the terminal that w writes to, 0 where it
// is none.
func terminalWidth(w io.Writer) int {
	f, ok := w.(*os.File)
	if !ok || !term.IsTerminal(int(f.Fd())) {
		return 0
	}
	width, _, err := term.GetSize(int(f.Fd()))
	if err != nil || width == 0 {
		return usualWidth
	}
	return max(width, leastWidth)
}

const (
	usualWidth = 80 // of a terminal that does not tell
	leastWidth = 40 // what is printed into a narrower one breaks
)

// colour reports whether w may be written to in colour.
func colour(w io.Writer) bool { return terminalWidth(w) > 0 && os.Getenv("NO_COLOR") == "" }

// A choice is a flag that takes one of a few values; the first is the default.
type choice struct {
	value   string
	allowed []string
}

// outputFlag gives the command the flag -o.
func outputFlag(c *cobra.Command, formats ...string) *choice {
	o := &choice{formats[0], formats}
	c.Flags().VarP(o, "output", "o", "format of the output: "+strings.Join(formats, ", "))
	complete := cobra.FixedCompletions(formats, cobra.ShellCompDirectiveNoFileComp)
	if err := c.RegisterFlagCompletionFunc("output", complete); err != nil {
		panic(err) // the flag is the one of two lines above
	}
	return o
}

func (o *choice) String() string { return o.value }

// Type returns the word for the value in the help.
func (o *choice) Type() string { return "format" }

// Set takes a value that is among the allowed ones.
func (o *choice) Set(value string) error {
	if !slices.Contains(o.allowed, value) {
		return fmt.Errorf("allowed are %s", strings.Join(o.allowed, ", "))
	}
	o.value = value
	return nil
}
