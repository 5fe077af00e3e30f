package cmd

import (
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"counterclaim/graph"
	"counterclaim/networks"
	"counterclaim/queries"
)

// networkFormats are what network writes, by their names, which are also how their files
// end; the first is the default.
var networkFormats = append(queries.Formats(), "gexf", "graphml")

// A networkCall is what the flags of network say.
type networkCall struct {
	networks.Options
	window, step    string
	nodes, measures bool
	output          string
}

func newNetwork() *cobra.Command {
	c := &cobra.Command{
		Use:   "network [KIND] [param=value ...]",
		Short: "Make the networks of discourse network analysis",
		Long: fmt.Sprintf(networkHelp, networkList(), strings.Join(networkFormats, ", ")) +
			pickingHelp(),
		Example:           networkExample,
		ValidArgsFunction: completeNetwork,
	}
	var call networkCall
	call.flags(c)
	addSettings(c, storePath, storeBackend, queryRows, queryTimeout, confidence)
	c.RunE = func(c *cobra.Command, args []string) error {
		if len(args) == 0 {
			_, err := io.WriteString(c.OutOrStdout(), networkList())
			return err
		}
		call.Kind = networks.Kind(args[0])
		return call.run(c, args[1:])
	}
	return c
}

func (n *networkCall) flags(c *cobra.Command) {
	f := c.Flags()
	f.StringVarP(&n.output, "output", "o", networkFormats[0], "`format`, for stdout, or a file")
	f.StringVar((*string)(&n.By), "by", string(networks.ByActor), "what the nodes are: `unit` actor, side, outlet or concept")
	f.StringVar((*string)(&n.Normalise), "normalise", string(networks.Plain), "what `weights` are divided by: none, activity, prominence, average, jaccard, cosine")
	f.StringVar((*string)(&n.Agreement), "agreement", string(networks.Ignore), "what weights of actor-concept make of `positions`: "+words(networks.Agreements))
	f.StringVar((*string)(&n.Duplicates), "duplicates", string(networks.CountAll), "`which` statements that repeat one count: "+words(networks.AllDuplicates))
	f.StringVar(&n.window, "window", "", "a network for each `period`: 30d, 2w, 6m, 1y")
	f.StringVar(&n.step, "step", "", "by which `period` the window moves (default its own)")
	f.BoolVar(&n.Isolates, "isolates", false, "keep nodes without an edge")
	f.BoolVar(&n.nodes, "nodes", false, "print the nodes, with their measures")
	f.BoolVar(&n.measures, "measures", false, "print the measures of the whole")
	all := []networks.Normalisation{networks.Plain, networks.Activity, networks.Prominence, networks.Average, networks.Jaccard, networks.Cosine}
	for flag, values := range map[string][]string{
		"by":         {"actor", "side", "outlet", "concept"},
		"normalise":  strings.Split(words(all), ", "),
		"agreement":  strings.Split(words(networks.Agreements), ", "),
		"duplicates": strings.Split(words(networks.AllDuplicates), ", "),
		"output":     networkFormats,
	} {
		directive := cobra.ShellCompDirectiveNoFileComp
		if flag == "output" {
			directive = cobra.ShellCompDirectiveDefault
		}
		if err := c.RegisterFlagCompletionFunc(flag, cobra.FixedCompletions(values, directive)); err != nil {
			panic(err) // the flags are those above
		}
	}
}

func words[T ~string](values []T) string { return join(values) }

func (n *networkCall) run(c *cobra.Command, conditions []string) error {
	format, file, err := n.target()
	if err != nil {
		return err
	}
	periods, err := n.check()
	if err != nil {
		return err
	}
	in, err := readSettings(c)
	if err != nil {
		return err
	}
	selection, err := picked(c, conditions)
	if err != nil {
		return err
	}
	n.Unmeasured = !n.nodes && !n.measures && format != "gexf" && format != "graphml"
	all, err := n.build(&selection, periods)
	if err != nil {
		return err
	}
	write := func(w io.Writer) error { return n.write(c, in, w, format, all) }
	if file != "" {
		err = writeFile(file, write)
	} else {
		err = write(c.OutOrStdout())
	}
	if err == nil {
		_, err = fmt.Fprintln(c.ErrOrStderr(), networkCaption(&selection, all))
	}
	return err
}

