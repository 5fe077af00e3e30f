package queries

import (
	"slices"
	"testing"
)

func TestVerbsAreThoseOfTheHead(t *testing.T) {
	found := map[string]Verb{}
	for _, v := range Verbs() {
		if v.Says == "" || v.Usage == "" {
			t.Errorf("%+v lacks something", v)
		}
		found[v.Name] = v
	}
	for name, method := range map[string]bool{"picked": false, "answered": false, "statementsOf": false, "answersTo": false, "answersOf": false, "facts": true, "show": true, "read": true, "filter": true} {
		v, ok := found[name]
		if !ok || v.Method != method {
			t.Errorf("%s: %+v", name, v)
		}
	}
	if slices.ContainsFunc(Verbs(), func(v Verb) bool { return v.Name == "within" && v.Method }) {
		t.Error("within is no method")
	}
}
