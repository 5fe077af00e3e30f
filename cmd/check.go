package cmd

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"

	"github.com/spf13/cobra"

	"counterclaim/graph/store"
	"counterclaim/queries"
)

func newCheck() *cobra.Command {
	c := &cobra.Command{
		Use:   "check",
		Short: "Check queries, seeds and the graph against the vocabulary",
		Long: `Checks that the named queries, the seeds and the graph in the store keep to the
vocabulary: every predicate known, every edge between nodes that it may connect,
every name resolved. Prints a line for each part, and each mistake to stderr.`,
		Example: `  counterclaim check
  counterclaim check --store press.db`,
		Args: cobra.NoArgs,
	}
	addSettings(c, storePath, storeBackend, actorsFile)
	c.RunE = func(c *cobra.Command, _ []string) error {
		in, err := readSettings(c)
		if err != nil {
			return err
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
	path := in.GetString(storePath)
	if _, err := os.Stat(path); errors.Is(err, fs.ErrNotExist) {
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
