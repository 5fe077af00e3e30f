package file

import (
	"io"

	cayleygraph "github.com/cayleygraph/cayley/graph"
	cayleykv "github.com/cayleygraph/cayley/graph/kv"
	"github.com/hidal-go/hidalgo/kv"
	"go.etcd.io/bbolt"
)

// A Tx is one transaction, good until the function that View or Update calls with it
// returns. A reading one may serve several goroutines.
type Tx struct {
	tx      *bbolt.Tx
	buckets map[string]*bbolt.Bucket
}

func newTx(tx *bbolt.Tx) *Tx {
	t := &Tx{tx, map[string]*bbolt.Bucket{}}
	// The function fails never, and the buckets are good as long as tx is.
	_ = tx.ForEach(func(name []byte, b *bbolt.Bucket) error {
		t.buckets[string(name)] = b
		return nil
	})
	return t
}

// Cayley opens Cayley's store over the transaction. It is for reading, and keeps what it looks up: each goroutine needs one of its own.
func (t *Tx) Cayley() (cayleygraph.QuadStore, error) {
	return cayleykv.New(&singleTx{cayleyTx{t}}, cayleyOptions)
}

// WriteTo writes a copy of the whole file as the transaction sees it, and returns its
// length in bytes.
func (t *Tx) WriteTo(out io.Writer) (int64, error) { return t.tx.WriteTo(out) }

// bucketName returns the bucket for the first part of a key.
func bucketName(part []byte) []byte {
	if len(part) == 3 && part[0] == 'v' {
		return part[:1]
	}
	return part
}

// get returns nil where there is no such key.
func (t *Tx) get(k kv.Key) kv.Value {
	if len(k) != 2 {
		return nil
	}
	if x, ok := indexOf(k[0]); ok {
		return t.entriesOf(x, k).size()
	}
	b := t.buckets[string(bucketName(k[0]))]
	if b == nil {
		return nil
	}
	return b.Get(k[1])
}

// put writes a value, or makes a bucket where the key has one part or is empty.
func (t *Tx) put(k kv.Key, v kv.Value) error {
	if !t.tx.Writable() {
		return kv.ErrReadOnly
	}
	name := bucketName(k[0])
	if _, ok := indexOf(name); ok {
		return nil // its entries are not kept
	}
	b := t.buckets[string(name)]
	if b == nil {
		var err error
		if b, err = t.tx.CreateBucketIfNotExists(name); err != nil {
			return err
		}
		t.buckets[string(name)] = b
	}
	if len(k) == 1 || len(k[1]) == 0 && len(v) == 0 {
		return nil
	}
	return b.Put(k[1], v)
}

func (t *Tx) del(k kv.Key) error {
	if b := t.buckets[string(bucketName(k[0]))]; b != nil && len(k) == 2 {
		return b.Delete(k[1])
	}
	return nil
}
