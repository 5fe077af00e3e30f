package kernel

import (
	"context"
	"encoding/json"
	"fmt"
	"net"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/go-zeromq/zmq4"

	"counterclaim/graph/store"
	"counterclaim/queries"
)

const quads = `
<st:1> <type> <class:statement> <doc:a> .
<st:1> <speaker> <actor:ann> <doc:a> .
<actor:ann> <type> <class:actor> <actors> .
<actor:ann> <name> "Ann Dahl" <actors> .
`

// A client is what Jupyter is to the kernel.
type client struct {
	*testing.T
	key            []byte
	shell, control zmq4.Socket
	ended          chan error

	mu   sync.Mutex
	told []reply // on iopub, with "type" and "parent"
}

func start(t *testing.T) *client {
	t.Helper()
	db, err := store.Open("memory", "")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	if err := db.ReadQuads(t.Context(), strings.NewReader(quads)); err != nil {
		t.Fatal(err)
	}
	k, err := New(func(use func(*store.Store) error) error { return use(db) }, queries.Limits{Rows: 100, Time: time.Minute}, "test", t.Output())
	if err != nil {
		t.Fatal(err)
	}
	c := Connection{Transport: "tcp", IP: "127.0.0.1", Scheme: "hmac-sha256", Key: "secret"}
	for _, port := range []*int{&c.Shell, &c.Control, &c.IOPub, &c.Stdin, &c.Heartbeat} {
		*port = freePort(t)
	}
	ctx, cancel := context.WithCancel(context.Background())
	t.Cleanup(cancel)
	cl := &client{T: t, key: []byte(c.Key), shell: zmq4.NewDealer(ctx), control: zmq4.NewDealer(ctx), ended: make(chan error, 1)}
	go func() { cl.ended <- k.Serve(ctx, c) }()
	iopub, heart := zmq4.NewSub(ctx), zmq4.NewReq(ctx)
	for _, d := range []struct {
		socket zmq4.Socket
		port   int
	}{{cl.shell, c.Shell}, {cl.control, c.Control}, {iopub, c.IOPub}, {heart, c.Heartbeat}} {
		if err := d.socket.Dial(c.address(d.port)); err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { d.socket.Close() })
	}
	if err := iopub.SetOption(zmq4.OptionSubscribe, ""); err != nil {
		t.Fatal(err)
	}
	go cl.listen(iopub)
	if err := heart.Send(zmq4.NewMsgString("beat")); err != nil {
		t.Fatal(err)
	}
	if m, err := heart.Recv(); err != nil || string(m.Frames[0]) != "beat" {
		t.Fatalf("the heart beats %q, %v", m.Frames, err)
	}
	for end := time.Now().Add(5 * time.Second); len(cl.heard()) == 0 && time.Now().Before(end); { // until the subscription is known
		cl.ask(cl.shell, "kernel_info", reply{})
	}
	return cl
}

func freePort(t *testing.T) int {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	return l.Addr().(*net.TCPAddr).Port
}

func (c *client) listen(s zmq4.Socket) {
	for {
		got, err := s.Recv()
		if err != nil {
			return
		}
		m, err := parse(got.Frames, c.key)
		if err != nil {
			c.Error(err)
			continue
		}
		var parent header
		at := slices.IndexFunc(got.Frames, func(f []byte) bool { return string(f) == delimiter })
		json.Unmarshal(got.Frames[at+3], &parent)
		content := reply{}
		json.Unmarshal(m.content, &content)
		content["type"], content["parent"] = m.header.Type, parent.ID
		c.mu.Lock()
		c.told = append(c.told, content)
		c.mu.Unlock()
	}
}

func (c *client) heard() []reply {
	c.mu.Lock()
	defer c.mu.Unlock()
	return slices.Clone(c.told)
}

