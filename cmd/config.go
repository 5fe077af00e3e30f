package cmd

import (
	"encoding/json"
	"fmt"
	"io"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"counterclaim/graph/store"
)

func newConfig() *cobra.Command {
	c := &cobra.Command{
		Use:   "config",
		Short: "Print the settings in force, and where each comes from",
		Long: `Prints every setting, its value, and where the value comes from.

A flag goes before the environment, the environment before counterclaim.yaml, and
that before the default. The file is looked for in the working directory, then in
the folder counterclaim of your config folder (~/.config on Linux); the first one
found is read. A relative path in a setting counts from the working directory.

  # counterclaim.yaml
  store:
    path: press.db
  query:
    rows: 500
    timeout: 1m
  actors: my-actors.yaml
  min_confidence: 0.7`,
		Example: `  counterclaim config
  COUNTERCLAIM_STORE_PATH=press.db counterclaim config
  counterclaim config -o json`,
		Args: cobra.NoArgs,
	}
	output := outputFlag(c, "table", "json")
	addSettings(c, settingKeys()...)
	c.RunE = func(c *cobra.Command, _ []string) error {
		in, err := readSettings(c)
		if err != nil {
			return err
		}
		if output.String() == "json" {
			return in.writeJSON(c.OutOrStdout())
		}
		return in.writeTable(c.OutOrStdout())
	}
	return c
}

func (in *inForce) writeTable(w io.Writer) error {
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	for _, s := range settings {
		value := in.shown(s)
		if value == "" {
			value = "-"
		}
		fmt.Fprintf(t, "%s\t%s\t%s\n", s.key, value, in.from(s))
	}
	return t.Flush()
}

// shown returns the setting's value as anybody may see it: without a password.
func (in *inForce) shown(s setting) string {
	if s.key == storePath {
		return store.Shown(in.GetString(s.key))
	}
	return in.GetString(s.key)
}

func (in *inForce) writeJSON(w io.Writer) error {
	type line struct {
		Setting string `json:"setting"`
		Value   string `json:"value"`
		From    string `json:"from"`
	}
	lines := make([]line, len(settings))
	for i, s := range settings {
		lines[i] = line{s.key, in.shown(s), in.from(s)}
	}
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(lines)
}
