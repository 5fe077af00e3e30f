package cmd

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"counterclaim/graph/store"
	"counterclaim/loaders"
)

const restoreHelp = `Puts a file that "counterclaim backup" wrote in the place of the store. First all of it is
checked, as "check --deep" does: one that is damaged is refused, and the store stays.

A store that holds documents, or cannot be read, is replaced only with --force. It stays
what it is until the new one stands whole beside it; then the two change places at once.`

func newRestore() *cobra.Command {
	c := &cobra.Command{
		Use:   "restore FILE",
		Short: "Put a backup in the place of the store",
		Long:  restoreHelp,
		Example: `  counterclaim restore counterclaim-2031-05-08.db
  counterclaim restore --store press.db --force /backups/press.db`,
		Args: cobra.ExactArgs(1),
	}
	force := c.Flags().Bool("force", false, "replace a store that holds documents, or cannot be read")
	addSettings(c, storePath, storeBackend)
	c.RunE = func(c *cobra.Command, args []string) error {
		in, err := readSettings(c)
		if err != nil {
			return err
		}
		if err := in.keptInFile("restore"); err != nil {
			return err
		}
		path := in.GetString(storePath)
		if sameFile(args[0], path) {
			return wrongCallf("%s is the store itself; name a backup", args[0])
		}
		backup, err := store.OpenReadOnly("bolt", args[0])
		if err != nil {
			return fmt.Errorf("backup %s: %w", args[0], err)
		}
		defer backup.Close()
		step, end := progress(c.ErrOrStderr(), "checking")
		found, err := checkBackup(c.Context(), backup, parts(step))
		end()
		if err != nil {
			return fmt.Errorf("backup %s: %w", args[0], err)
		}
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			return err
		}
		step, end = progress(c.ErrOrStderr(), "copying")
		err = putInPlace(c.Context(), backup, path, *force, step)
		end()
		if err != nil {
			return err
		}
		fmt.Fprintf(c.ErrOrStderr(), "%s: %s with %s\n", path, count(found.Documents, "document", "documents"), count(found.Quads, "quad", "quads"))
		return nil
	}
	return c
}

// checkBackup returns an error unless all of the backup is as it has to be.
func checkBackup(ctx context.Context, backup *store.Store, progress func(done, total int)) (store.Deep, error) {
	found, err := backup.CheckDeep(ctx, progress)
	if err != nil {
		return found, err
	}
	if n := len(found.Misfits); n > 0 {
		return found, fmt.Errorf("is not as it was written: %w (%s); take another", found.Misfits[0], count(n+found.More, "misfit", "misfits"))
	}
	return found, errors.Join(backup.Check(ctx)...)
}

// putInPlace copies the backup to the path of a store. The store that is there is locked
// until it is replaced, so that nobody is writing to it.
func putInPlace(ctx context.Context, backup *store.Store, path string, force bool, step func(loaders.Progress)) error {
	replace := false
	if _, err := os.Stat(path); !errors.Is(err, fs.ErrNotExist) {
		replace = true
		old, err := store.Open("bolt", path)
		switch {
		case errors.Is(err, store.ErrInUse):
			return err
		case err != nil && !force:
			return fmt.Errorf("%w; --force replaces it", err)
		case err == nil:
			defer old.Close()
			stats, err := old.Stats(ctx)
			if (err != nil || stats.Quads > 0) && !force {
				return fmt.Errorf("store %s holds %s; --force replaces it", path, count(stats.Documents, "document", "documents"))
			}
		}
	}
	return placeFile(path, replace, func(f *os.File) error {
		_, err := backup.Backup(&measured{io.Writer(f), step, 0, 0})
		return err
	})
}
