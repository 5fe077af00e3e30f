//go:build unix

package cmd_test

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// nobody is the user that may do nothing, on Debian and others.
const nobody = 65534

// TestStoreOfSomebodyElse asks a store that belongs to another user, and loads into it in
// vain. Root may write anywhere and becomes nobody for this.
func TestStoreOfSomebodyElse(t *testing.T) {
	d := newDisk(t, t.TempDir())
	folder := filepath.Dir(d.store)
	for path, mode := range map[string]os.FileMode{filepath.Dir(folder): 0o755, testDir: 0o755, folder: 0o555, d.store: 0o444} {
		if err := os.Chmod(path, mode); err != nil {
			t.Fatal(err)
		}
	}
	defer os.Chmod(folder, 0o755)
	for _, c := range []struct {
		words string
		code  int
		want  string
	}{
		{"show day-1", 0, "It was they on day 1 (1)."},
		{"check --deep", 0, "misfits     0"},
		{"load many", 1, "counterclaim: open store " + d.store + ": open " + d.store + ": permission denied\n"},
		{"remove day-1", 1, "counterclaim: open store " + d.store + ": open " + d.store + ": permission denied\n"},
		{"rebuild", 1, ": permission denied\n"},
	} {
		run := exec.Command(d.program, append(strings.Fields(c.words), "--store", d.store)...)
		run.Dir, run.Env = d.dir, append(os.Environ(), "XDG_CONFIG_HOME="+d.dir)
		if os.Geteuid() == 0 {
			run.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: nobody, Gid: nobody}}
		}
		var out bytes.Buffer
		run.Stdout, run.Stderr = &out, &out
		_ = run.Run() // the exit code tells
		if code := run.ProcessState.ExitCode(); code != c.code || !strings.Contains(out.String(), c.want) {
			t.Errorf("%s: code %d, %s", c.words, code, out.String())
		}
	}
	if e := d.run("check --deep"); e.code != 0 {
		t.Errorf("afterwards: %s%s", e.out, e.said)
	}
}
