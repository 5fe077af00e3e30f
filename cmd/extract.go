package cmd

import (
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"counterclaim/graph"
	"counterclaim/loaders"
	"counterclaim/loaders/jsonl"
	"counterclaim/queries"
)

func newExtract() *cobra.Command {
	c := &cobra.Command{
		Use:   "extract PATH...",
		Short: "Print what is said in files, without a store",
		Long: `Reads files and folders as load does and prints the statements in them, without
touching a store. Every file has its lines, copies of one another too. The contrasts
are those between the files given.

  table  a line a statement
  jsonl  a line of JSON a document with its statements, then one with all contrasts;
         offsets count the characters (Unicode code points) of the file, ends exclusive`,
		Example: `  counterclaim extract article.txt
  counterclaim extract -o jsonl articles/ > statements.jsonl`,
		Args: cobra.MinimumNArgs(1),
	}
	output := outputFlag(c, "table", "jsonl")
	format := formatFlag(c)
	addSettings(c, actorsFile, confidence)
	c.RunE = func(c *cobra.Command, args []string) error {
		in, err := readSettings(c)
		if err != nil {
			return err
		}
		files, err := in.files(*format, args)
		if err != nil {
			return err
		}
		step, end := progress(c.ErrOrStderr(), "reading")
		codings, contrasts, report, err := loaders.Extract(c.Context(), files, step)
		end()
		if err != nil {
			return err
		}
		printNotes(c.ErrOrStderr(), report)
		if report.Unsure > 0 {
			fmt.Fprintf(c.ErrOrStderr(), "left out %s\n", unsure(report))
		}
		if output.String() == "jsonl" {
			err = writeLines(c.OutOrStdout(), codings, contrasts)
		} else {
			err = writeStatements(c.OutOrStdout(), codings, contrasts)
		}
		return errors.Join(failed(report), err)
	}
	return c
}

// writeLines prints a line of JSON a document, then one with the contrasts.
func writeLines(w io.Writer, codings []graph.Coding, contrasts []graph.Contrast) error {
	lines := jsonl.NewWriter(w)
	for i := range codings {
		if err := lines.Write(&codings[i]); err != nil {
			return err
		}
	}
	return lines.EndWith(contrasts)
}

// writeStatements prints a row a statement, with what it answers.
func writeStatements(w io.Writer, codings []graph.Coding, contrasts []graph.Contrast) error {
	t := queries.Table{Columns: []queries.Column{
		{Name: "document", Type: queries.Text},
		{Name: "statement", Type: queries.IRI},
		{Name: "speaker", Type: queries.Text},
		{Name: "kind", Type: queries.Text},
		{Name: "target", Type: queries.Text, Optional: true},
		{Name: "words", Type: queries.Text},
		{Name: "answers", Type: queries.Text, Optional: true},
	}}
	answers := map[string][]string{}
	for _, c := range contrasts {
		if !c.Relation.Equal() {
			answers[c.Counter] = append(answers[c.Counter], string(c.Relation)+" "+c.Claim)
		}
	}
	for _, c := range codings {
		called := names(c.Actors)
		for _, s := range c.Statements {
			t.Rows = append(t.Rows, []any{c.Document.Name, graph.Node(s.ID), called[s.Speaker.Actor],
				join(s.Kinds), called[s.Target.Actor], s.Text, strings.Join(answers[s.ID], ", ")})
		}
	}
	return queries.Write(w, t, "table", terminalWidth(w), colour(w))
}
