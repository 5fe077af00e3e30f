package loaders

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

// shown returns what was found, with dir left out of it.
func shown(files Files, dir string) (paths, skipped, failed []string) {
	short := func(s string) string { return strings.TrimPrefix(s, dir+string(filepath.Separator)) }
	for _, f := range files.list {
		paths = append(paths, short(f.path))
	}
	for _, s := range files.Skipped {
		skipped = append(skipped, short(s))
	}
	for _, err := range files.Failed {
		failed = append(failed, short(err.Error()))
	}
	return paths, skipped, failed
}

func expect(t *testing.T, what string, got []string, want ...string) {
	t.Helper()
	if !slices.Equal(got, want) {
		t.Errorf("%s:\ngot  %q\nwant %q", what, got, want)
	}
}

func TestFind(t *testing.T) {
	dir := folder(t, map[string]string{
		"b.txt":          "doc:b",
		"a/z.txt":        "doc:z",
		"a/c.curated":    "doc:c",
		"a/picture.png":  "\x89PNG\x00",
		"a/.hidden.txt":  "doc:h",
		".git/x.txt":     "doc:x",
		"other.txt":      "->b.txt",
		"linked":         "->a",
		"empty/":         "",
		"unknown/readme": "x",
	})
	t.Run("a folder in the order of names, hand-coded files first", func(t *testing.T) {
		paths, skipped, failed := shown(Find(fakes, dir), dir)
		expect(t, "found", paths, "a/c.curated", "linked/c.curated", "a/z.txt", "b.txt", "linked/z.txt", "other.txt")
		expect(t, "skipped", skipped, "a/picture.png", "linked/picture.png", "unknown/readme")
		expect(t, "failed", failed)
	})
	t.Run("each path once, in the order given", func(t *testing.T) {
		paths, _, _ := shown(Find(fakes, dir+"/b.txt", dir+"/a", dir+"/./b.txt", dir+"/a/z.txt"), dir)
		expect(t, "found", paths, "a/c.curated", "b.txt", "a/z.txt")
	})
	t.Run("a hidden file that is named", func(t *testing.T) {
		paths, _, _ := shown(Find(fakes, dir+"/a/.hidden.txt"), dir)
		expect(t, "found", paths, "a/.hidden.txt")
	})
	t.Run("any file in a format that is named", func(t *testing.T) {
		only, err := Only(fakes, "txt")
		must(t, err)
		paths, _, _ := shown(Find(only, dir+"/unknown/readme"), dir)
		expect(t, "found", paths, "unknown/readme")
	})
	t.Run("what cannot be read", func(t *testing.T) {
		_, _, failed := shown(Find(fakes, dir+"/empty", dir+"/no.txt"), dir)
		expect(t, "failed", failed,
			"empty: no file here that a loader reads; the formats are curated, txt",
			"no.txt: is not there; give a file or a folder")
	})
}

// choosy knows its files by their content too, as the loader of YAML does.
type choosy struct{ lines }

func (choosy) Detect(path string, head []byte) bool { return strings.HasPrefix(string(head), "coded") }

func TestFindNamedFilesOfNoFormat(t *testing.T) {
	dir := folder(t, map[string]string{
		"2031-05-02_the-fire.v2": "doc:a",
		"readme":                 "doc:b",
		"other.curated":          "doc:c",
		"picture.png":            "\x89PNG\x00",
	})
	formats := []Loader{choosy{lines{"curated"}}, lines{"txt"}}
	paths, _, failed := shown(Find(formats, dir+"/2031-05-02_the-fire.v2", dir+"/readme", dir+"/other.curated", dir+"/picture.png"), dir)
	expect(t, "found", paths, "2031-05-02_the-fire.v2", "readme", "picture.png")
	expect(t, "failed", failed, "other.curated: no loader knows this as its own; name its format, one of curated, txt")
	paths, skipped, _ := shown(Find(formats, dir), dir)
	expect(t, "found in the folder", paths)
	expect(t, "skipped", skipped, "2031-05-02_the-fire.v2", "other.curated", "picture.png", "readme")
}

