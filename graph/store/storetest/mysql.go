package storetest

import (
	"fmt"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"

	_ "github.com/go-sql-driver/mysql" // the driver "mysql"
)

func startMariaDB(settings ...string) (*Server, error) {
	s, err := newMariaDB(true, settings...)
	if err != nil {
		return nil, err
	}
	return s, s.Start()
}

// newMariaDB makes a server and does not start it; with tables of its own, unless it is to
// join a cluster and copy them from there.
func newMariaDB(first bool, settings ...string) (*Server, error) {
	install, mariadbd := mariaProgram("mariadb-install-db"), mariaProgram("mariadbd")
	if install == "" || mariadbd == "" {
		return nil, fmt.Errorf("MariaDB %w in %s", errAbsent, MySQLEnv)
	}
	folder, err := newFolder()
	if err != nil {
		return nil, err
	}
	data := filepath.Join(folder, "data")
	if !first {
		err = run(asOther("mkdir", data))
	} else {
		err = run(asOther(install, "--no-defaults", "--datadir="+data, "--auth-root-authentication-method=normal", "--skip-test-db"))
	}
	if err != nil {
		return nil, err
	}
	ports, err := freePorts(1)
	if err != nil {
		return nil, err
	}
	host := fmt.Sprintf("127.0.0.1:%d", ports[0])
	s := &Server{Address: "mysql://root@" + host + "/", Folder: folder, place: mysqlPlace, driver: "mysql", dsn: "root@tcp(" + host + ")/", ask: "SELECT 1"}
	s.command = append([]string{mariadbd, "--no-defaults", "--datadir=" + data, "--socket=" + filepath.Join(folder, "s"),
		"--bind-address=127.0.0.1", "--port=" + strconv.Itoa(ports[0])}, settings...)
	return s, nil
}

func mariaProgram(name string) string {
	for _, path := range []string{name, "/usr/sbin/" + name} {
		if path, err := exec.LookPath(path); err == nil {
			return path
		}
	}
	return ""
}

// mysqlPlace makes a database.
func mysqlPlace(address string) (string, error) {
	login, host, _ := strings.Cut(strings.Trim(strings.TrimPrefix(address, "mysql://"), "/"), "@")
	name := newName()
	return address + name, do("mysql", login+"@tcp("+host+")/", "CREATE DATABASE "+name)
}