// target returns the format that -o says and the file, "" for stdout.
func (n *networkCall) target() (format, file string, err error) {
	format, ending := n.output, strings.TrimPrefix(strings.ToLower(filepath.Ext(n.output)), ".")
	if ending != "" && ending != "table" {
		format, file = ending, n.output
	}
	if !slices.Contains(networkFormats, format) {
		return "", "", wrongCallf("-o %q; allowed are the formats %s, and files that end in .%s",
			n.output, strings.Join(networkFormats, ", "), strings.Join(networkFormats[1:], ", ."))
	}
	if graphs := format == "gexf" || format == "graphml"; graphs && (n.nodes || n.measures) {
		return "", "", wrongCallf("-o %s has nodes, edges and measures together; leave out --nodes and --measures", format)
	}
	if format == "graphml" && n.window != "" {
		return "", "", wrongCallf("-o graphml has no time; allowed with --window are %s", strings.Join(networkFormats[:len(networkFormats)-1], ", "))
	}
	return format, file, nil
}

// check returns the window and the step, none where there is no window.
func (n *networkCall) check() ([]networks.Period, error) {
	if err := n.Options.Check(); err != nil {
		return nil, wrongCall{err}
	}
	if n.nodes && n.measures {
		return nil, wrongCallf("--nodes and --measures are two tables; give one of them")
	}
	if n.window == "" {
		if n.step != "" {
			return nil, wrongCallf("--step moves a window; give --window too")
		}
		return nil, nil
	}
	window, err := networks.ParsePeriod(n.window)
	if err != nil {
		return nil, wrongCallf("--window: %w", err)
	}
	step := window
	if n.step != "" {
		if step, err = networks.ParsePeriod(n.step); err != nil {
			return nil, wrongCallf("--step: %w", err)
		}
	}
	return []networks.Period{window, step}, nil
}

func (n *networkCall) build(s *graph.Selection, periods []networks.Period) ([]networks.Network, error) {
	if periods == nil {
		one, err := networks.Build(s, n.Options)
		return []networks.Network{one}, err
	}
	all, err := networks.Windows(s, n.Options, periods[0], periods[1])
	if err == nil && len(all) == 0 {
		err = fmt.Errorf("no time windows: none of %s has a date", count(len(s.Positions), "statement", "statements"))
	}
	return all, err
}

func (n *networkCall) write(c *cobra.Command, in *inForce, w io.Writer, format string, all []networks.Network) error {
	switch format {
	case "gexf":
		return networks.WriteGEXF(w, all)
	case "graphml":
		return networks.WriteGraphML(w, &all[0])
	}
	table := edgeTable(all)
	switch {
	case n.nodes:
		table = nodeTable(all)
	case n.measures:
		table = measureTable(all)
	}
	if rows := in.rows(format); rows > 0 && len(table.Rows) > rows {
		fmt.Fprintf(c.ErrOrStderr(), "%d of %s; --rows 0 gives all\n", rows, count(len(table.Rows), "row", "rows"))
		table.Rows = table.Rows[:rows]
	}
	return queries.Write(w, table, format, terminalWidth(w), colour(w))
}

// completeNetwork offers the kinds, then the conditions.
func completeNetwork(c *cobra.Command, args []string, begin string) ([]string, cobra.ShellCompDirective) {
	if len(args) > 0 {
		return completeConditions(c, args[1:], begin)
	}
	var offered []string
	for _, k := range networks.Kinds {
		if strings.HasPrefix(string(k.Kind), begin) {
			offered = append(offered, string(k.Kind)+"\t"+k.Says)
		}
	}
	return offered, cobra.ShellCompDirectiveNoFileComp
}
