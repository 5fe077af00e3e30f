package page

import (
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"

	"counterclaim/graph/store"
	"counterclaim/loaders"
	"counterclaim/loaders/actors"
	"counterclaim/notebook"
	"counterclaim/seeds"
)

var shots = flag.String("shots", "", "folder for pictures of what the browser shows")

// seeded returns a reader of a store with all seeds.
func seeded(t testing.TB) notebook.Reader {
	t.Helper()
	book, err := actors.Seeded()
	if err != nil {
		t.Fatal(err)
	}
	db, err := store.Open("memory", "")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	if _, err := loaders.Load(t.Context(), db, loaders.FindFS(loaders.All(book), seeds.Files, "statements", "articles"), nil); err != nil {
		t.Fatal(err)
	}
	return func(use func(*store.Store) error) error { return use(db) }
}

// inProcess runs cells without a process of their own.
type inProcess struct{ *notebook.Session }

func (inProcess) Close() error { return nil }

// A site is the page on a port of this machine.
type site struct {
	*Server
	folder string
	base   string
}

func newSite(t testing.TB, read notebook.Reader) *site {
	t.Helper()
	folder := t.TempDir()
	s, err := New(folder, read, func() (Runner, error) {
		session, err := notebook.NewSession(read)
		return inProcess{session}, err
	})
	if err != nil {
		t.Fatal(err)
	}
	server := httptest.NewServer(s)
	t.Cleanup(func() { server.Close(); s.Close() })
	return &site{s, folder, server.URL}
}

// A tab is one page of a real browser. Each step has half a minute.
type tab struct {
	testing.TB
	ctx  context.Context
	site *site
}

// newTab opens a browser of that width and enters the page at the path.
func newTab(t testing.TB, s *site, path string, width int64) *tab {
	t.Helper()
	program, err := exec.LookPath("chromium")
	if err != nil {
		if os.Getenv("CI") == "true" {
			t.Fatal("chromium is needed here")
		}
		t.Skip("no chromium on this machine")
	}
	profile, err := os.MkdirTemp("", "chromium-")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.RemoveAll(profile) })
	var flags []chromedp.ExecAllocatorOption
	for _, name := range []string{"no-sandbox", "disable-gpu", "disable-quic", "no-first-run", "disable-background-networking", "disable-component-update", "disable-sync", "hide-scrollbars"} {
		flags = append(flags, chromedp.Flag(name, true))
	}
	flags = append(flags, chromedp.Headless, chromedp.ExecPath(program), chromedp.UserDataDir(profile))
	ctx, stop := chromedp.NewExecAllocator(context.Background(), flags...)
	t.Cleanup(stop)
	ctx, stop = chromedp.NewContext(ctx)
	t.Cleanup(stop)
	if err := chromedp.Do(ctx); err != nil { // the browser ends with the context that started it
		t.Fatal(err)
	}
	tab := &tab{t, ctx, s}
	tab.do(chromedp.EmulateViewport(width, 900))
	_, token, _ := strings.Cut(s.Address(s.base, ""), "?")
	joined := "?"
	if strings.Contains(path, "?") {
		joined = "&"
	}
	tab.do(chromedp.Navigate(s.base + path + joined + token))
	return tab
}

func (tab *tab) do(actions ...chromedp.Action[chromedp.Void]) {
	tab.Helper()
	ctx, cancel := context.WithTimeout(tab.ctx, 30*time.Second)
	defer cancel()
	for _, a := range actions {
		if err := chromedp.Do(ctx, a); err != nil {
			tab.shot("failed")
			tab.Fatal(err)
		}
	}
}

// js returns what the expression gives.
func js[T any](tab *tab, expression string) T {
	tab.Helper()
	ctx, cancel := context.WithTimeout(tab.ctx, 30*time.Second)
	defer cancel()
	v, err := chromedp.Run(ctx, chromedp.Evaluate[T](expression, chromedp.EvalAwaitPromise))
	if err != nil {
		tab.Fatalf("%s: %v", expression, err)
	}
	return v
}

// until waits for the expression to be true.
func (tab *tab) until(expression string) {
	tab.Helper()
	for end := time.Now().Add(20 * time.Second); !js[bool](tab, "Promise.resolve("+expression+").then(Boolean)"); time.Sleep(20 * time.Millisecond) {
		if time.Now().After(end) {
			tab.shot("failed")
			tab.Fatalf("never: %s\nthe page has: %s", expression, js[string](tab, "document.body.innerText"))
		}
	}
}

