package server

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"strconv"
	"sync"

	"github.com/cayleygraph/cayley/clog"
	cayleygraph "github.com/cayleygraph/cayley/graph"
	csql "github.com/cayleygraph/cayley/graph/sql"
)

// This file has Cayley read through a transaction of ours. Cayley by itself opens
// the address of a database and reads each step of a query through a connection of
// its own, so that two steps may see different states. Here it opens a driver of
// ours, of which every connection is the one transaction.

// cayleyDriver finds the transactions that Cayley is to read through, by the address
// under which it opens them.
type cayleyDriver struct {
	mu   sync.Mutex
	last int
	open map[string]*Tx
}

var throughCayley = &cayleyDriver{open: map[string]*Tx{}}

const cayleyDriverName = "counterclaim"

// registerCayley tells database/sql of the driver and Cayley of the servers; neither
// has another way to be told.
var registerCayley = sync.OnceFunc(func() {
	sql.Register(cayleyDriverName, throughCayley)
	for kind, dialect := range map[string]csql.QueryDialect{postgresKind: postgresDialect, mysqlKind: mysqlDialect} {
		csql.Register(kind, csql.Registration{
			Driver:               cayleyDriverName,
			QueryDialect:         dialect,
			NoOffsetWithoutLimit: kind == mysqlKind,
			// The row that is kept beside the tables knows their sizes.
			Estimated: func(table string) string { return "SELECT " + table + " FROM counterclaim" },
		})
	}
	clog.SetLogger(nil) // what it would log, the transaction keeps
})

// openCayley returns Cayley's reading of the transaction, which the caller closes.
func openCayley(kind string, t *Tx) (cayleygraph.QuadStore, error) {
	address := throughCayley.add(t)
	defer throughCayley.drop(address)
	return csql.New(kind, address, nil)
}

func (d *cayleyDriver) add(t *Tx) string {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.last++
	address := strconv.Itoa(d.last)
	d.open[address] = t
	return address
}

func (d *cayleyDriver) drop(address string) {
	d.mu.Lock()
	defer d.mu.Unlock()
	delete(d.open, address)
}

// OpenConnector keeps the transaction, which Open would have to look for each time.
func (d *cayleyDriver) OpenConnector(address string) (driver.Connector, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	t := d.open[address]
	if t == nil {
		return nil, errors.New("no such transaction")
	}
	return cayleyConn{t}, nil
}

func (d *cayleyDriver) Open(address string) (driver.Conn, error) {
	c, err := d.OpenConnector(address)
	if err != nil {
		return nil, err
	}
	return c.Connect(context.Background())
}

// A cayleyConn is one of the connections on which Cayley reads, and what makes them.
type cayleyConn struct{ *Tx }

func (c cayleyConn) Connect(context.Context) (driver.Conn, error) { return c, nil }

func (c cayleyConn) Driver() driver.Driver { return throughCayley }

func (c cayleyConn) Close() error { return nil }

func (c cayleyConn) QueryContext(ctx context.Context, text string, named []driver.NamedValue) (driver.Rows, error) {
	args := make([]any, len(named))
	for i, n := range named {
		args[i] = n.Value
	}
	return c.read(ctx, text, args)
}

var errCayleyWrites = errors.New("nothing is written through Cayley")

func (c cayleyConn) Prepare(string) (driver.Stmt, error) { return nil, errCayleyWrites }

func (c cayleyConn) Begin() (driver.Tx, error) { return nil, errCayleyWrites }