func TestFindOnBadLinks(t *testing.T) {
	dir := folder(t, map[string]string{
		"a.txt":      "doc:a",
		"sub/up":     "->..",
		"sub/self":   "->self",
		"sub/gone":   "->nowhere.txt",
		"sub/s.txt":  "doc:s",
		"direct.txt": "->nowhere.txt",
	})
	paths, _, failed := shown(Find(fakes, dir), dir)
	expect(t, "found", paths, "a.txt", "sub/s.txt")
	expect(t, "failed", failed,
		"direct.txt: the link leads to nowhere.txt, which cannot be read (no such file or directory); mend or remove it",
		"sub/gone: the link leads to nowhere.txt, which cannot be read (no such file or directory); mend or remove it",
		"sub/self: the link leads to self, which cannot be read (too many levels of symbolic links); mend or remove it",
		"sub/up: leads back to a folder that it is in; remove the link")
	_, _, failed = shown(Find(fakes, dir+"/direct.txt"), dir)
	expect(t, "failed", failed, "direct.txt: the link leads to nowhere.txt, which cannot be read (no such file or directory); mend or remove it")
}

func TestFindFS(t *testing.T) {
	files := FindFS(fakes, fstest.MapFS{"a/b.txt": {Data: []byte("doc:b")}, "c.curated": {Data: []byte("doc:c")}, "d": {Data: []byte("x")}})
	paths, skipped, failed := shown(files, "")
	expect(t, "found", paths, "c.curated", "a/b.txt")
	expect(t, "skipped", skipped, "d")
	expect(t, "failed", failed)
}

func TestOnlyNamesTheFormats(t *testing.T) {
	_, err := Only(fakes, "pdf")
	if want := `unknown format "pdf"; allowed are curated, txt`; fmt.Sprint(err) != want {
		t.Errorf("got %v, want %s", err, want)
	}
}

// locked is a folder whose file a.txt may not be opened.
type locked struct{ fstest.MapFS }

func (l locked) Open(name string) (fs.File, error) {
	if name == "a.txt" {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrPermission}
	}
	return l.MapFS.Open(name)
}

func TestFindWhatMayNotBeRead(t *testing.T) {
	files := FindFS(fakes, locked{fstest.MapFS{"a.txt": {}, "b.txt": {Data: []byte("doc:b")}}})
	paths, _, failed := shown(files, "")
	expect(t, "found", paths, "b.txt")
	expect(t, "failed", failed, "a.txt: cannot be read: permission denied; make it readable or leave it out")
}

func TestData(t *testing.T) {
	const stray = "Caf\xe9"
	for name, c := range map[string]struct{ content, want string }{
		"nothing":           {"", "is empty; give a file with text"},
		"only white space":  {"\ufeff \n\t", "is empty; give a file with text"},
		"a zero byte":       {"doc:a\x00", "is a binary file (byte 5 is zero); give text in UTF-8"},
		"a PDF":             {"%PDF-1.7 \xff", "is a PDF file; save its text first, for example with pdftotext"},
		"UTF-16":            {"\xff\xfed\x00o\x00", "is in UTF-16; convert it first, for example with iconv -f UTF-16 -t UTF-8"},
		"Windows-1252":      {stray, "byte 3 is not UTF-8; convert the file first, for example with iconv -f WINDOWS-1252 -t UTF-8"},
		"a character cut":   {"ab\xe2\x82", "byte 2 is not UTF-8; convert the file first, for example with iconv -f WINDOWS-1252 -t UTF-8"},
		"one line of 50 MB": {strings.Repeat("a", 50<<20), "has 50 MB; allowed are 20 MB: split it into its documents"},
	} {
		t.Run(name, func(t *testing.T) {
			f := file{path: "x.txt", fsys: fstest.MapFS{"x": {Data: []byte(c.content)}}, name: "x"}
			_, err := f.data()
			if fmt.Sprint(err) != "x.txt: "+c.want {
				t.Errorf("got  %v\nwant %s", err, c.want)
			}
		})
	}
}

func TestDataOfAFileThatWent(t *testing.T) {
	f := file{path: "x.txt", fsys: os.DirFS(t.TempDir()), name: "x.txt"}
	_, err := f.data()
	if err == nil || errors.Is(err, fs.ErrNotExist) || err.Error() != "x.txt: is not there; give a file or a folder" {
		t.Error(err)
	}
}
