package cmd

import (
	"fmt"
	"io"
	"os"

	"github.com/spf13/cobra"

	"counterclaim/graph/store"
	"counterclaim/loaders"
)

const backupHelp = `Copies the store into a file, as it is at this moment. "serve", notebooks and questions may
go on meanwhile: they share the store with it. A load waits for it, and it waits for a load.

FILE is whole or not there at all; "counterclaim restore FILE" puts it in the place of the
store. It is a store itself: --store FILE asks it.`

func newBackup() *cobra.Command {
	c := &cobra.Command{
		Use:   "backup FILE",
		Short: "Copy the store into a file, while others read it",
		Long:  backupHelp,
		Example: `  counterclaim backup counterclaim-2031-05-08.db
  counterclaim backup --store press.db --force /backups/press.db`,
		Args: cobra.ExactArgs(1),
	}
	force := c.Flags().Bool("force", false, "replace FILE where it is there already")
	addSettings(c, storePath, storeBackend)
	c.RunE = func(c *cobra.Command, args []string) error {
		in, err := readSettings(c)
		if err != nil {
			return err
		}
		if err := in.keptInFile("backup"); err != nil {
			return err
		}
		if sameFile(args[0], in.GetString(storePath)) {
			return wrongCallf("%s is the store itself; name another file", args[0])
		}
		var n int64
		step, end := progress(c.ErrOrStderr(), "copying")
		err = in.readStore(func(db *store.Store) error {
			return placeFile(args[0], *force, func(f *os.File) error {
				n, err = db.Backup(&measured{f, step, in.storeSize(), 0})
				return err
			})
		})
		end()
		if err != nil {
			return err
		}
		fmt.Fprintf(c.ErrOrStderr(), "%s: %d bytes\n", args[0], n)
		return nil
	}
	return c
}

// dumps are the programs that copy a store which a database keeps.
var dumps = map[string]string{"postgres": "pg_dump", "mysql": "mariadb-dump"}

// keptInFile returns an error where the store is none that the command can copy.
func (in *inForce) keptInFile(command string) error {
	backend := in.GetString(storeBackend)
	if program := dumps[backend]; program != "" {
		return wrongCallf("%s is for a store in a file; a database is copied by its own program, %s", command, program)
	}
	if backend != "bolt" {
		return wrongCallf("%s is for a store in a file; --backend %s has none", command, backend)
	}
	return nil
}

func (in *inForce) storeSize() int64 {
	info, err := os.Stat(in.GetString(storePath))
	if err != nil {
		return 0
	}
	return info.Size()
}

// sameFile reports whether both paths lead to one file.
func sameFile(a, b string) bool {
	one, errOne := os.Stat(a)
	other, errOther := os.Stat(b)
	return errOne == nil && errOther == nil && os.SameFile(one, other)
}

// measured shows how much is written, in MB.
type measured struct {
	io.Writer
	step func(loaders.Progress)
	all  int64
	done int64
}

func (m *measured) Write(p []byte) (int, error) {
	n, err := m.Writer.Write(p)
	m.done += int64(n)
	if m.step != nil {
		m.step(loaders.Progress{Done: int(m.done >> 20), Total: int(m.all >> 20)})
	}
	return n, err
}
