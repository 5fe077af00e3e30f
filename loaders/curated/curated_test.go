package curated

import (
	"sync"
	"testing"

	"counterclaim/loaders/actors"
	"counterclaim/loaders/loadertest"
)

// invented is the book of the tests: no country of it exists.
const invented = `
actors:
  - names: [Veldany]
    class: country
    adjectives: [Veldanian]
    capitals: [Port Arlen]
  - names: [Norreland]
    class: country
    adjectives: [Norrish]
  - names: [Foreign Ministry of Veldany, Veldanian Foreign Ministry]
    class: organisation
    acts-for:
      - actor: actor:veldany
  - names: [Ana Reyes]
    class: person
    acts-for:
      - actor: actor:norreland
        as: [navy spokeswoman]
        from: 2030
  - id: actor:tide-society-of-veldany
    names: [Tide Society]
    class: group
  - id: actor:tide-society-of-norreland
    names: [Tide Society]
    class: group
`

var book = sync.OnceValue(func() *actors.Book {
	seeded, err := actors.Seeded()
	if err != nil {
		panic(err)
	}
	extended, err := seeded.Extended("invented.yaml", []byte(invented))
	if err != nil {
		panic(err)
	}
	return extended
})

func TestLoader(t *testing.T) {
	loadertest.Run(t, New(book()), "testdata/*.txtar")
}
