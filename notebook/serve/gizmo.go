package serve

import (
	"context"
	"errors"
	"net/http"
	"strings"

	"counterclaim/graph/store"
	"counterclaim/notebook"
	"counterclaim/notebook/sandbox"
	"counterclaim/queries"
)

// maxScript is how large a script may be with what stands around it, in bytes.
const maxScript = 1 << 20

// gizmo runs a script in a child that has run no other.
func (s *Server) gizmo(w http.ResponseWriter, r *http.Request) error {
	given, err := words(r)
	if err != nil {
		return err
	}
	format, err := takeFormat(given, r.Header.Get("Accept"))
	if err != nil {
		return err
	}
	var body struct {
		Script string `json:"script"`
		limited
	}
	if err := readBody(w, r, maxScript, &body); err != nil {
		return err
	}
	script := strings.TrimSpace(body.Script)
	if script == "" || strings.HasPrefix(script, "%") {
		return wrongf("script has to be a script in Gizmo; queries and pictures have paths of their own")
	}
	limits, err := s.limits(body.limited)
	if err != nil {
		return err
	}
	table, printed, err := s.script(r.Context(), body.Script, limits)
	if err != nil {
		return err
	}
	return writeTable(w, table, format, printed)
}

// script waits for its turn and runs the script.
func (s *Server) script(ctx context.Context, source string, limits queries.Limits) (table queries.Table, printed string, err error) {
	if err := s.scripts.enter(ctx, s.Limits.Time); err != nil {
		return table, "", err
	}
	defer s.scripts.leave()
	release, err := s.store.hold(ctx)
	if err != nil {
		return table, "", err
	}
	defer release()
	// The child opens the store itself; where that fails now, it is not the script's fault.
	if err := s.store.open(func(*store.Store) error { return nil }); err != nil {
		return table, "", err
	}
	var text strings.Builder
	err = s.pool.use(ctx, func(child *sandbox.Process) error {
		_, err := child.Run(ctx, source, limits, func(o notebook.Output) {
			text.WriteString(o.Text)
			if data, ok := o.Data[notebook.JSON].(notebook.Table); ok {
				table = asked(data)
			}
		})
		s.metrics.ran(err)
		return scriptFailure(err, text.String())
	})
	return table, text.String(), err
}

// asked returns the table as a query would.
func asked(t notebook.Table) queries.Table {
	out := queries.Table{Rows: t.Rows, Cut: t.Cut}
	for _, c := range t.Columns {
		out.Columns = append(out.Columns, queries.Column{Name: c.Name, Type: c.Type, Text: c.Text})
	}
	return out
}

// scriptFailure returns the answer for a script that failed, with what it printed. Each script
// has its own session, so that nothing is lost with a child.
func scriptFailure(err error, printed string) error {
	if err == nil || errors.Is(err, context.Canceled) {
		return err
	}
	out := failure{status: http.StatusBadRequest, err: err, printed: printed}
	if errors.Is(err, context.DeadlineExceeded) {
		out.status = http.StatusGatewayTimeout
	}
	if gone := (*sandbox.Gone)(nil); errors.As(err, &gone) {
		out.err = errors.New(gone.Why)
	}
	return &out
}
