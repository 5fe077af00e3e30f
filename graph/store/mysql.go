package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"net"
	"net/url"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync/atomic"

	csql "github.com/cayleygraph/cayley/graph/sql"
	driver "github.com/go-sql-driver/mysql"
)

// mariadb is a server that speaks MySQL's protocol: MariaDB, alone or as a Galera
// cluster, of which the address may name several nodes.
type mariadb struct{}

const mysqlKind = "counterclaim-mysql"

var mysqlDialect = csql.QueryDialect{
	RegexpOp:    "REGEXP",
	FieldQuote:  func(name string) string { return "`" + strings.ReplaceAll(name, "`", "``") + "`" },
	Placeholder: func(int) string { return "?" },
}

// openMySQL opens the store in a database, mysql://user:password@host,host/database.
func openMySQL(address string, readOnly bool) (backend, error) {
	config, hosts, err := mysqlConfig(address)
	if err != nil {
		return nil, err
	}
	next := &nextHost{hosts: hosts}
	config.Net = "tcp"
	config.DialFunc = next.dial
	connector, err := driver.NewConnector(config)
	if err != nil {
		return nil, fmt.Errorf("open store %s: the address cannot be read", Shown(address))
	}
	db := sql.OpenDB(connector)
	return openSQL(db, mariadb{}, Shown(address), readOnly)
}

// mysqlConfig reads an address into what the driver wants, and the hosts.
func mysqlConfig(address string) (*driver.Config, []string, error) {
	const wanted = "the store of backend mysql is an address, as mysql://user:password@host:3306/database; several hosts of a cluster stand with commas between"
	rest, found := strings.CutPrefix(address, "mysql://")
	login, rest, named := cutLast(rest, "@")
	if !named {
		login, rest = "", login
	}
	list, rest, _ := strings.Cut(rest, "/")
	name, query, _ := strings.Cut(rest, "?")
	if !found || list == "" || name == "" {
		return nil, nil, errors.New(wanted)
	}
	// The driver's own form has the same parameters behind the question mark.
	config, err := driver.ParseDSN("tcp(" + "host" + ")/?" + query)
	if err != nil {
		return nil, nil, errors.New(wanted)
	}
	user, password, _ := strings.Cut(login, ":")
	var errs [3]error
	config.User, errs[0] = url.PathUnescape(user)
	config.Passwd, errs[1] = url.PathUnescape(password)
	config.DBName, errs[2] = url.PathUnescape(name)
	if errors.Join(errs[:]...) != nil {
		return nil, nil, errors.New(wanted)
	}
	config.InterpolateParams = true // one round trip a query, not two
	config.ParseTime = true
	config.RejectReadOnly = true        // another node may take writes
	config.Logger = &driver.NopLogger{} // what it would log, we return
	if config.Params == nil {
		config.Params = map[string]string{}
	}
	// On a node of a cluster a reader waits for what other nodes have committed. To
	// servers other than MariaDB this is a comment.
	config.Params["/*M! wsrep_sync_wait = 1, */ autocommit"] = "1"
	hosts := strings.Split(list, ",")
	for i, h := range hosts {
		if _, _, err := net.SplitHostPort(h); err != nil {
			hosts[i] = net.JoinHostPort(h, "3306")
		}
	}
	return config, hosts, nil
}

func cutLast(s, sep string) (before, after string, found bool) {
	if i := strings.LastIndex(s, sep); i >= 0 {
		return s[:i], s[i+len(sep):], true
	}
	return s, "", false
}

// nextHost connects to the hosts in turn, staying with one for as long as it answers.
type nextHost struct {
	hosts []string
	at    atomic.Uint64
}

func (n *nextHost) dial(ctx context.Context, network, _ string) (conn net.Conn, err error) {
	var dialer net.Dialer
	for range n.hosts {
		at := n.at.Load()
		if conn, err = dialer.DialContext(ctx, network, n.hosts[at%uint64(len(n.hosts))]); err == nil {
			return conn, nil
		}
		n.at.CompareAndSwap(at, at+1)
	}
	return nil, err
}

func (mariadb) kind() string { return mysqlKind }

// text quotes the names that Cayley leaves bare: a script's tag may be a word of SQL.
func (mariadb) text(cayleys string) string { return bareName.ReplaceAllString(cayleys, " AS `$1`") }

var bareName = regexp.MustCompile(` AS ([a-z_][a-z_0-9]*)\b`)

// mysqlTables are those of postgres. The quads are kept in the order of their key.
var mysqlTables = []string{
	`CREATE TABLE IF NOT EXISTS nodes (
	hash BINARY(20) PRIMARY KEY,
	refs BIGINT NOT NULL,
	value LONGBLOB,
	value_string LONGTEXT,
	datatype TEXT,
	language TEXT,
	iri BOOLEAN,
	bnode BOOLEAN,
	value_int BIGINT,
	value_bool BOOLEAN,
	value_float DOUBLE PRECISION,
	value_time DATETIME(6)
) ENGINE=InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin`,
	`CREATE TABLE IF NOT EXISTS quads (
	subject_hash BINARY(20) NOT NULL,
	predicate_hash BINARY(20) NOT NULL,
	object_hash BINARY(20) NOT NULL,
	label_hash BINARY(20) NOT NULL,
	PRIMARY KEY (subject_hash, predicate_hash, object_hash, label_hash),
	KEY quads_into (object_hash, predicate_hash, subject_hash),
	KEY quads_label (label_hash)
) ENGINE=InnoDB`,
	`CREATE TABLE IF NOT EXISTS counterclaim (layout INT PRIMARY KEY, version BIGINT NOT NULL, quads BIGINT NOT NULL, nodes BIGINT NOT NULL, looked_at BIGINT NOT NULL) ENGINE=InnoDB`,
	`INSERT IGNORE INTO counterclaim VALUES (` + strconv.Itoa(sqlLayout) + `, 0, 0, 0, 1000)`,
}

