// Package article reads news text and finds the statements in it: who says
// what, about whom, in which words.
//
// It works by rules over tokens, sentences and quotation marks. A cue (a verb or
// phrase of saying, from seeds/words/cues.txt) with a speaker beside it and a
// content after or before it makes a statement; a quotation that follows goes on
// with the same speaker. Each rule has a name, which goes into the statement, and
// confidence.txt has the share of its statements that were right when it was
// measured. After a change of rules, measure again: see calibrate.
//
// The steps, each in its file, each a function of values:
//
//	page     lines that are the article, title, outlet, date    clean.go header.go
//	names    actors named in it, known and unknown               names.go
//	speech   cue, speaker, content                               speech.go and around
//	speaker  who is meant by a name, a role, a pronoun           speaker.go
//	reading  kinds, target, victim, topic, certainty, date       kinds.go target.go ...
//
// Language is in seeds/words, grammar is here: to teach it a word, add a line to
// a list.
package article
