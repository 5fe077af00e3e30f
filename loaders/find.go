package loaders

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"counterclaim/loaders/jsonl"
)

// Files are files to read, each with the loader that reads it.
type Files struct {
	Skipped []string // files in folders that no loader reads
	Failed  []error  // what was asked for and cannot be read, each with its path
	// MinConfidence is what a statement must have not to be left out.
	MinConfidence float64
	// Book is the digest of the actors with which the files are read. With it, what is
	// read is kept where a load that builds a store is interrupted; "" keeps nothing.
	Book string
	list []file // hand-coded ones first, as their codings stand against others
}

// Len returns how many files there are to read.
func (f *Files) Len() int { return len(f.list) }

// A file is one to read. place is its place among all that were found.
type file struct {
	path   string // as it is shown
	fsys   fs.FS
	name   string // in fsys
	loader Loader
	place  int
}

// Find returns the files at the paths, and in the folders among them with all
// their subfolders, in the order of paths, then of names, each once. Hidden files
// in folders are left out. A path of a file that no loader knows as its own goes
// to the last one if its extension is that of no format; else, as a path that
// cannot be read, to Failed. The path "-" is standard input, with JSON Lines.
func Find(loaders []Loader, paths ...string) Files { return Shard{}.Find(loaders, paths...) }

// FindFS returns the files in those folders of fsys, in all of it where none is
// named, as Find returns those of folders. Their paths are their names in fsys.
func FindFS(loaders []Loader, fsys fs.FS, folders ...string) Files {
	f := finder{loaders: loaders, seen: map[string]bool{}}
	if len(folders) == 0 {
		folders = []string{"."}
	}
	for _, name := range folders {
		f.folder(file{path: name, fsys: fsys, name: name}, nil)
	}
	return f.files()
}

type finder struct {
	loaders []Loader
	shard   Shard
	found   Files
	seen    map[string]bool // paths
}

func (f *finder) files() Files {
	for i := range f.found.list {
		f.found.list[i].place = i
	}
	slices.SortStableFunc(f.found.list, func(a, b file) int {
		switch x, y := handCoded(a.loader), handCoded(b.loader); {
		case x == y:
			return 0
		case x:
			return -1
		}
		return 1
	})
	return f.found
}

// find adds what is at a path that was asked for.
func (f *finder) find(path string) {
	if path == "-" {
		f.standardInput()
		return
	}
	info, err := os.Stat(path)
	link, _ := os.Readlink(path)
	switch {
	case err != nil:
		f.fail(unreadable(path, link, err))
	case info.IsDir():
		before := f.found
		f.folder(file{path: path, fsys: os.DirFS(path), name: "."}, []fs.FileInfo{info})
		if f.shard.N == 0 && len(before.list) == len(f.found.list) && len(before.Failed) == len(f.found.Failed) {
			f.fail(fmt.Errorf("%s: no file here that a loader reads; the formats are %s", path, strings.Join(Names(f.loaders), ", ")))
		}
	case !info.Mode().IsRegular():
		f.fail(fmt.Errorf("%s: is not a regular file; save it as one", path))
	default:
		f.named(file{path: path, fsys: os.DirFS(filepath.Dir(path)), name: filepath.Base(path)})
	}
}

// standardInput adds what is piped in. It has no name and no end that could be seen
// beforehand, so that it can be in one format alone.
func (f *finder) standardInput() {
	i := slices.Index(Names(f.loaders), jsonl.Name)
	if i < 0 {
		f.fail(fmt.Errorf("standard input: allowed is the format %s alone; give files instead", jsonl.Name))
		return
	}
	if path := "standard input"; !f.seen[path] {
		f.seen[path] = true
		f.found.list = append(f.found.list, file{path: path, fsys: standardInput{}, name: "-", loader: f.loaders[i]})
	}
}

// standardInput is a file system of which every file is standard input.
type standardInput struct{}

func (standardInput) Open(string) (fs.File, error) { return os.Stdin, nil }