// button is a JavaScript expression for the first visible button or link with that text,
// below what the selector finds.
func button(below, text string) string {
	quoted, _ := json.Marshal(text)
	return fmt.Sprintf(`[...document.querySelectorAll(%q)].flatMap(e => [...e.querySelectorAll("button, a, summary, [role=button]")]).find(e => e.textContent.trim().startsWith(%s) && e.checkVisibility())`, below, quoted)
}

// press waits for the button and presses it.
func (tab *tab) press(below, text string) {
	tab.Helper()
	tab.until(button(below, text))
	js[bool](tab, "("+button(below, text)+").click(), true")
}

// click waits for what the selector finds and clicks it.
func (tab *tab) click(selector string) {
	tab.Helper()
	quoted, _ := json.Marshal(selector)
	tab.until(fmt.Sprintf("document.querySelector(%s)", quoted))
	js[bool](tab, fmt.Sprintf("document.querySelector(%s).click(), true", quoted))
}

// see waits for the words in what the selector finds.
func (tab *tab) see(selector, words string) {
	tab.Helper()
	quoted, _ := json.Marshal(words)
	tab.until(fmt.Sprintf(`[...document.querySelectorAll(%q)].some(e => e.textContent.includes(%s))`, selector, quoted))
}

func (tab *tab) keys(keys string) {
	tab.Helper()
	tab.do(chromedp.KeyEvent(keys))
}

// shot keeps a picture of the page, where a folder for them is named.
func (tab *tab) shot(name string) {
	if *shots == "" {
		return
	}
	ctx, cancel := context.WithTimeout(tab.ctx, 30*time.Second)
	defer cancel()
	png, err := chromedp.Run(ctx, chromedp.CaptureScreenshot())
	if err == nil {
		err = os.WriteFile(filepath.Join(*shots, name+".png"), png, 0o644)
	}
	if err != nil {
		tab.Error(err)
	}
}

// firstResult presses Run and returns how many ms later rows are there.
const firstResult = `new Promise(done => {
	const begin = performance.now();
	new MutationObserver((_, o) => { if (document.querySelector(".result tbody tr")) { o.disconnect(); done(performance.now() - begin); } }).observe(document.body, {childList: true, subtree: true});
	document.querySelector(".question .primary").click();
})`

var widths = map[string]int64{"wide": 1280, "narrow": 400}

func TestFirstLook(t *testing.T) {
	for name, width := range widths {
		t.Run(name, func(t *testing.T) {
			tab := newTab(t, newSite(t, seeded(t)), "/", width)
			tab.see("main", "The store holds 161 statements in 9 documents")
			tab.shot(name + "-folder")
			tab.press("main", "Make")
			tab.until(`location.pathname == "/n/untitled.ipynb"`)
			tab.until(button(".question", "Run"))
			first := js[float64](tab, firstResult)
			t.Logf("first paint %.0f ms, first result %.0f ms after Run", js[float64](tab, `performance.getEntriesByName("first-contentful-paint")[0].startTime`), first)
			tab.see(".result", "Mandiant")
			tab.shot(name + "-question")
			tab.press(".views", "Graph")
			tab.until(`document.querySelectorAll(".dot").length > 20`)
			tab.shot(name + "-graph")
			before := js[int](tab, `document.querySelectorAll(".dot").length`)
			js[bool](tab, `document.querySelector(".dot.statement").dispatchEvent(new MouseEvent("click", {bubbles: true})), true`)
			tab.press(".graph", "Show what is around it")
			tab.until(fmt.Sprintf(`document.querySelectorAll(".dot").length > %d && document.querySelector(".dot.actor") && document.querySelector(".dot.document")`, before))
			tab.shot(name + "-graph-expanded")
			tab.press(".views", "JSON")
			tab.see(".json", `"claimant": "Mandiant"`)
			tab.press(".views", "Table")
			tab.click(".result td .link")
			tab.see(".panel", "How it is known")
			tab.click(".panel .pair:nth-of-type(2) summary")
			tab.until(`document.querySelector(".panel .pair[open]")`)
			tab.shot(name + "-statement")
		})
	}
}

