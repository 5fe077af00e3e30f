package cmd_test

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// A disk has a store of one document, and runs the program on it.
type disk struct {
	t       *testing.T
	program string
	dir     string // with folders of documents, one and many
	store   string
}

const diskDocuments = 400

// newDisk loads a document into a store in the folder.
func newDisk(t *testing.T, folder string) *disk {
	d := &disk{t, realProgram(t), t.TempDir(), filepath.Join(folder, "disk.db")}
	for _, sub := range []string{"one", "many"} {
		if err := os.Mkdir(filepath.Join(d.dir, sub), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	for i := 1; i <= diskDocuments; i++ {
		d.write("many", i)
	}
	d.write("one", 1)
	if e := d.run("load one"); e.code != 0 {
		t.Fatal(e.said)
	}
	return d
}

func (d *disk) write(sub string, n int) {
	if err := os.WriteFile(filepath.Join(d.dir, sub, fmt.Sprint(n, ".yaml")), []byte(day(n, "1")), 0o644); err != nil {
		d.t.Fatal(err)
	}
}

func (d *disk) run(words string, before ...string) ended {
	d.t.Helper()
	call := append(append(before, d.program), strings.Fields(words)...)
	return start(d.t, d.dir, append(call, "--store", d.store)...)
}

// fails has a load fail for want of room, which says so once and what to do.
func (d *disk) fails(want string, before ...string) {
	d.t.Helper()
	e := d.run("load many", before...)
	said := strings.Split(strings.TrimSpace(e.said), "\n")
	if e.crashed() || e.code != 1 || len(said) > 5 || !strings.Contains(said[0], want) || !strings.HasSuffix(said[0], "; what was in it before stays: make room, and run the command again") {
		d.t.Errorf("code %d, %d lines: %.1000s", e.code, len(said), e.said)
	}
	if e := d.run("check --deep"); e.code != 0 {
		d.t.Errorf("afterwards: %s%s", e.out, e.said)
	}
	if e := d.run("show day-1"); e.code != 0 || !strings.Contains(e.out, "It was they on day 1 (1).") {
		d.t.Errorf("what was loaded before: %s%s", e.out, e.said)
	}
}

// completes has the same load bring the store to where it comes on another disk.
func (d *disk) completes() {
	d.t.Helper()
	if e := d.run("load many"); e.code != 0 {
		d.t.Fatal(e.said)
	}
	got := d.run("export").out
	d.store = filepath.Join(d.t.TempDir(), "fresh.db")
	if e := d.run("load many"); e.code != 0 {
		d.t.Fatal(e.said)
	}
	if d.run("export").out != got {
		d.t.Error("with room again the load comes to another graph")
	}
}

// TestFullDisk loads into a file system of a few MB until it is full, and goes on when
// there is room again.
func TestFullDisk(t *testing.T) {
	folder := mounted(t, "-t", "tmpfs", "-o", "size=4m", "tmpfs")
	d := newDisk(t, folder)
	d.fails("no space left on device")
	backup := start(t, d.dir, d.program, "backup", "--store", d.store, filepath.Join(folder, "copy.db"))
	if left, _ := os.ReadDir(folder); backup.code != 1 || !strings.Contains(backup.said, "no space left on device") || len(left) != 1 {
		t.Errorf("backup: code %d, %s, left %v", backup.code, backup.said, left)
	}
	if rebuild := d.run("rebuild"); rebuild.code != 1 || !strings.Contains(rebuild.said, "no space left on device") {
		t.Errorf("rebuild: code %d, %s", rebuild.code, rebuild.said)
	}
	if left, _ := os.ReadDir(folder); len(left) != 1 {
		t.Errorf("rebuild left %v", left)
	}
	if out, err := exec.Command("mount", "-o", "remount,size=256m", folder).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	d.completes()
}

// TestFileThatMayNotGrow is TestFullDisk with a limit of the shell's, which works for
// everybody.
func TestFileThatMayNotGrow(t *testing.T) {
	d := newDisk(t, t.TempDir())
	d.fails("file too large", "bash", "-c", `ulimit -f 2000; exec "$@"`, "bash")
	d.completes()
}

// TestReadOnlyFolder asks a store that nobody may write, and loads into it in vain.
func TestReadOnlyFolder(t *testing.T) {
	whole := newDisk(t, t.TempDir())
	folder := filepath.Dir(whole.store)
	readOnly := mounted(t, "--bind", folder)
	if out, err := exec.Command("mount", "-o", "remount,ro,bind", readOnly).CombinedOutput(); err != nil {
		t.Skipf("cannot mount to read: %s", out)
	}
	d := *whole
	d.store = filepath.Join(readOnly, "disk.db")
	if e := d.run("show day-1"); e.code != 0 || !strings.Contains(e.out, "It was they on day 1 (1).") {
		t.Errorf("to read: code %d, %s", e.code, e.said)
	}
	want := "counterclaim: open store " + d.store + ": open " + d.store + ": read-only file system\n"
	for _, words := range []string{"load many", "remove day-1"} {
		if e := d.run(words); e.code != 1 || e.said != want {
			t.Errorf("%s: code %d, %s", words, e.code, e.said)
		}
	}
	if e := d.run("rebuild"); e.code != 1 || !strings.HasSuffix(e.said, ": read-only file system\n") || strings.Count(e.said, "\n") != 1 {
		t.Errorf("rebuild: code %d, %s", e.code, e.said)
	}
	d.store = filepath.Join(readOnly, "new.db")
	if e := d.run("load one"); e.code != 1 || !strings.Contains(e.said, "read-only file system") {
		t.Errorf("a new one: code %d, %s", e.code, e.said)
	}
	if e := whole.run("check --deep"); e.code != 0 {
		t.Errorf("afterwards: %s%s", e.out, e.said)
	}
}

// mounted returns a new folder at which that is mounted, which needs the right to do so.
func mounted(t *testing.T, words ...string) string {
	t.Helper()
	folder := t.TempDir()
	if out, err := exec.Command("mount", append(words, folder)...).CombinedOutput(); err != nil {
		t.Skipf("cannot mount: %v %s", err, out)
	}
	t.Cleanup(func() { _ = exec.Command("umount", folder).Run() })
	return folder
}
