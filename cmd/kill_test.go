package cmd_test

import (
	"flag"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"time"
)

var (
	kills    = flag.Int("kills", 15, "how often TestKill kills a process")
	killSeed = flag.Uint64("killseed", 0, "what TestKill draws its moments from; 0 draws this, too")
)

// killDocuments is how many documents there are: some more than go into one transaction.
const killDocuments = 380

// killOperations are what is killed. To add one, add a row.
var killOperations = []struct {
	name string
	has  string                    // what the store has before: the versions of the documents, '-' for none
	args func(document int) string // the call
	want func(document int) string // what the store has in the end
}{
	{
		"load into an empty store", versions("-", killDocuments),
		func(int) string { return "load first" },
		func(int) string { return versions("1", killDocuments) },
	},
	{
		"load of more documents", versions("1", killDocuments/2) + versions("-", killDocuments/2),
		func(int) string { return "load first" },
		func(int) string { return versions("1", killDocuments) },
	},
	{
		"load of documents that have changed", versions("1", killDocuments),
		func(int) string { return "load second" },
		func(int) string { return versions("2", killDocuments) },
	},
	{
		"remove", versions("1", killDocuments),
		func(document int) string { return fmt.Sprintf("remove day-%d", document) },
		func(document int) string {
			return versions("1", document-1) + "-" + versions("1", killDocuments-document)
		},
	},
}

func versions(version string, n int) string { return strings.Repeat(version, n) }

// TestKill kills a command with SIGKILL at a random moment of all the time that it takes.
// Afterwards the store opens; it is at a state between two documents, which is the graph of
// those that are in it; and the same command brings it to where it would have come. A
// thousand times:
//
//	go test ./cmd -run TestKill -kills 1000 -timeout 3h
func TestKill(t *testing.T) {
	seed := *killSeed
	if seed == 0 {
		seed = rand.Uint64()
	}
	t.Logf("-killseed %d", seed)
	k := newKiller(t, rand.New(rand.NewPCG(seed, 0)))
	for i, o := range killOperations {
		n := (*kills + len(killOperations) - 1 - i) / len(killOperations)
		t.Run(o.name, func(t *testing.T) {
			k.t = t
			before := k.store(o.has)
			whole := k.whole(before, o.args(1))
			killed, states := 0, map[string]bool{}
			for tries := 0; killed < n && tries < 5*n; tries++ {
				document := 1 + killDocuments/10*k.random.IntN(10) // of ten, whose graphs are made once
				after := time.Duration(k.random.Int64N(int64(whole)))
				was, took := k.kill(before, o.args(document), o.has, o.want(document), after)
				if states[was] = true; took == 0 {
					killed++
					continue
				}
				whole = took // it was faster than before
			}
			t.Logf("killed %d times, within %v; %d states were found", killed, whole, len(states))
		})
	}
}
