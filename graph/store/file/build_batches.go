package file

// linkedBucket notes, in a file that is not yet the store's, with which batches of what is
// added to it one is done, so that the work goes on there after an interruption.
var linkedBucket = []byte("linked")

// NoteBatch notes that a batch is done, in the transaction that adds what is in it.
func (t *Tx) NoteBatch(batch int) error {
	linked, err := t.tx.CreateBucketIfNotExists(linkedBucket)
	if err != nil {
		return err
	}
	return linked.Put(numberKey(uint64(batch)), nil)
}

// DoneBatches returns the batches that are noted as done.
func (d *DB) DoneBatches() (map[int]bool, error) {
	done := map[int]bool{}
	err := d.View(func(t *Tx) error {
		linked := t.tx.Bucket(linkedBucket)
		if linked == nil {
			return nil
		}
		return linked.ForEach(func(key, _ []byte) error { done[int(numberOf(key))] = true; return nil })
	})
	return done, err
}

// ForgetBatches drops the notes, when all is done.
func (d *DB) ForgetBatches() error {
	tx, err := d.begin(true)
	if err != nil {
		return err
	}
	defer tx.Rollback()
	if tx.Bucket(linkedBucket) != nil {
		if err := tx.DeleteBucket(linkedBucket); err != nil {
			return err
		}
	}
	return tx.Commit()
}
