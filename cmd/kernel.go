package cmd

import (
	"context"
	"fmt"
	"os"
	"os/signal"
	"path/filepath"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"counterclaim/graph/store"
	"counterclaim/notebook/kernel"
	"counterclaim/queries"
)

const kernelHelp = `Lets Jupyter run the notebooks that "counterclaim notebook" makes, and makes Jupyter's
own: cells are questions (%query contrasts), pictures (%plot timeline), networks
(%network congruence), or scripts in Gizmo that share their variables.

"counterclaim kernel install" tells Jupyter of it once; then it stands in the list of
kernels of JupyterLab, Notebook and nbconvert. Where the store is, the kernel learns
from --store at the install or, without it, from counterclaim.yaml or counterclaim.db
beside the notebook.`

func newKernel() *cobra.Command {
	c := &cobra.Command{
		Use:   "kernel",
		Short: "Run notebooks in Jupyter",
		Long:  kernelHelp,
		Example: `  counterclaim kernel install --store demo.db
  jupyter nbconvert --execute --to notebook --inplace first.ipynb`,
		Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error { return c.Help() },
	}
	c.AddCommand(newKernelInstall(), newKernelUninstall(), newKernelRun())
	return c
}

// kernelPlace gives the command the flags that say where Jupyter keeps its kernels, and
// returns the folder of which.
func kernelPlace(c *cobra.Command) func() (string, error) {
	user := c.Flags().Bool("user", true, "for this user")
	prefix := c.Flags().String("prefix", "", "for the Python in this `folder`, as /usr/local")
	c.MarkFlagsMutuallyExclusive("user", "prefix")
	return func() (string, error) {
		if *prefix != "" {
			return kernel.PrefixFolder(*prefix), nil
		}
		if !*user {
			return "", wrongCallf("--user=false needs --prefix")
		}
		return kernel.UserFolder()
	}
}

func newKernelInstall() *cobra.Command {
	c := &cobra.Command{
		Use:   "install",
		Short: "Tell Jupyter of the kernel",
		Example: `  counterclaim kernel install
  counterclaim kernel install --store /data/press.db --name press
  counterclaim kernel install --prefix /usr/local`,
		Args: cobra.NoArgs,
	}
	name := c.Flags().String("name", "counterclaim", "`name` of the kernel, one for each store")
	place := kernelPlace(c)
	addSettings(c, storePath, storeBackend, queryRows, queryTimeout)
	c.RunE = func(c *cobra.Command, _ []string) error {
		folder, err := place()
		if err != nil {
			return err
		}
		command, err := kernelCommand(c)
		if err != nil {
			return err
		}
		at, err := kernel.Install(folder, *name, command)
		if err != nil {
			return err
		}
		fmt.Fprintf(c.OutOrStdout(), "%s\n", at)
		fmt.Fprintf(c.ErrOrStderr(), "Jupyter knows the kernel %s now. Choose it in JupyterLab, or run a notebook:\n  jupyter nbconvert --execute --to notebook --inplace FILE.ipynb\n", *name)
		return nil
	}
	return c
}

// kernelCommand returns what starts the kernel from any folder with the settings that the
// call gives.
func kernelCommand(c *cobra.Command) ([]string, error) {
	if _, err := readSettings(c); err != nil {
		return nil, err
	}
	program, err := os.Executable()
	if err != nil {
		return nil, err
	}
	command := []string{program, "kernel", "run"}
	for _, s := range settings {
		f := c.Flags().Lookup(s.flag)
		if f == nil || !f.Changed {
			continue
		}
		value := f.Value.String()
		if s.key == storePath && store.Shown(value) != value {
			return nil, wrongCallf("--%s: Jupyter would keep the password in a file that others can read; leave it out and put it into %s where Jupyter starts, or into ~/.pgpass", s.flag, s.env())
		}
		if s.key == storePath && !strings.Contains(value, "://") {
			if value, err = filepath.Abs(value); err != nil {
				return nil, err
			}
		}
		command = append(command, "--"+s.flag, value)
	}
	return command, nil
}

func newKernelUninstall() *cobra.Command {
	c := &cobra.Command{Use: "uninstall", Short: "Have Jupyter forget the kernel", Args: cobra.NoArgs}
	name := c.Flags().String("name", "counterclaim", "`name` of the kernel")
	place := kernelPlace(c)
	c.RunE = func(c *cobra.Command, _ []string) error {
		folder, err := place()
		if err != nil {
			return err
		}
		at, err := kernel.Uninstall(folder, *name)
		if err != nil {
			return fmt.Errorf("%w; jupyter kernelspec list tells which there are", err)
		}
		fmt.Fprintln(c.OutOrStdout(), at)
		return nil
	}
	return c
}

func newKernelRun() *cobra.Command {
	c := &cobra.Command{
		Use:   "run CONNECTION_FILE",
		Short: "Be the kernel; Jupyter calls this",
		Long: `Serves cells to Jupyter at the ports of the connection file, until Jupyter shuts it down
or is gone. Ctrl-C interrupts the cell that runs and keeps its variables.`,
		Args: cobra.ExactArgs(1),
	}
	addSettings(c, storePath, storeBackend, queryRows, queryTimeout)
	c.RunE = func(c *cobra.Command, args []string) error {
		in, err := readSettings(c)
		if err != nil {
			return err
		}
		connection, err := kernel.ReadConnection(args[0])
		if err != nil {
			return err
		}
		limits := queries.Limits{Rows: in.GetInt(queryRows), Time: in.GetDuration(queryTimeout)}
		cells, err := in.startCells()
		if err != nil {
			return err
		}
		defer cells.Close()
		k := kernel.New(in.readStore, cells, limits, version())
		k.Dropped = func(err error) { fmt.Fprintln(c.ErrOrStderr(), "kernel:", err) }
		ctx, stop := context.WithCancel(c.Context())
		defer stop()
		go endWithParent(ctx, stop)
		defer onInterrupt(k.Interrupt)()
		return k.Serve(ctx, connection)
	}
	return c
}

// onInterrupt has Ctrl-C call f and no longer end the program, until the function that it
// returns is called.
func onInterrupt(f func()) (end func()) {
	signal.Reset(os.Interrupt)
	pressed := make(chan os.Signal, 1)
	signal.Notify(pressed, os.Interrupt)
	go func() {
		for range pressed {
			f()
		}
	}()
	return func() { signal.Stop(pressed); close(pressed) }
}

// endWithParent calls stop when the process that started this one is gone, as Jupyter is that
// was killed.
func endWithParent(ctx context.Context, stop func()) {
	parent := os.Getppid()
	for tick := time.NewTicker(time.Second); ; {
		select {
		case <-ctx.Done():
			tick.Stop()
			return
		case <-tick.C:
			if os.Getppid() != parent {
				stop()
			}
		}
	}
}
