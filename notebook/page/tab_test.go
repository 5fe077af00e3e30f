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
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"

	"counterclaim/notebook"
)

var shots = flag.String("shots", "", "folder for pictures of what the browser shows")

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
