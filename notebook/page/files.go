package page

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net/http"
	"path"
	"slices"
	"strings"

	"counterclaim/notebook"
)

const ending = ".ipynb"

// mostFiles is how many notebooks a folder lists.
const mostFiles = 1000

// files lists the notebooks in the folder.
func (s *Server) files(*http.Request) (any, error) {
	found := []string{}
	err := fs.WalkDir(s.folder.FS(), ".", func(name string, d fs.DirEntry, err error) error {
		hidden := name != "." && strings.HasPrefix(path.Base(name), ".")
		switch {
		case err != nil || hidden || name == "node_modules":
			if d != nil && d.IsDir() {
				return fs.SkipDir
			}
		case !d.IsDir() && path.Ext(name) == ending:
			found = append(found, name)
		}
		if len(found) >= mostFiles {
			return fs.SkipAll
		}
		return nil
	})
	slices.Sort(found)
	return map[string]any{"files": found}, err
}

// fileOf returns the notebook's name in the folder. What would lead out of the folder the
// folder refuses.
func fileOf(r *http.Request) (string, error) {
	name := r.PathValue("file")
	if !fs.ValidPath(name) || path.Ext(name) != ending || strings.ContainsRune(name, '\\') {
		return "", fmt.Errorf("%q is no notebook; allowed are names that end in %s, below the folder", name, ending)
	}
	return name, nil
}

// create makes a new notebook, under another name where that one is taken.
func (s *Server) create(r *http.Request) (any, error) {
	name, err := fileOf(r)
	if err != nil {
		return nil, err
	}
	base := strings.TrimSuffix(name, ending)
	for n := 2; ; n++ {
		if _, err := s.folder.Stat(name); errors.Is(err, fs.ErrNotExist) {
			break
		} else if err != nil {
			return nil, err
		}
		name = fmt.Sprintf("%s-%d%s", base, n, ending)
	}
	return map[string]string{"file": name}, notebook.Save(s.folder, name, notebook.New())
}

// open returns a notebook, with the version that its file has.
func (s *Server) open(r *http.Request) (any, error) {
	name, err := fileOf(r)
	if err != nil {
		return nil, err
	}
	src, err := s.folder.ReadFile(name)
	if err != nil {
		return nil, err
	}
	n, err := notebook.Read(src)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return map[string]any{"notebook": n, "version": version(src)}, nil
}

// save writes the notebook, unless its file has become another one than the page knows.
func (s *Server) save(r *http.Request) (any, error) {
	name, err := fileOf(r)
	if err != nil {
		return nil, err
	}
	src, err := io.ReadAll(r.Body)
	if err != nil {
		return nil, err
	}
	n, err := notebook.Read(src)
	if err != nil {
		return nil, err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	old, err := s.folder.ReadFile(name)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	if known := r.Header.Get("If-Match"); old != nil && known != "*" && known != version(old) {
		return nil, refusal{http.StatusConflict, fmt.Errorf("%s was changed by another program since it was read here; load it again, or save over it", name)}
	}
	if r.URL.Query().Has("clear") {
		n = n.WithoutOutputs()
	}
	if err := notebook.Save(s.folder, name, n); err != nil {
		return nil, err
	}
	written, err := n.Write()
	return map[string]string{"version": version(written)}, err
}

// version tells the contents of a file from others.
func version(src []byte) string {
	sum := sha256.Sum256(src)
	return hex.EncodeToString(sum[:8])
}
