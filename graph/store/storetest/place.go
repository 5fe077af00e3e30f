// Package storetest gives tests a place for a store of each backend. It starts the
// servers that this needs, where they are installed, and stops them when the test's
// process ends.
package storetest

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"sync"
	"sync/atomic"
	"testing"
)

// Variables of the environment that name a server, in which the tests make schemas or
// databases of their own, instead of one that they start: postgres://user@host/database
// and mysql://user@host:3306/.
const (
	PostgresEnv = "COUNTERCLAIM_TEST_POSTGRES"
	MySQLEnv    = "COUNTERCLAIM_TEST_MYSQL"
)

// Place returns where a test keeps a store of its own: a path or, on a server, an
// address. It skips the test where there is no such server.
func Place(tb testing.TB, backend string) string {
	tb.Helper()
	path, err := Find(tb, backend)
	skipWithout(tb, err)
	return path
}

// skipWithout skips the test where the error is that a server is not installed. On a
// machine for CI it must be.
func skipWithout(tb testing.TB, err error) {
	tb.Helper()
	switch {
	case err == nil:
	case errors.Is(err, errAbsent) && os.Getenv("CI") != "true":
		tb.Skip(err)
	default:
		tb.Fatal(err)
	}
}

// Find is Place for who goes on without.
func Find(tb testing.TB, backend string) (string, error) {
	switch backend {
	case "postgres", "mysql":
		path, err := OnServer(backend)
		if !errors.Is(err, errAbsent) {
			skipWithout(tb, err)
		}
		return path, err
	}
	return filepath.Join(tb.TempDir(), "store.db"), nil
}

// OnServer is Find for a backend on a server.
func OnServer(backend string) (string, error) {
	if backend == "postgres" {
		return on(postgresOfAll())
	}
	return on(mysqlOfAll())
}

func on(s *Server, err error) (string, error) {
	if err != nil {
		return "", err
	}
	return s.Place()
}

// errAbsent is why a test is skipped.
var errAbsent = errors.New("is not installed; apt-get install postgresql mariadb-server galera-4, or name one")

// The servers that serve all tests of a process. They do not wait for the disk.
var (
	postgresOfAll = sync.OnceValues(func() (*Server, error) {
		if address := os.Getenv(PostgresEnv); address != "" {
			return &Server{Address: address, place: postgresPlace}, nil
		}
		return startPostgres("fsync=off", "full_page_writes=off")
	})
	mysqlOfAll = sync.OnceValues(func() (*Server, error) {
		if address := os.Getenv(MySQLEnv); address != "" {
			return &Server{Address: address, place: mysqlPlace}, nil
		}
		return startMariaDB("--innodb-flush-log-at-trx-commit=0", "--innodb-doublewrite=0")
	})
)

// Postgres and MariaDB return a server for this test alone, with those settings. They
// skip the test where none is installed.
func Postgres(tb testing.TB, settings ...string) *Server {
	tb.Helper()
	return ownServer(tb, func() (*Server, error) { return startPostgres(settings...) })
}

func MariaDB(tb testing.TB, settings ...string) *Server {
	tb.Helper()
	return ownServer(tb, func() (*Server, error) { return startMariaDB(settings...) })
}

func ownServer(tb testing.TB, start func() (*Server, error)) *Server {
	tb.Helper()
	s, err := start()
	skipWithout(tb, err)
	tb.Cleanup(func() {
		s.Stop("KILL")
		os.RemoveAll(s.Folder)
	})
	return s
}

var names atomic.Int64

// newName returns a name that no other test has.
func newName() string { return fmt.Sprintf("counterclaim_%d_%d", os.Getpid(), names.Add(1)) }
