package cmd

import (
	"fmt"
	"io"
	"runtime/debug"

	"github.com/spf13/cobra"
)

func newVersion() *cobra.Command {
	return &cobra.Command{
		Use:   "version",
		Short: "Print the version, and what it was built with",
		Long: `Prints the version of counterclaim, the commit it was built from, and the versions
of Go and Cayley in it. Put this into a report of a mistake.`,
		Example: "  counterclaim version",
		Args:    cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			info, ok := debug.ReadBuildInfo()
			if !ok {
				return fmt.Errorf("this binary does not tell how it was built; build it with go build")
			}
			printVersion(c.OutOrStdout(), info)
			return nil
		},
	}
}

func printVersion(w io.Writer, info *debug.BuildInfo) {
	fmt.Fprintf(w, "counterclaim  %s\n", version())
	for _, s := range info.Settings {
		if s.Key == "vcs.revision" {
			fmt.Fprintf(w, "commit        %s\n", s.Value)
		}
	}
	fmt.Fprintf(w, "go            %s\n", info.GoVersion)
	for _, d := range info.Deps {
		if d.Path == "github.com/cayleygraph/cayley" {
			fmt.Fprintf(w, "cayley        %s\n", d.Version)
		}
	}
}

// version returns the version of the program.
func version() string {
	if info, ok := debug.ReadBuildInfo(); ok && info.Main.Version != "" {
		return info.Main.Version
	}
	return "(devel)"
}
