package serve

import (
	"errors"
	"io"
	"net/http"
	"strings"
	"time"

	"counterclaim/graph/store"
)

// maxDocument is how large a file to load may be, in bytes.
const maxDocument = 8 << 20

// load reads the body as a file of the name that the address gives.
func (s *Server) load(w http.ResponseWriter, r *http.Request) error {
	given, err := words(r)
	if err != nil {
		return err
	}
	name := given["name"]
	if len(given) != 1 || name == "" || len(name) > 200 || strings.HasPrefix(name, ".") || strings.ContainsAny(name, `/\:`) || strings.ContainsFunc(name, isControl) {
		return wrongf("the address has to name the file, and only that: documents?name=harbour.txt")
	}
	content, err := io.ReadAll(http.MaxBytesReader(w, r.Body, maxDocument))
	if err != nil {
		return err
	}
	var report any
	err = s.store.change(r.Context(), s.Limits.Time, func() error {
		report, err = s.Load(r.Context(), name, content)
		return err
	})
	if bad := (BadFile{}); errors.As(err, &bad) {
		return wrong(bad.Err)
	}
	if busy := (Busy{}); errors.As(err, &busy) {
		return &failure{status: http.StatusServiceUnavailable, err: err, again: 2 * time.Second}
	}
	if err != nil {
		return err
	}
	writeJSON(w, http.StatusOK, report)
	return nil
}

func isControl(r rune) bool { return r < ' ' || r == 0x7f }

// healthz says whether the store can be read.
func (s *Server) healthz(w http.ResponseWriter, _ *http.Request) error {
	if err := s.store.open(func(*store.Store) error { return nil }); err != nil {
		return err
	}
	writeJSON(w, http.StatusOK, map[string]string{"status": "ok"})
	return nil
}
