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

const extractHelp = `Reads files and folders as load does and prints the statements in them, without
touching a store. Every file has its lines, copies of one another too. The contrasts
are those between the files given.

  table  a line a statement
  jsonl  a line of JSON a document with its statements, then one with all contrasts;
         offsets count the characters (Unicode code points) of the file, ends exclusive

What is printed as jsonl, load reads: the graph is the same, byte for byte, as that of
the files themselves. So extraction can be spread over any number of machines: each is
given the same folder and a shard of its own, 1/N to N/N. A file falls into a shard by
its path below the folder, whatever else there is. Where tasks are numbered from 0, add
1.

With --no-contrasts a document is printed as soon as it is read, and none is kept in
memory. Contrasts are only those within a shard in any case, and nothing that load
needs: it finds them anew, across all.`

func newExtract() *cobra.Command {
	c := &cobra.Command{
		Use:   "extract PATH...",
		Short: "Print what is said in files, without a store",
		Long:  extractHelp,
		Example: `  counterclaim extract article.txt
  counterclaim extract -o jsonl articles/ > statements.jsonl
  counterclaim extract -o jsonl --no-contrasts --shard 3/16 articles/ > shard-3.jsonl
  counterclaim load shard-*.jsonl`,
		Args: cobra.MinimumNArgs(1),
	}
	output := outputFlag(c, "table", "jsonl")
	format := formatFlag(c)
	shard := shardFlag(c)
	alone := c.Flags().Bool("no-contrasts", false, "print documents as they are read, without contrasts, as jsonl")
	addSettings(c, actorsFile, confidence)
	c.RunE = func(c *cobra.Command, args []string) error {
		in, err := readSettings(c)
		if err != nil {
			return err
		}
		if *alone && output.String() != "jsonl" {
			return wrongCallf("--no-contrasts: allowed with -o jsonl alone")
		}
		files, err := in.files(*format, shard.Shard, args)
		if err != nil {
			return err
		}
		var report loaders.Report
		step, end := progress(c.ErrOrStderr(), "reading")
		if *alone {
			report, err = extractEach(c, files, step)
		} else {
			report, err = extractAll(c, files, step, output.String())
		}
		end()
		printNotes(c.ErrOrStderr(), report)
		if report.Unsure > 0 {
			fmt.Fprintf(c.ErrOrStderr(), "left out %s\n", unsure(report))
		}
		return errors.Join(failed(report), err)
	}
	return c
}

// extractAll prints what the files say when all is read, as a table or as jsonl.
func extractAll(c *cobra.Command, files loaders.Files, step func(loaders.Progress), format string) (loaders.Report, error) {
	codings, contrasts, report, err := loaders.Extract(c.Context(), files, step)
	switch {
	case err != nil:
		return report, err
	case format == "jsonl":
		return report, writeLines(c.OutOrStdout(), codings, contrasts)
	}
	return report, writeStatements(c.OutOrStdout(), codings, contrasts)
}

// extractEach prints what a file says as soon as it is read.
func extractEach(c *cobra.Command, files loaders.Files, step func(loaders.Progress)) (loaders.Report, error) {
	lines := jsonl.NewWriter(c.OutOrStdout())
	report, err := loaders.ExtractEach(c.Context(), files, step, lines.Write)
	if err != nil {
		return report, err
	}
	return report, lines.End()
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