// post sends a request and returns its ID.
func (c *client) post(s zmq4.Socket, kind string, content reply) string {
	c.Helper()
	frames, err := pack(nil, kind+"_request", "client", nil, content, c.key)
	if err != nil {
		c.Fatal(err)
	}
	if err := s.SendMulti(zmq4.NewMsgFrom(frames...)); err != nil {
		c.Fatal(err)
	}
	var h header
	json.Unmarshal(frames[2], &h)
	return h.ID
}

// next returns the next answer.
func (c *client) next(s zmq4.Socket) reply {
	c.Helper()
	got, err := s.Recv()
	if err != nil {
		c.Fatal(err)
	}
	m, err := parse(got.Frames, c.key)
	if err != nil {
		c.Fatal(err)
	}
	content := reply{"type": m.header.Type}
	if err := json.Unmarshal(m.content, &content); err != nil {
		c.Fatal(err)
	}
	return content
}

func (c *client) ask(s zmq4.Socket, kind string, content reply) reply {
	c.Helper()
	c.post(s, kind, content)
	return c.next(s)
}

// run runs a cell and returns its answer and what all were told, by type.
func (c *client) run(code string) (answer reply, told map[string]reply) {
	c.Helper()
	id := c.post(c.shell, "execute", reply{"code": code})
	answer = c.next(c.shell)
	for end := time.Now().Add(5 * time.Second); time.Now().Before(end); time.Sleep(time.Millisecond) {
		told = map[string]reply{}
		for _, t := range c.heard() {
			if t["parent"] == id {
				told[fmt.Sprint(t["type"], " ", t["execution_state"])] = t
			}
		}
		if told["status idle"] != nil {
			return answer, told
		}
	}
	c.Fatalf("the kernel is never idle again: %v", told)
	return nil, nil
}

func TestACellInJupyter(t *testing.T) {
	c := start(t)
	if got := c.ask(c.shell, "kernel_info", reply{}); got["type"] != "kernel_info_reply" || got["protocol_version"] != "5.3" || got["status"] != "ok" {
		t.Errorf("kernel_info: %v", got)
	}
	answer, told := c.run(`console.log("here"); g.V("<actor:ann>").In("<speaker>").All()`)
	data, _ := told["execute_result <nil>"]["data"].(map[string]any)
	if answer["status"] != "ok" || answer["execution_count"] != 1.0 || told["stream <nil>"]["text"] != "here\n" || !strings.Contains(fmt.Sprint(data["text/html"]), "st:1") || data["application/json"] == nil {
		t.Errorf("%v, %v", answer, told)
	}
	if answer, told := c.run("const a = 1"); answer["status"] != "ok" || told["execute_result <nil>"] != nil {
		t.Errorf("%v, %v", answer, told)
	}
	answer, told = c.run("a + nobody")
	if answer["status"] != "error" || told["error <nil>"]["evalue"] != "cell:1:5: ReferenceError: nobody is not defined" || answer["execution_count"] != 3.0 {
		t.Errorf("%v, %v", answer, told)
	}
	if got := c.ask(c.shell, "complete", reply{"code": `g.V("<actor:a`, "cursor_pos": 13}); fmt.Sprint(got["matches"]) != "[actor:ann>]" {
		t.Errorf("complete: %v", got)
	}
}

// Cells that were sent before the client knew of an error do not run.
func TestStopOnError(t *testing.T) {
	c := start(t)
	for _, code := range []string{"nobody", "1 + 1", "2 + 2"} {
		c.post(c.shell, "execute", reply{"code": code})
	}
	for _, want := range []string{"error", "aborted", "aborted"} {
		if got := c.next(c.shell); got["status"] != want {
			t.Errorf("got %v, want %s", got, want)
		}
	}
	time.Sleep(2 * abortFor)
	if answer, _ := c.run("3 + 3"); answer["status"] != "ok" {
		t.Errorf("afterwards %v", answer)
	}
	c.post(c.shell, "execute", reply{"code": "nobody", "stop_on_error": false})
	c.post(c.shell, "execute", reply{"code": "4 + 4"})
	if first, second := c.next(c.shell), c.next(c.shell); first["status"] != "error" || second["status"] != "ok" {
		t.Errorf("without stop_on_error %v, %v", first, second)
	}
}

