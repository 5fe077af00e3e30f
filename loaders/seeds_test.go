package loaders

import (
	"io/fs"
	"testing"

	"counterclaim/loaders/actors"
	"counterclaim/loaders/loadertest"
	"counterclaim/seeds"
)

func TestEverySeedSurvives(t *testing.T) {
	book, err := actors.Seeded()
	must(t, err)
	files := FindFS(All(book), seeds.Files, "statements", "articles")
	if files.Len() < 9 || len(files.Skipped)+len(files.Failed) > 0 {
		t.Errorf("%d files, skipped %v, failed %v", files.Len(), files.Skipped, files.Failed)
	}
	for _, f := range files.list {
		t.Run(f.path, func(t *testing.T) {
			data, err := fs.ReadFile(f.fsys, f.name)
			must(t, err)
			loadertest.Conforms(t, f.loader, f.path, data)
		})
	}
}
