// Package cmd is the command line: one file per command, all of them listed in
// commands. A command reads its settings, calls the other packages and prints;
// it decides nothing about statements, contrasts or queries.
//
// To add a command, write cmd/x.go with a function newX, its script test in
// testdata/script, and one line in commands.
package cmd

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/signal"
	"strings"
	"syscall"

	"github.com/spf13/cobra"
)

// commands returns every command, in the order in which the help lists them.
func commands() []*cobra.Command {
	return []*cobra.Command{
		newDemo(),
		newLoad(),
		newQuery(),
		newShow(),
		newExtract(),
		newScore(),
		newNetwork(),
		newPlot(),
		newExport(),
		newNotebook(),
		newKernel(),
		newServe(),
		newRemove(),
		newBackup(),
		newRestore(),
		newCheck(),
		newRebuild(),
		newBench(),
		newConfig(),
		newVersion(),
		newSandbox(),
	}
}

// Exit codes.
const (
	exitFailed    = 1 // something failed
	exitWrongCall = 2 // the call was wrong: an unknown flag, query or parameter
)

// Main runs the command line of the process and returns its exit code. Ctrl-C
// cancels what runs; a second one ends the process at once.
func Main() int {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	go func() { <-ctx.Done(); stop() }()
	// A reader that has seen enough makes writing an error, not the end of the
	// process, which would leave temporary files behind.
	signal.Ignore(syscall.SIGPIPE)

	root, started := newRoot(), false
	root.PersistentPreRun = func(*cobra.Command, []string) { started = true }
	ran, err := root.ExecuteContextC(ctx)
	switch {
	case err == nil:
		return 0
	case errors.Is(err, syscall.EPIPE):
		return exitFailed
	case ctx.Err() != nil:
		fmt.Fprintln(os.Stderr, "counterclaim: interrupted")
		return exitFailed
	}
	fmt.Fprintln(os.Stderr, "counterclaim:", strings.TrimSpace(err.Error()))
	if wrong := (wrongCall{}); !started || errors.As(err, &wrong) {
		fmt.Fprintf(os.Stderr, "For help: %s -h\n", ran.CommandPath())
		return exitWrongCall
	}
	return exitFailed
}

func newRoot() *cobra.Command {
	root := &cobra.Command{
		Use:   "counterclaim",
		Short: "Who said what about whom, and who answered",
		Long: `Counterclaim turns claims and counterclaims into a graph that can be walked: who
said what about whom, when, in which source, and which statement answers which.
News text or hand-coded claims go in; queries in Gizmo walk what comes out.

Begin with "counterclaim demo". Then load articles of your own, and ask.`,
		Example: `  counterclaim demo
  counterclaim load articles/
  counterclaim query contrasts`,
		SilenceErrors: true,
		SilenceUsage:  true,
	}
	root.PersistentFlags().String("config", "", "settings `file` (default counterclaim.yaml here, else in your config folder)")
	root.AddCommand(commands()...)
	return root
}

// A wrongCall is an error in the words of the call, not in the work.
type wrongCall struct{ error }

func (w wrongCall) Unwrap() error { return w.error }

func wrongCallf(format string, args ...any) error { return wrongCall{fmt.Errorf(format, args...)} }

// oneOf returns an error that lists what is allowed, unless value is among it.
func oneOf(what, value string, allowed []string) error {
	for _, a := range allowed {
		if value == a {
			return nil
		}
	}
	return wrongCallf("%s %q; allowed are %s", what, value, strings.Join(allowed, ", "))
}
