package main

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"

	"github.com/spf13/cobra"
)

const (
	cayleyVersion   = "v0.7.7"
	oxigraphVersion = "0.5.11"
)

func newSetup() *cobra.Command {
	c := &cobra.Command{
		Use:   "setup",
		Short: "Build and install the peers in the work folder",
		Long: `Builds the cayley command from its module, with the versions that it pins itself, and
installs the npm package oxigraph. Debian has rdflib as python3-rdflib.`,
		Args: cobra.NoArgs,
	}
	c.RunE = func(c *cobra.Command, _ []string) error {
		work, _, err := folders(c)
		if err != nil {
			return err
		}
		if err := buildCayley(c, work); err != nil {
			return err
		}
		return run(c, work, "npm", "install", "--no-audit", "--no-fund", "oxigraph@"+oxigraphVersion)
	}
	return c
}

// buildCayley builds the command in a copy of its module, so that its own go.mod holds;
// as a dependency of ours it would be built with our newer versions.
func buildCayley(c *cobra.Command, work string) error {
	out, err := exec.CommandContext(c.Context(), "go", "mod", "download", "-json", "github.com/cayleygraph/cayley@"+cayleyVersion).Output()
	if err != nil {
		return fmt.Errorf("download cayley: %w", err)
	}
	var module struct{ Dir string }
	if err := json.Unmarshal(out, &module); err != nil {
		return err
	}
	copied := filepath.Join(work, "cayley-"+cayleyVersion)
	if err := os.RemoveAll(copied); err != nil {
		return err
	}
	if err := os.CopyFS(copied, os.DirFS(module.Dir)); err != nil {
		return err
	}
	if err := os.Chmod(copied, 0o755); err != nil {
		return err
	}
	return run(c, copied, "go", "build", "-o", filepath.Join("..", "cayley"), "./cmd/cayley")
}

func run(c *cobra.Command, folder string, program ...string) error {
	command := exec.CommandContext(c.Context(), program[0], program[1:]...)
	command.Dir, command.Stdout, command.Stderr = folder, c.ErrOrStderr(), c.ErrOrStderr()
	if err := command.Run(); err != nil {
		return fmt.Errorf("%s: %w", program[0], err)
	}
	return nil
}
