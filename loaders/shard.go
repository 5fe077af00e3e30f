package loaders

import (
	"crypto/sha256"
	"encoding/binary"
	"slices"
)

// Shard leaves of the files those of part i of n, from 1 to n. In which part a file
// is depends on n and on its path below the folder that was asked for, or on its name
// where it was asked for itself: on no other file, and not on where the folder is. So
// machines agree on the parts without knowing of each other; no file is in two parts,
// and every one is in one. What was skipped or failed stays in all.
func (f *Files) Shard(i, n int) {
	f.list = slices.DeleteFunc(f.list, func(x file) bool {
		sum := sha256.Sum256([]byte(x.name))
		return binary.BigEndian.Uint64(sum[:])%uint64(n) != uint64(i-1)
	})
}
