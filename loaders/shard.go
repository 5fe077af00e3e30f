package loaders

import (
	"crypto/sha256"
	"encoding/binary"
	"path/filepath"
)

// A Shard is part I of N of the files, from 1 to N; the zero one is all of them. In
// which part a file is depends on N and on its path below the folder that was asked
// for, or on its name where it was asked for itself: on no other file, and not on where
// the folder is. So machines agree on the parts without knowing of each other; no file
// is in two parts, and every one is in one.
type Shard struct{ I, N int }

// Find is as the function Find, for the files of the shard. It opens no others.
func (s Shard) Find(loaders []Loader, paths ...string) Files {
	f := finder{loaders: loaders, shard: s, seen: map[string]bool{}}
	for _, p := range paths {
		f.find(filepath.Clean(p))
	}
	return f.files()
}

// has reports whether a file of that name is in the shard.
func (s Shard) has(name string) bool {
	if s.N == 0 {
		return true
	}
	sum := sha256.Sum256([]byte(name))
	return binary.BigEndian.Uint64(sum[:])%uint64(s.N) == uint64(s.I-1)
}
