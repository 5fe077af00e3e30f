package file

// A sorted source yields what it has in order: advance goes to the first or the next of
// it, and returns false at the end.
type sorted[S any] interface {
	advance() (bool, error)
	compare(other S) int
}

// merged calls fn with the source that stands at the least of all that the sources have,
// until they are at their ends.
func merged[S sorted[S]](sources []S, fn func(S) error) error {
	var heap []S
	for _, s := range sources {
		if ok, err := s.advance(); err != nil {
			return err
		} else if ok {
			heap = append(heap, s)
		}
	}
	for i := len(heap)/2 - 1; i >= 0; i-- {
		sink(heap, i)
	}
	for len(heap) > 0 {
		if err := fn(heap[0]); err != nil {
			return err
		}
		ok, err := heap[0].advance()
		if err != nil {
			return err
		}
		if !ok {
			heap[0] = heap[len(heap)-1]
			heap = heap[:len(heap)-1]
		}
		sink(heap, 0)
	}
	return nil
}

// sink moves what stands at i down to where it belongs in the heap.
func sink[S sorted[S]](heap []S, i int) {
	for {
		least := 2*i + 1
		if least >= len(heap) {
			return
		}
		if right := least + 1; right < len(heap) && heap[right].compare(heap[least]) < 0 {
			least = right
		}
		if heap[i].compare(heap[least]) <= 0 {
			return
		}
		heap[i], heap[least] = heap[least], heap[i]
		i = least
	}
}
