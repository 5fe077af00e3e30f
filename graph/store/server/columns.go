package server

import csql "github.com/cayleygraph/cayley/graph/sql"

var quadColumns = []string{"subject_hash", "predicate_hash", "object_hash", "label_hash"}

// nodeColumns are hash, refs, and then those of the value.
var nodeColumns = []string{"hash", "refs", "value", "value_string", "datatype", "language", "iri", "bnode", "value_int", "value_bool", "value_float", "value_time"}

// nodeRow fills the row with what nodeColumns are for the node.
func nodeRow(n *sqlNode, row []any) error {
	kind, values, err := csql.NodeValues(csql.NodeHash{ValueHash: n.hash}, n.value)
	if err != nil {
		return err
	}
	clear(row)
	row[0], row[1] = values[0], n.uses
	for i, column := range kind.Columns() {
		for j, name := range nodeColumns {
			if name == column {
				row[j] = values[1+i]
			}
		}
	}
	return nil
}
