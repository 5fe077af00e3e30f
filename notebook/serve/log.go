package serve

import (
	"cmp"
	"context"
	"crypto/rand"
	"fmt"
	"log/slog"
	"net/http"
	"runtime/debug"
	"time"
)

// requestID is the header by which an answer can be found in the log.
const requestID = "X-Request-Id"

// A noted request is one whose log line is in the making.
type noted struct {
	http.ResponseWriter
	status int
	bytes  int64
	err    error
}

type notedKey struct{}

// note keeps the error for the log.
func note(r *http.Request, err error) {
	if n, ok := r.Context().Value(notedKey{}).(*noted); ok {
		n.err = err
	}
}

func (n *noted) WriteHeader(status int) {
	n.status = cmp.Or(n.status, status)
	n.ResponseWriter.WriteHeader(status)
}

func (n *noted) Write(p []byte) (int, error) {
	n.status = cmp.Or(n.status, http.StatusOK)
	written, err := n.ResponseWriter.Write(p)
	n.bytes += int64(written)
	return written, err
}

// Unwrap is for http.ResponseController.
func (n *noted) Unwrap() http.ResponseWriter { return n.ResponseWriter }

// logged writes a line for each request: its path without the parameters behind it. A handler that panics gives an error to its client alone.
func (s *Server) logged(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		begun, n := time.Now(), &noted{ResponseWriter: w}
		id := rand.Text()
		w.Header().Set(requestID, id)
		r = r.WithContext(context.WithValue(r.Context(), notedKey{}, n))
		defer func() {
			if p := recover(); p != nil {
				s.Log.Error("panic", "request", id, "panic", fmt.Sprint(p), "stack", string(debug.Stack()))
				if n.status == 0 {
					fail(n, r, statusError(http.StatusInternalServerError, "the server failed; its log says how"))
				}
			}
			took := time.Since(begun)
			s.metrics.answered(cmp.Or(r.Pattern, "none"), n.status, took)
			attributes := []any{"request", id, "method", r.Method, "path", r.URL.Path, "status", n.status, "bytes", n.bytes, "ms", took.Milliseconds(), "from", r.RemoteAddr}
			if n.err != nil {
				attributes = append(attributes, "error", n.err.Error())
			}
			s.Log.Log(r.Context(), level(n.status), "request", attributes...)
		}()
		next.ServeHTTP(n, r)
	})
}

func level(status int) slog.Level {
	if status >= http.StatusInternalServerError {
		return slog.LevelWarn
	}
	return slog.LevelInfo
}
