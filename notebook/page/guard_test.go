package page

import (
	"bytes"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"counterclaim/loaders/seedtest"
	"counterclaim/notebook"
)

// asked sends a request to the page as the page itself does, changed by change.
func asked(s *site, method, path, body string, change func(*http.Request)) *httptest.ResponseRecorder {
	r := httptest.NewRequest(method, "http://127.0.0.1:1"+path, strings.NewReader(body))
	r.AddCookie(&http.Cookie{Name: cookie, Value: s.token})
	r.Header.Set("Origin", "http://127.0.0.1:1")
	if change != nil {
		change(r)
	}
	w := httptest.NewRecorder()
	s.ServeHTTP(w, r)
	return w
}

// Only a browser that was opened with the token may ask, and only from our own page.
func TestWhoMayAsk(t *testing.T) {
	s := newSite(t, seedtest.Reader(t))
	for _, c := range []struct {
		name   string
		change func(*http.Request)
		want   int
	}{
		{"the page", nil, 200},
		{"a person who types the address", func(r *http.Request) { r.Header.Del("Origin"); r.Header.Set("Sec-Fetch-Site", "none") }, 200},
		{"without the token", func(r *http.Request) { r.Header.Del("Cookie") }, 403},
		{"with another token", func(r *http.Request) { r.Header.Set("Cookie", cookie+"=guessed") }, 403},
		{"another site", func(r *http.Request) { r.Header.Set("Origin", "https://elsewhere.example") }, 403},
		{"another port of this machine", func(r *http.Request) { r.Header.Set("Origin", "http://127.0.0.1:2") }, 403},
		{"a frame without an origin", func(r *http.Request) { r.Header.Set("Origin", "null") }, 403},
		{"a picture on another site", func(r *http.Request) { r.Header.Del("Origin"); r.Header.Set("Sec-Fetch-Site", "cross-site") }, 403},
		{"a name made to lead here", func(r *http.Request) {
			r.Host = "rebound.example:1"
			r.Header.Set("Origin", "http://rebound.example:1")
		}, 421},
	} {
		w := asked(s, "GET", "/api/files", "", c.change)
		if w.Code != c.want {
			t.Errorf("%s gets %d, want %d: %s", c.name, w.Code, c.want, w.Body)
		}
		policy := w.Header().Get("Content-Security-Policy")
		if !strings.Contains(policy, "default-src 'none'") || !strings.Contains(policy, "script-src 'self';") || w.Header().Get("X-Content-Type-Options") != "nosniff" {
			t.Errorf("%s: policy %q", c.name, policy)
		}
	}
}

// The token is used once and then stands in no address.
func TestEntering(t *testing.T) {
	s := newSite(t, seedtest.Reader(t))
	address := s.Address("http://127.0.0.1:1", "a b/c.ipynb")
	r := httptest.NewRequest("GET", address, nil)
	w := httptest.NewRecorder()
	s.ServeHTTP(w, r)
	c := w.Result().Cookies()
	if w.Code != http.StatusSeeOther || w.Header().Get("Location") != "/n/a%20b/c.ipynb" || len(c) != 1 || !c[0].HttpOnly || c[0].SameSite != http.SameSiteStrictMode {
		t.Errorf("%s leads to %d %v", address, w.Code, w.Header())
	}
	r = httptest.NewRequest("GET", "http://127.0.0.1:1/?token=guessed", nil)
	w = httptest.NewRecorder()
	s.ServeHTTP(w, r)
	if w.Code != http.StatusForbidden || len(w.Result().Cookies()) > 0 {
		t.Errorf("a guessed token leads to %d", w.Code)
	}
}

