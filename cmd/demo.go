package cmd

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"counterclaim/graph/store"
	"counterclaim/queries"
)

// demoQuestions are asked after the claims, in this order. Of their columns those
// are shown that fit a terminal.
var demoQuestions = []struct {
	query, says string
	params      []string
	columns     []string
}{
	{"unanswered", "Accusations that nobody answered in what is loaded:", nil, []string{"when", "accuser", "accused", "words"}},
	{"latency", "Days that went by from a claim to its denial:", []string{"relation=relation:denies"}, []string{"claimant", "answerer", "least", "most"}},
	{"same-speech", "One speech as two outlets tell it:", nil, []string{"speaker", "words", "other_words"}},
}

// demoRows is how many rows of an answer are shown.
const demoRows = 6

func newDemo() *cobra.Command {
	c := &cobra.Command{
		Use:   "demo",
		Short: "Load the seeds and look at them: begin here",
		Long: `Loads the seeds into a fresh store: the claims of five real articles on cyber attacks
between China and the United States, coded by hand, and four invented articles. Then
it shows the claims with what was said against them, asks three more questions, and
says where to go on. The store is a temporary file, unless --keep says where to leave it.`,
		Example: `  counterclaim demo
  counterclaim demo --keep demo.db
  counterclaim query --store demo.db`,
		Args: cobra.NoArgs,
	}
	keep := c.Flags().String("keep", "", "leave the store in this `file`, which must not be there yet")
	c.RunE = func(c *cobra.Command, _ []string) error {
		path := *keep
		if path == "" {
			dir, err := os.MkdirTemp("", "counterclaim-demo-")
			if err != nil {
				return err
			}
			defer os.RemoveAll(dir)
			path = filepath.Join(dir, "demo.db")
		} else if _, err := os.Stat(path); !errors.Is(err, fs.ErrNotExist) {
			return wrongCallf("--keep %s: there is something already; name a new file", path)
		}
		db, err := store.Open("bolt", path)
		if err != nil {
			return err
		}
		d := &demo{newPage(c.OutOrStdout()), db, *keep}
		return errors.Join(d.run(c.Context()), db.Close())
	}
	return c
}

// A demo is one showing.
type demo struct {
	*page
	store *store.Store
	kept  string // the file that the store is left in, "" for none
}

func (d *demo) run(ctx context.Context) error {
	if err := d.load(ctx); err != nil {
		return err
	}
	if err := d.claims(ctx); err != nil {
		return err
	}
	for _, q := range demoQuestions {
		if err := d.ask(ctx, q.query, q.says, q.params, q.columns); err != nil {
			return err
		}
	}
	d.goOn()
	return d.err
}

// ask prints what a question shows, the command that asks it, and the beginning of
// its answer.
func (d *demo) ask(ctx context.Context, name, says string, given, columns []string) error {
	q, err := queries.Find(name)
	if err != nil {
		return err
	}
	params, err := readParams(q, given)
	if err != nil {
		return err
	}
	table, err := queries.Run(ctx, d.store, q, params, queries.Limits{})
	if err != nil {
		return err
	}
	d.heading(says, strings.Join(append([]string{"counterclaim query", name}, given...), " "))
	if table, err = only(table, columns); err != nil {
		return err
	}
	more := len(table.Rows) - demoRows
	table.Rows = table.Rows[:min(demoRows, len(table.Rows))]
	err = queries.Write(d.w, table, "table", d.width, colour(d.w))
	if more > 0 {
		d.text(0, d.as(faint, "... and "+count(more, "more row", "more rows")))
	}
	return errors.Join(d.err, err)
}

func (d *demo) heading(says, command string) {
	d.print("\n" + d.as(bold, says) + "\n" + d.as(faint, "$ "+command) + "\n\n")
}

func (d *demo) goOn() {
	at := " --store demo.db"
	lines := [][2]string{{"counterclaim demo --keep demo.db", "leaves this graph in a file, for what follows"}}
	if d.kept != "" {
		at, lines = " --store "+d.kept, nil
	}
	d.title("Where to go on")
	for _, line := range append(lines, [][2]string{
		{"counterclaim notebook" + at, "explores it in the browser: questions, pictures, claims beside their answers"},
		{"counterclaim query" + at, "lists all questions"},
		{"counterclaim load PATH...", "loads articles (.txt, .md, .html) or claims coded by hand (.yaml, .csv)"},
		{"counterclaim show ID" + at, "shows a statement in its context, and why an answer is one"},
		{"counterclaim help", "lists the commands"},
	}...) {
		d.print("  " + line[0] + "\n")
		d.text(6, d.as(faint, line[1]))
	}
}
