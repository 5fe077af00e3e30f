package seeds

import (
	"io/fs"
	"slices"
	"strings"
	"testing"
)

func TestEveryWordListIsSortedWithoutDoubles(t *testing.T) {
	files, err := fs.Glob(Files, "words/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no word lists", err)
	}
	for _, f := range files {
		words, err := Words(strings.TrimSuffix(strings.TrimPrefix(f, "words/"), ".txt"))
		if err != nil {
			t.Fatal(err)
		}
		if len(words) == 0 {
			t.Errorf("%s is empty", f)
		}
		for i, w := range words[min(1, len(words)):] {
			if w <= words[i] {
				t.Errorf("%s: %q stands after %q", f, w, words[i])
			}
		}
	}
}

func TestWordsNamesTheListThatIsNotThere(t *testing.T) {
	if _, err := Words("nothing"); err == nil || !strings.Contains(err.Error(), `word list "nothing"`) {
		t.Errorf("got %v", err)
	}
}

func TestEntriesLeaveOutCommentsAndBlankLines(t *testing.T) {
	got := entries([]byte("# a list\n\n deny # a verb\r\ncalled on\n#\n"))
	if want := []string{"deny", "called on"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}