// What is chosen in one view of the contrasts narrows the others.
func TestContrasts(t *testing.T) {
	for name, width := range widths {
		t.Run(name, func(t *testing.T) {
			tab := newTab(t, newSite(t, seeded(t)), "/contrasts", width)
			tab.see("main", "66 answers")
			tab.until(`document.querySelectorAll(".timeline .mark").length > 30`)
			tab.shot(name + "-contrasts")
			tab.until(`document.querySelector("[aria-label^='China answers United States']")`)
			js[bool](tab, `document.querySelector("[aria-label^='China answers United States']").click(), true`)
			tab.see("h2", "of 66 answers")
			pairs := js[int](tab, `document.querySelectorAll(".couple").length`)
			if arcs := js[int](tab, `document.querySelectorAll(".arc").length`); arcs == 0 || arcs > pairs {
				t.Errorf("%d arcs for %d pairs", arcs, pairs)
			}
			tab.shot(name + "-contrasts-chosen")
			tab.press(".couple", "denies")
			tab.see(".panel .pair[open]", "Why this edge?")
			tab.see(".panel .pair[open] .reasons", "+")
			tab.shot(name + "-why")
			if sides := js[int](tab, `document.querySelectorAll(".panel .pair[open] .sides blockquote mark").length`); sides < 2 {
				t.Errorf("%d marked texts side by side", sides)
			}
			tab.press(".panel", "Mandiant") // all that was said to or by whom this is of
			tab.until(`location.search == "?speaker=actor%3Amandiant"`)
			tab.see("main h2", "28 answers")
		})
	}
}

// An article shows its statements by kind, and leads to what answers them.
func TestReader(t *testing.T) {
	for name, width := range widths {
		t.Run(name, func(t *testing.T) {
			tab := newTab(t, newSite(t, seeded(t)), "/contrasts?since=2031", width)
			tab.click(`[aria-label^="Veldany answers Norreland"]`)
			tab.press(".couple", "denies")
			tab.click(`.panel .said a`)
			tab.see("article", "invented")
			tab.until(`document.querySelectorAll("article mark").length > 5`)
			tab.shot(name + "-article")
			tab.click(`article .kind[data-kind="denial"]`)
			tab.until(`document.querySelectorAll("article mark").length > 0 && [...document.querySelectorAll("article mark")].every(m => m.title.includes("denial"))`)
			tab.click("article mark")
			tab.see(".panel", "How it is known")
		})
	}
}

// script writes the source of the chosen cell, as a person types it.
func (tab *tab) script(cell int, source string) {
	tab.Helper()
	place := fmt.Sprintf(`document.querySelectorAll(".cell")[%d]?.querySelector(".cm-content")`, cell)
	tab.until(place)
	js[bool](tab, place+".focus(), true")
	tab.keys(source)
}

const shiftEnter = `document.activeElement.dispatchEvent(new KeyboardEvent("keydown", {key: "Enter", shiftKey: true, bubbles: true, cancelable: true})), true`

// What is written is kept: by itself, over a reload, at its own address.
func TestANotebookIsKept(t *testing.T) {
	for name, width := range widths {
		t.Run(name, func(t *testing.T) { keepsANotebook(t, name, width) })
	}
}

func keepsANotebook(t *testing.T, name string, width int64) {
	s := newSite(t, seeded(t))
	tab := newTab(t, s, "/", width)
	tab.press("main", "Make")
	tab.press(".bar", "+ Script")
	tab.script(1, "const answer = 40 + 2")
	js[bool](tab, shiftEnter)
	tab.until(`document.querySelectorAll(".cell").length == 3`)
	tab.script(2, "answer")
	js[bool](tab, shiftEnter)
	tab.see(".result td", "42")
	tab.see(".bar", "Saved")
	src, err := os.ReadFile(filepath.Join(s.folder, "untitled.ipynb"))
	if err != nil || !strings.Contains(string(src), "const answer = 40 + 2") || !strings.Contains(string(src), "execute_result") {
		t.Fatalf("%v; the file has\n%s", err, src)
	}

	tab.click(`.bar input[type="checkbox"]`)
	tab.until(`fetch("/api/file/untitled.ipynb").then(r => r.json()).then(f => f.notebook.cells.every(c => !(c.outputs || []).length) && f.notebook.metadata.counterclaim.outputs === false)`)
	tab.click(`.bar input[type="checkbox"]`)
	tab.until(`fetch("/api/file/untitled.ipynb").then(r => r.json()).then(f => f.notebook.cells.some(c => (c.outputs || []).length) && !f.notebook.metadata.counterclaim)`)

	id := js[string](tab, `document.querySelectorAll(".cell")[2].id`)
	tab.do(chromedp.Navigate(s.base + "/n/untitled.ipynb#" + id))
	tab.do(chromedp.Reload())
	tab.see(".result td", "42")
	tab.until(fmt.Sprintf(`document.querySelector('.cell[data-chosen="true"]')?.id == %q`, id))
	tab.shot(name + "-reloaded")

	tab.keys("dd")
	tab.see(".message", "The cell is deleted.")
	tab.until(fmt.Sprintf(`!document.getElementById(%q)`, id))
	tab.press(".message", "Undo")
	tab.see(".result td", "42")

	// Another program changes the file: nothing is lost without a word.
	if err := notebook.Save(s.Server.folder, "untitled.ipynb", notebook.New()); err != nil {
		t.Fatal(err)
	}
	tab.press(".bar", "+ Text")
	tab.see(".message", "was changed by another program")
	tab.press(".message", "Save over it")
	tab.see(".bar", "Saved")
}

