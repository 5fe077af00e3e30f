package cmd

import (
	"os"

	"github.com/spf13/cobra"

	"counterclaim/notebook"
	"counterclaim/notebook/sandbox"
)

// newSandbox is the process that runs scripts for other commands; nobody calls it by hand.
func newSandbox() *cobra.Command {
	c := &cobra.Command{
		Use:    "sandbox",
		Short:  "Run cells that another command asks for on stdin",
		Args:   cobra.NoArgs,
		Hidden: true,
	}
	memory := c.Flags().Int64("memory", 0, "most `bytes` of memory; 0 is no limit")
	addSettings(c, storePath, storeBackend)
	c.RunE = func(c *cobra.Command, _ []string) error {
		in, err := readSettings(c)
		if err != nil {
			return err
		}
		if err := sandbox.Limit(*memory); err != nil {
			return err
		}
		session, err := notebook.NewSession(in.readStore)
		if err != nil {
			return err
		}
		served := make(chan error, 1)
		go func() { served <- sandbox.Serve(os.Stdin, os.Stdout, session) }()
		select {
		case err := <-served:
			return err
		case <-c.Context().Done():
			return c.Context().Err()
		}
	}
	return c
}
