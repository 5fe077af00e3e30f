package article

import (
	"flag"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"counterclaim/graph"
	"counterclaim/loaders/actors"
	"counterclaim/loaders/loadertest"
	"counterclaim/seeds"
)

func loader(t testing.TB) *Loader {
	t.Helper()
	book, err := actors.Seeded()
	if err != nil {
		t.Fatal(err)
	}
	return New(book)
}

func TestLoader(t *testing.T) { loadertest.Run(t, loader(t), "testdata/*.txtar") }

// Every rule says how far it can be trusted.
func TestEveryRuleHasAPrior(t *testing.T) {
	paths, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(paths) == 0 {
		t.Fatal("no cases", err)
	}
	used := map[string]bool{}
	for _, path := range paths {
		archive, err := txtar.ParseFile(path)
		if err != nil {
			t.Fatal(err)
		}
		codings, err := loader(t).Read("article.txt", archive.Files[0].Data)
		if err != nil {
			t.Fatal(err)
		}
		for _, s := range codings[0].Statements {
			used[s.Rule] = true
			if s.Confidence <= 0 || s.Confidence >= 1 {
				t.Errorf("%s: rule %q has the confidence %v", path, s.Rule, s.Confidence)
			}
		}
	}
	for rule := range confidences().rules {
		if rule != anyRule && !used[rule] {
			t.Errorf("no case shows the rule %q", rule)
		}
	}
}

// What stands around an article tells its title, outlet, author and date.
func TestHeader(t *testing.T) {
	const body = "\n\nMayor Ida Holm said that the ferry would be late on every day of the coming week.\n"
	for _, tt := range []struct {
		name, text               string
		title, publisher, author string
		published                graph.Date
	}{
		{"title, byline with outlet, updated", "Ferry fares to rise\n\nBy Tessa Quill in Port Cassel (Coastal Wire)\nUpdated: 2031-05-14 11:24" + body, "Ferry fares to rise", "Coastal Wire", "Tessa Quill", "2031-05-14"},
		{"outlet first, section, date in words", "The Meridian\nWorld / Strait\n\nFerry fares are to rise again\nTue May 13 2031, 17:33" + body, "Ferry fares are to rise again", "The Meridian", "", "2031-05-13"},
		{"outlet and date on one line", "Ferry fares to rise\nStavik Courier, 4 May 2031" + body, "Ferry fares to rise", "Stavik Courier", "", "2031-05-04"},
		{"dateline with agency", "Ferry fares to rise\n\nSTAVIK, May 6, 2031 (Coastal Wire) - Mayor Ida Holm said that the ferry would be late on every day.\n", "Ferry fares to rise", "Coastal Wire", "", "2031-05-06"},
		{"imprint at the end", "Ferry fares to rise" + body + "\n(Coastal Wire 05/14/2031 page1)\n", "Ferry fares to rise", "Coastal Wire", "", "2031-05-14"},
		{"no date is guessed", "Ferry fares to rise" + body, "Ferry fares to rise", "", "", ""},
		{"a day that does not exist", "Ferry fares to rise\n2031-02-30" + body, "Ferry fares to rise", "", "", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			codings, err := loader(t).Read("ferry.txt", []byte(tt.text))
			if err != nil {
				t.Fatal(err)
			}
			d := codings[0].Document
			got := [4]string{d.Title, d.Publisher, d.Author, string(d.Published)}
			if want := [4]string{tt.title, tt.publisher, tt.author, string(tt.published)}; got != want {
				t.Errorf("got %q, want %q", got, want)
			}
			if len(codings[0].Statements) != 1 {
				t.Errorf("got %d statements, want the mayor's", len(codings[0].Statements))
			}
		})
	}
}

