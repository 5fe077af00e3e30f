package server

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"net/url"
	"strconv"
	"strings"

	csql "github.com/cayleygraph/cayley/graph/sql"
	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"
	"github.com/jackc/pgx/v5/stdlib"
)

// postgres is a PostgreSQL server, of version 12 or later.
type postgres struct{}

const postgresKind = "counterclaim-postgres"

var postgresDialect = csql.QueryDialect{
	RegexpOp:    "~",
	FieldQuote:  func(name string) string { return pgx.Identifier{name}.Sanitize() },
	Placeholder: func(n int) string { return "$" + strconv.Itoa(n) },
}

// OpenPostgres opens the graph in a database of PostgreSQL, postgres://user@host/database.
// What the address leaves out comes from the PG* variables and ~/.pgpass. Tables are made
// where there are none; with readOnly that is an error, and so is for both an address that
// cannot be read, another layout and, as a LostError, a server that is away. Errors tell the
// user what to do, and no password. The caller closes the DB.
func OpenPostgres(address string, readOnly bool) (*DB, error) {
	u, err := url.Parse(address)
	if err != nil || u.Scheme != "postgres" && u.Scheme != "postgresql" {
		return nil, errors.New("the store of backend postgres is an address, as postgres://user@host/database; the password may stand in it, in PGPASSWORD or in ~/.pgpass")
	}
	config, err := pgx.ParseConfig(address)
	if err != nil {
		return nil, fmt.Errorf("open store %s: the address cannot be read", Shown(address))
	}
	// Compiling a query pays where it runs for seconds; ours are many and short.
	config.RuntimeParams["jit"] = "off"
	if config.RuntimeParams["application_name"] == "" {
		config.RuntimeParams["application_name"] = "counterclaim"
	}
	return openSQL(stdlib.OpenDB(*config), postgres{}, Shown(address), readOnly)
}

func (postgres) kind() string { return postgresKind }

func (postgres) text(cayleys string) string { return cayleys }

// postgresTables differ from what Cayley would make: no foreign keys, which cost
// four look-ups a quad and are kept by reference counts anyway; no index that no walk
// of ours or Gizmo's needs; one for the removal of a document, which is a label;
// texts that compare by bytes, as everywhere else. A quad without label has a hash of
// zeros, so that one index has them all.
var postgresTables = []string{
	`CREATE TABLE nodes (
	hash bytea PRIMARY KEY,
	refs bigint NOT NULL,
	value bytea,
	value_string text COLLATE "C",
	datatype text,
	language text,
	iri boolean,
	bnode boolean,
	value_int bigint,
	value_bool boolean,
	value_float double precision,
	value_time timestamp with time zone
) WITH (fillfactor = 90)`,
	`CREATE TABLE quads (
	subject_hash bytea NOT NULL,
	predicate_hash bytea NOT NULL,
	object_hash bytea NOT NULL,
	label_hash bytea NOT NULL,
	PRIMARY KEY (subject_hash, predicate_hash, object_hash, label_hash)
)`,
	`CREATE INDEX quads_into ON quads (object_hash, predicate_hash, subject_hash)`,
	`CREATE INDEX quads_label ON quads (label_hash)`,
	`CREATE TABLE counterclaim (layout int PRIMARY KEY, version bigint NOT NULL, quads bigint NOT NULL, nodes bigint NOT NULL, looked_at bigint NOT NULL)`,
	`INSERT INTO counterclaim VALUES (` + strconv.Itoa(sqlLayout) + `, 0, 0, 0, 1000)`,
}

// create makes all tables or none. Of two processes that do so at once, one waits.
func (p postgres) create(ctx context.Context, db *sql.DB) error {
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer tx.Rollback()
	if _, err := tx.ExecContext(ctx, "SELECT pg_advisory_xact_lock(hashtext('counterclaim' || current_schema()))"); err != nil {
		return err
	}
	var there bool
	if err := tx.QueryRowContext(ctx, "SELECT to_regclass('counterclaim') IS NOT NULL").Scan(&there); err != nil || there {
		return err
	}
	for _, text := range postgresTables {
		if _, err := tx.ExecContext(ctx, text); err != nil {
			return err
		}
	}
	return tx.Commit()
}

func (postgres) bind(text string) string {
	var out strings.Builder
	n := 0
	for _, c := range text {
		if c != '?' {
			out.WriteRune(c)
			continue
		}
		n++
		out.WriteString("$" + strconv.Itoa(n))
	}
	return out.String()
}

func (postgres) among(column string, hashes [][]byte) (string, []any) {
	return column + " = ANY(?)", []any{hashes}
}

func (postgres) refresh(ctx context.Context, t *Tx) error {
	_, err := t.exec(ctx, "ANALYZE nodes, quads")
	return err
}

func (postgres) missing(err error) bool { return postgresCode(err) == "42P01" }

func (postgres) conflict(err error) bool {
	code := postgresCode(err)
	return code == "40001" || code == "40P01"
}

// gone reports that the server is away, shuts down, crashed or starts.
func (postgres) gone(err error) bool {
	code := postgresCode(err)
	return strings.HasPrefix(code, "08") || strings.HasPrefix(code, "57P0") || code == "" && (connectionBroke(err) || pgconn.SafeToRetry(err) && !ended(err))
}

func postgresCode(err error) string {
	var e *pgconn.PgError
	if errors.As(err, &e) {
		return e.Code
	}
	return ""
}
