package loaders

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"unicode/utf8"
)

// largest is how many bytes a file can have. A book of 3,000 pages has fewer.
const largest = 20 << 20

// data returns the content of the file, or what is wrong with it whatever its
// format is.
func (f *file) data() ([]byte, error) {
	info, err := fs.Stat(f.fsys, f.name)
	if err != nil {
		return nil, unreadable(f.path, "", err)
	}
	if info.Size() > largest {
		return nil, fmt.Errorf("%s: has %d MB; allowed are %d MB: split it into its documents", f.path, info.Size()>>20, largest>>20)
	}
	data, err := fs.ReadFile(f.fsys, f.name)
	if err != nil {
		return nil, unreadable(f.path, "", err)
	}
	if err := acceptable(data); err != nil {
		return nil, fmt.Errorf("%s: %w", f.path, err)
	}
	return data, nil
}

// acceptable returns what is wrong with data that no loader can read. It is the
// one place where that is decided; what a format cannot have is its loader's word.
func acceptable(data []byte) error {
	nul := bytes.IndexByte(data, 0)
	switch {
	case len(bytes.TrimSpace(bytes.TrimPrefix(data, []byte("\ufeff")))) == 0:
		return errors.New("is empty; give a file with text")
	case bytes.HasPrefix(data, []byte("%PDF-")):
		return errors.New("is a PDF file; save its text first, for example with pdftotext")
	case bytes.HasPrefix(data, []byte{0xff, 0xfe}), bytes.HasPrefix(data, []byte{0xfe, 0xff}):
		return errors.New("is in UTF-16; convert it first, for example with iconv -f UTF-16 -t UTF-8")
	case nul >= 0:
		return fmt.Errorf("is a binary file (byte %d is zero); give text in UTF-8", nul)
	}
	if bad := invalidUTF8(data); bad >= 0 {
		return fmt.Errorf("byte %d is not UTF-8; convert the file first, for example with iconv -f WINDOWS-1252 -t UTF-8", bad)
	}
	return nil
}

// invalidUTF8 returns the place of the first byte that is no UTF-8, or -1.
func invalidUTF8(data []byte) int {
	if utf8.Valid(data) {
		return -1
	}
	for i := 0; i < len(data); {
		r, size := utf8.DecodeRune(data[i:])
		if r == utf8.RuneError && size == 1 {
			return i
		}
		i += size
	}
	return -1
}
