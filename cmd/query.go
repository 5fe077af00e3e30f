package cmd

import (
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"counterclaim/graph/store"
	"counterclaim/queries"
)

const queryHelp = `Runs a query and prints its table. Without a name it lists the named queries, and
"counterclaim query NAME -h" tells what one of them takes and gives.

FILE is a query of your own: with the header that the named ones have, or any
script in Gizmo, Cayley's JavaScript; "-" reads it from stdin. A script on the
command line goes behind -e. A node is written "<actor:china>", and what a node
is and where its edges lead stands in docs/vocabulary.md, with fast ways to walk.

On a terminal the table fits its width; where it has more columns than fit, each row
becomes a block of lines, and --columns picks those you want. In a pipe a table is as
wide as it needs to be.`

func newQuery() *cobra.Command {
	c := &cobra.Command{
		Use:   "query [NAME|FILE] [param=value ...]",
		Short: "Ask the graph: a named query, a file, or a script",
		Long:  queryHelp,
		Example: `  counterclaim query
  counterclaim query by-speaker -h
  counterclaim query statements speaker=hua-chunying kind=denial
  counterclaim query contrasts --min-confidence 0.8
  counterclaim query contrasts --columns claimant,claim,answerer,answer
  counterclaim query contrasts -o csv > contrasts.csv
  counterclaim query -e 'g.V("<kind:denial>").In("<kind>").Out("<speaker>").All()'`,
		ValidArgsFunction: completeQuery,
	}
	output := outputFlag(c, queries.Formats()...)
	script := c.Flags().StringP("execute", "e", "", "run this Gizmo `script`")
	columns := c.Flags().StringSlice("columns", nil, "print these `columns` only, in this order")
	addSettings(c, storePath, storeBackend, queryRows, queryTimeout, confidence)
	c.RunE = func(c *cobra.Command, args []string) error {
		if len(args) == 0 && !c.Flags().Changed("execute") {
			return listQueries(c.OutOrStdout())
		}
		q, given, err := asked(c, args, *script)
		if err != nil {
			return err
		}
		params, err := readParams(q, given)
		if err != nil {
			return err
		}
		table, err := runQuery(c, q, params, output.String())
		if err != nil {
			return err
		}
		return printTable(c, table, *columns, output.String())
	}
	help := c.HelpFunc()
	c.SetHelpFunc(func(c *cobra.Command, _ []string) {
		if args := c.Flags().Args(); len(args) > 0 {
			if q, err := findQuery(c, args[0]); err == nil {
				if err := helpQuery(c.OutOrStdout(), q); err == nil {
					return
				}
			}
		}
		help(c, nil)
	})
	return c
}

// asked returns the query that the call names, and the words that follow it.
func asked(c *cobra.Command, args []string, script string) (queries.Query, []string, error) {
	if c.Flags().Changed("execute") {
		q, err := queries.Script(script)
		return q, args, err
	}
	q, err := findQuery(c, args[0])
	return q, args[1:], err
}

// findQuery returns the named query, or the one in the file of that name.
func findQuery(c *cobra.Command, name string) (queries.Query, error) {
	var src []byte
	var err error
	switch {
	case name == "-":
		src, err = io.ReadAll(c.InOrStdin())
	case strings.ContainsRune(name, os.PathSeparator) || strings.HasSuffix(name, ".js"):
		src, err = os.ReadFile(name)
	default:
		q, err := queries.Find(name)
		if err != nil {
			return q, wrongCall{err}
		}
		return q, nil
	}
	if err != nil {
		return queries.Query{}, err
	}
	return queries.Parse(name, src)
}

func runQuery(c *cobra.Command, q queries.Query, params map[string]string, format string) (table queries.Table, err error) {
	in, err := readSettings(c)
	if err != nil {
		return table, err
	}
	if err := in.addConfidence(q, params); err != nil {
		return table, err
	}
	limits := queries.Limits{Rows: in.rows(format), Time: in.GetDuration(queryTimeout)}
	err = in.readStore(func(db *store.Store) error {
		table, err = queries.Run(c.Context(), db, q, params, limits)
		return err
	})
	return table, err
}

// rows returns how many rows to give: in a table the first ones, since people read
// it, unless the setting says otherwise.
func (in *inForce) rows(format string) int {
	i := slices.IndexFunc(settings, func(s setting) bool { return s.key == queryRows })
	if format != "table" && in.from(settings[i]) == "default" {
		return 0
	}
	return in.GetInt(queryRows)
}

// addConfidence gives the query the least confidence in force, unless the call
// names one. A query that shows no statements passes over it, except where a flag
// asks for it.
func (in *inForce) addConfidence(q queries.Query, params map[string]string) error {
	const param = "min_confidence"
	least := in.GetFloat64(confidence)
	_, given := params[param]
	switch {
	case given || least == 0:
	case q.TakesConfidence():
		params[param] = in.GetString(confidence)
	case in.flags.Changed("min-confidence"):
		return wrongCallf("--min-confidence: the query shows no statements that have a confidence")
	}
	return nil
}

func printTable(c *cobra.Command, table queries.Table, columns []string, format string) error {
	if len(columns) > 0 {
		var err error
		if table, err = only(table, columns); err != nil {
			return err
		}
	}
	out := c.OutOrStdout()
	if err := queries.Write(out, table, format, terminalWidth(out), colour(out)); err != nil {
		return err
	}
	switch {
	case table.Cut:
		fmt.Fprintf(c.ErrOrStderr(), "cut after %s; --rows 0 gives all\n", count(len(table.Rows), "row", "rows"))
	case len(table.Rows) == 0:
		fmt.Fprintln(c.ErrOrStderr(), "no rows")
	}
	return nil
}

// only returns the table with these of its columns, in this order.
func only(t queries.Table, columns []string) (queries.Table, error) {
	out := queries.Table{Rows: make([][]any, len(t.Rows)), Cut: t.Cut}
	for _, name := range columns {
		i := slices.IndexFunc(t.Columns, func(c queries.Column) bool { return c.Name == name })
		if i < 0 {
			return out, wrongCallf("no column %q; allowed are %s", name, columnNames(t))
		}
		out.Columns = append(out.Columns, t.Columns[i])
		for r, row := range t.Rows {
			out.Rows[r] = append(out.Rows[r], row[i])
		}
	}
	return out, nil
}

func columnNames(t queries.Table) string {
	names := make([]string, len(t.Columns))
	for i, c := range t.Columns {
		names[i] = c.Name
	}
	return strings.Join(names, ", ")
}

func listQueries(w io.Writer) error {
	all, err := queries.All()
	if err != nil {
		return err
	}
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	for i, theme := range queries.Themes {
		if i > 0 {
			fmt.Fprintln(t)
		}
		fmt.Fprintln(t, strings.ToUpper(theme[:1])+theme[1:])
		for _, q := range all {
			if q.Theme == theme {
				fmt.Fprintf(t, "  %s\t%s\n", q.Name, q.Title)
			}
		}
	}
	return t.Flush()
}
