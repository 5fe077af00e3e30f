package page

import (
	"encoding/json"
	"net/http"
	"sync"

	"counterclaim/notebook"
)

// A running is the runner of one notebook, begun with its first cell.
type running struct {
	sync.Mutex // held while a cell runs; the next one waits
	runner     Runner
}

func (r *running) close() error {
	r.Lock()
	defer r.Unlock()
	if r.runner == nil {
		return nil
	}
	err := r.runner.Close()
	r.runner = nil
	return err
}

// runningOf returns the runner of a notebook.
func (s *Server) runningOf(file string) *running {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.runners[file] == nil {
		s.runners[file] = &running{}
	}
	return s.runners[file]
}

// run runs a cell and writes what it gives as it comes: one JSON object a line, an output
// under "output" or, at the end, the turn of the cell under "done". A caller that goes away
// interrupts the cell; that is what the stop button does.
func (s *Server) run(w http.ResponseWriter, r *http.Request) {
	var asked struct {
		File, Source string
		Rows         int
	}
	if err := body(r, &asked); err != nil {
		fail(w, err)
		return
	}
	limits := cellLimits
	if asked.Rows > 0 {
		limits.Rows = asked.Rows
	}
	running := s.runningOf(asked.File)
	running.Lock()
	defer running.Unlock()
	if running.runner == nil {
		var err error
		if running.runner, err = s.start(); err != nil {
			fail(w, err)
			return
		}
	}
	w.Header().Set("Content-Type", "application/x-ndjson")
	lines := &lines{w: w}
	// The error is among the outputs.
	count, _ := running.runner.Run(r.Context(), asked.Source, limits, func(o notebook.Output) { lines.write("output", o) })
	lines.write("done", count)
}

// lines writes values, each as one line at once.
type lines struct {
	sync.Mutex
	w http.ResponseWriter
}

func (l *lines) write(key string, value any) {
	l.Lock()
	defer l.Unlock()
	if err := json.NewEncoder(l.w).Encode(map[string]any{key: value}); err != nil {
		return // the page is gone, which ends the cell
	}
	http.NewResponseController(l.w).Flush()
}

// restart ends the runner of a notebook, with its variables.
func (s *Server) restart(r *http.Request) (any, error) {
	var asked struct{ File string }
	if err := body(r, &asked); err != nil {
		return nil, err
	}
	return map[string]bool{"restarted": true}, s.runningOf(asked.File).close()
}
