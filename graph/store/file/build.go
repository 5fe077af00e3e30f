package file

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

// A Bulk is a load that builds the file of an empty store from quads that come in any order,
// several times faster than adding them to it and with less in memory than they are:
//
//	quads ──> segments, each with a numbering of its own     build_segment.go
//	  nodes of all segments, merged by hash ──> one numbering  build_nodes.go
//	  quads of each segment, sorted for each index ──> runs      build_runs.go
//	runs, merged ──> the file's buckets, in the order of keys       build_write.go
//
// Segments are on disk, in a folder beside the store, and so are all steps between
// them and the file. The file is made there, too, and takes the store's place when it is
// complete. A Bulk is for one goroutine, but for its segments:
//
//	b, err := db.NewBulk()
//	for each part of the quads: s := b.NewSegment(); s.Add(q) ...; s.Write()
//	b.Build(ctx, of, step)
//	b.Place()
//	b.Close()
type Bulk struct {
	db       *DB
	folder   string
	segments int
}

// NewBulk begins a bulk load into the place of the file. What an earlier one has left is
// dropped but for a complete file and a journal. The caller closes it.
func (d *DB) NewBulk() (*Bulk, error) {
	b := &Bulk{db: d, folder: d.buildFolder()}
	return b, errors.Join(os.MkdirAll(b.folder, 0o755), b.clean())
}

// buildFolder is where a bulk load keeps what it makes.
func (d *DB) buildFolder() string { return d.path + ".building" }

// Unfinished returns the folder with what a bulk load that came to nothing has left for the
// next, "" where there is none.
func (d *DB) Unfinished() string {
	if _, err := os.Stat(d.buildFolder()); err != nil {
		return ""
	}
	return d.buildFolder()
}

// DropUnfinished removes that folder.
func (d *DB) DropUnfinished() error { return os.RemoveAll(d.buildFolder()) }

// Path is where the file is made.
func (b *Bulk) Path() string { return filepath.Join(b.folder, "store.db") }

// completePath says of what the file was made, once it is complete.
func (b *Bulk) completePath() string { return filepath.Join(b.folder, "complete") }

// Completed reports whether there is a file that Build has made of the same, in this load or
// in one that was ended before Place.
func (b *Bulk) Completed(of string) bool {
	made, err := os.ReadFile(b.completePath())
	return err == nil && string(made) == of
}

// Discard notes that the file is of no use, so that Close removes it.
func (b *Bulk) Discard() { os.Remove(b.completePath()) }

const journalPrefix = "journal-"

// Journal opens a file beside the segments that stays where the load comes to nothing, and
// removes those of other things. Place removes it. The caller closes it before.
func (b *Bulk) Journal(of string) (*os.File, error) {
	name := journalPrefix + of
	b.removeJournals(name)
	return os.OpenFile(filepath.Join(b.folder, name), os.O_RDWR|os.O_CREATE, 0o644)
}

// removeJournals removes the journals, but for the one of that name.
func (b *Bulk) removeJournals(but string) {
	entries, _ := os.ReadDir(b.folder)
	for _, e := range entries {
		if strings.HasPrefix(e.Name(), journalPrefix) && e.Name() != but {
			os.Remove(filepath.Join(b.folder, e.Name()))
		}
	}
}

// clean removes all but a complete file and a journal.
func (b *Bulk) clean() error {
	var stay []string
	if _, err := os.Stat(b.completePath()); err == nil {
		stay = []string{filepath.Base(b.completePath()), filepath.Base(b.Path())}
	}
	entries, err := os.ReadDir(b.folder)
	for _, e := range entries {
		if !slices.Contains(stay, e.Name()) && !strings.HasPrefix(e.Name(), journalPrefix) {
			err = errors.Join(err, os.Remove(filepath.Join(b.folder, e.Name())))
		}
	}
	return err
}

// Close leaves nothing behind but a complete file that has not become the store's, and a
// journal.
func (b *Bulk) Close() error {
	err := b.clean()
	if left, _ := os.ReadDir(b.folder); len(left) > 0 {
		return err
	}
	return errors.Join(err, os.Remove(b.folder))
}

// NewSegment returns the next segment, whose nodes and quads get their numbers behind those of
// the ones before it.
func (b *Bulk) NewSegment() *Segment {
	s := newSegment(b.segmentPath(b.segments))
	b.segments++
	return s
}

func (b *Bulk) segmentPath(i int) string {
	return filepath.Join(b.folder, fmt.Sprintf("segment-%d", i))
}

// A Progress tells how far a step of work has come, and of how much; Total is 0 where
// that is not known.
type Progress struct {
	Step        string
	Done, Total int64
}

// Build makes a file of the segments, all of which were written, and notes that it is
// complete, and of what: any line that tells it from others. step, which is not nil, is told
// of progress, from one goroutine at a time.
func (b *Bulk) Build(ctx context.Context, of string, step func(Progress)) error {
	if err := b.build(ctx, step); err != nil {
		return err
	}
	return os.WriteFile(b.completePath(), []byte(of), 0o644)
}

// Place puts the file in the place of the DB's, when running views have ended. Nobody may
// have it open any more.
func (b *Bulk) Place() error {
	if err := b.db.replaceBy(b.Path()); err != nil {
		return err
	}
	b.Discard() // what is noted of it
	b.removeJournals("")
	return nil
}

func (b *Bulk) build(ctx context.Context, step func(Progress)) error {
	b.Discard() // what is at the path is not complete from here on
	path := b.Path()
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
	var wait sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), len(n.segments)) {
		wait.Go(func() {
			for i := int(next.Add(1)) - 1; i < len(errs); i = int(next.Add(1)) - 1 {
				if errs[i] = ctx.Err(); errs[i] == nil {
					errs[i] = n.writeRuns(i)
				}
				progress(n.segments[i].quads)
			}
		})
	}
	wait.Wait()
	return errors.Join(errs...)
}
