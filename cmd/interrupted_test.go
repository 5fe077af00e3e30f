package cmd_test

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// TestInterruptedLoadGoesOn ends a load of many files into an empty store while it waits for
// more on standard input: by Ctrl-C, which says where it goes on, and by SIGKILL, which says
// nothing. The same load does not read again what was read.
func TestInterruptedLoadGoesOn(t *testing.T) {
	const documents = 700
	program, dir := realProgram(t), t.TempDir()
	if err := os.Mkdir(filepath.Join(dir, "days"), 0o755); err != nil {
		t.Fatal(err)
	}
	for i := range documents {
		if err := os.WriteFile(filepath.Join(dir, "days", fmt.Sprintf("%04d.yaml", i)), []byte(day(i+1, "1")), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	command := func(args ...string) *exec.Cmd {
		c := exec.Command(program, args...)
		c.Dir = dir
		c.Env = append(os.Environ(), "XDG_CONFIG_HOME="+dir)
		return c
	}
	whole, err := command("load", "days", "--store", "whole.db").CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, whole)
	}
	want, err := command("export", "--store", "whole.db").Output()
	if err != nil {
		t.Fatal(err)
	}
	for _, signal := range []syscall.Signal{syscall.SIGINT, syscall.SIGKILL} {
		t.Run(signal.String(), func(t *testing.T) {
			store := fmt.Sprintf("store-%d.db", signal)
			c := command("load", "days", "-", "--store", store)
			var said strings.Builder
			c.Stderr = &said
			more, err := c.StdinPipe()
			if err != nil {
				t.Fatal(err)
			}
			defer more.Close()
			if err := c.Start(); err != nil {
				t.Fatal(err)
			}
			waitUntilStill(t, filepath.Join(dir, store+".building", "journal-*"))
			c.Process.Signal(signal)
			c.Wait()
			message := fmt.Sprintf("what was read is kept in %s.building: the same load goes on there; remove it to begin anew\ncounterclaim: interrupted\n", store)
			if signal == syscall.SIGKILL {
				message = ""
			}
			if said.String() != message {
				t.Errorf("said %q\nwant %q", said.String(), message)
			}
			out, err := command("load", "days", "--store", store).CombinedOutput()
			if err != nil {
				t.Fatalf("%v\n%s", err, out)
			}
			note, rest, _ := strings.Cut(string(out), "\n")
			known := 0
			if fmt.Sscanf(note, "files that an interrupted load had read: %d", &known); known < documents/4 {
				t.Errorf("says %q", note)
			}
			if rest != string(whole) {
				t.Errorf("says\n%s\nwant\n%s", rest, whole)
			}
			if got, err := command("export", "--store", store).Output(); err != nil || string(got) != string(want) {
				t.Errorf("another graph than that of one load (%v)", err)
			}
			if left, _ := filepath.Glob(filepath.Join(dir, store+".*")); len(left) > 0 {
				t.Errorf("left behind: %v", left)
			}
		})
	}
}

// waitUntilStill waits until there is one such file, and nothing is added to it any more.
func waitUntilStill(t *testing.T, pattern string) {
	t.Helper()
	size, still := int64(0), 0
	for range 600 {
		time.Sleep(50 * time.Millisecond)
		found, _ := filepath.Glob(pattern)
		if len(found) != 1 {
			continue
		}
		info, err := os.Stat(found[0])
		if err != nil || info.Size() == 0 {
			continue
		}
		if info.Size() == size {
			still++
		} else {
			size, still = info.Size(), 0
		}
		if still == 10 {
			return
		}
	}
	t.Fatalf("%s: nothing is kept", pattern)
}
