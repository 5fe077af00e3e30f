package file

import (
	"bytes"
	"context"
	"errors"

	"github.com/hidal-go/hidalgo/kv"
	"go.etcd.io/bbolt"
	bbolterrors "go.etcd.io/bbolt/errors"
)

// bboltKV serves the key-value interface that Cayley stands on from bbolt.
//
// Cayley's keys have two parts, of which the first is a bucket. Values it spreads over
// 65,536 buckets, "v" with two bytes of a hash; they are in one bucket here, where keys
// begin with these two bytes anyway. What it looks for in an index is made of the
// postings. Cayley only reads: add.go and remove.go write.
type bboltKV struct{ db *bbolt.DB }

func (d *bboltKV) Close() error { return d.db.Close() }

func (d *bboltKV) Tx(writing bool) (kv.Tx, error) {
	tx, err := d.db.Begin(writing)
	if err != nil {
		return nil, err
	}
	return &cayleyTx{newTx(tx)}, nil
}

// singleTx serves every transaction that Cayley asks for from the same one, and
// leaves committing it or rolling it back to whoever began it.
type singleTx struct{ cayleyTx }

func (t *singleTx) Tx(bool) (kv.Tx, error)       { return t, nil }
func (t *singleTx) Commit(context.Context) error { return nil }
func (t *singleTx) Close() error                 { return nil }

// cayleyTx is a transaction as Cayley sees it.
type cayleyTx struct{ *Tx }

func (t *cayleyTx) Commit(context.Context) error { return t.tx.Commit() }

func (t *cayleyTx) Close() error {
	if err := t.tx.Rollback(); err != nil && !errors.Is(err, bbolterrors.ErrTxClosed) {
		return err
	}
	return nil
}

func (t *cayleyTx) Get(_ context.Context, k kv.Key) (kv.Value, error) {
	if v := t.get(k); v != nil {
		return v, nil
	}
	return nil, kv.ErrNotFound
}

func (t *cayleyTx) GetBatch(_ context.Context, keys []kv.Key) ([]kv.Value, error) {
	out := make([]kv.Value, len(keys))
	log := logCursor{}
	for i, k := range keys {
		if string(k[0]) != "log" || t.buckets["log"] == nil {
			out[i] = t.get(k)
			continue
		}
		if log.log == nil { // what is asked for together often stands together
			log.log = t.buckets["log"].Cursor()
		}
		if entry, err := log.read(numberOf(k[1])); err == nil {
			out[i] = entry
		}
	}
	return out, nil
}

func (t *cayleyTx) Put(k kv.Key, v kv.Value) error { return t.put(k, v) }
func (t *cayleyTx) Del(k kv.Key) error             { return t.del(k) }

func (t *cayleyTx) Scan(prefix kv.Key) kv.Iterator {
	if len(prefix) == 0 {
		return &bboltIterator{}
	}
	if x, ok := indexOf(prefix[0]); ok {
		return t.entriesOf(x, prefix)
	}
	b := t.buckets[string(bucketName(prefix[0]))]
	if b == nil {
		return &bboltIterator{}
	}
	it := &bboltIterator{cursor: b.Cursor(), bucket: prefix[0]}
	if len(prefix) > 1 {
		it.prefix = prefix[1]
	}
	return it
}

// bboltIterator goes through the keys of one bucket that begin with prefix.
type bboltIterator struct {
	cursor         *bbolt.Cursor // nil at the end
	bucket, prefix []byte
	key, value     []byte
}

func (i *bboltIterator) Next(context.Context) bool {
	switch {
	case i.cursor == nil:
		return false
	case i.key == nil:
		i.key, i.value = i.cursor.Seek(i.prefix)
	default:
		i.key, i.value = i.cursor.Next()
	}
	if i.key == nil || !bytes.HasPrefix(i.key, i.prefix) {
		i.cursor = nil
		return false
	}
	return true
}

func (i *bboltIterator) Key() kv.Key   { return kv.Key{i.bucket, i.key} }
func (i *bboltIterator) Val() kv.Value { return i.value }
func (i *bboltIterator) Err() error    { return nil }
func (i *bboltIterator) Close() error  { i.cursor = nil; return nil }
