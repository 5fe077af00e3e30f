package store_test

import (
	"encoding/binary"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"go.etcd.io/bbolt"

	"counterclaim/graph/store"
)

// small returns the path of a closed store with the two invented documents.
func small(t *testing.T) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "store.db")
	db := open(t, "bolt", path)
	put(t, db, gazette(), archive())
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	return path
}

// change changes a closed store's file behind its back.
func change(t *testing.T, path string, fn func(*bbolt.Tx) error) {
	t.Helper()
	db, err := bbolt.Open(path, 0o600, nil)
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(db.Update(fn), db.Close()); err != nil {
		t.Fatal(err)
	}
}

// checked returns what is wrong with a closed store, a line each.
func checked(t *testing.T, path string) string {
	t.Helper()
	db := openReadOnly(t, "bolt", path)
	defer db.Close()
	found, err := db.CheckDeep(t.Context(), nil)
	if err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	for _, m := range found.Misfits {
		out.WriteString(m.Error() + "\n")
	}
	return out.String()
}

// entryWith returns the number and the entry of the log that holds the words.
func entryWith(t *testing.T, tx *bbolt.Tx, words string) (key, entry []byte) {
	t.Helper()
	c := tx.Bucket([]byte("log")).Cursor()
	for key, entry = c.First(); key != nil && !strings.Contains(string(entry), words); key, entry = c.Next() {
	}
	if key == nil {
		t.Fatalf("no %q in the log", words)
	}
	return append([]byte(nil), key...), append([]byte(nil), entry...)
}

// damages are ways in which a store goes wrong that no page of the file tells of.
var damages = []struct {
	name  string
	spoil func(t *testing.T, tx *bbolt.Tx) error
	want  string // in what CheckDeep says
}{
	{"words of a statement changed", func(t *testing.T, tx *bbolt.Tx) error {
		key, entry := entryWith(t, tx, "We were asleep, in our port")
		return tx.Bucket([]byte("log")).Put(key, []byte(strings.Replace(string(entry), "asleep", "awake!", 1)))
	}, "is not found by its value: one of the two has changed; run counterclaim rebuild"},
	{"a node cannot be read", func(t *testing.T, tx *bbolt.Tx) error {
		key, _ := entryWith(t, tx, "Harbour strike")
		return tx.Bucket([]byte("log")).Put(key, []byte{0xff, 0xff})
	}, "of the log cannot be read"},
	{"a count of uses", func(t *testing.T, tx *bbolt.Tx) error {
		key, entry := tx.Bucket([]byte("v")).Cursor().First()
		number, _ := binary.Uvarint(entry)
		return tx.Bucket([]byte("v")).Put(key, binary.AppendUvarint(binary.AppendUvarint(nil, number), 99))
	}, "is counted as used 99 times, and is"},
	{"a node's name", func(t *testing.T, tx *bbolt.Tx) error {
		key, _ := tx.Bucket([]byte("v")).Cursor().Last()
		return tx.Bucket([]byte("v")).Delete(key)
	}, "is not found by its value"},
	{"an index lacks a quad", func(t *testing.T, tx *bbolt.Tx) error {
		key, _ := tx.Bucket([]byte("objects")).Cursor().Last()
		return tx.Bucket([]byte("objects")).Delete(key)
	}, "the index of objects lacks a quad"},
	{"an index has a quad too many", func(t *testing.T, tx *bbolt.Tx) error {
		return tx.Bucket([]byte("subjects")).Put(make([]byte, 32), nil)
	}, "the index of subjects does not agree with the log"},
	{"the size", func(t *testing.T, tx *bbolt.Tx) error {
		return tx.Bucket([]byte("meta")).Put([]byte("size"), binary.LittleEndian.AppendUint64(nil, 7))
	}, "the store is counted as 7 quads, and has"},
}

func TestCheckDeepFindsWhatIsDamaged(t *testing.T) {
	for _, d := range damages {
		t.Run(d.name, func(t *testing.T) {
			path := small(t)
			change(t, path, func(tx *bbolt.Tx) error { return d.spoil(t, tx) })
			if got := checked(t, path); !strings.Contains(got, d.want) {
				t.Errorf("says\n%swant\n%s", got, d.want)
			}
		})
	}
}

