package notebook

import (
	"crypto/rand"
	"errors"
	"io/fs"
	"os"
	"path"
)

// Save writes the notebook to the file of that name in the folder. Whatever happens, the
// file is the old one or the new one and never a part; it keeps its mode.
func Save(folder *os.Root, name string, n *Notebook) error {
	data, err := n.Write()
	if err != nil {
		return err
	}
	mode := fs.FileMode(0o644)
	if old, err := folder.Stat(name); err == nil {
		mode = old.Mode().Perm()
	}
	beside := path.Join(path.Dir(name), "."+path.Base(name)+"."+rand.Text()[:8])
	f, err := folder.OpenFile(beside, os.O_WRONLY|os.O_CREATE|os.O_EXCL, mode)
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	err = errors.Join(err, f.Sync(), f.Close())
	if err == nil {
		err = folder.Rename(beside, name)
	}
	if err != nil {
		return errors.Join(err, folder.Remove(beside))
	}
	return nil
}
