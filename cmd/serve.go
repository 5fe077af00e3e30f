package cmd

import (
	"crypto/rand"
	"fmt"
	"io"
	"log/slog"
	"net"
	"os"
	"runtime"
	"strings"

	"github.com/spf13/cobra"

	"counterclaim/graph/store"
	"counterclaim/notebook/serve"
	"counterclaim/queries"
)

const serveHelp = `Answers questions over HTTP: the named queries, scripts in Gizmo, statements, documents
and contrasts with their reasons, pictures. All is below /api/v1, and openapi.json there
says what there is.

A request shows a token: Authorization: Bearer TOKEN. It is made at the start and printed,
unless COUNTERCLAIM_SERVE_TOKEN or --token-file has one. Nobody else's computer can ask
unless --listen names an address that it reaches; put a proxy with TLS in front then, since
the token would go over the network as it is.

Nothing changes the store, unless --allow-load is given. Between requests the store is free:
"counterclaim load" works next to it, and requests wait for it or are told to come again.
Every script runs in a process of its own, with --memory and --timeout. --rows and
--timeout are the most that a request may ask for, --min-confidence is for what is loaded.`

// defaultServedRows is the most rows of an answer where the settings do not say.
const defaultServedRows = 10_000

// shortestToken is how many letters a token of the user's own must have.
const shortestToken = 16

const tokenEnv = "COUNTERCLAIM_SERVE_TOKEN"

func newServe() *cobra.Command {
	c := &cobra.Command{
		Use:   "serve",
		Short: "Answer questions over HTTP, for a team or a script",
		Long:  serveHelp,
		Example: `  counterclaim serve --store demo.db
  curl -H "Authorization: Bearer $TOKEN" localhost:7171/api/v1/queries/contrasts?speaker=mandiant
  counterclaim serve --listen 0.0.0.0:7171 --host press.example.org --token-file token`,
		Args: cobra.NoArgs,
	}
	listen := c.Flags().String("listen", "127.0.0.1:7171", "`address` to listen on; port 0 takes a free one")
	tokenFile := c.Flags().String("token-file", "", "`file` with the token")
	hosts := c.Flags().StringSlice("host", nil, "further `names` by which the server may be called")
	scripts := c.Flags().Int("scripts", runtime.NumCPU(), "how `many` scripts run at once")
	megabytes := c.Flags().Int64("memory", 512, "most `MB` of memory for a script")
	load := c.Flags().Bool("allow-load", false, "let requests load articles and hand-coded files")
	addSettings(c, storePath, storeBackend, queryRows, queryTimeout, actorsFile, confidence)
	c.RunE = func(c *cobra.Command, _ []string) error {
		in, err := readSettings(c)
		if err != nil {
			return err
		}
		if *scripts < 1 || *megabytes < 64 {
			return wrongCallf("--scripts %d --memory %d; allowed are 1 and above, 64 and above", *scripts, *megabytes)
		}
		s := &serve.Server{
			Read: in.readStore, Hosts: *hosts, Scripts: *scripts, Memory: *megabytes << 20,
			Log: slog.New(slog.NewTextHandler(c.ErrOrStderr(), nil)),
		}
		if s.Limits, err = in.servedLimits(); err != nil {
			return err
		}
		if *load {
			s.Load = in.loadOne
		}
		if err := in.openToServe(*load); err != nil {
			return err
		}
		if s.Sandbox, err = in.sandboxCommand(); err != nil {
			return err
		}
		made := false
		if s.Token, made, err = token(*tokenFile); err != nil {
			return err
		}
		l, err := net.Listen("tcp", *listen)
		if err != nil {
			return fmt.Errorf("%w; --listen names another address", err)
		}
		greet(c.ErrOrStderr(), l.Addr(), s.Token, made)
		return s.Serve(c.Context(), l)
	}
	return c
}

// servedLimits are the most that a request may ask for.
func (in *inForce) servedLimits() (queries.Limits, error) {
	limits := queries.Limits{Rows: in.rows("json"), Time: in.GetDuration(queryTimeout)}
	if limits.Rows == 0 {
		limits.Rows = defaultServedRows
	}
	if limits.Time == 0 {
		return limits, wrongCallf("%s: a server needs a longest time, as 30s", queryTimeout)
	}
	return limits, nil
}

// openToServe returns an error where the store cannot be read. One that requests will fill
// is made.
func (in *inForce) openToServe(load bool) error {
	if in.GetString(storeBackend) == "memory" {
		return wrongCallf("a server needs a store in a file; --backend memory has none")
	}
	nothing := func(*store.Store) error { return nil }
	if load && (in.findStore() != nil || store.IsServer(in.GetString(storeBackend))) {
		return in.fillStore(nothing)
	}
	return in.readStore(nothing)
}

// sandboxCommand returns the call of newSandbox on the same store.
func (in *inForce) sandboxCommand() ([]string, error) {
	self, err := os.Executable()
	if err != nil {
		return nil, fmt.Errorf("find the program for scripts: %w", err)
	}
	command := []string{self, "sandbox", "--backend", in.GetString(storeBackend)}
	path := in.GetString(storePath)
	if store.Shown(path) == path {
		command = append(command, "--store", path)
	} else if err := os.Setenv(setting{key: storePath}.env(), path); err != nil { // anybody can see the words of a command
		return nil, err
	}
	if in.file != "" {
		command = append(command, "--config", in.file)
	}
	return command, nil
}

// token returns the token of the file or of the environment, where nobody else looks for it
// any more, or a new one.
func token(file string) (token string, made bool, err error) {
	from := tokenEnv
	token = os.Getenv(tokenEnv)
	if err := os.Unsetenv(tokenEnv); err != nil {
		return "", false, err
	}
	if file != "" {
		src, err := os.ReadFile(file)
		if err != nil {
			return "", false, wrongCallf("--token-file: %w", err)
		}
		token, from = string(src), file
	}
	token = strings.TrimSpace(token)
	switch {
	case token == "" && file == "":
		return rand.Text(), true, nil
	case len(token) < shortestToken:
		return "", false, wrongCallf("the token of %s is shorter than %d letters", from, shortestToken)
	case strings.ContainsFunc(token, func(r rune) bool { return r <= ' ' || r > '~' }):
		return "", false, wrongCallf("the token of %s has characters that a header cannot have; allowed are letters, digits and marks", from)
	}
	return token, false, nil
}

func greet(stderr io.Writer, at net.Addr, token string, made bool) {
	fmt.Fprintf(stderr, "http://%s/api/v1\n", at)
	if made {
		fmt.Fprintf(stderr, "token: %s\n", token)
	}
	if tcp, ok := at.(*net.TCPAddr); ok && !tcp.IP.IsLoopback() {
		fmt.Fprintln(stderr, "other computers can reach this address, and the token goes to it unencrypted; put a proxy with TLS in front")
	}
}
