package cmd

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"counterclaim/graph"
	"counterclaim/graph/store"
)

// findNode returns the ID of the statement or document that the user means: its
// ID, the name of a document, or the beginning of either where only one has it.
func findNode(ctx context.Context, db *store.Store, meant string) (string, error) {
	for _, id := range []string{meant, "st:" + meant} {
		if _, ok, err := db.Statement(ctx, id); ok || err != nil {
			return id, err
		}
	}
	documents, err := documentIDs(ctx, db)
	if err != nil {
		return "", err
	}
	statements, err := statementIDs(ctx, db)
	if err != nil {
		return "", err
	}
	return pick(meant, "statement or document", append(statements, documents...))
}

// findDocument is findNode for documents alone.
func findDocument(ctx context.Context, db *store.Store, meant string) (string, error) {
	documents, err := documentIDs(ctx, db)
	if err != nil {
		return "", err
	}
	return pick(meant, "document", documents)
}

// A called node has an ID, and perhaps a name that people use.
type calledNode struct{ id, name string }

func (n calledNode) is(meant string) bool {
	return n.id == meant || n.name != "" && n.name == meant || bare(n.id) == meant
}

func (n calledNode) begins(meant string) bool {
	return strings.HasPrefix(n.id, meant) || strings.HasPrefix(bare(n.id), meant) || n.name != "" && strings.HasPrefix(n.name, meant)
}

func bare(id string) string { _, rest, _ := strings.Cut(id, ":"); return rest }

func pick(meant, what string, among []calledNode) (string, error) {
	for _, fits := range []func(calledNode, string) bool{calledNode.is, calledNode.begins} {
		var found []string
		for _, n := range among {
			if meant != "" && fits(n, meant) {
				found = append(found, n.id)
			}
		}
		slices.Sort(found)
		switch {
		case len(found) == 1:
			return found[0], nil
		case len(found) > 5:
			return "", wrongCallf("%q can mean %d things: %s, ...; give more of it", meant, len(found), strings.Join(found[:5], ", "))
		case len(found) > 1:
			return "", wrongCallf("%q can mean %s; give more of it", meant, strings.Join(found, " or "))
		}
	}
	return "", fmt.Errorf("no %s %q in the store; counterclaim query statements lists what there is", what, meant)
}

func documentIDs(ctx context.Context, db *store.Store) ([]calledNode, error) {
	documents, err := db.Documents(ctx)
	nodes := make([]calledNode, len(documents))
	for i, d := range documents {
		nodes[i] = calledNode{d.ID, d.Name}
	}
	return nodes, err
}

func statementIDs(ctx context.Context, db *store.Store) ([]calledNode, error) {
	ids, err := nodeIDs(ctx, db, "statement")
	nodes := make([]calledNode, len(ids))
	for i, id := range ids {
		nodes[i] = calledNode{id: id}
	}
	return nodes, err
}

// nodeIDs returns the IDs of all nodes of a class, and reads nothing else of them.
func nodeIDs(ctx context.Context, db *store.Store, class string) ([]string, error) {
	return walk(ctx, db, fmt.Sprintf(`g.V("<class:%s>").In("<type>").All()`, class))
}

// walk returns the nodes that a script leads to, sorted.
func walk(ctx context.Context, db *store.Store, script string) ([]string, error) {
	var ids []string
	err := db.Gizmo(ctx, "", script, nil, func(row map[string]any) error {
		id, ok := row["id"].(graph.Node)
		if !ok {
			return fmt.Errorf("%v is no node; run counterclaim check", row["id"])
		}
		ids = append(ids, string(id))
		return nil
	})
	slices.Sort(ids)
	return ids, err
}

// completeIDs offers the IDs of a store that is there, nothing on any error.
func completeIDs(c *cobra.Command, args []string, begin string) ([]string, cobra.ShellCompDirective) {
	return completeNodes(c, args, begin, true)
}

// completeDocuments is completeIDs for documents alone.
func completeDocuments(c *cobra.Command, args []string, begin string) ([]string, cobra.ShellCompDirective) {
	return completeNodes(c, args, begin, false)
}

func completeNodes(c *cobra.Command, args []string, begin string, statements bool) ([]string, cobra.ShellCompDirective) {
	const noFiles = cobra.ShellCompDirectiveNoFileComp
	in, err := readSettings(c)
	if err != nil || len(args) > 0 {
		return nil, noFiles
	}
	var offered []string
	err = in.readStore(func(db *store.Store) error {
		nodes, err := documentIDs(c.Context(), db)
		if statements && err == nil {
			var more []calledNode
			more, err = statementIDs(c.Context(), db)
			nodes = append(nodes, more...)
		}
		for _, n := range nodes {
			if n.begins(begin) && strings.HasPrefix(n.id, begin) {
				offered = append(offered, n.id)
			} else if n.name != "" && strings.HasPrefix(n.name, begin) {
				offered = append(offered, n.name)
			}
		}
		return err
	})
	if err != nil {
		return nil, noFiles
	}
	return offered, noFiles
}
