package server

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"regexp"
	"strconv"
	"strings"

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

// OpenMySQL opens the graph in a database of MariaDB, mysql://user:password@host,host/database,
// as OpenPostgres does. Of several hosts, the nodes of a cluster, it stays with one for as long
// as that answers.
func OpenMySQL(address string, readOnly bool) (*DB, error) {
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
func (mariadb) refresh(context.Context, *Tx) error { return nil }

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
	case 1180: // a commit that failed; for want of a cluster, or of room on the disk
		return strings.Contains(err.Error(), "provider status")
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
