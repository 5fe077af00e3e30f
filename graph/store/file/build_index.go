package file

import "slices"

// writeIndex writes an index. The first one finds the quads that come twice.
func (f *fileBuild) writeIndex(x index) error {
	if err := f.begin(x.bucket, .95); err != nil {
		return err
	}
	return ahead(func(emit func(key, value []byte) error) error {
		b := &indexBuild{fileBuild: f, index: x, emit: emit}
		if err := f.merge(x, b.next); err != nil {
			return err
		}
		if err := b.flushSame(); err != nil {
			return err
		}
		f.done(b.seen % progressQuads)
		return b.flush()
	}, f.put)
}

// An indexBuild makes chunks of sorted postings.
type indexBuild struct {
	*fileBuild
	index
	emit func(key, value []byte) error
	run  []posting // of one chunk
	same []placed  // of the same three nodes; only their labels tell them apart
	seen int
}

func (b *indexBuild) next(p placed) error {
	if b.seen++; b.seen%progressQuads == 0 {
		b.done(progressQuads)
		if err := b.ctx.Err(); err != nil {
			return err
		}
	}
	if len(b.dirs) == 1 { // by label they stand in order, and many are of one
		return b.add(p.posting)
	}
	if len(b.same) > 0 && [3]uint64(b.same[0].posting[:]) != [3]uint64(p.posting[:]) {
		if err := b.flushSame(); err != nil {
			return err
		}
	}
	b.same = append(b.same, p)
	return nil
}

// flushSame adds the postings of the same nodes, by quads.
func (b *indexBuild) flushSame() error {
	if len(b.same) > 1 {
		if b.bucket == bySubject.bucket {
			b.drop(b.same)
		}
		slices.SortFunc(b.same, func(x, y placed) int { return comparePostings(x.posting, y.posting) })
	}
	for _, p := range b.same {
		if err := b.add(p.posting); err != nil {
			return err
		}
	}
	b.same = b.same[:0]
	return nil
}

func (b *indexBuild) add(p posting) error {
	if b.dropped[p[3]] {
		return nil
	}
	if len(b.run) == chunkSize || len(b.run) > 0 && b.run[0][0] != p[0] {
		if err := b.flush(); err != nil {
			return err
		}
	}
	b.run = append(b.run, p)
	return nil
}

func (b *indexBuild) flush() error {
	err := chunked(b.run, false, b.emit)
	b.run = b.run[:0]
	return err
}

// drop notes those quads of the same nodes that have the label of another.
func (f *fileBuild) drop(same []placed) {
	for i := 1; i < len(same); i++ {
		if same[i].label != same[i-1].label {
			continue
		}
		f.dropped[same[i].posting[3]] = true
		for _, node := range []uint64{same[i].posting[0], same[i].posting[1], same[i].posting[2], same[i].label} {
			f.unused[node]++
		}
	}
}
