// Command bench measures counterclaim beside other stores of quads, and as its graphs
// grow. It is no part of what is shipped, and writes docs/benchmarks.md.
//
//	go run ./bench setup                                    # builds and installs the peers
//	go run ./bench compare --statements 100000 --runs 5
//	go run ./bench growth --sizes 10000,100000,1000000
//
// A system under test is a process of its own that loads a file of N-Quads and answers
// ten questions, which stand in the folder questions. What each of them answers is
// compared row by row. All that is measured is kept in a work folder, so that a call
// goes on where an earlier one was interrupted.
package main

import (
	"context"
	"fmt"
	"os"
	"os/signal"
	"path/filepath"

	"github.com/spf13/cobra"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if err := newRoot().ExecuteContext(ctx); err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

func newRoot() *cobra.Command {
	root := &cobra.Command{Use: "bench", Short: "Measure counterclaim beside other stores, and as it grows", SilenceErrors: true, SilenceUsage: true}
	root.PersistentFlags().String("work", defaultWork(), "`folder` for graphs, stores, peers and what was measured")
	root.PersistentFlags().StringP("output", "o", "docs", "`folder` with benchmarks.md, whose tables and pictures are renewed")
	root.AddCommand(newSetup(), newCompare(), newGrowth(), newOurs())
	return root
}

func defaultWork() string { return filepath.Join(os.TempDir(), "counterclaim-bench") }

// folders returns the folder for work, made where it is absent, and the one for output.
func folders(c *cobra.Command) (work, out string, err error) {
	if work, err = c.Flags().GetString("work"); err != nil {
		return "", "", err
	}
	if out, err = c.Flags().GetString("output"); err != nil {
		return "", "", err
	}
	return work, out, os.MkdirAll(work, 0o755)
}
