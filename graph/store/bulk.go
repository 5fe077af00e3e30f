package store

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
)

// A bulk load builds the file of an empty store from quads that come in any order,
// several times faster than adding them to it and with less in memory than they are:
//
//	quads ──> segments, each with a numbering of its own     bulk_segment.go
//	  nodes of all segments, merged by hash ──> one numbering  bulk_nodes.go
//	  quads of each segment, sorted for each index ──> runs      bulk_runs.go
//	runs, merged ──> the file's buckets, in the order of keys       bulk_write.go
//
// Segments are on disk, in a folder beside the store, and so are all steps between
// them and the file. The file is made there, too, and takes the store's place when it is
// complete.
type bulk struct {
	folder   string
	segments int
}

// newBulk begins a bulk load of the store at path. The caller closes it.
func newBulk(path string) (*bulk, error) {
	b := &bulk{folder: buildFolder(path)}
	return b, errors.Join(os.MkdirAll(b.folder, 0o755), b.clean())
}

// buildFolder is where the store at path is built.
func buildFolder(path string) string { return path + ".building" }

// storePath is where the file is made.
func (b *bulk) storePath() string { return filepath.Join(b.folder, "store.db") }

// completePath says of what the file was made, once it is complete.
func (b *bulk) completePath() string { return filepath.Join(b.folder, "complete") }

// complete notes that the file is there, of what.
func (b *bulk) complete(of string) error { return os.WriteFile(b.completePath(), []byte(of), 0o644) }

// completed reports whether the file is there, made of the same.
func (b *bulk) completed(of string) bool {
	made, err := os.ReadFile(b.completePath())
	return err == nil && string(made) == of
}

// uncomplete notes that the file has gone.
func (b *bulk) uncomplete() { os.Remove(b.completePath()) }

const journalPrefix = "journal-"

// openJournal opens the journal of that, and removes those of other things.
func (b *bulk) openJournal(of string) (*os.File, error) {
	name := journalPrefix + of
	b.removeJournals(name)
	return os.OpenFile(filepath.Join(b.folder, name), os.O_RDWR|os.O_CREATE, 0o644)
}

// removeJournals removes the journals, but for the one of that name.
func (b *bulk) removeJournals(but string) {
	entries, _ := os.ReadDir(b.folder)
	for _, e := range entries {
		if strings.HasPrefix(e.Name(), journalPrefix) && e.Name() != but {
			os.Remove(filepath.Join(b.folder, e.Name()))
		}
	}
}

// clean removes all but a complete file and a journal.
func (b *bulk) clean() error {
	var stay []string
	if _, err := os.Stat(b.completePath()); err == nil {
		stay = []string{filepath.Base(b.completePath()), filepath.Base(b.storePath())}
	}
	entries, err := os.ReadDir(b.folder)
	for _, e := range entries {
		if !slices.Contains(stay, e.Name()) && !strings.HasPrefix(e.Name(), journalPrefix) {
			err = errors.Join(err, os.Remove(filepath.Join(b.folder, e.Name())))
		}
	}
	return err
}

// close leaves nothing behind but a complete file that has not become the store's, and a
// journal.
func (b *bulk) close() error {
	err := b.clean()
	if left, _ := os.ReadDir(b.folder); len(left) > 0 {
		return err
	}
	return errors.Join(err, os.Remove(b.folder))
}

func (b *bulk) segmentPath(i int) string {
	return filepath.Join(b.folder, fmt.Sprintf("segment-%d", i))
}

// A Progress tells how far a step of work has come, and of how much; Total is 0 where
// that is not known.
type Progress struct {
	Step        string
	Done, Total int64
}

// build makes a file of the segments, at path. A step is told of progress, from one
// goroutine at a time.
func (b *bulk) build(ctx context.Context, path string, step func(Progress)) error {
	paths := make([]string, b.segments)
	for i := range paths {
		paths[i] = b.segmentPath(i)
	}
	shared := filepath.Join(b.folder, "nodes")
	n, err := numberAll(paths, shared)
	if err != nil {
		return err
	}
	quads := int64(0)
	for i := range n.segments {
		quads += int64(n.segments[i].quads)
	}
	passes := int64(len(indexes) + 2) // through all quads
	var done atomic.Int64
	var telling sync.Mutex
	progress := func(read int) {
		sum := done.Add(int64(read))
		telling.Lock()
		defer telling.Unlock()
		step(Progress{"building", sum / passes, quads})
	}
	if err := n.writeAllRuns(ctx, progress); err != nil {
		return err
	}
	if err := os.Remove(path); err != nil && !errors.Is(err, os.ErrNotExist) {
		return err
	}
	db, err := openToWrite(path)
	if err != nil {
		return err
	}
	db.NoSync = true // until all is there
	f := &fileBuild{n, &fileWriter{db: db}, ctx, progress, map[uint64]bool{}, map[uint64]uint64{}}
	err = f.write(shared)
	f.fileWriter.close()
	if err == nil {
		err = db.Sync()
	}
	return errors.Join(err, db.Close())
}

func (f *fileBuild) write(shared string) error {
	for _, x := range indexes {
		if err := f.writeIndex(x); err != nil {
			return err
		}
	}
	if err := f.writeLog(); err != nil {
		return err
	}
	if err := f.writeNodes(shared); err != nil {
		return err
	}
	return f.writeCounters()
}

// writeAllRuns is writeRuns for all segments, on all cores.
func (n *numbering) writeAllRuns(ctx context.Context, progress func(quads int)) error {
	errs := make([]error, len(n.segments))
	var next atomic.Int64
	share(min(runtime.GOMAXPROCS(0), len(n.segments)), func(int) {
		for i := int(next.Add(1)) - 1; i < len(errs); i = int(next.Add(1)) - 1 {
			if errs[i] = ctx.Err(); errs[i] == nil {
				errs[i] = n.writeRuns(i)
			}
			progress(n.segments[i].quads)
		}
	})
	return errors.Join(errs...)
}
