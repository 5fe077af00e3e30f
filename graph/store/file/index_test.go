package file

import (
	"errors"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"testing"

	"go.etcd.io/bbolt"
)

// TestIndexIsASortedSet puts random postings into an index and takes some out, over
// many transactions, and compares it with a sorted list: all of it, and what follows
// random places. A few first nodes have most postings, so that there are nodes of one
// chunk and of many.
func TestIndexIsASortedSet(t *testing.T) {
	db, err := bbolt.Open(filepath.Join(t.TempDir(), "index"), 0o600, &bbolt.Options{NoSync: true})
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	if err := initialise(db); err != nil {
		t.Fatal(err)
	}
	r := rand.New(rand.NewPCG(1, 2))
	random := func() posting {
		p := posting{1 + r.Uint64N(3), 1 + r.Uint64N(2), 1 + r.Uint64N(1<<(1+r.Uint64N(40))), 1 + r.Uint64N(1<<30)}
		if r.IntN(4) == 0 {
			p[0], p[2] = 4+r.Uint64N(1000), 7
		}
		return p
	}
	var want []posting
	for round := range 60 {
		var added, gone []posting
		for range 1 + r.IntN(2000) {
			added = append(added, random())
		}
		if round%3 == 2 {
			for _, p := range want {
				if r.IntN(3) > 0 {
					gone = append(gone, p)
				}
			}
		}
		added = slices.DeleteFunc(added, func(p posting) bool {
			_, found := slices.BinarySearchFunc(want, p, comparePostings)
			return found
		})
		slices.SortFunc(added, comparePostings)
		added = slices.Compact(added)
		err := db.Update(func(tx *bbolt.Tx) error {
			return errors.Join(bySubject.add(newTx(tx), added, 1<<60), bySubject.remove(newTx(tx), gone))
		})
		if err != nil {
			t.Fatal(err)
		}
		want = slices.DeleteFunc(append(want, added...), func(p posting) bool {
			_, out := slices.BinarySearchFunc(gone, p, comparePostings)
			return out
		})
		slices.SortFunc(want, comparePostings)
		compareIndex(t, r, db, want, random)
	}
}

func compareIndex(t *testing.T, r *rand.Rand, db *bbolt.DB, want []posting, random func() posting) {
	t.Helper()
	err := db.View(func(tx *bbolt.Tx) error {
		c := bySubject.cursor(newTx(tx))
		for range 50 {
			begin := random()
			i, _ := slices.BinarySearchFunc(want, begin, comparePostings)
			ok := c.seek(begin)
			for n := range 300 {
				if i == len(want) {
					if ok {
						t.Fatalf("from %v: %v behind the end", begin, c.posting)
					}
					break
				}
				if !ok || c.posting != want[i] {
					t.Fatalf("from %v on, %d: got %v %v, want %v", begin, n, c.posting, ok, want[i])
				}
				ok, i = c.next(), i+1
			}
		}
		var got []posting
		for ok := c.seek(posting{}); ok; ok = c.next() {
			got = append(got, c.posting)
		}
		if !slices.Equal(got, want) {
			t.Fatalf("%d postings, want %d", len(got), len(want))
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// FuzzChunk reads chunks of any bytes, as a damaged file has them.
func FuzzChunk(f *testing.F) {
	f.Add([]byte{3, 4, 5, 0, 0, 8, 1})
	f.Fuzz(func(t *testing.T, value []byte) {
		if n := len(chunk{posting{1, 2, 3, 4}, value, 0}.all(nil)); n > 1+len(value) {
			t.Errorf("%d postings from %d bytes", n, len(value))
		}
	})
}

func TestBelow(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 0))
	for range 1000 {
		numbers := make([]uint64, r.IntN(20))
		for i := range numbers {
			numbers[i] = r.Uint64N(50)
		}
		slices.Sort(numbers)
		n := r.Uint64N(60)
		if want, _ := slices.BinarySearch(numbers, n); below(numbers, n) != want {
			t.Fatalf("of %v below %d: %d, want %d", numbers, n, below(numbers, n), want)
		}
	}
}
