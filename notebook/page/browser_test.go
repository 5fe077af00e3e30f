package page

import (
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"

	"counterclaim/graph/store"
	"counterclaim/loaders"
	"counterclaim/loaders/actors"
	"counterclaim/loaders/seedtest"
	"counterclaim/notebook"
)

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
			tab := newTab(t, newSite(t, seedtest.Reader(t)), "/", width)
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
			tab := newTab(t, newSite(t, seedtest.Reader(t)), "/contrasts", width)
			tab.see("main", "66 answers")
			tab.until(`document.querySelectorAll(".timeline .mark").length > 30`)
			tab.until(`Promise.all([...document.querySelectorAll("a[download]")].map(a => fetch(a.href).then(r => r.text()))).then(t => t[0].includes("Evidence sheet") && t[1].split("\n").length > 60)`)
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
			tab := newTab(t, newSite(t, seedtest.Reader(t)), "/contrasts?since=2031", width)
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
	s := newSite(t, seedtest.Reader(t))
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
	tab := newTab(t, newSite(t, seedtest.Reader(t)), "/", 1280)
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
	tab := newTab(t, newSite(t, seedtest.Reader(t)), "/", 1280)
	tab.press("main", "Make")
	tab.press(".bar", "+ Script")
	tab.script(1, `g.V("<actor:hua-c`)
	tab.see(".cm-tooltip-autocomplete", "actor:hua-chunying")
	tab.shot("wide-completion")
	time.Sleep(150 * time.Millisecond) // the editor takes no key for what has only just appeared
	tab.keys("\r")
	tab.until(`document.querySelectorAll(".cell")[1].querySelector(".cm-content").textContent.includes("actor:hua-chunying")`)
}
