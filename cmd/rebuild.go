package cmd

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"counterclaim/graph/store"
	"counterclaim/loaders"
)

const rebuildHelp = `Writes the store anew from the documents in it, with their statements and texts: for one
that "check --deep" finds wrong, or that an earlier version made. Contrasts are found anew.
A store that was sound is afterwards the same, to the byte of what "export" writes.

What cannot be read is left out, and said: load those documents again. The new store takes
the place of the old one when it is whole, which stays beside it as FILE.old; with --to it
becomes another file, and the old one is not touched. It needs room for two copies.`

func newRebuild() *cobra.Command {
	c := &cobra.Command{
		Use:   "rebuild",
		Short: "Write the store anew from the documents in it",
		Long:  rebuildHelp,
		Example: `  counterclaim rebuild
  counterclaim rebuild --store press.db --to new.db`,
		Args: cobra.NoArgs,
	}
	to := c.Flags().String("to", "", "write the new store to this `file`")
	addSettings(c, storePath, storeBackend)
	c.RunE = func(c *cobra.Command, _ []string) error {
		in, err := readSettings(c)
		if err != nil {
			return err
		}
		if err := errors.Join(in.keptInFile("rebuild"), in.findStore()); err != nil {
			return err
		}
		path := in.GetString(storePath)
		target, kept := *to, ""
		if target == "" {
			target, kept = path, path+".old"
		}
		for _, name := range []string{*to, kept} {
			if _, err := os.Lstat(name); name != "" && err == nil {
				return fmt.Errorf("%s is there already; move it away", name)
			}
		}
		dir, err := os.MkdirTemp(filepath.Dir(target), ".counterclaim-*")
		if err != nil {
			return err
		}
		defer os.RemoveAll(dir)
		fresh := filepath.Join(dir, "new.db")
		old, err := store.OpenSalvage(path) // nobody writes to it from here on
		if err != nil {
			return err
		}
		defer old.Close()
		result, err := rebuild(c.Context(), c.ErrOrStderr(), old, dir, fresh)
		if err != nil {
			return err
		}
		if err := takePlace(fresh, target, kept); err != nil {
			return err
		}
		return printRebuilt(c.ErrOrStderr(), old.Lost, result, target)
	}
	return c
}

// rebuild makes the store fresh of an old one. All of its quads go into a store of their own
// first, so that it does not matter what its indexes are like.
func rebuild(ctx context.Context, stderr io.Writer, old *store.Salvage, dir, fresh string) (loaders.Rebuilt, error) {
	quads, err := store.Open("bolt", filepath.Join(dir, "quads.db"))
	if err != nil {
		return loaders.Rebuilt{}, err
	}
	defer quads.Close()
	step, end := progress(stderr, "reading")
	err = old.Into(ctx, quads, parts(step))
	end()
	if err != nil {
		return loaders.Rebuilt{}, err
	}
	db, err := store.Open("bolt", fresh)
	if err != nil {
		return loaders.Rebuilt{}, err
	}
	step, end = progress(stderr, "rebuilding")
	result, err := loaders.Rebuild(ctx, quads, db, parts(step))
	end()
	return result, errors.Join(err, db.Close())
}

// takePlace gives a store, which is on the disk, the name of another. That one gets the name
// kept, and has both for a moment, so that there is a store at each.
func takePlace(fresh, target, kept string) error {
	if kept == "" {
		return errors.Join(os.Link(fresh, target), syncFolder(filepath.Dir(target)))
	}
	if err := os.Link(target, kept); err != nil {
		return err
	}
	return errors.Join(os.Rename(fresh, target), syncFolder(filepath.Dir(target)))
}

// printRebuilt says what came of it. The error says that something is lost.
func printRebuilt(w io.Writer, unread int, r loaders.Rebuilt, target string) error {
	for _, m := range r.Misfits {
		fmt.Fprintln(w, printable(m.Document+" was not as it was loaded, load it again: "+m.What))
	}
	for _, err := range r.Lost {
		fmt.Fprintln(w, printable(err.Error()))
	}
	if unread > 0 {
		fmt.Fprintf(w, "%s could not be read\n", count(unread, "entry", "entries"))
	}
	fmt.Fprintf(w, "%s: %s\n", target, count(r.Documents, "document", "documents"))
	if n := len(r.Lost); n > 0 {
		return fmt.Errorf("%s could not be kept", count(n, "document", "documents"))
	}
	return nil
}
