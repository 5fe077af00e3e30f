package serve

import (
	"fmt"
	"net/http"
)

// api is where all paths begin.
const api = "/api/v1"

// A route is a method and path with what answers it. What a handler returns as an error
// becomes the answer, see fail.
type route struct {
	method, path string // the path without api
	open         bool   // needs no token
	handle       func(http.ResponseWriter, *http.Request) error
	says         string         // one sentence, for openapi.json
	operation    map[string]any // what else openapi.json says; where it is nil, the path is left to queryPaths
}

func (s *Server) routes() []route {
	all := []route{
		{"GET", "/healthz", true, s.healthz, "Whether the server answers and can read the store.", answers("application/json", object())},
		{"GET", "/metrics", false, s.metrics.serve, "What was asked and how long it took, for Prometheus.", answers("text/plain", nil)},
		{"GET", "/openapi.json", false, s.openapi, "This description.", answers("application/json", object())},
		{"GET", "/queries", false, s.listQueries, "The queries, each with its parameters and columns.", answers("application/json", listSchema())},
		{"GET", "/queries/{name}", false, s.getQuery, "", nil},
		{"POST", "/queries/{name}", false, s.postQuery, "", nil},
		{"POST", "/gizmo", false, s.gizmo, "Runs a script in Gizmo, in a process of its own.", scriptOperation()},
		{"GET", "/statements/{id...}", false, s.statement, "A statement: its words, its source and what it is set against.", node("st:", statementSchema())},
		{"GET", "/documents/{id}", false, s.document, "A document with its text and its statements.", node("doc:", documentSchema())},
		{"GET", "/contrasts/{id}", false, s.contrast, "A contrast with its two statements and its reasons.", node("contrast:", contrastSchema())},
		{"GET", "/plots/{kind}", false, s.plot, "A picture of the statements that meet the conditions, as SVG.", plotOperation()},
	}
	if s.Load != nil {
		all = append(all, route{"POST", "/documents", false, s.load, "Reads an article or a hand-coded file into the store.", loadOperation()})
	}
	return all
}

// handler returns what answers all requests.
func (s *Server) handler() http.Handler {
	mux := http.NewServeMux()
	for _, r := range s.routes() {
		mux.HandleFunc(r.method+" "+api+r.path, func(w http.ResponseWriter, q *http.Request) {
			if !r.open && !s.authorised(q) {
				w.Header().Set("WWW-Authenticate", "Bearer")
				fail(w, q, statusError(http.StatusUnauthorized, "no token, or a wrong one; send the header Authorization: Bearer TOKEN with the one that the server printed"))
				return
			}
			if err := r.handle(w, q); err != nil {
				fail(w, q, err)
			}
		})
	}
	return s.logged(s.guarded(plainErrors(mux)))
}

// plainErrors has the mux's own errors in our form.
func plainErrors(mux *http.ServeMux) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if _, pattern := mux.Handler(r); pattern != "" {
			mux.ServeHTTP(w, r)
			return
		}
		refusal := &refusing{header: http.Header{}}
		mux.ServeHTTP(refusal, r)
		switch {
		case refusal.status == http.StatusMethodNotAllowed:
			w.Header().Set("Allow", refusal.header.Get("Allow"))
			fail(w, r, statusError(refusal.status, fmt.Sprintf("%s is not allowed here; allowed are %s", r.Method, refusal.header.Get("Allow"))))
		default:
			fail(w, r, statusError(http.StatusNotFound, fmt.Sprintf("nothing at %s; %s/openapi.json lists what there is", r.URL.Path, api)))
		}
	})
}

// refusing keeps what the mux would answer.
type refusing struct {
	header http.Header
	status int
}

func (r *refusing) Header() http.Header         { return r.header }
func (r *refusing) Write(p []byte) (int, error) { return len(p), nil }
func (r *refusing) WriteHeader(status int)      { r.status = status }
