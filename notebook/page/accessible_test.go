package page

import (
	"os"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"

	"counterclaim/loaders/seedtest"
)

// axe tests pages for what people with screen readers, keyboards or weak eyes need (WCAG
// 2.2 AA). It is there after "npm ci" in this folder.
const axe = "node_modules/axe-core/axe.min.js"

const violations = `axe.run(document, {runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}).then(r =>
	r.violations.map(v => v.id + ": " + v.help + "\n    " + v.nodes.slice(0, 4).map(n => n.html.slice(0, 160)).join("\n    ")).join("\n"))`

func TestPagesAreAccessible(t *testing.T) {
	src, err := os.ReadFile(axe)
	if err != nil {
		if os.Getenv("CI") == "true" {
			t.Fatal("axe-core is needed here; npm ci brings it")
		}
		t.Skip("no axe-core here; npm ci brings it")
	}
	for name, width := range widths {
		for _, theme := range []string{"light", "dark"} {
			t.Run(name+"/"+theme, func(t *testing.T) {
				tab := newTab(t, newSite(t, seedtest.Reader(t)), "/", width)
				js[bool](tab, `localStorage.setItem("theme", "`+theme+`"), true`)
				tab.do(chromedp.Reload())
				check := func(what string) {
					t.Helper()
					js[bool](tab, string(src)+"; true")
					if found := js[string](tab, violations); strings.TrimSpace(found) != "" {
						t.Errorf("%s:\n%s", what, found)
					}
					tab.shot(strings.Join([]string{name, theme, what}, "-"))
				}
				tab.see("main", "The store holds")
				check("folder")
				tab.press("main", "Make")
				tab.press(".question", "Run")
				tab.see(".result", "Mandiant")
				check("table")
				tab.press(".views", "Graph")
				tab.until(`document.querySelector(".dot")`)
				check("graph")
				tab.press(".views", "Table")
				tab.click(".result td .link")
				tab.see(".panel", "How it is known")
				tab.click(".panel .pair summary")
				check("statement")
				tab.press(".bar", "Contrasts")
				tab.see("main", "66 answers")
				check("contrasts")
				tab.click(`[aria-label^="Veldany answers Norreland"]`)
				tab.press(".couple", "denies")
				tab.click(`.panel .said a`)
				tab.see("article", "invented")
				check("article")
				tab.click("#help")
				tab.until(`document.querySelector("dialog[open]")`)
				check("help")
			})
		}
	}
}
