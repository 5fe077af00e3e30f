package cmd

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// placeFile has write fill a file beside path and, when all of it is on the disk, gives it
// that name: whatever happens, what stands there is the old file or the whole new one. A
// file that is there already is an error, unless it may be replaced.
func placeFile(path string, replace bool, write func(*os.File) error) error {
	if err := notThere(path); err != nil && !replace {
		return err
	}
	f, err := os.CreateTemp(filepath.Dir(path), ".counterclaim-*")
	if err != nil {
		return err
	}
	defer os.Remove(f.Name()) // of no effect once it has its name
	if err := errors.Join(write(f), f.Chmod(0o644), f.Sync(), f.Close()); err != nil {
		return err
	}
	if replace {
		err = os.Rename(f.Name(), path)
	} else if err = os.Link(f.Name(), path); errors.Is(err, fs.ErrExist) { // has come meanwhile
		return notThere(path)
	}
	return errors.Join(err, syncFolder(filepath.Dir(path)))
}

// notThere returns an error where there is a file of that name.
func notThere(path string) error {
	if _, err := os.Lstat(path); !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("%s is there already; --force replaces it", path)
	}
	return nil
}

// syncFolder has the names of the folder's files on the disk. Where a system cannot, as
// Windows, it does so by itself.
func syncFolder(path string) error {
	folder, err := os.Open(path)
	if err != nil {
		return err
	}
	_ = folder.Sync()
	return folder.Close()
}
