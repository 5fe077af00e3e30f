package cmd

import (
	"fmt"

	"github.com/spf13/cobra"

	"counterclaim/graph/store"
	"counterclaim/loaders"
)

func newRemove() *cobra.Command {
	c := &cobra.Command{
		Use:   "remove DOCUMENT",
		Short: "Take a document out of the graph",
		Long: `Takes a document out of the graph, with its statements, their contrasts, and the
actors that nothing else names. What is left is the graph that would be there if
the document had never been loaded.

DOCUMENT is its ID, its name, or the beginning of either. "counterclaim query
statements" lists what there is.`,
		Example: `  counterclaim remove doc:1f2e3d4c5b6a
  counterclaim remove harbour-gazette-2031-05-02`,
		Args:              cobra.ExactArgs(1),
		ValidArgsFunction: completeDocuments,
	}
	addSettings(c, storePath, storeBackend)
	c.RunE = func(c *cobra.Command, args []string) error {
		in, err := readSettings(c)
		if err != nil {
			return err
		}
		return in.changeStore(func(db *store.Store) error {
			id, err := findDocument(c.Context(), db, args[0])
			if err != nil {
				return err
			}
			if _, err := db.Remove(c.Context(), id, loaders.Linker(db)); err != nil {
				return fmt.Errorf("remove %s: %w", id, err)
			}
			fmt.Fprintf(c.ErrOrStderr(), "removed %s\n", id)
			return nil
		})
	}
	return c
}
