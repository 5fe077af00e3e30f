package plots

import (
	"io"
	"testing"
)

// Drawing 500 statements, and writing what was drawn.
func BenchmarkPictures(b *testing.B) {
	s := spread(selection(b, 500))
	for _, k := range Kinds {
		p, err := Draw(k.Name, &s, Options{})
		if err != nil {
			b.Fatal(err)
		}
		b.Run(k.Name+"/draw", func(b *testing.B) {
			for b.Loop() {
				if _, err := Draw(k.Name, &s, Options{}); err != nil {
					b.Fatal(err)
				}
			}
		})
		b.Run(k.Name+"/svg", func(b *testing.B) {
			for b.Loop() {
				if err := WriteSVG(io.Discard, &p); err != nil {
					b.Fatal(err)
				}
			}
		})
		b.Run(k.Name+"/png", func(b *testing.B) {
			for b.Loop() {
				if err := WritePNG(io.Discard, &p); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
