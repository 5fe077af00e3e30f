package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"
)

// A comparison is what all systems made of one graph.
type comparison struct {
	Machine           machine
	Statements, Quads int
	FileBytes         int64 // of the N-Quads in short names
	Systems           []*measured
}

func newCompare() *cobra.Command {
	c := &cobra.Command{
		Use:   "compare",
		Short: "Measure loading and ten questions beside the peers",
		Long: `Has every system load the same graph and answer the same ten questions, in turn, as often
as --runs says, and writes the table and the picture. Answers that differ are an error.
What is not installed is left out, with a word. A call that is repeated goes on where the
last one ended; --again begins anew.`,
		Example: `  go run ./bench compare --statements 100000 --runs 5
  go run ./bench compare --statements 20000 --only bolt,Oxigraph`,
		Args: cobra.NoArgs,
	}
	statements := c.Flags().Int("statements", 100_000, "size of the graph in `statements`")
	runs := c.Flags().Int("runs", 5, "how many `processes` of each system")
	only := c.Flags().StringSlice("only", nil, "systems with one of these `words` in their names")
	again := c.Flags().Bool("again", false, "measure anew what was measured before")
	patience := c.Flags().Duration("patience", 2*time.Minute, "how long to wait for an answer; a question that takes longer has none")
	postgres := c.Flags().String("postgres", "", "`URL` of a PostgreSQL server on which we may make a database")
	c.RunE = func(c *cobra.Command, _ []string) error {
		all := systems(*postgres)
		picked := slices.DeleteFunc(slices.Clone(all), func(s system) bool { return !named(s.name, *only) })
		if len(picked) == 0 {
			return fmt.Errorf("--only %s names none of %s", strings.Join(*only, ","), strings.Join(namesOf(all), "; "))
		}
		work, out, err := folders(c)
		if err != nil {
			return err
		}
		kept := filepath.Join(work, fmt.Sprintf("compare-%d.json", *statements))
		var found comparison
		if err := recall(kept, &found, *again); err != nil {
			return err
		}
		f := filesOf(work, *statements)
		if *again {
			_, _ = os.Remove(f.short), os.Remove(f.absolute) // they may not be there
		}
		if found.Statements, err = writeGraph(c.Context(), f, *statements, *statements); err != nil {
			return err
		}
		if found.Quads, found.FileBytes, err = sizeOf(f.short); err != nil {
			return err
		}
		found.Machine = thisMachine()
		for _, sys := range all {
			found.system(sys.name) // in the order of the tables
		}
		meter := meter{work, f, newSubjects(*statements), questions, usualAsks, *patience}
		for n := range *runs {
			for _, sys := range picked {
				if err := found.run(c, meter, sys, n+1); err != nil {
					return err
				}
				if err := keep(kept, found); err != nil {
					return err
				}
			}
		}
		if err := compareAnswers(found.Systems); err != nil {
			return err
		}
		return renew(out, found.page())
	}
	return c
}

// run is the n-th run of the system, unless there are so many.
func (c *comparison) run(command *cobra.Command, meter meter, sys system, n int) error {
	m := c.system(sys.name)
	if len(m.Runs) >= n {
		return nil
	}
	fmt.Fprintf(command.ErrOrStderr(), "%s: run %d\n", sys.name, n)
	if err := meter.run(command.Context(), sys, m); err != nil {
		return err
	}
	if m.Absent != "" {
		fmt.Fprintf(command.ErrOrStderr(), "%s: left out: %s\n", sys.name, m.Absent)
	}
	return nil
}

func named(name string, words []string) bool {
	return len(words) == 0 || slices.ContainsFunc(words, func(w string) bool { return strings.Contains(strings.ToLower(name), strings.ToLower(w)) })
}

func namesOf(all []system) []string {
	var out []string
	for _, s := range all {
		out = append(out, s.name)
	}
	return out
}

// system returns what was found of the system, which is added where there is nothing yet.
func (c *comparison) system(name string) *measured {
	for _, m := range c.Systems {
		if m.System == name {
			return m
		}
	}
	m := &measured{System: name}
	c.Systems = append(c.Systems, m)
	return m
}

// recall reads what an earlier call has kept, unless all is to be done again.
func recall(path string, into any, again bool) error {
	src, err := os.ReadFile(path)
	if again || errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return errors.Join(err, json.Unmarshal(src, into))
}

func keep(path string, what any) error {
	src, err := json.MarshalIndent(what, "", " ")
	if err != nil {
		return err
	}
	return os.WriteFile(path, src, 0o644)
}
