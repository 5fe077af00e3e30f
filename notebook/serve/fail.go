package serve

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"strconv"
	"time"
)

// A failure is an error with its answer.
type failure struct {
	status  int
	err     error
	again   time.Duration // after which the request may be sent again, 0 where that would not help
	printed string        // by a script
}

func (f *failure) Error() string { return f.err.Error() }

func (f *failure) Unwrap() error { return f.err }

func statusError(status int, text string) error {
	return &failure{status: status, err: errors.New(text)}
}

// wrong is an error in the words of the request.
func wrong(err error) error { return &failure{status: http.StatusBadRequest, err: err} }

func wrongf(format string, args ...any) error { return wrong(fmt.Errorf(format, args...)) }

// late gives an error of a run its status where the time was up.
func late(err error) error {
	if errors.Is(err, context.DeadlineExceeded) {
		return &failure{status: http.StatusGatewayTimeout, err: err}
	}
	return err
}

// closedRequest is the status in the log where the client has gone; nobody reads it.
const closedRequest = 499

// An errorBody is the one form of all errors.
type errorBody struct {
	Status  int    `json:"status"`
	Error   string `json:"error"`
	Printed string `json:"printed,omitempty"` // by a script, before it failed
	Request string `json:"request"`           // as the log has it
}

// fail answers with the error. An answer that has begun cannot be taken back.
func fail(w http.ResponseWriter, r *http.Request, err error) {
	var f *failure
	var tooLarge *http.MaxBytesError
	switch {
	case errors.As(err, &f):
	case r.Context().Err() != nil:
		f = &failure{status: closedRequest, err: err}
	case errors.As(err, &tooLarge):
		f = &failure{status: http.StatusRequestEntityTooLarge, err: fmt.Errorf("the body is larger than %d KB", tooLarge.Limit>>10)}
	default:
		f = &failure{status: http.StatusInternalServerError, err: err}
	}
	note(r, f.err)
	if f.again > 0 {
		w.Header().Set("Retry-After", strconv.Itoa(int((f.again+time.Second-1)/time.Second)))
	}
	writeJSON(w, f.status, errorBody{f.status, f.Error(), f.printed, w.Header().Get(requestID)})
}

// writeJSON answers with a value. An error of writing is the client's, who has gone.
func writeJSON(w http.ResponseWriter, status int, v any) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	_ = e.Encode(v)
}
