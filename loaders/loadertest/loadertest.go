// Package loadertest has the tests that every loader must pass. A loader's own
// test is one call:
//
//	func TestLoader(t *testing.T) { loadertest.Run(t, article.New(book), "testdata/*.txtar") }
//
// Each txtar file is one case. Its comment says what it shows; its first file is
// the input, under a name that the loader knows as its own:
//
//	# a denial answers an earlier accusation; the quote is interrupted
//	-- article.txt --
//	"We did not", Colonel Reyes said, "fire on the market."
//	-- want.txt --
//	denial  speaker="Colonel Reyes"  mode=direct  cue="said"  content="We did not"|"fire on the market."
//
// want.txt has a line a statement, as Line writes it. Where it matters,
// document.txt has what is known of the document, as DocumentLine writes it.
// Input that the loader must refuse has error.txt in their place:
//
//	-- input.yaml --
//	nmae: x
//	-- error.txt --
//	input.yaml:1:1: unknown key "nmae" of a file; allowed are name, document, answers, statements
//
// go test ./loaders/<format> -update writes what the loader does into the files;
// the difference is for a person to read. A failure that is known and stays is a
// case whose comment begins with "# wrong:".
//
// To add a loader: write its package, its cases, the one call above, and its line
// in loaders.All.
package loadertest

import (
	"testing"

	"counterclaim/graph"
)

// A Loader is what is tested; loaders.Loader has the same methods. It is declared
// here too so that a loader's own tests can import this package.
type Loader interface {
	Name() string
	Detect(path string, head []byte) bool
	Read(path string, data []byte) ([]graph.Coding, error)
}

// Run tests the loader with the cases of the txtar files that match the pattern,
// and then what must hold for every loader with the inputs of those cases.
func Run(t *testing.T, loader Loader, pattern string) {
	t.Run("cases", func(t *testing.T) { Cases(t, loader, pattern) })
	t.Run("conformance", func(t *testing.T) {
		for _, c := range readCases(t, pattern) {
			t.Run(c.name, func(t *testing.T) { Conforms(t, loader, c.input.Name, c.input.Data) })
		}
	})
}
