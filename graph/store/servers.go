package store

import (
	"context"

	"counterclaim/graph/store/server"
)

// served is a store in a database on a server, to which other processes may write.
type served struct {
	db *server.DB
	// version is the number of updates when the writing began that now goes on.
	version int64
}

func openPostgres(address string, readOnly bool) (backend, error) {
	return onServer(server.OpenPostgres(address, readOnly))
}

func openMySQL(address string, readOnly bool) (backend, error) {
	return onServer(server.OpenMySQL(address, readOnly))
}

func onServer(db *server.DB, err error) (backend, error) {
	if err != nil {
		return nil, err
	}
	return &served{db: db}, nil
}

// begin comes before the reading on which an update rests. The update fails with
// server.ErrOvertaken where another process has written since.
func (s *served) begin(ctx context.Context) (err error) {
	s.version, err = s.db.Version(ctx)
	return err
}

func (s *served) view(fn func(*handle) error) error {
	return s.db.View(func(tx *server.Tx) error { return fn(&handle{qs: tx.Cayley(), sql: tx}) })
}

func (s *served) update(fn func(*handle) error) error {
	return s.db.Update(s.version, func(tx *server.Tx) error {
		return fn(&handle{qs: tx.Cayley(), sql: tx, write: adder{add: tx.Add}, remove: tx.Remove})
	})
}

func (s *served) close() error { return s.db.Close() }

// Shown returns a store's path as it may be shown: of an address without the password.
func Shown(path string) string { return server.Shown(path) }

// IsServer reports whether the backend keeps its graphs on a server, so that a store's path
// is an address.
func IsServer(backend string) bool { return backend == "postgres" || backend == "mysql" }
