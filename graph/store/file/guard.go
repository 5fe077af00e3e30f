package file

import (
	"fmt"
	"runtime/debug"
	"strings"
)

// guard calls fn, which reads or writes the file, and makes an error of what breaks it.
// bbolt panics over pages that make no sense, a page number that leads out of the file is
// a fault of memory, and what an index leads to may be missing.
func (d *DB) guard(fn func() error) (err error) {
	defer debug.SetPanicOnFault(debug.SetPanicOnFault(true))
	defer func() {
		if r := recover(); r != nil {
			what, _, _ := strings.Cut(fmt.Sprint(r), "\n")
			err = fmt.Errorf("store %s is damaged, or counterclaim itself failed (%s); counterclaim check --deep tells which", d.path, what)
		}
	}()
	return fn()
}
