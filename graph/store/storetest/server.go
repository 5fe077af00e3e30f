package storetest

import (
	"context"
	"database/sql"
	"fmt"
	"io"
	"net"
	"os"
	"os/exec"
	"os/user"
	"path/filepath"
	"strings"
	"time"
)

// A Server is the process of a database server, or one that runs elsewhere.
type Server struct {
	Address string // as a store has it, without a place for one
	Folder  string // with its data and its log

	place   func(address string) (string, error)
	driver  string
	dsn     string // for the driver
	command []string
	shell   *exec.Cmd // holds the server, and stops it when the test is gone, however that ends
	stdin   io.WriteCloser
}

// Place makes a place for a store, and returns its address.
func (s *Server) Place() (string, error) { return s.place(s.Address) }

// Start starts the server, and waits until it answers. A user who is not root runs it:
// servers refuse to be run by that one.
func (s *Server) Start() error {
	log, err := os.Create(filepath.Join(s.Folder, "log"))
	if err != nil {
		return err
	}
	defer log.Close()
	const hold = `"$@" </dev/null & server=$!
	if read -r signal; then kill -"$signal" $server; wait $server; else kill -9 $server; wait $server; rm -rf "$0"; fi`
	s.shell = asOther(append([]string{"sh", "-c", hold, s.Folder}, s.command...)...)
	s.shell.Dir, s.shell.Stdout, s.shell.Stderr = s.Folder, log, log
	if s.stdin, err = s.shell.StdinPipe(); err != nil {
		return err
	}
	if err := s.shell.Start(); err != nil {
		return err
	}
	return s.answers()
}

// answers waits until the server does, at most half a minute.
func (s *Server) answers() error {
	db, err := sql.Open(s.driver, s.dsn)
	if err != nil {
		return err
	}
	defer db.Close()
	ctx, cancel := context.WithTimeout(context.Background(), 30*time.Second)
	defer cancel()
	for {
		err := db.PingContext(ctx)
		if err == nil {
			return nil
		}
		select {
		case <-ctx.Done():
			log, _ := os.ReadFile(filepath.Join(s.Folder, "log"))
			return fmt.Errorf("the server does not answer: %w\n%s", err, log)
		case <-time.After(50 * time.Millisecond):
		}
	}
}

// Stop sends the server a signal, KILL or another by its name, and waits for its end.
// Start starts it again.
func (s *Server) Stop(signal string) {
	if s.shell == nil {
		return
	}
	fmt.Fprintln(s.stdin, signal)
	s.shell.Wait()
	s.shell = nil
}

// newFolder returns a folder that belongs to the user who runs servers.
func newFolder() (string, error) {
	folder, err := os.MkdirTemp("", "counterclaim-server-")
	if err != nil || os.Geteuid() != 0 {
		return folder, err
	}
	return folder, run(exec.Command("chown", other(), folder))
}

// other is a user who is not root.
func other() string {
	for _, name := range []string{"postgres", "mysql"} {
		if _, err := user.Lookup(name); err == nil {
			return name
		}
	}
	return "nobody"
}

// asOther is a command that root has another user run.
func asOther(command ...string) *exec.Cmd {
	if os.Geteuid() == 0 {
		command = append([]string{"runuser", "-u", other(), "--"}, command...)
	}
	return exec.Command(command[0], command[1:]...)
}

// freePorts returns ports of the loopback address at which nobody listens.
func freePorts(n int) ([]int, error) {
	var ports []int
	for range n {
		l, err := net.Listen("tcp", "127.0.0.1:0")
		if err != nil {
			return nil, err
		}
		defer l.Close()
		ports = append(ports, l.Addr().(*net.TCPAddr).Port)
	}
	return ports, nil
}

// run runs a command to its end.
func run(command *exec.Cmd) error {
	if out, err := command.CombinedOutput(); err != nil {
		return fmt.Errorf("%s: %w\n%s", strings.Join(command.Args, " "), err, out)
	}
	return nil
}

// do runs a statement in a database.
func do(driver, dsn, text string) error {
	db, err := sql.Open(driver, dsn)
	if err != nil {
		return err
	}
	defer db.Close()
	_, err = db.Exec(text)
	return err
}
