package kernel

import (
	"strings"
	"sync"
	"testing"
	"time"
)

func TestStream(t *testing.T) {
	var mu sync.Mutex
	var sent []string
	s := &stream{send: func(text string) { mu.Lock(); sent = append(sent, text); mu.Unlock() }}
	for range 100 {
		s.print("line\n")
	}
	s.flush()
	s.flush()
	if len(sent) != 1 || sent[0] != strings.Repeat("line\n", 100) {
		t.Errorf("%q", sent)
	}
	s.print("later\n")
	time.Sleep(3 * gather)
	mu.Lock()
	if len(sent) != 2 || sent[1] != "later\n" {
		t.Errorf("%q", sent)
	}
	mu.Unlock()
	for range mostPrinted {
		s.print("line\n")
	}
	s.flush()
	whole := strings.Join(sent, "")
	if len(whole) > mostPrinted+len(cutNote) || !strings.HasSuffix(whole, "line\n"+cutNote) || len(sent) > 2*mostPrinted/mostGather {
		t.Errorf("%d bytes in %d parts, ending in %q", len(whole), len(sent), whole[len(whole)-60:])
	}
}
