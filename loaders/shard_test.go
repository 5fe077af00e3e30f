package loaders

import (
	"fmt"
	"maps"
	"path/filepath"
	"slices"
	"testing"
)

// shardNames returns the names of the files of a part, as they are below dir.
func shardNames(t *testing.T, i, n int, dir string, paths ...string) []string {
	t.Helper()
	files := Shard{i, n}.Find(fakes, paths...)
	if len(files.Failed) > 0 {
		t.Fatal(files.Failed)
	}
	var out []string
	for _, f := range files.list {
		name, err := filepath.Rel(dir, f.path)
		must(t, err)
		out = append(out, name)
	}
	return out
}

func TestShardsAreDisjointAndTogetherEverything(t *testing.T) {
	dir := manyFiles(t, 300)
	for _, n := range []int{1, 2, 7, 300, 1000} {
		seen := map[string]int{}
		most := 0
		for i := range n {
			names := shardNames(t, i+1, n, dir, dir)
			for _, name := range names {
				seen[name]++
			}
			most = max(most, len(names))
		}
		if len(seen) != 300 || slices.Max(slices.Collect(maps.Values(seen))) != 1 {
			t.Errorf("%d parts have %d files, some in %d of them", n, len(seen), slices.Max(slices.Collect(maps.Values(seen))))
		}
		if most > 300/n+40 {
			t.Errorf("of %d parts one has %d files", n, most)
		}
	}
}

// TestAShardIsTheSameEverywhere: in another folder, with other files, named one by one.
func TestAShardIsTheSameEverywhere(t *testing.T) {
	here, there := manyFiles(t, 100), manyFiles(t, 200)
	for i := range 5 {
		want := shardNames(t, i+1, 5, here, here)
		got := slices.DeleteFunc(shardNames(t, i+1, 5, there, there), func(name string) bool { return filepath.Base(name) >= "100.txt" })
		if !slices.Equal(got, want) {
			t.Errorf("part %d is %v in one folder and %v in another", i+1, want, got)
		}
	}
	flat := folder(t, map[string]string{"a.txt": "doc:a", "b.txt": "doc:b", "c.txt": "doc:c"})
	for i := range 2 {
		want, got := shardNames(t, i+1, 2, flat, flat), shardNames(t, i+1, 2, flat, flat+"/c.txt", flat+"/b.txt", flat+"/a.txt")
		slices.Sort(got)
		if fmt.Sprint(want) != fmt.Sprint(got) {
			t.Errorf("part %d is %v of the folder and %v of the files named", i+1, want, got)
		}
	}
}

// TestAShardLooksAtItsOwnFiles: what is wrong with a file, and that it is passed over, is
// told by the one shard that it falls into.
func TestAShardLooksAtItsOwnFiles(t *testing.T) {
	dir := folder(t, map[string]string{"a.txt": "doc:a", "lost.txt": "->nowhere", "linked.txt": "->a.txt", "notes": "x", "more": "x"})
	var list, skipped, failed []string
	for i := range 4 {
		files := Shard{i + 1, 4}.Find(fakes, dir)
		l, s, f := shown(files, dir)
		list, skipped, failed = append(list, l...), append(skipped, s...), append(failed, f...)
	}
	slices.Sort(list)
	slices.Sort(skipped)
	expect(t, "files", list, "a.txt", "linked.txt")
	expect(t, "skipped", skipped, "more", "notes")
	expect(t, "failed", failed, "lost.txt: the link leads to nowhere, which cannot be read (no such file or directory); mend or remove it")
}
