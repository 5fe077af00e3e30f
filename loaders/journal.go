package loaders

import (
	"bytes"
	"compress/flate"
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"hash/crc32"
	"io"
	"os"
	"sync"

	"counterclaim/graph"
	"counterclaim/loaders/jsonl"
)

// A journal keeps what was read of files while a store is built, so that a load that goes on
// where one was interrupted need not find articles in pages, and statements in articles, again.
// It is a file of records one behind the other:
//
//	16 bytes   which reading it is
//	 4 bytes   the length of what follows the checksum
//	 4 bytes   the checksum of all of the record, CRC-32C
//	           the codings, a line of JSON each, packed by DEFLATE
//
// A record that did not reach the disk whole is one that is not there. The zero journal,
// and nil, keep nothing and find nothing. Any number of goroutines may use it.
type journal struct {
	mu    sync.Mutex
	file  *os.File
	at    map[reading]place
	end   int64
	found int // how often find found
}

// A reading says of what and how codings were read.
type reading [16]byte

// A place is where a record is in the file.
type place struct {
	start  int64
	length uint32 // of the codings
}

const recordHead = 16 + 4 + 4

// readingOf is the reading of a file with that content. What else it depends on, which are
// the program and the actors, is the same for all of a journal.
func readingOf(f file, data []byte) (r reading) {
	sum := sha256.New()
	for _, part := range [][]byte{[]byte(f.loader.Name()), []byte(f.path), data} {
		sum.Write(binary.LittleEndian.AppendUint64(nil, uint64(len(part))))
		sum.Write(part)
	}
	copy(r[:], sum.Sum(nil))
	return r
}

// keep has what is read from now on kept until a build of the store is finished.
func (r *run) keep() error {
	if r.build == nil || r.book == "" {
		return nil
	}
	file, err := r.build.Journal(r.book)
	if err != nil {
		return err
	}
	return r.kept.open(file)
}

// open has the journal keep in the file, and find what is there. It closes it in the end.
func (j *journal) open(file *os.File) error {
	info, err := file.Stat()
	if err != nil {
		return errors.Join(err, file.Close())
	}
	j.mu.Lock()
	defer j.mu.Unlock()
	j.file, j.at, j.end = file, map[reading]place{}, 0
	var head [recordHead]byte
	for {
		if _, err := file.ReadAt(head[:], j.end); err != nil {
			break
		}
		length := binary.LittleEndian.Uint32(head[16:])
		next := j.end + recordHead + int64(length)
		if length == 0 || next > info.Size() {
			break
		}
		j.at[reading(head[:16])] = place{j.end, length}
		j.end = next
	}
	return file.Truncate(j.end)
}

// close has the journal keep and find nothing any more.
func (j *journal) close() {
	j.mu.Lock()
	defer j.mu.Unlock()
	if j.file != nil {
		j.file.Close()
		j.file = nil
	}
}

// find returns the codings of a reading.
func (j *journal) find(r reading) ([]graph.Coding, bool) {
	record := j.record(r)
	if record == nil || binary.LittleEndian.Uint32(record[20:]) != checksum(record) {
		return nil, false
	}
	lines := jsonl.NewLines("", flate.NewReader(bytes.NewReader(record[recordHead:])))
	var out []graph.Coding
	for {
		piece, err := lines.Next()
		if err == io.EOF {
			break
		}
		codings, failed := piece.Read()
		if err != nil || len(failed) > 0 {
			return nil, false
		}
		out = append(out, codings...)
	}
	j.mu.Lock()
	j.found++
	j.mu.Unlock()
	return out, true
}

// record returns the bytes of a record, nil where it is not there.
func (j *journal) record(r reading) []byte {
	if j == nil {
		return nil
	}
	j.mu.Lock()
	defer j.mu.Unlock()
	at, ok := j.at[r]
	if !ok || j.file == nil {
		return nil
	}
	record := make([]byte, recordHead+int(at.length))
	if _, err := j.file.ReadAt(record, at.start); err != nil {
		return nil
	}
	return record
}

// checksum is of a record but for the four bytes of the checksum.
func checksum(record []byte) uint32 {
	return crc32.Update(crc32.Checksum(record[:20], castagnoli), castagnoli, record[recordHead:])
}

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

// add keeps the codings of a reading. Where that fails, as on a full disk, no more is kept.
func (j *journal) add(r reading, codings []graph.Coding) {
	if j == nil || !j.keeps() {
		return
	}
	record, err := appendRecord(r, codings)
	if err != nil {
		return
	}
	j.mu.Lock()
	defer j.mu.Unlock()
	if j.file == nil {
		return
	}
	if _, err := j.file.WriteAt(record, j.end); err != nil {
		j.file.Close()
		j.file = nil
		return
	}
	j.at[r] = place{j.end, uint32(len(record) - recordHead)}
	j.end += int64(len(record))
}

func (j *journal) keeps() bool {
	j.mu.Lock()
	defer j.mu.Unlock()
	return j.file != nil
}

func appendRecord(r reading, codings []graph.Coding) ([]byte, error) {
	record := bytes.NewBuffer(append(r[:], make([]byte, recordHead-len(r))...))
	packer := packers.Get().(*flate.Writer)
	defer packers.Put(packer)
	packer.Reset(record)
	for i := range codings {
		line, err := jsonl.Append(nil, &codings[i])
		if err != nil {
			return nil, err
		}
		if _, err := packer.Write(append(line, '\n')); err != nil {
			return nil, err
		}
	}
	if err := packer.Close(); err != nil {
		return nil, err
	}
	out := record.Bytes()
	binary.LittleEndian.PutUint32(out[16:], uint32(len(out)-recordHead))
	binary.LittleEndian.PutUint32(out[20:], checksum(out))
	return out, nil
}

// A packer has half a megabyte of tables.
var packers = sync.Pool{New: func() any {
	w, err := flate.NewWriter(nil, flate.BestSpeed)
	if err != nil {
		panic(err) // the level is one that there is
	}
	return w
}}