// A text that cannot be read gets one error that says what to do.
func TestUnreadable(t *testing.T) {
	german := strings.Repeat("Die Ministerin sagte am Montag, dass der Hafen bis zum Abend geschlossen bleibe und niemand verletzt worden sei. ", 4)
	for _, tt := range []struct{ name, path, text, want string }{
		{"no words", "dots.txt", "... --- ...", "dots.txt: has no words; give the text of an article"},
		{"another language", "hafen.txt", german, "hafen.txt: does not read as English (0 of 72 words are common English ones); only English articles can be read so far: code it by hand, see the format curated"},
		{"HTML without text", "page.html", "<html><body><script>go()</script></body></html>", "page.html: is HTML without an article's text; save the page with its text, or copy the text into a .txt file"},
		{"not UTF-8", "latin.txt", "caf\xe9", "latin.txt: is not valid UTF-8; convert it first, for example with iconv -t UTF-8"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			_, err := loader(t).Read(tt.path, []byte(tt.text))
			if err == nil || err.Error() != tt.want {
				t.Errorf("got  %v\nwant %v", err, tt.want)
			}
		})
	}
}

// Of a web page only the article counts, and offsets count in its text.
func TestHTML(t *testing.T) {
	page := `<html><head><title>Ferry fares to rise</title><meta property="og:site_name" content="Stavik Courier"></head><body>
<nav><a href="/">Home</a> <a href="/sea">Sea</a></nav><article><h1>Ferry fares to rise</h1>` +
		strings.Repeat("<p>The ferry crosses the strait eight times a day, in summer ten times, and carries the mail as well as the people.</p>", 4) +
		`<p>Mayor Ida Holm said that <b>fares</b> would rise &amp; rise again.</p></article><footer>Subscribe to our newsletter</footer></body></html>`
	codings, err := loader(t).Read("ferry.html", []byte(page))
	if err != nil {
		t.Fatal(err)
	}
	c := codings[0]
	if c.Document.Title != "Ferry fares to rise" || c.Document.Publisher != "Stavik Courier" {
		t.Errorf("got title %q, publisher %q", c.Document.Title, c.Document.Publisher)
	}
	if len(c.Statements) != 1 || c.Statements[0].Content[0].Of(c.Document.Text) != "that fares would rise & rise again" {
		t.Errorf("got %+v, want what the mayor said", c.Statements)
	}
}

// Whatever the bytes, reading gives valid codings or an error, twice the same.
func FuzzRead(f *testing.F) {
	f.Add("Ferry fares to rise\n\nBy A B (C)\n\n\"We did not\", Colonel Reyes said, \"fire on the market.\"")
	f.Add("He said \"a\n\n\"b\n\n“c” she added, according to X, who said that that “")
	f.Add("X, Y, Z, said, who said that, according to, said.")
	f.Add("it it it said said said to to that that")
	f.Add("U.S. Sen. A. B. said \"U.S.\" is U.S.\r\n\r\nµ ’s ’s 's said")
	l := loader(f)
	f.Fuzz(func(t *testing.T, s string) {
		codings, err := l.Read("fuzz.txt", []byte(s))
		if err != nil {
			return
		}
		for i := range codings {
			if err := codings[i].Validate(); err != nil {
				t.Errorf("%q: %v", s, err)
			}
		}
	})
}

var texts = flag.String("texts", "", "a `folder` of articles for BenchmarkRead to read instead of the invented ones")

// BenchmarkRead reports how much text of articles one core reads a second. The
// invented ones have a statement in every other line; of other texts:
//
//	go test ./loaders/article -run '^$' -bench Read -cpu 1 -texts FOLDER
func BenchmarkRead(b *testing.B) {
	l := loader(b)
	folder, err := fs.Sub(seeds.Files, "articles")
	if *texts != "" {
		folder, err = os.DirFS(*texts), nil
	}
	if err != nil {
		b.Fatal(err)
	}
	files, err := fs.Glob(folder, "*")
	if err != nil || len(files) == 0 {
		b.Fatal("no articles", err)
	}
	var articles [][]byte
	size := 0
	for _, f := range files {
		data, err := fs.ReadFile(folder, f)
		if err != nil {
			b.Fatal(err)
		}
		articles, size = append(articles, data), size+len(data)
	}
	b.SetBytes(int64(size))
	b.ReportAllocs()
	for b.Loop() {
		for i, data := range articles {
			if _, err := l.Read(files[i], data); err != nil {
				b.Fatal(err)
			}
		}
	}
}
