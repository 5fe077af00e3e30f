package cmd_test

import (
	"fmt"
	"io"
	"net/http"
	"os"
	"regexp"
	"strconv"
	"strings"
	"time"

	"github.com/rogpeppe/go-internal/testscript"
)

var greeting = regexp.MustCompile(`(?m)^(http://\S+)$(?:\n^token: (\S+)$)?`)

// ask LOG STATUS METHOD PATH [FILE] sends a request, with the file as its body, to the server
// whose stderr goes to LOG, as soon as it has greeted there. The answer is stdout. The token
// is the greeting's, or the environment's COUNTERCLAIM_SERVE_TOKEN.
func ask(ts *testscript.TestScript, _ bool, args []string) {
	url, token := greeted(ts, args[0])
	if token == "" {
		token = ts.Getenv("COUNTERCLAIM_SERVE_TOKEN")
	}
	body := ""
	if len(args) > 4 {
		body = ts.ReadFile(args[4])
	}
	r, err := http.NewRequest(args[2], url+args[3], strings.NewReader(body))
	ts.Check(err)
	r.Header.Set("Authorization", "Bearer "+token)
	response, err := http.DefaultClient.Do(r)
	ts.Check(err)
	defer response.Body.Close()
	_, err = io.Copy(ts.Stdout(), response.Body)
	ts.Check(err)
	if want, err := strconv.Atoi(args[1]); err != nil || response.StatusCode != want {
		ts.Fatalf("status %d, want %s", response.StatusCode, args[1])
	}
}

func greeted(ts *testscript.TestScript, log string) (url, token string) {
	for range 200 {
		src, err := os.ReadFile(ts.MkAbs(log))
		if m := greeting.FindSubmatch(src); err == nil && m != nil {
			return string(m[1]), string(m[2])
		}
		time.Sleep(50 * time.Millisecond)
	}
	ts.Fatalf("%s", fmt.Sprintf("no greeting in %s", log))
	return "", ""
}
