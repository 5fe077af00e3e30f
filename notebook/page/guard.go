package page

import (
	"crypto/rand"
	"crypto/subtle"
	"net"
	"net/http"
	"net/url"
)

// Who may ask: a browser that was opened with the token, on this machine, from a page of
// ours. A site elsewhere that makes the browser ask fails at each of three checks:
//
//   - Host: a name that somebody made to lead to this machine is none of ours;
//   - the token, which a cookie keeps after the first call;
//   - Origin, Sec-Fetch-Site: a request from another site says so.

const (
	cookie        = "counterclaim"
	mostIn        = 16 << 20 // bytes of a request; a notebook with its outputs is one
	policy        = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; connect-src 'self'; font-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
	picturePolicy = "default-src 'none'; style-src 'unsafe-inline'"
)

// A guard lets through what comes from the page.
type guard struct {
	token string
	next  http.Handler
}

func newGuard(next http.Handler) guard { return guard{rand.Text(), next} }

// Address returns where the page is: that of a notebook, or of the folder for "". base is
// the scheme and host that people use.
func (g *guard) Address(base, file string) string {
	path := "/"
	if file != "" {
		path = (&url.URL{Path: "/n/" + file}).EscapedPath()
	}
	return base + path + "?token=" + g.token
}

func (g *guard) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	h := w.Header()
	h.Set("Content-Security-Policy", policy)
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("Referrer-Policy", "no-referrer")
	h.Set("Cross-Origin-Opener-Policy", "same-origin")
	h.Set("Cross-Origin-Resource-Policy", "same-origin")
	h.Set("Cache-Control", "no-store")
	if !local(r.Host) {
		http.Error(w, "this host is not served; open the address that was printed", http.StatusMisdirectedRequest)
		return
	}
	if !sameSite(r) {
		http.Error(w, "this comes from another site", http.StatusForbidden)
		return
	}
	if r.Method == http.MethodGet && r.URL.Query().Has("token") {
		g.enter(w, r)
		return
	}
	if c, err := r.Cookie(cookie); err != nil || !g.is(c.Value) {
		http.Error(w, "the token is missing or old; open the address that was printed when the notebook was started", http.StatusForbidden)
		return
	}
	r.Body = http.MaxBytesReader(w, r.Body, mostIn)
	g.next.ServeHTTP(w, r)
}

// enter puts the token into a cookie and leads to the address without it.
func (g *guard) enter(w http.ResponseWriter, r *http.Request) {
	given := r.URL.Query()
	if !g.is(given.Get("token")) {
		http.Error(w, "the token is wrong or old; open the address that was printed when the notebook was started", http.StatusForbidden)
		return
	}
	given.Del("token")
	http.SetCookie(w, &http.Cookie{Name: cookie, Value: g.token, Path: "/", HttpOnly: true, SameSite: http.SameSiteStrictMode})
	to := url.URL{Path: r.URL.Path, RawQuery: given.Encode()}
	http.Redirect(w, r, to.String(), http.StatusSeeOther)
}

func (g *guard) is(token string) bool {
	return subtle.ConstantTimeCompare([]byte(token), []byte(g.token)) == 1
}

// local reports whether the host is a name of this machine's own.
func local(host string) bool {
	name, _, err := net.SplitHostPort(host)
	if err != nil {
		name = host
	}
	ip := net.ParseIP(name)
	return name == "localhost" || ip != nil && ip.IsLoopback()
}

// sameSite reports whether the request comes from our page, or was typed.
func sameSite(r *http.Request) bool {
	switch r.Header.Get("Sec-Fetch-Site") {
	case "cross-site", "same-site":
		return false
	}
	origin := r.Header.Get("Origin")
	if origin == "" {
		return true
	}
	from, err := url.Parse(origin)
	return err == nil && from.Host == r.Host
}
