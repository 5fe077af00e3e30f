package file

import (
	"fmt"
	"math/rand/v2"
	"testing"
)

// A removed quad is in no index any more, and the others are.
func TestRemovedQuadsLeaveTheIndexes(t *testing.T) {
	quads := parsed(t, randomLines(rand.New(rand.NewPCG(5, 0)), 30))
	db := opened(t)
	if err := db.Update(func(tx *Tx) error { return tx.Add(quads) }); err != nil {
		t.Fatal(err)
	}
	for i := range quads {
		if err := db.Update(func(tx *Tx) error { return tx.Remove(quads[i : i+1]) }); err != nil {
			t.Fatal(err)
		}
		err := db.View(func(tx *Tx) error {
			for _, x := range indexes {
				listed := 0
				c := x.cursor(tx)
				for ok := c.seek(posting{}); ok; ok = c.next() {
					listed++
				}
				if listed != len(quads)-i-1 {
					return fmt.Errorf("%s list %d quads of %d", x.bucket, listed, len(quads)-i-1)
				}
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
}
