package sandbox

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"counterclaim/notebook"
	"counterclaim/queries"
)

// A request goes from the parent to the child.
type request struct {
	Op     string        `json:"op"`  // run or interrupt
	Run    int           `json:"run"` // which run it is of, so that a late interrupt meets no other
	Source string        `json:"source,omitempty"`
	Rows   int           `json:"rows,omitempty"`
	Time   time.Duration `json:"time,omitempty"` // nanoseconds
}

// A response goes from the child to the parent: any number of outputs, then done.
type response struct {
	Op     string           `json:"op"` // output or done
	Run    int              `json:"run"`
	Output *notebook.Output `json:"output,omitempty"`
	Error  string           `json:"error,omitempty"` // of a run that is done
	Reason string           `json:"reason,omitempty"`
}

const (
	opRun       = "run"
	opInterrupt = "interrupt"
	opOutput    = "output"
	opDone      = "done"

	interrupted = "interrupted" // the reason of an error: the caller's context ended
	late        = "late"        // the reason of an error: the time was up
)

// Bounds of a line in bytes. A result has at most maxResult, see bounded.
const (
	maxRequest  = 16 << 20
	maxResponse = maxResult + 1<<20
)

func (r *request) limits() queries.Limits { return queries.Limits{Rows: r.Rows, Time: r.Time} }

func readRequest(line []byte) (request, error) {
	var r request
	if err := json.Unmarshal(line, &r); err != nil {
		return r, fmt.Errorf("a request that cannot be read: %w", err)
	}
	if r.Op != opRun && r.Op != opInterrupt {
		return r, fmt.Errorf("request %q; allowed are %s, %s", r.Op, opRun, opInterrupt)
	}
	if r.Rows < 0 || r.Time < 0 {
		return r, errors.New("a request with a limit below 0")
	}
	return r, nil
}

// readResponse reads a line of the child. A table comes back as the type that a session gives.
func readResponse(line []byte) (response, error) {
	var r response
	if err := json.Unmarshal(line, &r); err != nil {
		return r, fmt.Errorf("a response that cannot be read: %w", err)
	}
	switch r.Op {
	case opOutput:
		if r.Output == nil {
			return r, errors.New("a response without its output")
		}
		return r, restoreTable(r.Output)
	case opDone:
		return r, nil
	}
	return r, fmt.Errorf("response %q; allowed are %s, %s", r.Op, opOutput, opDone)
}

func restoreTable(o *notebook.Output) error {
	raw, ok := o.Data[notebook.JSON].(json.RawMessage)
	if !ok {
		return nil
	}
	var table notebook.Table
	if err := json.Unmarshal(raw, &table); err != nil {
		return fmt.Errorf("a table that cannot be read: %w", err)
	}
	o.Data[notebook.JSON] = table
	return nil
}

// line returns a message as a line, with its end.
func line(message any) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	err := e.Encode(message)
	return b.Bytes(), err
}
