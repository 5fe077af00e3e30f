package store

import (
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
	return &cayleysTx{tx.(*bboltTx)}, nil
}

type cayleysTx struct{ *bboltTx }

// Put turns an index's whole entry into postings. Those of shorter keys say no more.
func (t *cayleysTx) Put(k hidalgo.Key, v hidalgo.Value) error {
	x, is := indexOf(k[0])
	if !is || len(k) < 2 || len(k[1]) == 0 {
		return t.bboltTx.Put(k, v)
	}
	if len(k[0]) != len(x.dirs) {
		return nil
	}
	var p posting
	for i := range x.dirs {
		p[i] = binary.BigEndian.Uint64(k[1][8*i:])
	}
	known := slices.Collect(numbersIn(t.get(k)))
	var added []posting
	for number := range numbersIn(v) {
		if !slices.Contains(known, number) {
			p[3] = number
			added = append(added, p)
		}
	}
	return x.add(t.bboltTx, added, 0xffff_ffff)
}
