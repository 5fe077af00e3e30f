package cmd

import (
	"context"
	"strings"

	"github.com/spf13/cobra"

	"counterclaim/graph"
	"counterclaim/graph/store"
	"counterclaim/queries"
)

// pickingQuery is the query whose conditions pick statements wherever a command takes
// some of them.
const pickingQuery = "statements"

// pickingHelp ends the help of such commands.
func pickingHelp() string {
	q, err := queries.Find(pickingQuery)
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
	q, err := queries.Find(pickingQuery)
	if err != nil {
		return nil, err
	}
	return readParams(q, words)
}

// pick returns the statements that meet the conditions, and all without any.
func (in *inForce) pick(ctx context.Context, db *store.Store, given map[string]string) (graph.Selection, error) {
	q, err := queries.Find(pickingQuery)
	if err != nil {
		return graph.Selection{}, err
	}
	if err := in.addConfidence(q, given); err != nil {
		return graph.Selection{}, err
	}
	table, err := queries.Run(ctx, db, q, given, queries.Limits{Time: in.GetDuration(queryTimeout)})
	if err != nil {
		return graph.Selection{}, err
	}
	if table, err = only(table, []string{"id"}); err != nil {
		return graph.Selection{}, err
	}
	ids := make([]string, len(table.Rows))
	for i, row := range table.Rows {
		ids[i] = string(row[0].(graph.Node)) // the column is one of nodes, and every row has it
	}
	selection, err := db.Select(ctx, ids)
	for _, p := range q.Params {
		if value := given[p.Name]; value != "" {
			selection.Picked = append(selection.Picked, p.Name+"="+value)
		}
	}
	return selection, err
}

// completeConditions offers the conditions that are not given yet, and the nodes of the
// store that one of them can name.
func completeConditions(c *cobra.Command, args []string, begin string) ([]string, cobra.ShellCompDirective) {
	return completeQuery(c, append([]string{pickingQuery}, args...), begin)
}
