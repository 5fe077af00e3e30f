package file

import (
	"context"
	"encoding/binary"
	"slices"

	hidalgo "github.com/hidal-go/hidalgo/kv"
)

// writtenByCayley lets Cayley write, which bolt never does: what it writes into its
// indexes is put into ours, so that its suite tests that it finds it there.
type writtenByCayley struct{ bboltKV }

func (d *writtenByCayley) Tx(writing bool) (hidalgo.Tx, error) {
	tx, err := d.bboltKV.Tx(writing)
	if err != nil {
		return nil, err
	}
	return &cayleysTx{tx.(*cayleyTx)}, nil
}

type cayleysTx struct{ *cayleyTx }

// whole returns the entry of a key.
func (t *cayleysTx) whole(k hidalgo.Key) []byte {
	x, _ := indexOf(k[0])
	var quads []uint64
	for e := t.entriesOf(x, k); e.Next(context.Background()); {
		quads = slices.AppendSeq(quads, numbersIn(e.list))
	}
	slices.Sort(quads)
	var out []byte
	for _, number := range quads {
		out = binary.AppendUvarint(out, number)
	}
	return out
}

// GetBatch returns the quads that an entry lists, which Cayley wants to know to write.
func (t *cayleysTx) GetBatch(ctx context.Context, keys []hidalgo.Key) ([]hidalgo.Value, error) {
	out, err := t.cayleyTx.GetBatch(ctx, keys)
	for i, k := range keys {
		if _, is := indexOf(k[0]); is {
			out[i] = t.whole(k)
		}
	}
	return out, err
}

// Put turns an index's whole entry into postings. Those of shorter keys say no more.
func (t *cayleysTx) Put(k hidalgo.Key, v hidalgo.Value) error {
	x, is := indexOf(k[0])
	if !is || len(k) < 2 || len(k[1]) == 0 {
		return t.cayleyTx.Put(k, v)
	}
	if len(k[0]) != len(x.dirs) {
		return nil
	}
	var p posting
	for i := range x.dirs {
		p[i] = binary.BigEndian.Uint64(k[1][8*i:])
	}
	known := slices.Collect(numbersIn(t.whole(k)))
	var added []posting
	for number := range numbersIn(v) {
		if !slices.Contains(known, number) {
			p[3] = number
			added = append(added, p)
		}
	}
	return x.add(t.Tx, added, 0xffff_ffff)
}
