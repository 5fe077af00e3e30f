package cmd

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"counterclaim/graph/store"
	"counterclaim/loaders"
	"counterclaim/queries"
)

func newCheck() *cobra.Command {
	c := &cobra.Command{
		Use:   "check",
		Short: "Check queries, seeds and the graph against the vocabulary",
		Long: `Checks that the named queries, the seeds and the graph in the store keep to the
vocabulary: every predicate known, every edge between nodes that it may connect,
every name resolved. Prints a line for each part, and each mistake to stderr.

--deep looks into the store alone, and at all of it: whether each document's quads are
those that its statements imply, with contrasts, digest and actors; and of a file the
pages, the nodes and their counts, and that each index agrees with the log. It says of
each misfit which document it is of and what mends it: removing the document and loading
it again, or "counterclaim rebuild". It uses all cores, and reads the store some ten
times; -o json is for programs.`,
		Example: `  counterclaim check
  counterclaim check --store press.db
  counterclaim check --deep
  counterclaim check --deep -o json`,
		Args: cobra.NoArgs,
	}
	deep := c.Flags().Bool("deep", false, "compare all that the store holds with what its documents say")
	output := outputFlag(c, "text", "json")
	addSettings(c, storePath, storeBackend, actorsFile)
	c.RunE = func(c *cobra.Command, _ []string) error {
		in, err := readSettings(c)
		switch {
		case err != nil:
			return err
		case *deep:
			return in.checkDeep(c, output.value)
		case output.value != "text":
			return wrongCallf("-o %s is for --deep", output.value)
		}
		var errs []error
		for _, part := range []struct {
			name  string
			check func(context.Context) (string, error)
		}{
			{"queries", checkQueries},
			{"seeds", in.checkSeeds},
			{"graph", in.checkGraph},
		} {
			found, err := part.check(c.Context())
			if err != nil {
				found, errs = "wrong", append(errs, err)
			}
			fmt.Fprintf(c.OutOrStdout(), "%-8s %s\n", part.name, found)
		}
		return errors.Join(errs...)
	}
	return c
}

func checkQueries(context.Context) (string, error) {
	all, err := queries.All()
	return count(len(all), "query", "queries"), err
}

func (in *inForce) checkGraph(ctx context.Context) (string, error) {
	path := store.Shown(in.GetString(storePath))
	if in.findStore() != nil {
		return "no store at " + path + ", nothing to check", nil
	}
	var found string
	err := in.readStore(func(db *store.Store) error {
		stats, err := db.Stats(ctx)
		found = fmt.Sprintf("%s in %s", count(stats.Quads, "quad", "quads"), path)
		return errors.Join(append(db.Check(ctx), err)...)
	})
	return found, err
}

// checkDeep checks the store as store.CheckDeep does, and prints what it finds.
func (in *inForce) checkDeep(c *cobra.Command, format string) error {
	var found store.Deep
	step, end := progress(c.ErrOrStderr(), "checking")
	err := in.readStore(func(db *store.Store) (err error) {
		found, err = db.CheckDeep(c.Context(), parts(step))
		return err
	})
	end()
	if err != nil {
		return err
	}
	if err := printDeep(c.OutOrStdout(), found, format); err != nil {
		return err
	}
	if n := len(found.Misfits) + found.More; n > 0 {
		return fmt.Errorf("%s in %s", count(n, "misfit", "misfits"), in.GetString(storePath))
	}
	return nil
}

// parts shows the progress of work that counts its parts.
func parts(step func(loaders.Progress)) func(done, total int) {
	if step == nil {
		return nil
	}
	return func(done, total int) { step(loaders.Progress{Done: done, Total: total}) }
}

func printDeep(w io.Writer, found store.Deep, format string) error {
	if format == "json" {
		if found.Misfits == nil {
			found.Misfits = []store.Misfit{}
		}
		out := json.NewEncoder(w)
		out.SetIndent("", "  ")
		out.SetEscapeHTML(false)
		return out.Encode(found)
	}
	p := newPage(w)
	for _, m := range found.Misfits {
		p.print(printable(m.Error()) + "\n")
	}
	if found.More > 0 {
		p.print(fmt.Sprintf("and %d more\n", found.More))
	}
	p.fact("documents", fmt.Sprint(found.Documents))
	p.fact("quads", fmt.Sprint(found.Quads))
	p.fact("misfits", fmt.Sprint(len(found.Misfits)+found.More))
	return p.err
}
