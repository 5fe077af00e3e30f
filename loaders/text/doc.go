// Package text cuts prose into tokens, sentences and quotations, and looks words
// up in lists. Nothing here copies words out: everything is a range of byte
// offsets into the source, so that whatever is found can be pointed at.
//
//	t := text.Read(source, text.Lines(source))
//	for _, s := range t.Sentences {
//		fmt.Println(t.Words(s))
//	}
//
// All of it is safe for concurrent use once made.
package text
