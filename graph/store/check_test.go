package store_test

import (
	"strings"
	"testing"

	"counterclaim/graph/store"
)

func TestCheckAcceptsWhatPutWrites(t *testing.T) {
	onEach(t, func(t *testing.T, db *store.Store) {
		put(t, db, gazette(), archive())
		for _, err := range db.Check(t.Context()) {
			t.Error(err)
		}
	})
}

func TestCheckFinds(t *testing.T) {
	const drawn = `
<st:a> <type> <class:statement> <doc:x> .
<st:b> <type> <class:statement> <doc:x> .
<st:a> <speeker> <actor:mirow> <doc:x> .
<st:a> <speaker> "Ana Mirow" <doc:x> .
<st:b> <speaker> <kind:denial> <doc:x> .
<doc:x> <type> <class:document> <doc:x> .
<doc:x> <speaker> <actor:mirow> <doc:x> .
<st:a> <said> "last week" <doc:x> .
<st:b> <confidence> "high" <doc:x> .
<st:b> <denies> <st:c> <doc:x> .
<thing> <title> "A thing" <doc:x> .
`
	db := open(t, "memory", "")
	if err := db.ReadQuads(t.Context(), strings.NewReader(drawn), nil); err != nil {
		t.Fatal(err)
	}
	want := []string{
		"<confidence> leads to text; allowed is to number (1 times, as in <st:b>",
		"<said> leads to text; allowed is to date (1 times",
		"<speaker> leads from document; allowed is from statement",
		"<speaker> leads to kind; allowed is to actor",
		"<speaker> leads to text; allowed is to actor",
		"<title> leads from a node of no class; allowed is from document",
		"a quad leads to a node that is not there: actor",
		"a quad leads to a node that is not there: statement (1 times, as in <st:b> <denies> <st:c>",
		"predicate <speeker> is not in the vocabulary",
	}
	got := db.Check(t.Context())
	if len(got) != len(want) {
		t.Errorf("%d misfits, want %d: %v", len(got), len(want), got)
	}
	for i := range min(len(got), len(want)) {
		if !strings.HasPrefix(got[i].Error(), want[i]) {
			t.Errorf("got  %s\nwant %s", got[i], want[i])
		}
	}
}
