package cmd

import (
	"fmt"
	"io"
	"os"
	"strconv"

	"github.com/spf13/cobra"

	"counterclaim/graph/store"
	"counterclaim/graph/synthetic"
	"counterclaim/loaders"
)

func newBench() *cobra.Command {
	c := &cobra.Command{
		Use:   "bench",
		Short: "Invent graphs of any size to measure with",
		Long: `Invents graphs to measure this program and others with. How it compares, and how it
was measured: docs/benchmarks.md.`,
		Args: cobra.NoArgs,
	}
	c.AddCommand(newBenchGenerate())
	return c
}

func newBenchGenerate() *cobra.Command {
	c := &cobra.Command{
		Use:   "generate",
		Short: "Write an invented graph as N-Quads",
		Long: `Writes an invented graph of so many statements as N-Quads, which load reads, and other
stores of quads too. The same numbers give the same graph, and a larger one begins with a
smaller one. A statement is about 25 quads and 2 kB.

Documents, speakers, disputes and words are as unevenly spread as in news: 40 documents a
day, each about one of the disputes that come and go; a few speakers who say most.`,
		Example: `  counterclaim bench generate --statements 100000 -o invented.nq
  counterclaim load invented.nq --store invented.db`,
		Args: cobra.NoArgs,
	}
	n := c.Flags().Int("statements", 100_000, "how many `statements`")
	seed := c.Flags().Uint64("seed", 1, "another `number` makes another graph")
	file := c.Flags().StringP("output", "o", "", "`file` to write; - is standard output")
	c.RunE = func(c *cobra.Command, _ []string) error {
		if *n < 1 {
			return wrongCallf("--statements %s: allowed are 1 and above", strconv.Itoa(*n))
		}
		if *file == "" {
			return wrongCallf("name a file with -o, such as -o invented.nq; -o - writes to standard output")
		}
		if *file == "-" {
			return generate(c, c.OutOrStdout(), *seed, *n)
		}
		out, err := os.Create(*file)
		if err != nil {
			return err
		}
		if err := generate(c, out, *seed, *n); err != nil {
			out.Close()
			return fmt.Errorf("write %s: %w", *file, err)
		}
		return out.Close()
	}
	return c
}

func generate(c *cobra.Command, out io.Writer, seed uint64, statements int) error {
	const perBatch = 2000
	step, end := progress(c.ErrOrStderr(), "statements")
	defer end()
	lines := store.NewLines(out)
	done := 0
	for batch := range synthetic.Batches(seed, statements, perBatch) {
		if err := lines.Add(c.Context(), batch.Codings, batch.Contrasts); err != nil {
			return err
		}
		if done += batch.Statements; step != nil {
			step(loaders.Progress{Step: "statements", Done: done, Total: statements})
		}
	}
	return lines.Close()
}
