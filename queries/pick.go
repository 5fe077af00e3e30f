package queries

import (
	"context"

	"counterclaim/graph"
	"counterclaim/graph/store"
)

// PickingName is the query whose parameters pick statements wherever some of them are taken.
const PickingName = "statements"

// Pick returns the statements that meet the conditions, parameters of the query
// PickingName, and all without any, as far as the limits go; the selection says by which
// it was picked.
func Pick(ctx context.Context, db *store.Store, conditions map[string]string, limits Limits) (graph.Selection, error) {
	q, err := Find(PickingName)
	if err != nil {
		return graph.Selection{}, err
	}
	id := q.column("id")
	table, err := Run(ctx, db, q, conditions, limits)
	if err != nil {
		return graph.Selection{}, err
	}
	ids := make([]string, len(table.Rows))
	for i, row := range table.Rows {
		ids[i] = string(row[id].(graph.Node)) // the column is one of nodes, and every row has it
	}
	selection, err := db.Select(ctx, ids)
	for _, p := range q.Params {
		if value := conditions[p.Name]; value != "" {
			selection.Picked = append(selection.Picked, p.Name+"="+value)
		}
	}
	return selection, err
}
