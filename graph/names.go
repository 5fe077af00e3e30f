package graph

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
)

// checkName returns an error unless a node's name begins with one of the
// prefixes and goes on with characters that an IRI may have.
func checkName(name string, prefixes ...string) error {
	rest := ""
	for _, p := range prefixes {
		if after, ok := strings.CutPrefix(name, p); ok {
			rest = after
		}
	}
	bad := func(r rune) bool {
		return unicode.IsSpace(r) || unicode.IsControl(r) || slices.Contains([]rune("<>\"{}|\\^`"), r)
	}
	if rest == "" || strings.ContainsFunc(rest, bad) {
		return fmt.Errorf("name %q; allowed is %s and a name without spaces, quotes or brackets", name, strings.Join(prefixes, " or "))
	}
	return nil
}