// No request reads or writes outside the folder, or a file that is no notebook.
func TestFilesStayInTheFolder(t *testing.T) {
	s := newSite(t, seedtest.Reader(t))
	outside := filepath.Join(filepath.Dir(s.folder), "outside.ipynb")
	empty, err := notebook.New().Write()
	if err != nil {
		t.Fatal(err)
	}
	for path, data := range map[string][]byte{outside: empty, filepath.Join(s.folder, "notes.txt"): []byte("x"), filepath.Join(s.folder, "in.ipynb"): empty} {
		if err := os.WriteFile(path, data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Symlink(outside, filepath.Join(s.folder, "link.ipynb")); err != nil {
		t.Skip(err)
	}
	for _, name := range []string{"..%2foutside.ipynb", "link.ipynb", "%2fetc%2fpasswd", "notes.txt", "in.ipynb%00", "..%5coutside.ipynb", "sub%2f..%2f..%2foutside.ipynb"} {
		for _, method := range []string{"GET", "PUT"} {
			w := asked(s, method, "/api/file/"+name, string(empty), func(r *http.Request) { r.Header.Set("If-Match", "*") })
			if w.Code < 300 && !(name == "link.ipynb" && method == "PUT") { // which replaces the link itself
				t.Errorf("%s %s gives %d: %s", method, name, w.Code, w.Body)
			}
		}
	}
	if now, err := os.ReadFile(outside); err != nil || string(now) != string(empty) {
		t.Errorf("outside: %v", err)
	}
	if w := asked(s, "GET", "/api/file/in.ipynb", "", nil); w.Code != 200 {
		t.Errorf("inside: %d %s", w.Code, w.Body)
	}
}

func TestLargeRequestsAreRefused(t *testing.T) {
	s := newSite(t, seedtest.Reader(t))
	w := asked(s, "PUT", "/api/file/a.ipynb", strings.Repeat(" ", mostIn+1), nil)
	if w.Code != http.StatusRequestEntityTooLarge {
		t.Errorf("%d %s", w.Code, w.Body)
	}
}

// Markup in Markdown is shown as what was written, and no address runs anything.
func TestMarkdownIsHarmless(t *testing.T) {
	s := newSite(t, seedtest.Reader(t))
	w := asked(s, "POST", "/api/markdown", `{"source": "# Title\n\n**bold** <img src=x onerror=alert(1)> [a](javascript:alert(1))\n\n<script>alert(1)</script>\n\n<div onclick='x()'>\n*b*\n</div>"}`, nil)
	body, err := io.ReadAll(w.Body)
	if err != nil {
		t.Fatal(err)
	}
	html := strings.NewReplacer(`\u003c`, "<", `\u003e`, ">", `\u0026`, "&").Replace(string(body))
	for _, want := range []string{"<h1>Title</h1>", "<strong>bold</strong>", "&lt;img src=x onerror=alert(1)&gt;", "&lt;script&gt;alert(1)&lt;/script&gt;"} {
		if !strings.Contains(html, want) {
			t.Errorf("lacks %s:\n%s", want, html)
		}
	}
	for _, bad := range []string{"<img", "<script", "<div", "javascript:"} {
		if strings.Contains(html, bad) {
			t.Errorf("has %s:\n%s", bad, html)
		}
	}
}

// FuzzMarkdown: nothing that runs comes out, and every text can be shown.
func FuzzMarkdown(f *testing.F) {
	for _, seed := range []string{"# a\n<script>x</script>", "<!-- a\n-->b", "<div\nonclick=x>\n", "[a](<javascript:x>)", "![a](data:text/html,x)", "<?a", "<![CDATA[x]]>"} {
		f.Add(seed)
	}
	bad := regexp.MustCompile(`(?i)<(script|style|iframe|object|embed|form|svg|[a-z]+[^>]*\son[a-z]+\s*=)|(href|src)="\s*(javascript|vbscript|data:text)`)
	f.Fuzz(func(t *testing.T, source string) {
		var out bytes.Buffer
		if err := prose.Convert([]byte(source), &out); err != nil {
			t.Fatal(err)
		}
		if found := bad.FindString(out.String()); found != "" && !strings.Contains(found, "&quot;") {
			t.Errorf("%q gives %q in\n%s", source, found, &out)
		}
	})
}
