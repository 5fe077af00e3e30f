package cmd

import (
	"context"
	"strings"

	"github.com/spf13/cobra"

	"counterclaim/graph"
	"counterclaim/graph/store"
	"counterclaim/queries"
)

// pickingHelp ends the help of such commands.
func pickingHelp() string {
	q, err := queries.Find(queries.PickingName)
	if err != nil {
		return "" // the tests of the queries tell
	}
	names := make([]string, len(q.Params))
	for i, p := range q.Params {
		names[i] = p.Name
	}
	return wrap("\nConditions pick statements, as they do for the query \"statements\": "+strings.Join(names, ", ")+
		". Several must all hold; without any, all statements are taken.", 84)
}

// conditions reads param=value for each of the words.
func conditions(words []string) (map[string]string, error) {
	q, err := queries.Find(queries.PickingName)
	if err != nil {
		return nil, err
	}
	return readParams(q, words)
}

// pick returns the statements that meet the conditions, and all without any.
func (in *inForce) pick(ctx context.Context, db *store.Store, given map[string]string) (graph.Selection, error) {
	q, err := queries.Find(queries.PickingName)
	if err != nil {
		return graph.Selection{}, err
	}
	if err := in.addConfidence(q, given); err != nil {
		return graph.Selection{}, err
	}
	return queries.Pick(ctx, db, given, queries.Limits{Time: in.GetDuration(queryTimeout)})
}

// completeConditions offers the conditions that are not given yet, and the nodes of the
// store that one of them can name.
func completeConditions(c *cobra.Command, args []string, begin string) ([]string, cobra.ShellCompDirective) {
	return completeQuery(c, append([]string{queries.PickingName}, args...), begin)
}
