// Package page serves notebooks to a browser on the same machine: cells, the contrasts
// that they find with the words behind them, and the files in one folder.
//
//	s, err := page.New(folder, read, start)
//	defer s.Close()
//	fmt.Println(s.Address("http://" + listener.Addr().String(), ""))
//	err = http.Serve(listener, s)
//
// The page itself (src, bundled into dist by "go generate") is in the binary and fetches
// nothing from elsewhere. Whoever opens it needs the token that Address has; a page of
// another site can do nothing, see guard.go. Texts of articles and results reach the page
// as JSON and become text there, never markup.
package page

import (
	"context"
	"embed"
	"encoding/json"
	"errors"
	"io"
	"io/fs"
	"net/http"
	"os"
	"strings"
	"sync"
	"time"

	"counterclaim/notebook"
	"counterclaim/queries"
)

//go:generate npm ci --silent --no-audit --no-fund
//go:generate go tool esbuild src/main.jsx --bundle --minify --format=esm --target=es2022 --jsx=automatic --jsx-import-source=preact --outfile=dist/app.js --log-level=warning
//go:generate go tool esbuild src/style.css --minify --outfile=dist/app.css --log-level=warning
//go:generate sh -c "sh licences.sh > dist/licences.txt"

//go:embed index.html dist
var assets embed.FS

// A Runner runs the code cells of one notebook, one at a time, as notebook.Session does.
type Runner interface {
	Run(ctx context.Context, source string, limits queries.Limits, out func(notebook.Output)) (int, error)
	Close() error
}

// limits of what the page asks; a person reads it.
var (
	cellLimits = queries.Limits{Rows: 1000, Time: time.Minute}
	viewLimits = queries.Limits{Rows: 2000, Time: 30 * time.Second}
)

// A Server is the http.Handler of the page. It may be used from several goroutines.
type Server struct {
	guard
	folder *os.Root
	read   notebook.Reader
	start  func() (Runner, error)

	mu      sync.Mutex
	runners map[string]*running // by the notebook's file
}

// New returns a server of the notebooks in the folder. Each notebook that runs a cell has
// a runner of its own from start. The caller closes the server, which closes these.
func New(folder string, read notebook.Reader, start func() (Runner, error)) (*Server, error) {
	root, err := os.OpenRoot(folder)
	if err != nil {
		return nil, err
	}
	s := &Server{folder: root, read: read, start: start, runners: map[string]*running{}}
	s.guard = newGuard(s.routes())
	return s, nil
}

// Close ends what runs.
func (s *Server) Close() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	errs := []error{s.folder.Close()}
	for _, r := range s.runners {
		errs = append(errs, r.close())
	}
	return errors.Join(errs...)
}

func (s *Server) routes() http.Handler {
	mux := http.NewServeMux()
	bundled, _ := fs.Sub(assets, "dist") // the folder is embedded
	mux.Handle("GET /assets/", http.StripPrefix("/assets/", http.FileServerFS(bundled)))
	for _, path := range []string{"GET /{$}", "GET /n/{file...}", "GET /contrasts", "GET /document/{id}"} {
		mux.HandleFunc(path, func(w http.ResponseWriter, r *http.Request) { http.ServeFileFS(w, r, assets, "index.html") })
	}
	for path, handle := range map[string]func(*http.Request) (any, error){
		"GET /api/files":             s.files,
		"POST /api/files/{file...}":  s.create,
		"GET /api/file/{file...}":    s.open,
		"PUT /api/file/{file...}":    s.save,
		"POST /api/restart":          s.restart,
		"POST /api/complete":         s.complete,
		"POST /api/inspect":          s.inspect,
		"GET /api/stats":             s.stats,
		"GET /api/vocabulary":        s.vocabulary,
		"POST /api/markdown":         s.markdown,
		"GET /api/selection":         s.selection,
		"GET /api/statement/{id...}": s.statement,
		"GET /api/document/{id}":     s.document,
		"GET /api/values/{param}":    s.values,
		"GET /api/node/{id...}":      s.node,
	} {
		mux.HandleFunc(path, func(w http.ResponseWriter, r *http.Request) { answer(w, r, handle) })
	}
	mux.HandleFunc("POST /api/run", s.run)
	mux.HandleFunc("GET /api/plot/{kind}", s.plot)
	mux.HandleFunc("GET /api/export/{format}", s.export)
	return mux
}

// answer writes what handle returns as JSON.
func answer(w http.ResponseWriter, r *http.Request, handle func(*http.Request) (any, error)) {
	value, err := handle(r)
	if err != nil {
		fail(w, err)
		return
	}
	w.Header().Set("Content-Type", "application/json")
	if err := json.NewEncoder(w).Encode(value); err != nil {
		fail(w, err)
	}
}

// A refusal is an error with the status that tells of it.
type refusal struct {
	status int
	error
}

func (r refusal) Unwrap() error { return r.error }

// fail writes an error; one without a status is the caller's.
func fail(w http.ResponseWriter, err error) {
	status := http.StatusBadRequest
	refused, tooLarge := refusal{}, (*http.MaxBytesError)(nil)
	switch {
	case errors.As(err, &refused):
		status = refused.status
	case errors.As(err, &tooLarge):
		status = http.StatusRequestEntityTooLarge
	case errors.Is(err, fs.ErrNotExist):
		status = http.StatusNotFound
	}
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	json.NewEncoder(w).Encode(map[string]string{"error": err.Error()})
}

// body reads the request's JSON into v.
func body(r *http.Request, v any) error {
	src, err := io.ReadAll(r.Body)
	if err == nil {
		err = json.Unmarshal(src, v)
	}
	return err
}

// conditions returns the parameters of the address.
func conditions(r *http.Request) map[string]string {
	given := map[string]string{}
	for name, values := range r.URL.Query() {
		if value := strings.TrimSpace(values[0]); value != "" {
			given[name] = value
		}
	}
	return given
}
