package server

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"fmt"
	"io"
	"net"
	"strings"
)

// ErrOvertaken is what is wrong with an update that rests on what others have changed since.
var ErrOvertaken = errors.New("other processes were always first to write; try again when fewer of them load")

var errClosed = errors.New("the store is closed")

// outcome returns the error of what was done in a transaction. Cayley passes over those
// of some queries; that a query ended with its context matters to what is written alone.
func (d *DB) outcome(t *Tx, err error, reading bool) error {
	switch {
	case t.failed == nil, ended(err), reading && ended(t.failed):
		return err
	case err != nil && !d.gone(t.failed):
		return err
	}
	return t.failed
}

// ended reports that a context ended.
func ended(err error) bool {
	return errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded)
}

// explain says in the user's words that the store is closed or the server gone.
func (d *DB) explain(err error) error {
	switch {
	case err == nil:
		return nil
	case errors.Is(err, sql.ErrConnDone), err.Error() == "sql: database is closed":
		return errClosed
	case d.gone(err), d.conflict(err): // a cluster that waits for its other nodes tells readers of a lock
		return LostError{d.shown, err}
	}
	return err
}

// A LostError says that the server cannot be reached, or that the connection broke, in one
// line for the user. The same may well succeed a little later.
type LostError struct {
	shown string
	cause error
}

func (e LostError) Error() string {
	cause := strings.Join(strings.Fields(e.cause.Error()), " ")
	return fmt.Sprintf("no connection to the store at %s (%s); what was loaded is kept: see that the server runs, then give the same command again", e.shown, cause)
}

func (e LostError) Unwrap() error { return e.cause }

// connectionBroke reports an error of the network.
func connectionBroke(err error) bool {
	var network net.Error
	return !ended(err) && errors.As(err, &network) || errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) || errors.Is(err, driver.ErrBadConn)
}
