package serve

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"runtime"
	"time"

	"counterclaim/notebook"
	"counterclaim/queries"
)

// A Server answers over HTTP. Set the fields and call Serve, once.
type Server struct {
	Read    notebook.Reader // opens the store, for each request anew, so that others can load between them
	Token   string          // what a request has to show
	Hosts   []string        // names by which it may be called, besides localhost and addresses
	Limits  queries.Limits  // the most that a request may ask for; both have to be set
	Sandbox []string        // the command that sandbox.Start starts
	Memory  int64           // of a script, in bytes
	Scripts int             // how many run at once, 1 and more
	Log     *slog.Logger    // has a line for each request

	// Load reads a file of that name into the store and returns a report for JSON. It is
	// called while no request reads. An error of the file is a BadFile, that of a store which
	// another process has open is Busy. nil allows no loading.
	Load func(ctx context.Context, name string, content []byte) (report any, err error)

	store   *shared
	queries *gate
	scripts *gate
	pool    *pool
	metrics *metrics
}

// A BadFile error says what is wrong with a file that Load was given.
type BadFile struct{ Err error }

func (b BadFile) Error() string { return b.Err.Error() }

func (b BadFile) Unwrap() error { return b.Err }

// A Busy error says that the store cannot be changed just now.
type Busy struct{ Err error }

func (b Busy) Error() string { return b.Err.Error() }

func (b Busy) Unwrap() error { return b.Err }

// waiting is how many requests of a kind may wait for those that run.
const waiting = 256

// patience is how long requests that run may go on when the server is told to end.
const patience = 10 * time.Second

// Serve answers on the listener until ctx ends; then it takes no more requests, gives those
// that run ten seconds, ends the children and closes the listener.
func (s *Server) Serve(ctx context.Context, l net.Listener) error {
	s.store = newShared(s.Read)
	s.queries = newGate(2*runtime.GOMAXPROCS(0), waiting)
	s.scripts = newGate(s.Scripts, waiting)
	s.pool = newPool(s.Scripts, s.Sandbox, s.Memory)
	defer s.pool.close()
	s.metrics = newMetrics(s)
	server := s.http()
	ended := make(chan error, 1)
	go func() { ended <- server.Serve(l) }()
	select {
	case err := <-ended:
		return fmt.Errorf("serve: %w", err)
	case <-ctx.Done():
	}
	grace, cancel := context.WithTimeout(context.WithoutCancel(ctx), patience)
	defer cancel()
	err := server.Shutdown(grace)
	if errors.Is(err, context.DeadlineExceeded) {
		err = server.Close()
	}
	return err
}

// http returns the server with its bounds of time and size. Those of a body are its handler's.
func (s *Server) http() *http.Server {
	const send, slack = 15 * time.Second, 5 * time.Second
	return &http.Server{
		Handler:           s.handler(),
		ReadHeaderTimeout: 5 * time.Second,
		ReadTimeout:       send,
		WriteTimeout:      send + 2*s.Limits.Time + slack, // it waits for others as long as it may run
		IdleTimeout:       time.Minute,
		MaxHeaderBytes:    16 << 10,
		ErrorLog:          slog.NewLogLogger(s.Log.Handler(), slog.LevelWarn),
	}
}