func TestInterruptKeepsVariables(t *testing.T) {
	c := start(t)
	c.post(c.shell, "execute", reply{"code": "var kept = 7; while (true) {}"})
	time.Sleep(100 * time.Millisecond)
	if got := c.ask(c.control, "interrupt", reply{}); got["status"] != "ok" {
		t.Errorf("interrupt: %v", got)
	}
	if got := c.next(c.shell); got["status"] != "error" || got["evalue"] != "interrupted; what the script had set stays" {
		t.Errorf("the cell: %v", got)
	}
	time.Sleep(2 * abortFor)
	if _, told := c.run("kept"); !strings.Contains(fmt.Sprint(told["execute_result <nil>"]), "7") {
		t.Errorf("afterwards %v", told)
	}
}

// Messages that nobody signed with the key, or that are none, change nothing.
func TestStrayMessages(t *testing.T) {
	c := start(t)
	forged, err := pack(nil, "shutdown_request", "x", nil, reply{}, []byte("guessed"))
	if err != nil {
		t.Fatal(err)
	}
	for _, frames := range [][][]byte{forged, {[]byte("hello")}, {[]byte(delimiter), nil, nil, nil, nil, nil}, {}} {
		if err := c.shell.SendMulti(zmq4.NewMsgFrom(frames...)); err != nil {
			t.Fatal(err)
		}
	}
	c.post(c.shell, "nonsense", reply{})
	if answer, _ := c.run("1 + 1"); answer["status"] != "ok" {
		t.Errorf("afterwards %v", answer)
	}
}

func TestShutdownEndsARunningCell(t *testing.T) {
	c := start(t)
	c.post(c.shell, "execute", reply{"code": "while (true) {}"})
	time.Sleep(50 * time.Millisecond)
	if got := c.ask(c.control, "shutdown", reply{"restart": true}); got["restart"] != true {
		t.Errorf("shutdown: %v", got)
	}
	select {
	case err := <-c.ended:
		if err != nil {
			t.Error(err)
		}
	case <-time.After(10 * time.Second):
		t.Error("the kernel goes on")
	}
}

func TestHistory(t *testing.T) {
	k := &Kernel{history: []ran{{"1 + 1", "2"}, {"a", ""}, {"1 + 1", "2"}}}
	for _, c := range []struct {
		r    request
		want string
	}{
		{request{History: "tail", Many: 2}, "[[1 2 a] [1 3 1 + 1]]"},
		{request{History: "range", Start: 1, Stop: 3}, "[[1 1 1 + 1] [1 2 a]]"},
		{request{History: "search", Pattern: "1*", Many: 9}, "[[1 1 1 + 1] [1 3 1 + 1]]"},
		{request{History: "search", Pattern: "1 ? 1", Unique: true}, "[[1 3 1 + 1]]"},
		{request{History: "tail", Many: 2, Output: true}, "[[1 2 [a <nil>]] [1 3 [1 + 1 2]]]"},
	} {
		if got := fmt.Sprint(k.past(c.r)); got != c.want {
			t.Errorf("%+v gives %s, want %s", c.r, got, c.want)
		}
	}
}

// FuzzParse: no message makes the kernel fail, and none passes without the key.
func FuzzParse(f *testing.F) {
	f.Add("<IDS|MSG>", "x", "{}", "{}", "{}", "{}")
	f.Add("a", "<IDS|MSG>", "", "{\"msg_type\": 1}", "", "")
	f.Fuzz(func(t *testing.T, a, b, c, d, e, g string) {
		frames := [][]byte{[]byte(a), []byte(b), []byte(c), []byte(d), []byte(e), []byte(g)}
		if _, err := parse(frames, []byte("secret")); err == nil {
			t.Errorf("%q passes", frames)
		}
		parse(frames, nil)
	})
}
