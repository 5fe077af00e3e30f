package notebook

import (
	"encoding/json"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
)

// written is a notebook as Jupyter writes it, with keys that are not ours.
const written = `{
 "cells": [
  {
   "attachments": {},
   "cell_type": "markdown",
   "id": "intro",
   "metadata": {},
   "source": [
    "# Who <denies>\n",
    "what"
   ]
  },
  {
   "cell_type": "code",
   "execution_count": 3,
   "id": "ask",
   "metadata": {
    "collapsed": false
   },
   "outputs": [
    {
     "name": "stdout",
     "output_type": "stream",
     "text": [
      "asking\n"
     ]
    },
    {
     "data": {
      "application/json": {
       "columns": []
      },
      "text/html": [
       "<b>1</b>\n",
       "<i>2</i>"
      ]
     },
     "execution_count": 3,
     "metadata": {},
     "output_type": "execute_result"
    },
    {
     "ename": "Error",
     "evalue": "cell:1: no",
     "output_type": "error",
     "traceback": [
      "cell:1: no"
     ]
    }
   ],
   "source": [
    "g.V().All()"
   ]
  }
 ],
 "metadata": {
  "kernelspec": {
   "display_name": "counterclaim",
   "language": "javascript",
   "name": "counterclaim"
  },
  "language_info": {
   "name": "javascript"
  },
  "toc": 1
 },
 "nbformat": 4,
 "nbformat_minor": 5
}
`

func TestFileComesBackAsItWas(t *testing.T) {
	n, err := Read([]byte(written))
	if err != nil {
		t.Fatal(err)
	}
	if got := n.Cells[0].Source; got != "# Who <denies>\nwhat" {
		t.Errorf("source %q", got)
	}
	if got := n.Cells[1].Outputs[1].Data[HTML]; got != "<b>1</b>\n<i>2</i>" {
		t.Errorf("html %q", got)
	}
	got, err := n.Write()
	if err != nil || string(got) != written {
		t.Errorf("%v; written again it is\n%s", err, got)
	}
	bare, err := n.WithoutOutputs().Write()
	if err != nil || strings.Contains(string(bare), "asking") || !strings.Contains(string(bare), `"outputs": []`) {
		t.Errorf("without outputs: %v\n%s", err, bare)
	}
	if len(n.Cells[1].Outputs) != 3 {
		t.Error("the notebook itself lost its outputs")
	}
}

func TestReadRefuses(t *testing.T) {
	for _, c := range []struct{ src, want string }{
		{"{\n \"cells\": [,]}", "not a notebook: 2:12: invalid character ',' looking for beginning of value"},
		{`{"nbformat": 3}`, "not a notebook of nbformat 4: nbformat is 3; jupyter nbconvert --to notebook makes one"},
		{`{"nbformat": 4, "cells": [{"cell_type": "heading"}]}`, `cell 1: cell_type "heading"; allowed are code, markdown, raw`},
		{`{"nbformat": 4, "cells": [{"cell_type": "raw", "id": "a b"}]}`, `cell 1: id "a b"; allowed are 1 to 64 letters, digits, - and _`},
		{`{"nbformat": 4, "cells": [{"cell_type": "raw", "source": 1}]}`, "cell 1: a text has to be a string or a list of strings"},
		{`{"nbformat": 4, "cells": [{"cell_type": "code", "outputs": [{"output_type": "pyout"}]}]}`, `cell 1: output_type "pyout"; allowed are stream, execute_result, display_data, error`},
		{"\xff", "not a notebook: the file is not UTF-8"},
	} {
		if _, err := Read([]byte(c.src)); err == nil || err.Error() != c.want {
			t.Errorf("%s\ngives %v\nwant  %s", c.src, err, c.want)
		}
	}
}

// Notebooks of before nbformat 4.5 have no IDs, and broken ones have them twice.
func TestReadGivesIDs(t *testing.T) {
	n, err := Read([]byte(`{"nbformat": 4, "nbformat_minor": 2, "cells": [{"cell_type": "raw"}, {"cell_type": "raw", "id": "cell-1"}, {"cell_type": "raw", "id": "x"}, {"cell_type": "raw", "id": "x"}]}`))
	if err != nil {
		t.Fatal(err)
	}
	var ids []string
	for _, c := range n.Cells {
		ids = append(ids, c.ID)
	}
	if want := []string{"cell-1", "cell-2", "x", "cell-4"}; !reflect.DeepEqual(ids, want) {
		t.Errorf("IDs %v, want %v", ids, want)
	}
}

func TestSaveReplacesWhole(t *testing.T) {
	folder, err := os.OpenRoot(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	defer folder.Close()
	if err := folder.WriteFile("a.ipynb", []byte("old"), 0o600); err != nil {
		t.Fatal(err)
	}
	n := New()
	n.Cells = []Cell{{ID: "a", Type: Code, Source: "1"}}
	if err := Save(folder, "a.ipynb", n); err != nil {
		t.Fatal(err)
	}
	info, err := folder.Stat("a.ipynb")
	if err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("mode %v, %v", info.Mode(), err)
	}
	src, err := folder.ReadFile("a.ipynb")
	if err != nil {
		t.Fatal(err)
	}
	if again, err := Read(src); err != nil || again.Cells[0].Source != "1" {
		t.Errorf("read again: %v, %v", again, err)
	}
	for _, name := range []string{"a.ipynb/b.ipynb", "../b.ipynb"} {
		if err := Save(folder, name, n); err == nil {
			t.Errorf("saving as %s is no error", name)
		}
	}
	if left, _ := filepath.Glob(filepath.Join(folder.Name(), ".*")); len(left) > 0 {
		t.Errorf("left over: %v", left)
	}
}

// FuzzRead: whatever can be read can be written and read again as the same.
func FuzzRead(f *testing.F) {
	f.Add([]byte(written))
	f.Add([]byte(`{"nbformat": 4, "cells": [{"cell_type": "code", "source": ["a", "b"], "outputs": [{"output_type": "display_data", "data": {"image/svg+xml": ["x"], "application/x+json": {"a": [1]}}}]}]}`))
	f.Fuzz(func(t *testing.T, src []byte) {
		n, err := Read(src)
		if err != nil {
			return
		}
		first, err := n.Write()
		if err != nil {
			t.Fatal(err)
		}
		if !json.Valid(first) {
			t.Fatalf("no JSON:\n%s", first)
		}
		again, err := Read(first)
		if err != nil {
			t.Fatalf("%v\n%s", err, first)
		}
		second, err := again.Write()
		if err != nil || string(first) != string(second) {
			t.Fatalf("%v; another file:\n%s\n%s", err, first, second)
		}
	})
}
