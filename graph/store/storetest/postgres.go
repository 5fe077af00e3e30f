package storetest

import (
	"fmt"
	"net/url"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"

	_ "github.com/jackc/pgx/v5/stdlib" // the driver "pgx"
)

func startPostgres(settings ...string) (*Server, error) {
	initdb, postgres := postgresProgram("initdb"), postgresProgram("postgres")
	if initdb == "" || postgres == "" {
		return nil, fmt.Errorf("PostgreSQL %w in %s", errAbsent, PostgresEnv)
	}
	folder, err := newFolder()
	if err != nil {
		return nil, err
	}
	data := filepath.Join(folder, "data")
	if err := run(asOther(initdb, "-D", data, "-U", "tests", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync")); err != nil {
		return nil, err
	}
	ports, err := freePorts(1)
	if err != nil {
		return nil, err
	}
	address := fmt.Sprintf("postgres://tests@127.0.0.1:%d/postgres?sslmode=disable", ports[0])
	s := &Server{Address: address, Folder: folder, place: postgresPlace, driver: "pgx", dsn: address, ask: "SELECT 1"}
	s.command = []string{postgres, "-D", data, "-p", strconv.Itoa(ports[0])}
	for _, setting := range append([]string{"listen_addresses=127.0.0.1", "unix_socket_directories="}, settings...) {
		s.command = append(s.command, "-c", setting)
	}
	return s, s.Start()
}

// postgresProgram returns the path of a program of PostgreSQL, "" where it is not
// installed. Debian keeps those of the server out of the way.
func postgresProgram(name string) string {
	if path, err := exec.LookPath(name); err == nil {
		return path
	}
	found, _ := filepath.Glob("/usr/lib/postgresql/*/bin/" + name)
	if len(found) == 0 {
		return ""
	}
	return slices.Max(found)
}

// postgresPlace makes a schema.
func postgresPlace(address string) (string, error) {
	u, err := url.Parse(address)
	if err != nil {
		return "", err
	}
	name := newName()
	query := u.Query()
	query.Set("search_path", name)
	u.RawQuery = query.Encode()
	return u.String(), do("pgx", address, "CREATE SCHEMA "+name)
}
