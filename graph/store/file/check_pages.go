package file

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"hash/fnv"
	"io"
	"os"
	"slices"

	"go.etcd.io/bbolt"
)

// bbolt's own Check follows whatever a page says: over one that has changed it can run in a
// circle until the stack is full, or read where no memory is, and that ends the process. So
// the tree is walked here first, with every number that a page has looked at before it is
// used, and each page once. This is bbolt's format, version 2.
const (
	pageHeader  = 16 // id, flags uint16, count uint16, overflow uint32
	pageElement = 16
	metaEnd     = pageHeader + 56 // where the meta page's sum stands

	branchPage   = 1
	leafPage     = 2
	freelistPage = 16

	bucketEntry  = 1
	bucketHeader = 16 // root page, sequence
	noFreelist   = ^uint64(0)
	deepest      = 64 // levels; a tree of 2 to the 64 entries has fewer
)

// CheckPages calls note with all that is wrong with the pages of the file, and reports whether
// what stands on them can be read: where it cannot, reading it may end the process. It holds
// some 100 bytes for each page.
func (t *Tx) CheckPages(note func(what string)) bool {
	wrong := 0
	bad := func(format string, args ...any) {
		wrong++
		note(fmt.Sprintf(format, args...))
	}
	if walkPages(t.tx, bad); wrong > 0 {
		return false
	}
	for err := range t.tx.Check() {
		bad("%v", err)
	}
	return wrong == 0
}

// walkPages calls bad with all that is wrong with the pages of the transaction, and reports
// whether they lead in a circle, so that bbolt would not find out.
func walkPages(tx *bbolt.Tx, bad func(format string, args ...any)) (circle bool) {
	f, err := os.Open(tx.DB().Path())
	if err != nil {
		bad("%v", err)
		return false
	}
	defer f.Close()
	p := &pageCheck{file: f, bad: bad, size: tx.DB().Info().PageSize}
	root, freelist := p.metas(uint64(tx.ID()))
	if root == 0 {
		return false
	}
	p.seen = make([]bool, p.end)
	p.tree(root, nil, 0)
	if freelist != noFreelist {
		p.freelist(freelist)
	}
	return p.circle
}

// A pageCheck walks the pages of a file.
type pageCheck struct {
	file   io.ReaderAt
	bad    func(format string, args ...any)
	size   int      // of a page, in bytes
	end    uint64   // no page has this number or a higher one
	seen   []bool   // by number
	above  []uint64 // the pages that lead to the one that is read
	circle bool
}

// metas checks the two pages at the head of the file, of which the newer one counts, and
// returns what that of the transaction names.
func (p *pageCheck) metas(tx uint64) (root, freelist uint64) {
	for i := range int64(2) {
		page := make([]byte, metaEnd+8)
		if _, err := p.file.ReadAt(page, i*int64(p.size)); err != nil {
			p.bad("page %d: %v", i, err)
			continue
		}
		sum := fnv.New64a()
		sum.Write(page[pageHeader:metaEnd])
		if wordAt(page, metaEnd) != sum.Sum64() || binary.NativeEndian.Uint32(page[24:]) != uint32(p.size) {
			p.bad("page %d, one of two heads of the file, has changed: what was written last may not show", i)
			continue
		}
		if wordAt(page, 64) == tx {
			root, freelist, p.end = wordAt(page, 32), wordAt(page, 48), wordAt(page, 56)
		}
	}
	return root, freelist
}

func wordAt(page []byte, at int) uint64 { return binary.NativeEndian.Uint64(page[at:]) }

// read returns a page with those that continue it, nil where that makes no sense.
func (p *pageCheck) read(id uint64) []byte {
	if id < 2 || id >= p.end {
		p.bad("page %d is named, and there are %d", id, p.end)
		return nil
	}
	head := make([]byte, pageHeader)
	if _, err := p.file.ReadAt(head, int64(id)*int64(p.size)); err != nil {
		p.bad("page %d: %v", id, err)
		return nil
	}
	last := id + uint64(binary.NativeEndian.Uint32(head[12:]))
	switch own := wordAt(head, 0); {
	case own != id:
		p.bad("page %d calls itself %d", id, own)
		return nil
	case last >= p.end:
		p.bad("page %d goes on to page %d, and there are %d", id, last, p.end)
		return nil
	}
	for i := id; i <= last; i++ {
		if p.seen[i] {
			p.circle = p.circle || slices.Contains(p.above, i)
			p.bad("page %d is named twice", i)
			return nil
		}
		p.seen[i] = true
	}
	page := make([]byte, (last-id+1)*uint64(p.size))
	if _, err := p.file.ReadAt(page, int64(id)*int64(p.size)); err != nil {
		p.bad("page %d: %v", id, err)
		return nil
	}
	return page
}

