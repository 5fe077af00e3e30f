// Package score measures what is found in texts against what people marked in
// them, so that users who code by hand can tell how far to trust the tool on
// texts of their own.
//
//	gold, err := score.Read("gold.jsonl", file)
//	report, err := score.Measure(ctx, gold, find)
//
// Spans are compared by the words in them, so that a comma or a quotation mark more
// or less does not matter. What the figures mean:
//
//	content exact    the same words, but for a "that" or an article before them
//	content matched  each statement found is set against at most one annotated one, the
//	                 best pairs first; they match if twice the words that both have is at
//	                 least half of the words of the two (Dice's coefficient of .5). Pareti
//	                 2013 and 2016 count overlapping contents in that way beside exact ones
//	source head      of the matched, those whose source has the head word of the annotated
//	                 one and at most four words beyond it
//	triple lenient   of the matched, those whose source has its head or shares a word and
//	                 whose cue shares a word with the annotated ones
//	direct ...       matched contents of which nine words in ten stand in quotation marks
//	                 (direct), none does (indirect), or some do (mixed)
//
// Precision is the share of what was found, recall the share of what was annotated,
// F1 their harmonic mean, each over all statements of all documents.
//
// A statement counts as right where its content matches and its source has the head
// or shares a word: the share of right ones is what Confidence states. Here a
// statement without words for its speaker has those of the statement before with
// the same speaker, an annotated "who" is right as the name before it, and so is an
// annotated reporter of the speaker's words whom the statement has as such. The
// expected calibration error is the mean distance between the two over ten bands
// of confidence, weighed by the statements in each (Naeini et al. 2015, Guo et
// al. 2017).
//
//	S. Pareti et al., Automatically detecting and attributing indirect quotations, EMNLP 2013
//	S. Pareti, PARC 3.0: a corpus of attribution relations, LREC 2016
//	M. P. Naeini et al., Obtaining well calibrated probabilities using Bayesian binning, AAAI 2015
//	C. Guo et al., On calibration of modern neural networks, ICML 2017
package score