func (mariadb) create(ctx context.Context, db *sql.DB) error {
	for _, text := range mysqlTables {
		if _, err := db.ExecContext(ctx, text); err != nil {
			return err
		}
	}
	return nil
}

func (mariadb) bind(text string) string { return text }

func (mariadb) among(column string, hashes [][]byte) (string, []any) {
	args := make([]any, len(hashes))
	for i, h := range hashes {
		args[i] = h
	}
	return column + " IN (" + strings.Repeat(",?", len(hashes))[1:] + ")", args
}

// refresh leaves it to InnoDB, which looks anew after each tenth of growth; to have it
// look now would end the transaction.
func (mariadb) refresh(context.Context, *sqlTx) error { return nil }

// insertMany writes rows of so many columns each, a few hundred in a statement.
func insertMany(ctx context.Context, t *sqlTx, begin, end string, columns, n int, row func(i int) ([]any, error)) error {
	const mostRows, mostBytes = 1000, 4 << 20
	places := ",(" + strings.Repeat(",?", columns)[1:] + ")"
	var args []any
	rows, size := 0, 0
	for i := range n {
		values, err := row(i)
		if err != nil {
			return err
		}
		args = append(args, values...)
		rows++
		for _, v := range values {
			if text, ok := v.(string); ok {
				size += len(text)
			}
		}
		if rows < mostRows && size < mostBytes && i < n-1 {
			continue
		}
		if _, err := t.exec(ctx, begin+strings.Repeat(places, rows)[1:]+end, args...); err != nil {
			return err
		}
		args, rows, size = args[:0], 0, 0
	}
	return nil
}

func (mariadb) copyQuads(ctx context.Context, t *sqlTx, quads []sqlQuad) error {
	row := make([]any, len(quadColumns))
	return insertMany(ctx, t, "INSERT INTO quads ("+strings.Join(quadColumns, ", ")+") VALUES ", "", len(row), len(quads), func(i int) ([]any, error) {
		for j := range row {
			row[j] = quads[i][j][:]
		}
		return row, nil
	})
}

func (mariadb) copyNodes(ctx context.Context, t *sqlTx, nodes []*sqlNode) error {
	row := make([]any, len(nodeColumns))
	return insertMany(ctx, t, "INSERT INTO nodes ("+strings.Join(nodeColumns, ", ")+") VALUES ", "", len(row), len(nodes), func(i int) ([]any, error) {
		return row, nodeRow(nodes[i], row)
	})
}

func (mariadb) countUses(ctx context.Context, t *sqlTx, nodes []*sqlNode) error {
	return insertMany(ctx, t, "INSERT INTO nodes (hash, refs) VALUES ", " ON DUPLICATE KEY UPDATE refs = refs + VALUES(refs)", 2, len(nodes), func(i int) ([]any, error) {
		return []any{nodes[i].hash[:], nodes[i].uses}, nil
	})
}

// deleteQuads names the quads one by one: the server finds them by the key so, and by
// a list of all it would not.
func (mariadb) deleteQuads(ctx context.Context, t *sqlTx, quads []sqlQuad) (gone int64, err error) {
	const most = 200
	one := " OR subject_hash = ? AND predicate_hash = ? AND object_hash = ? AND label_hash = ?"
	for part := range slices.Chunk(quads, most) {
		var args []any
		for i := range part {
			for j := range part[i] {
				args = append(args, part[i][j][:])
			}
		}
		n, err := t.exec(ctx, "DELETE FROM quads WHERE"+strings.Repeat(one, len(part))[len(" OR"):], args...)
		if err != nil {
			return 0, err
		}
		gone += n
	}
	return gone, nil
}

func (mariadb) missing(err error) bool { return mysqlCode(err) == 1146 }

// conflict is a deadlock, as a cluster calls it too where two nodes wrote to the same
// row, or a lock that was waited for too long.
func (mariadb) conflict(err error) bool {
	code := mysqlCode(err)
	return code == 1213 || code == 1205
}

// gone reports that the server is away or shuts down, or that its cluster is not ready.
func (mariadb) gone(err error) bool {
	switch mysqlCode(err) {
	case 0:
		return errors.Is(err, driver.ErrInvalidConn) || connectionBroke(err)
	case 1047, 1053, 1152, 1158, 1159, 1160, 1161, 1927, 4031:
		return true
	}
	return false
}

func mysqlCode(err error) uint16 {
	var e *driver.MySQLError
	if errors.As(err, &e) {
		return e.Number
	}
	return 0
}