// tree checks a page and what is below it. least is the key that no key here is below.
func (p *pageCheck) tree(id uint64, least []byte, level int) {
	page := p.read(id)
	if page == nil {
		return
	}
	if level == deepest {
		p.bad("page %d is below %d others", id, level)
		return
	}
	p.above = append(p.above, id)
	p.elements(fmt.Sprintf("page %d", id), page, least, level)
	p.above = p.above[:len(p.above)-1]
}

// elements checks what stands on a page.
func (p *pageCheck) elements(name string, page, least []byte, level int) {
	flags, count := binary.NativeEndian.Uint16(page[8:]), int(binary.NativeEndian.Uint16(page[10:]))
	if flags != branchPage && flags != leafPage || flags == branchPage && count == 0 || pageHeader+count*pageElement > len(page) {
		p.bad("%s has %d entries of type %d, which makes no sense", name, count, flags)
		return
	}
	before := least
	for i := range count {
		at := pageHeader + i*pageElement
		e := page[at : at+pageElement]
		small := func(from int) uint64 { return uint64(binary.NativeEndian.Uint32(e[from:])) }
		begin, keyEnd := uint64(at)+small(0), uint64(0)
		end := begin + small(4)
		keyEnd = end
		if flags == leafPage {
			begin = uint64(at) + small(4)
			keyEnd = begin + small(8)
			end = keyEnd + small(12)
		}
		if begin < uint64(pageHeader+count*pageElement) || end > uint64(len(page)) {
			p.bad("%s: entry %d stands outside of it", name, i)
			return
		}
		key := page[begin:keyEnd]
		if order := bytes.Compare(before, key); order > 0 || order == 0 && i > 0 {
			p.bad("%s: entry %d is out of order", name, i)
			return
		}
		before = key
		switch {
		case flags == branchPage:
			p.tree(wordAt(e, 8), key, level+1)
		case small(0)&^bucketEntry != 0:
			p.bad("%s: entry %d is of type %d, which makes no sense", name, i, small(0))
		case small(0) == bucketEntry:
			p.bucket(name, page[keyEnd:end], level)
		}
	}
}

// bucket checks a bucket, which stands on pages of its own or, a small one, in its entry.
func (p *pageCheck) bucket(name string, value []byte, level int) {
	switch {
	case len(value) < bucketHeader:
		p.bad("%s has a bucket of %d bytes", name, len(value))
	case wordAt(value, 0) != 0:
		p.tree(wordAt(value, 0), nil, level+1)
	case len(value) < bucketHeader+pageHeader:
		p.bad("%s has a bucket of %d bytes", name, len(value))
	default:
		p.elements(name+", a bucket in it", value[bucketHeader:], nil, level+1)
	}
}

// freelist checks the list of pages that are free.
func (p *pageCheck) freelist(id uint64) {
	page := p.read(id)
	if page == nil {
		return
	}
	flags, count, first := binary.NativeEndian.Uint16(page[8:]), uint64(binary.NativeEndian.Uint16(page[10:])), uint64(pageHeader)
	if count == 0xffff { // then the first number is the count
		count, first = wordAt(page, pageHeader), pageHeader+8
	}
	if flags != freelistPage || count > (uint64(len(page))-first)/8 {
		p.bad("page %d, the list of free pages, has %d of type %d, which makes no sense", id, count, flags)
		return
	}
	for i := range count {
		if free := wordAt(page, int(first+8*i)); free < 2 || free >= p.end {
			p.bad("page %d, the list of free pages, names page %d, and there are %d", id, free, p.end)
			return
		}
	}
}