// Quads that are lost or too many, in a file that is otherwise in order.
func TestCheckDeepFindsWhatIsNotAsLoaded(t *testing.T) {
	doc, claim := gazette().Document.ID, gazette().Statements[0].ID
	for _, c := range []struct{ name, quad, want string }{
		{"a lost amount", `<` + claim + `> <amount> "~1/3 boats" <` + doc + `> .`, doc + ": its digest is not that of its quads, of which some are lost or changed; remove the document and load it again, or run counterclaim rebuild"},
		{"a lost kind", `<` + claim + `> <kind> <kind:criticism> <` + doc + `> .`, doc + ": its digest is not that of its quads"},
		{"a lost month", `<` + claim + `> <month> <month:2031-05> <` + doc + `> .`, doc + ": a quad is missing (1 times, as <" + claim + "> <month> <month:2031-05>"},
		{"a lost document of a statement", `<` + claim + `> <document> <` + doc + `> <` + doc + `> .`, doc + ": its digest is not"},
		{"a lost mode", `<` + claim + `> <mode> "indirect" <` + doc + `> .`, doc + ": its statements cannot be read back: statement " + claim + ": mode"},
		{"a lost digest", `digest`, ": its digest is not that of its quads"},
		{"a lost edge of a contrast", `denies`, "a quad is missing (1 times, as"},
		{"a lost reason", `because`, "a quad is there that nothing implies (1 times, as <contrast:"},
		{"a lost fact of an actor", `<actor:veldany> <class> "country" <actors> .`, `actor:veldany: actor "actor:veldany": class ""; allowed are`},
		{"an actor that is gone", `<actor:veldany> <type> <class:actor> <actors> .`, "actor:veldany is named but not in the store"},
	} {
		t.Run(c.name, func(t *testing.T) {
			whole := open(t, "memory", "")
			put(t, whole, gazette(), archive())
			db := open(t, "bolt", filepath.Join(t.TempDir(), "store.db"))
			if err := db.ReadQuads(t.Context(), strings.NewReader(without(t, quads(t, whole), c.quad)), nil); err != nil {
				t.Fatal(err)
			}
			found, err := db.CheckDeep(t.Context(), nil)
			if err != nil {
				t.Fatal(err)
			}
			var all strings.Builder
			for _, m := range found.Misfits {
				all.WriteString(m.Error() + "\n")
			}
			if !strings.Contains(all.String(), c.want) {
				t.Errorf("says\n%swant\n%s", all.String(), c.want)
			}
		})
	}
	t.Run("a quad too many", func(t *testing.T) {
		whole := open(t, "memory", "")
		put(t, whole, gazette())
		db := open(t, "bolt", filepath.Join(t.TempDir(), "store.db"))
		more := quads(t, whole) + `<st:elsewhere> <text> "No more." <` + doc + "> .\n<st:x> <text> \"Words.\" <doc:none> .\n"
		if err := db.ReadQuads(t.Context(), strings.NewReader(more), nil); err != nil {
			t.Fatal(err)
		}
		found, _ := db.CheckDeep(t.Context(), nil)
		if len(found.Misfits) != 2 || found.Misfits[0].What != "1 quads are under <doc:none>, which is no document" ||
			!strings.HasPrefix(found.Misfits[1].What, "a quad is there that nothing implies (1 times, as <st:elsewhere>") {
			t.Errorf("says %v", found.Misfits)
		}
	})
}

// without returns the lines without the first that is or has the words.
func without(t *testing.T, lines, words string) string {
	t.Helper()
	at := strings.Index(lines, words+"\n")
	if at < 0 {
		at = strings.Index(lines, "> <"+words+"> ")
	}
	if at < 0 {
		t.Fatalf("no %s in\n%s", words, lines)
	}
	begin := strings.LastIndex(lines[:at], "\n") + 1
	return lines[:begin] + lines[at+strings.Index(lines[at:], "\n")+1:]
}

// A page that leads back to the one above it would have bbolt run in a circle.
func TestPagesInACircle(t *testing.T) {
	path := filled(t)
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	const page, header, element = 4096, 16, 16
	changed := false
	for begin := 2 * page; begin < len(content) && !changed; begin += page {
		id, flags, count := binary.NativeEndian.Uint64(content[begin:]), content[begin+8], int(binary.NativeEndian.Uint16(content[begin+10:]))
		if flags == 1 && id == uint64(begin/page) && count > 1 { // a branch, whose last entry leads to itself now
			binary.NativeEndian.PutUint64(content[begin+header+(count-1)*element+8:], id)
			changed = true
		}
	}
	if err := os.WriteFile(path, content, 0o600); err != nil || !changed {
		t.Fatal(err, changed)
	}
	if got := checked(t, path); !strings.Contains(got, "is named twice; restore a backup, or run counterclaim rebuild") {
		t.Errorf("says %s", got)
	}
	old, err := store.OpenSalvage(path)
	if err != nil {
		t.Fatal(err)
	}
	defer old.Close()
	want := "the pages of store " + path + " lead in a circle; restore a backup, or load the documents into a new one"
	if err := old.Into(t.Context(), open(t, "memory", ""), nil); err == nil || err.Error() != want {
		t.Errorf("got %v, want %s", err, want)
	}
}
