package text

import "github.com/kljensen/snowball/english"

// Stem returns the Porter2 stem of a lower-case English word.
func Stem(word string) string { return english.Stem(word, false) }
