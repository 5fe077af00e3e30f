package storetest

import (
	"context"
	"database/sql"
	"fmt"
	"io"
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
	ask     string // a query that gives a number when the server is ready
	command []string
	stdin   io.WriteCloser // of the shell that holds the server, and kills it when the test is gone
	ended   chan struct{}  // closed when the server has ended
}

// Place makes a place for a store, and returns its address.
func (s *Server) Place() (string, error) { return s.place(s.Address) }

// Start starts the server, and waits until it answers, at most two minutes. One that was
// killed may have left processes behind that must end before another starts.
func (s *Server) Start() error {
	db, err := sql.Open(s.driver, s.dsn)
	if err != nil {
		return err
	}
	defer db.Close()
	ctx, cancel := context.WithTimeout(context.Background(), 2*time.Minute)
	defer cancel()
	for tries := 10; tries > 0 && ctx.Err() == nil; tries-- {
		if err := s.launch(); err != nil {
			return err
		}
		for running := true; running && ctx.Err() == nil; {
			var one int
			if err = db.QueryRowContext(ctx, s.ask).Scan(&one); err == nil {
				return nil
			}
			select {
			case <-s.ended:
				running = false
				time.Sleep(200 * time.Millisecond)
			case <-time.After(50 * time.Millisecond):
			}
		}
	}
	log, _ := os.ReadFile(filepath.Join(s.Folder, "log"))
	return fmt.Errorf("the server does not answer: %w\n%s", err, log)
}

// launch starts a shell that holds the server. A user who is not root runs it: servers
// refuse to be run by that one.
func (s *Server) launch() error {
	log, err := os.Create(filepath.Join(s.Folder, "log"))
	if err != nil {
		return err
	}
	defer log.Close()
	const hold = `exec 3<&0
	"$@" </dev/null 3<&- & server=$!
	(
		if read -r signal <&3; then
			kill -"$signal" $server $(cat /proc/$server/task/$server/children 2>/dev/null)
			exit
		fi
		trap "" TERM
		kill -9 $server
		exit 7
	) & reader=$!
	wait $server
	kill $reader 2>/dev/null
	wait $reader
	if [ $? = 7 ]; then sleep 0.5; rm -rf "$0"; fi`
	shell := asOther(append([]string{"sh", "-c", hold, s.Folder}, s.command...)...)
	shell.Dir, shell.Stdout, shell.Stderr = s.Folder, log, log
	if s.stdin, err = shell.StdinPipe(); err != nil {
		return err
	}
	if err := shell.Start(); err != nil {
		return err
	}
	s.ended = make(chan struct{})
	go func() {
		shell.Wait()
		close(s.ended)
	}()
	return nil
}

// Stop sends the server and its processes a signal, KILL or another by its name, and waits
// for its end.
// Start starts it again.
func (s *Server) Stop(signal string) {
	if s.stdin == nil {
		return
	}
	fmt.Fprintln(s.stdin, signal)
	<-s.ended
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
