package notebook

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
)

// Open reads the notebook in the file.
func Open(path string) (*Notebook, error) {
	src, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	n, err := Read(src)
	if err != nil {
		return nil, &fs.PathError{Op: "read", Path: path, Err: err}
	}
	return n, nil
}

// Save writes the notebook to the file. Whatever happens, the file is the old one or the new
// one and never a part.
func Save(path string, n *Notebook) error {
	data, err := n.Write()
	if err != nil {
		return err
	}
	return replace(path, data)
}

// replace writes beside the file and then puts what is written in its place. A link is
// followed, and the file keeps its mode.
func replace(path string, data []byte) error {
	mode := fs.FileMode(0o644)
	if target, err := filepath.EvalSymlinks(path); err == nil {
		path = target
	}
	if old, err := os.Stat(path); err == nil {
		mode = old.Mode().Perm()
	}
	f, err := os.CreateTemp(filepath.Dir(path), "."+filepath.Base(path)+".*")
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	err = errors.Join(err, f.Chmod(mode), f.Sync(), f.Close())
	if err == nil {
		err = os.Rename(f.Name(), path)
	}
	if err != nil {
		return errors.Join(err, os.Remove(f.Name()))
	}
	return nil
}
