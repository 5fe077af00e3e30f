package kernel

import (
	"sync"
	"time"
)

// How long printed lines are put together before they are sent, how many bytes at most, and
// how many of one cell are sent at all.
const (
	gather      = 100 * time.Millisecond
	mostGather  = 8 << 10
	mostPrinted = 1 << 20
)

const cutNote = "(more was printed; this is the first megabyte)\n"

// A stream puts together what a cell prints, so that a loop does not send a message for each
// line. It may be used by several goroutines at once.
type stream struct {
	send func(text string)

	mu    sync.Mutex
	text  []byte
	sum   int
	timer *time.Timer
}

func (s *stream) print(text string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	switch {
	case s.sum > mostPrinted:
		return
	case s.sum+len(text) > mostPrinted:
		text = cutNote
		s.sum = mostPrinted
	}
	s.sum += len(text)
	s.text = append(s.text, text...)
	switch {
	case len(s.text) >= mostGather:
		s.flushLocked()
	case s.timer == nil:
		s.timer = time.AfterFunc(gather, s.flush)
	}
}

// flush sends what has gathered, before whatever comes next.
func (s *stream) flush() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.flushLocked()
}

func (s *stream) flushLocked() {
	if s.timer != nil {
		s.timer.Stop()
		s.timer = nil
	}
	if len(s.text) > 0 {
		s.send(string(s.text))
		s.text = s.text[:0]
	}
}