// named adds a file that was asked for by its path.
func (f *finder) named(here file) {
	if !f.shard.has(here.name) {
		return
	}
	head, ok := f.detect(here)
	if ok {
		return
	}
	if !f.knownExtension(here.path) {
		here.loader = f.loaders[len(f.loaders)-1]
		f.found.list = append(f.found.list, here)
		return
	}
	if err := acceptable(head); err != nil {
		f.fail(fmt.Errorf("%s: %w", here.path, err))
		return
	}
	f.fail(fmt.Errorf("%s: no loader knows this as its own; name its format, one of %s", here.path, strings.Join(Names(f.loaders), ", ")))
}

// knownExtension reports whether the name of the file ends as those of a format do.
// In "harbour_2031-05-02_the-fire.v2" the point is part of the name.
func (f *finder) knownExtension(path string) bool {
	extension := strings.ToLower(filepath.Ext(path))
	return slices.ContainsFunc(f.loaders, func(l Loader) bool { return slices.Contains(l.Extensions(), extension) })
}

// folder adds the files of a folder. above are the folder and those it is in.
func (f *finder) folder(dir file, above []fs.FileInfo) {
	entries, err := fs.ReadDir(dir.fsys, dir.name)
	if err != nil {
		f.fail(unreadable(dir.path, "", err))
	}
	for _, e := range entries {
		if strings.HasPrefix(e.Name(), ".") {
			continue
		}
		here := file{path: filepath.Join(dir.path, e.Name()), fsys: dir.fsys, name: path.Join(dir.name, e.Name())}
		mine := f.shard.has(here.name)
		if !mine && !e.IsDir() && e.Type()&fs.ModeSymlink == 0 {
			continue
		}
		info, err := fs.Stat(here.fsys, here.name)
		switch {
		case !mine && (err != nil || !info.IsDir()): // a link
		case err != nil:
			link, _ := fs.ReadLink(here.fsys, here.name)
			f.fail(unreadable(here.path, link, err))
		case info.IsDir() && slices.ContainsFunc(above, func(a fs.FileInfo) bool { return os.SameFile(a, info) }):
			f.fail(fmt.Errorf("%s: leads back to a folder that it is in; remove the link", here.path))
		case info.IsDir():
			f.folder(here, append(slices.Clip(above), info))
		case !info.Mode().IsRegular():
			f.found.Skipped = append(f.found.Skipped, here.path)
		default:
			if _, ok := f.detect(here); !ok {
				f.found.Skipped = append(f.found.Skipped, here.path)
			}
		}
	}
}

// detect adds a file with the first loader that knows it as its own. ok is false
// where none does; then head is how the file begins.
func (f *finder) detect(here file) (head []byte, ok bool) {
	if f.seen[here.path] {
		return nil, true
	}
	f.seen[here.path] = true
	head, err := readHead(here)
	if err != nil {
		f.fail(unreadable(here.path, "", err))
		return nil, true
	}
	for _, l := range f.loaders {
		if l.Detect(here.path, head) {
			here.loader = l
			f.found.list = append(f.found.list, here)
			return nil, true
		}
	}
	return head, false
}

func readHead(here file) ([]byte, error) {
	const most = 4 << 10
	in, err := here.fsys.Open(here.name)
	if err != nil {
		return nil, err
	}
	defer in.Close()
	return io.ReadAll(io.LimitReader(in, most))
}

func (f *finder) fail(err error) { f.found.Failed = append(f.found.Failed, err) }

// unreadable says what to do about a path that cannot be read. link is where it
// leads, where it is a link.
func unreadable(path, link string, err error) error {
	var inner *fs.PathError
	if errors.As(err, &inner) {
		err = inner.Err
	}
	switch {
	case link != "":
		return fmt.Errorf("%s: the link leads to %s, which cannot be read (%v); mend or remove it", path, link, err)
	case errors.Is(err, fs.ErrNotExist):
		return fmt.Errorf("%s: is not there; give a file or a folder", path)
	}
	return fmt.Errorf("%s: cannot be read: %v; make it readable or leave it out", path, err)
}
