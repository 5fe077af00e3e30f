package cmd

import (
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"counterclaim/graph"
	"counterclaim/graph/store"
	"counterclaim/queries"
)

// readParams reads param=value for each of the words.
func readParams(q queries.Query, words []string) (map[string]string, error) {
	params := map[string]string{}
	for _, word := range words {
		name, value, ok := strings.Cut(word, "=")
		if !ok {
			return nil, wrongCallf("%q; allowed is param=value", word)
		}
		if _, twice := params[name]; twice {
			return nil, wrongCallf("parameter %q is given twice", name)
		}
		params[name] = value
	}
	if err := q.CheckParams(params); err != nil {
		return nil, wrongCall{err}
	}
	return params, nil
}

// helpQuery prints the header of a query for people.
func helpQuery(w io.Writer, q queries.Query) error {
	p := newPage(w)
	p.print(p.as(bold, q.Title) + "\n\n")
	p.text(0, q.About)
	usage, example := "counterclaim query "+q.Name, "counterclaim query "+q.Name
	for _, param := range q.Params {
		if param.Optional {
			usage += " [" + param.Name + "=" + strings.ToUpper(string(param.Type)) + "]"
			continue
		}
		usage += " " + param.Name + "=" + strings.ToUpper(string(param.Type))
		example += " " + param.Name + "=" + param.Example
	}
	p.title("Usage")
	p.text(2, usage)
	if len(q.Params) > 0 {
		p.title("Parameters")
	}
	widest := 0
	for _, param := range q.Params {
		widest = max(widest, len(param.Name))
	}
	for _, column := range q.Columns {
		widest = max(widest, len(column.Name))
	}
	for _, param := range q.Params {
		p.value(widest, param.Name, param.Type, param.Optional, param.Text)
	}
	if len(q.Columns) > 0 {
		p.title("Columns")
	}
	for _, column := range q.Columns {
		p.value(widest, column.Name, column.Type, column.Optional, column.Text)
	}
	p.title("Example")
	p.text(2, example)
	return p.err
}

// value prints what a parameter or column is, beside names of which the widest has
// that many letters.
func (p *page) value(widest int, name string, t queries.Type, optional bool, says string) {
	if optional {
		says += " Optional."
	}
	lead := fmt.Sprintf("  %-*s  %-6s  ", widest, name, t)
	p.hang(len(lead), lead, says)
}

// completeQuery offers the names of queries, then their parameters, then the
// nodes of the store that a parameter can name.
func completeQuery(c *cobra.Command, args []string, begin string) ([]string, cobra.ShellCompDirective) {
	if c.Flags().Changed("execute") {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	if len(args) == 0 {
		return completeQueryNames(begin)
	}
	q, err := findQuery(c, args[0])
	if err != nil {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	if name, value, ok := strings.Cut(begin, "="); ok {
		return completeValue(c, q, name, value), cobra.ShellCompDirectiveNoFileComp
	}
	var offered []string
	for _, p := range q.Params {
		given := slices.ContainsFunc(args, func(a string) bool { return strings.HasPrefix(a, p.Name+"=") })
		if !given && strings.HasPrefix(p.Name, begin) {
			offered = append(offered, p.Name+"=\t"+p.Text)
		}
	}
	return offered, cobra.ShellCompDirectiveNoFileComp | cobra.ShellCompDirectiveNoSpace
}

func completeQueryNames(begin string) ([]string, cobra.ShellCompDirective) {
	if strings.ContainsRune(begin, os.PathSeparator) {
		return []string{"js"}, cobra.ShellCompDirectiveFilterFileExt
	}
	all, err := queries.All()
	if err != nil {
		return nil, cobra.ShellCompDirectiveError
	}
	var offered []string
	for _, q := range all {
		if strings.HasPrefix(q.Name, begin) {
			offered = append(offered, q.Name+"\t"+q.Title)
		}
	}
	return offered, cobra.ShellCompDirectiveNoFileComp
}

// completeValue offers the nodes to which the predicate of the parameter's name
// leads in the store.
func completeValue(c *cobra.Command, q queries.Query, name, value string) []string {
	var predicate graph.Predicate
	known := false
	for _, p := range q.Params {
		if p.Name == name {
			predicate, known = p.Predicate()
		}
	}
	in, err := readSettings(c)
	if !known || err != nil {
		return nil
	}
	var offered []string
	err = in.readStore(func(db *store.Store) error {
		ids, err := walk(c.Context(), db, fmt.Sprintf(`g.V("<class:%s>").In("<type>").Out("<%s>").Unique().All()`, predicate.From[0], predicate.Name))
		for _, id := range ids {
			if strings.HasPrefix(id, value) {
				offered = append(offered, name+"="+id)
			}
		}
		return err
	})
	if err != nil {
		return nil
	}
	return offered
}
