package cmd

import (
	"github.com/spf13/cobra"

	"counterclaim/graph/store"
)

func newExport() *cobra.Command {
	c := &cobra.Command{
		Use:   "export",
		Short: "Write the graph in standard terms",
		Long: `Writes the whole graph to stdout in the terms of schema.org, PROV-O, SKOS, CiTO, AIF
and the Web Annotation vocabulary, so that other tools can read it. The same
documents always give the same bytes.

  nquads  one quad a line, sorted; the fourth part is the document it comes from
  jsonld  one JSON-LD document`,
		Example: `  counterclaim export > claims.nq
  counterclaim export -o jsonld > claims.jsonld`,
		Args: cobra.NoArgs,
	}
	output := outputFlag(c, "nquads", "jsonld")
	addSettings(c, storePath, storeBackend)
	c.RunE = func(c *cobra.Command, _ []string) error {
		in, err := readSettings(c)
		if err != nil {
			return err
		}
		return in.readStore(func(db *store.Store) error {
			return db.Export(c.Context(), c.OutOrStdout(), output.String())
		})
	}
	return c
}
