package cmd_test

import (
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"counterclaim/notebook"
)

// A real Jupyter runs our kernel: by the tests that it has for kernels, and with the
// notebooks that come with the project, which it then validates.
func TestJupyter(t *testing.T) {
	python := pythonWith(t, "jupyter_kernel_test, nbconvert, nbformat")
	dir := t.TempDir()
	t.Setenv("PATH", "/usr/bin:/bin:"+os.Getenv("PATH")) // Debian's Jupyter before others
	t.Setenv("GORACE", quickExit)
	for _, name := range []string{"HOME", "XDG_CONFIG_HOME", "JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR", "JUPYTER_CONFIG_DIR"} {
		folder := filepath.Join(dir, strings.ToLower(name))
		if err := os.Mkdir(folder, 0o700); err != nil {
			t.Fatal(err)
		}
		t.Setenv(name, folder)
	}
	run(t, dir, "counterclaim demo --keep demo.db")
	if at := run(t, dir, "counterclaim kernel install --store demo.db"); at != filepath.Join(dir, "jupyter_data_dir/kernels/counterclaim")+"\n" {
		t.Errorf("installed at %s", at)
	}
	t.Run("kernel", func(t *testing.T) {
		got := run(t, dir, python+" "+script(t, "kernel.py")+" 2>&1")
		if !strings.Contains(got, "\nOK") || strings.Count(got, "... ok") < 8 {
			t.Errorf("jupyter_kernel_test:\n%s", got)
		}
	})
	t.Run("notebooks", func(t *testing.T) {
		ready, err := filepath.Glob("../notebooks/*.ipynb")
		if err != nil || len(ready) < 5 {
			t.Fatal(ready, err)
		}
		for _, path := range ready {
			src, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(filepath.Join(dir, filepath.Base(path)), src, 0o644); err != nil {
				t.Fatal(err)
			}
		}
		run(t, dir, python+" -m nbconvert --to notebook --execute --inplace *.ipynb 2>&1")
		got := run(t, dir, python+" "+script(t, "executed.py")+" *.ipynb")
		for line := range strings.Lines(got) {
			if !strings.HasSuffix(line, ".ipynb 4 5 0 0\n") {
				t.Errorf("a cell without rows or picture, or an error: %s", line)
			}
		}
		if strings.Count(got, "\n") != len(ready) {
			t.Errorf("not all were executed:\n%s", got)
		}
		opened(t, filepath.Join(dir, filepath.Base(ready[0])))
	})
	t.Run("cell that eats all memory", func(t *testing.T) {
		if raced {
			t.Skip("takes minutes with the race detector")
		}
		const cells = `{"nbformat": 4, "nbformat_minor": 5, "metadata": {"kernelspec": {"name": "counterclaim", "display_name": "counterclaim"}}, "cells": [
			{"id": "a", "cell_type": "code", "metadata": {}, "outputs": [], "execution_count": null, "source": "var list = []; while (true) list.push('x'.repeat(1e9))"},
			{"id": "b", "cell_type": "code", "metadata": {}, "outputs": [], "execution_count": null, "source": "6 * 7"}]}`
		if err := os.WriteFile(filepath.Join(dir, "hungry.ipynb"), []byte(cells), 0o644); err != nil {
			t.Fatal(err)
		}
		run(t, dir, python+" -m nbconvert --to notebook --execute --allow-errors --inplace hungry.ipynb 2>&1")
		got, err := os.ReadFile(filepath.Join(dir, "hungry.ipynb"))
		for _, want := range []string{"the script needed more than 1024 MB; the session begins anew, its variables are gone", "42"} {
			if err != nil || !strings.Contains(string(got), want) {
				t.Errorf("%v, no %q in\n%s", err, want, got)
			}
		}
	})
	run(t, dir, "counterclaim kernel uninstall")
	if _, err := os.Stat(filepath.Join(dir, "jupyter_data_dir/kernels/counterclaim")); !os.IsNotExist(err) {
		t.Errorf("after uninstall: %v", err)
	}
}

// opened fails unless what Jupyter wrote can be read here, and written without a loss.
func opened(t *testing.T, path string) {
	t.Helper()
	src, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	n, err := notebook.Read(src)
	if err != nil {
		t.Fatal(err)
	}
	again, err := n.Write()
	if err != nil {
		t.Fatal(err)
	}
	var before, after any
	if err := errors.Join(json.Unmarshal(src, &before), json.Unmarshal(again, &after)); err != nil || !reflect.DeepEqual(before, after) {
		t.Errorf("%v; read and written again it is another notebook:\n%s", err, again)
	}
}
