package serve

import (
	"net/http"
	"strings"
	"testing"
)

func TestToken(t *testing.T) {
	c := newClient(t, "", nil)
	for _, given := range []string{"", "Bearer", "Bearer ", "Bearer wrong", "Basic " + testToken, testToken, "Bearer " + testToken + "x"} {
		a := c.send("GET", api+"/queries", "", "Authorization", given)
		c.fails(a, http.StatusUnauthorized, "no token, or a wrong one")
		if a.header.Get("WWW-Authenticate") != "Bearer" {
			t.Errorf("%q: %v", given, a.header)
		}
	}
	if a := c.send("GET", api+"/queries", "", "Authorization", "bearer "+testToken); a.status != 200 {
		t.Errorf("the token gives %d", a.status)
	}
	if a := c.send("GET", api+"/healthz", "", "Authorization", ""); a.status != 200 || a.body != "{\"status\":\"ok\"}\n" {
		t.Errorf("healthz: %d %s", a.status, a.body)
	}
}

// A server without a token answers nobody, rather than everybody.
func TestNoToken(t *testing.T) {
	c := newClient(t, "", func(s *Server) { s.Token = "" })
	c.fails(c.send("GET", api+"/queries", "", "Authorization", "Bearer "), http.StatusUnauthorized, "no token")
}

// Every path but healthz needs the token.
func TestEveryPathIsGuarded(t *testing.T) {
	c := newClient(t, "", func(s *Server) { s.Load = loadNothing })
	for _, r := range (&Server{Load: loadNothing}).routes() {
		a := c.send(r.method, api+strings.NewReplacer("{", "", "}", "", "...", "").Replace(r.path), "", "Authorization", "")
		if (a.status == http.StatusUnauthorized) == r.open || r.open && r.path != "/healthz" {
			t.Errorf("%s %s gives %d", r.method, r.path, a.status)
		}
	}
}

func TestForeignPages(t *testing.T) {
	c := newClient(t, "", nil)
	for _, r := range []struct {
		header, value string
		status        int
	}{
		{"Host", "evil.example", http.StatusMisdirectedRequest},
		{"Host", "localhost.evil.example", http.StatusMisdirectedRequest},
		{"Host", "127.0.0.1.evil.example:80", http.StatusMisdirectedRequest},
		{"Host", "localhost:1", 200},
		{"Host", "[::1]:7171", 200},
		{"Host", "::1", 200},
		{"Host", "PRESS.example", 200},
		{"Origin", "http://evil.example", http.StatusForbidden},
		{"Origin", "null", http.StatusForbidden},
		{"Origin", c.url, 200},
		{"Sec-Fetch-Site", "cross-site", http.StatusForbidden},
		{"Sec-Fetch-Site", "same-site", http.StatusForbidden},
		{"Sec-Fetch-Site", "none", 200},
	} {
		a := c.send("GET", api+"/queries", "", r.header, r.value)
		if a.status != r.status || a.header.Get("Access-Control-Allow-Origin") != "" || a.header.Get("X-Content-Type-Options") != "nosniff" {
			t.Errorf("%s: %s gives %d %v", r.header, r.value, a.status, a.header)
		}
	}
	if a := c.send("OPTIONS", api+"/queries", "", "Origin", "http://evil.example", "Access-Control-Request-Method", "GET"); a.status != http.StatusForbidden {
		t.Errorf("a preflight gives %d", a.status)
	}
}
