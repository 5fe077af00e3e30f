package article

import (
	"testing"

	"counterclaim/graph"
)

// The two ministers and their country are invented.
const ministers = `actors:
  - {names: [Veldany], class: country, adjectives: [Veldan]}
  - {names: [Ana Mirow], class: person, gender: f, acts-for: [{actor: actor:veldany, as: [prime minister], from: 2021-01-01, to: 2024-01-01}]}
  - {names: [Jon Tarn], class: person, gender: m, acts-for: [{actor: actor:veldany, as: [prime minister], from: 2024-01-01}]}
`

// Without a date nobody knows which of two ministers of one country is in office:
// each is a side. An office before the name, a date, or another country in the
// article says for whom they speak.
func TestRivalsAtHomeAreSidesOfTheirOwn(t *testing.T) {
	const veldany = "actor:veldany"
	book, err := loader(t).book.Extended("ministers.yaml", []byte(ministers))
	if err != nil {
		t.Fatal(err)
	}
	for source, want := range map[string]string{
		"Ana Mirow said the harbour was safe. Jon Tarn said Ms. Mirow was wrong about the harbour.":                   "actor:ana-mirow",
		"Prime Minister Ana Mirow said the harbour was safe. Jon Tarn said Ms. Mirow was wrong about it.":             veldany,
		"The harbour was safe, said former Prime Minister Ana Mirow. Jon Tarn said Ms. Mirow was wrong about it.":     "actor:ana-mirow",
		"Ana Mirow said the harbour was safe. China said that was wrong. China rejected it twice, Beijing added.":     veldany,
		"Published: 2023-05-06\n\nAna Mirow said the harbour was safe. Jon Tarn said Ms. Mirow was wrong about that.": veldany,
	} {
		c := New(book).read(graph.Document{Name: "a.txt", Text: source})
		if len(c.Statements) == 0 || c.Statements[0].Side != want {
			t.Errorf("%s\n%+v, want the side %s", source, c.Statements, want)
		}
	}
}

// Who works for a politician is on that one's side.
func TestStaffOfARivalIsOnTheirSide(t *testing.T) {
	book, err := (loader(t).book).Extended("ministers.yaml", []byte(ministers))
	if err != nil {
		t.Fatal(err)
	}
	c := New(book).read(graph.Document{Name: "a.txt", Text: "Ana Mirow will stand again. Mirow spokeswoman Lia Storm said the harbour was safe."})
	if len(c.Statements) != 1 || c.Statements[0].Side != "actor:ana-mirow" {
		t.Errorf("%+v, want the side of Ana Mirow", c.Statements)
	}
}
