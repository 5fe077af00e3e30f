package contrast

import (
	"slices"
	"strings"
	"sync"

	"counterclaim/loaders/text"
)

// voice reports whether the statement's speaker is somebody who can quarrel: a name,
// or words that mean people, a body or a paper. "A series of tests" is none.
func (e *entry) voice() bool {
	if !unnamed(e.Speaker.Actor) {
		return e.Speaker.Actor != ""
	}
	words := actorWords(e.Speaker.Actor)
	return slices.ContainsFunc(words[1:len(words)-1], func(w string) bool {
		for _, list := range voices() {
			if list.Has(w) || list.Has(strings.TrimSuffix(w, "s")) {
				return true
			}
		}
		return false
	})
}

var voices = sync.OnceValue(func() []*text.List {
	return []*text.List{text.Words("roles"), text.Words("collectives"), text.Words("organisations"), text.Words("papers"), text.Words("governments"), text.Words("states"), text.Words("voices")}
})