func TestAScriptThatFails(t *testing.T) {
	tab := newTab(t, newSite(t, seeded(t)), "/", 1280)
	tab.press("main", "Make")
	tab.press(".bar", "+ Script")
	tab.script(1, "const a = 1\rnobody.is()")
	js[bool](tab, shiftEnter)
	tab.see(".error", "nobody is not defined")
	tab.until(`document.querySelector(".wrong-line")?.textContent == "nobody.is()"`)
	tab.shot("wide-error")
	tab.script(2, "console.log('begun'); while (true) {}")
	js[bool](tab, shiftEnter)
	tab.see(".printed", "begun") // while it still runs
	tab.press(".cell", "Stop")
	tab.see(".error", "Stopped. What the script had set stays.")
	tab.script(3, "a")
	js[bool](tab, shiftEnter)
	tab.see(".result td", "1")
}

// An article whose words would be markup, and whose address would run a script, is text
// wherever it shows. The article is invented.
func TestHostileArticle(t *testing.T) {
	const words = `We <img src=x onerror="document.title='owned'"> deny it</script><script>document.title='owned'</script>`
	published := "name: hostile\ndocument: {title: \"<b onmouseover=x>Title\", publisher: \"<i>Daily\", published: 2031-05-02, url: \"javascript:document.title='owned'\"}\nstatements:\n" +
		"  - {id: raised, kind: attribution, speaker: \"Navy <s>\", target: Veldany, text: \"It was <svg onload=x>they\"}\n" +
		"  - {id: denied, kind: denial, speaker: Veldany, text: " + strconv.Quote(words) + ", answers: [{statement: raised, relation: denies}]}\n"
	folder := t.TempDir()
	if err := os.WriteFile(filepath.Join(folder, "hostile.yaml"), []byte(published), 0o644); err != nil {
		t.Fatal(err)
	}
	book, err := actors.Seeded()
	if err != nil {
		t.Fatal(err)
	}
	db, err := store.Open("memory", "")
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	if report, err := loaders.Load(t.Context(), db, loaders.Find(loaders.All(book), folder), nil); err != nil || report.Statements != 2 {
		t.Fatal(report, err)
	}
	s := newSite(t, func(use func(*store.Store) error) error { return use(db) })
	tab := newTab(t, s, "/contrasts", 1280)
	tab.see(".couple", "We <img")
	tab.press(".couple", "denies")
	tab.see(".panel", "<img")
	tab.click(".panel .said a")
	tab.see("h1", "<b onmouseover")
	tab.do(chromedp.Navigate(s.base + "/"))
	tab.press("main", "Make")
	tab.press(".question", "Run")
	tab.see(".result", "<img")
	tab.press(".views", "Graph")
	tab.until(`document.querySelectorAll(".dot").length == 2`)
	tab.press(".bar", "+ Script")
	tab.script(1, "%plot timeline")
	js[bool](tab, `document.activeElement.blur(), true`)
	tab.press(".cell[data-chosen=true]", "Run")
	tab.until(`document.querySelector("img.picture")?.naturalWidth > 0`)
	if got := js[string](tab, "document.title"); got != "counterclaim" {
		t.Errorf("the title is %q", got)
	}
	if n := js[int](tab, `document.querySelectorAll("main [onerror], main script, main [onload], main [onmouseover], a[href^='javascript']").length`); n > 0 {
		t.Errorf("%d elements came from texts", n)
	}
}

// Completion offers what is in the store.
func TestCompletion(t *testing.T) {
	tab := newTab(t, newSite(t, seeded(t)), "/", 1280)
	tab.press("main", "Make")
	tab.press(".bar", "+ Script")
	tab.script(1, `g.V("<actor:hua-c`)
	tab.see(".cm-tooltip-autocomplete", "actor:hua-chunying")
	tab.shot("wide-completion")
	time.Sleep(150 * time.Millisecond) // the editor takes no key for what has only just appeared
	tab.keys("\r")
	tab.until(`document.querySelectorAll(".cell")[1].querySelector(".cm-content").textContent.includes("actor:hua-chunying")`)
}
