package kernel

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/go-zeromq/zmq4"

	"counterclaim/graph/store"
	"counterclaim/loaders/seedtest"
)

func TestACellOverTheWire(t *testing.T) {
	c := connect(t, seedtest.Reader(t))
	answer, heard := c.run(reply{"code": "console.log('asking'); console.log('a & b')\ng.V(\"<actor:mandiant>\").In(\"<speaker>\").All()"})
	if answer["status"] != "ok" || answer["execution_count"] != 1.0 || len(answer["user_expressions"].(map[string]any)) != 0 {
		t.Errorf("%v", answer)
	}
	if types(heard) != "[execute_input stream execute_result]" {
		t.Fatal(types(heard))
	}
	if got := heard[1].Content; got["name"] != "stdout" || got["text"] != "asking\na & b\n" {
		t.Errorf("%v", got)
	}
	data := heard[2].Content["data"].(map[string]any)
	for _, media := range []string{"text/plain", "text/html", "application/json"} {
		if data[media] == nil {
			t.Errorf("no %s in %v", media, data)
		}
	}
	_, heard = c.run(reply{"code": "%plot matrix"})
	if svg, _ := heard[1].Content["data"].(map[string]any)["image/svg+xml"].(string); !strings.HasPrefix(svg, "<svg") || heard[1].Content["execution_count"] != 2.0 {
		t.Errorf("%v", heard)
	}
}

func TestACellThatFailsOverTheWire(t *testing.T) {
	c := connect(t, seedtest.Reader(t))
	answer, heard := c.run(reply{"code": "%query contrast"})
	want := `cell:1: no query "contrast"; did you mean contrasts?`
	if answer["status"] != "error" || answer["evalue"] != want || answer["execution_count"] != 1.0 {
		t.Errorf("%v", answer)
	}
	if types(heard) != "[execute_input error]" || heard[1].Content["evalue"] != want || fmt.Sprint(heard[1].Content["traceback"]) != "["+want+"]" {
		t.Errorf("%v", heard)
	}
	if answer := c.ask("execute_request", reply{"code": 1}); answer["status"] != "error" {
		t.Errorf("code that is a number: %v", answer)
	}
}

// Silent cells publish nothing and count for nothing; others may count for nothing alone.
func TestSilentCells(t *testing.T) {
	c := connect(t, seedtest.Reader(t))
	if answer, heard := c.run(reply{"code": "var a = 1; console.log(a); a", "silent": true}); len(heard) > 0 || answer["execution_count"] != 0.0 {
		t.Errorf("%v, %v", answer, heard)
	}
	if answer, heard := c.run(reply{"code": "a", "store_history": false}); types(heard) != "[execute_input execute_result]" || answer["execution_count"] != 0.0 {
		t.Errorf("%v, %v", answer, heard)
	}
	if answer, _ := c.run(reply{"code": "a"}); answer["execution_count"] != 1.0 {
		t.Errorf("%v", answer)
	}
	if h := c.ask("history_request", reply{"hist_access_type": "tail", "n": 10})["history"].([]any); fmt.Sprint(h) != "[[1 1 a]]" {
		t.Errorf("%v", h)
	}
}

func TestInterruptKeepsVariables(t *testing.T) {
	c := connect(t, seedtest.Reader(t))
	id := c.send(c.shell, "execute_request", reply{"code": "const before = 1; console.log('on'); while (true) {}"})
	for r := range c.published {
		if r.Type == "stream" {
			break
		}
	}
	asked := time.Now()
	if r := c.reply(c.control, c.send(c.control, "interrupt_request", nil)); r.Content["status"] != "ok" {
		t.Errorf("%v", r)
	}
	if r := c.reply(c.shell, id); r.Content["evalue"] != "interrupted; what the script had set stays" {
		t.Errorf("%v", r)
	}
	if took := time.Since(asked); took > 5*time.Second {
		t.Errorf("interrupted after %v", took)
	}
	if _, heard := c.run(reply{"code": "before"}); types(heard) != "[execute_input execute_result]" {
		t.Errorf("afterwards %v", heard)
	}
	c.kernel.Interrupt() // of no cell
	if answer, _ := c.run(reply{"code": "before"}); answer["status"] != "ok" {
		t.Errorf("%v", answer)
	}
}

// After a cell that fails those that wait are not run; what is asked besides is answered,
// and a cell that is sent afterwards runs.
func TestCellsThatWaitAreAborted(t *testing.T) {
	c := connect(t, seedtest.Reader(t))
	var ids []string
	for _, code := range []string{"for (let i = 0; i < 3e6; i++); nothing.at.all", "1", "2"} {
		ids = append(ids, c.send(c.shell, "execute_request", reply{"code": code, "stop_on_error": true}))
	}
	ids = append(ids, c.send(c.shell, "is_complete_request", reply{"code": "1"}))
	got := map[string]any{}
	for range ids {
		frames, err := c.shell.Recv()
		if err != nil {
			t.Fatal(err)
		}
		r, err := read(frames.Frames)
		if err != nil {
			t.Fatal(err)
		}
		got[r.Parent] = r.Content["status"]
	}
	for i, want := range []string{"error", "aborted", "aborted", "complete"} {
		if got[ids[i]] != want {
			t.Errorf("request %d: %v, want %s", i, got[ids[i]], want)
		}
	}
	if answer, _ := c.run(reply{"code": "3"}); answer["status"] != "ok" {
		t.Errorf("%v", answer)
	}

	first := c.send(c.shell, "execute_request", reply{"code": "nothing.at.all", "stop_on_error": false})
	second := c.send(c.shell, "execute_request", reply{"code": "1"})
	c.reply(c.shell, first)
	if r := c.reply(c.shell, second); r.Content["status"] != "ok" {
		t.Errorf("%v", r)
	}
}

func TestOtherRequests(t *testing.T) {
	c := connect(t, seedtest.Reader(t))
	c.run(reply{"code": "const earlier = 1"})
	for _, q := range []struct {
		kind    string
		content reply
		want    string // stands in the answer's JSON
	}{
		{"kernel_info_request", nil, `"protocol_version":"5.4"`},
		{"kernel_info_request", nil, `"file_extension":".js"`},
		{"complete_request", reply{"code": "'é' + g.V(\"<actor:mandi", "cursor_pos": 24}, `"cursor_start":12,"matches":["actor:mandiant`},
		{"complete_request", reply{"code": "", "cursor_pos": -5}, `"status":"ok"`},
		{"inspect_request", reply{"code": "picked()", "cursor_pos": 3, "detail_level": 0}, `"found":true`},
		{"inspect_request", reply{"code": "unknown", "cursor_pos": 3}, `"found":false`},
		{"is_complete_request", reply{"code": "g.V("}, `{"indent":"  ","status":"incomplete"}`},
		{"is_complete_request", reply{"code": "g.V()"}, `"status":"complete"`},
		{"history_request", reply{"hist_access_type": "search", "pattern": "*earlier*", "output": true}, `[[1,1,["const earlier = 1",""]]]`},
		{"comm_info_request", nil, `{"comms":{},"status":"ok"}`},
		{"is_complete_request", reply{"code": []int{1}}, `"status":"error"`},
	} {
		data, err := json.Marshal(c.ask(q.kind, q.content))
		if err != nil || !strings.Contains(string(data), q.want) {
			t.Errorf("%s %v: %v\n%s\nlacks %s", q.kind, q.content, err, data, q.want)
		}
	}
	if heard := c.heard(c.send(c.shell, "comm_open", reply{"comm_id": "x"})); types(heard) != "[comm_close]" || heard[0].Content["comm_id"] != "x" {
		t.Errorf("%v", heard)
	}
	if heard := c.heard(c.send(c.shell, "unheard_of_request", nil)); len(heard) > 0 {
		t.Errorf("%v", heard)
	}
}

// A kernel is told what is where there is no store, and goes on.
func TestKernelWithoutStore(t *testing.T) {
	c := connect(t, func(func(*store.Store) error) error { return errors.New("no store here; load one") })
	if answer, _ := c.run(reply{"code": "%query contrasts"}); answer["evalue"] != "cell:1: no store here; load one" {
		t.Errorf("%v", answer)
	}
	if answer := c.ask("complete_request", reply{"code": "g.V(\"<actor:", "cursor_pos": 12}); answer["status"] != "ok" {
		t.Errorf("%v", answer)
	}
}

func TestShutdown(t *testing.T) {
	for _, restart := range []bool{true, false} {
		c := connect(t, seedtest.Reader(t))
		c.send(c.shell, "execute_request", reply{"code": "while (true) {}"})
		if r := c.reply(c.control, c.send(c.control, "shutdown_request", reply{"restart": restart})); r.Content["restart"] != restart || r.Content["status"] != "ok" {
			t.Errorf("%v", r)
		}
		select {
		case <-c.ended:
		case <-time.After(patience):
			t.Fatal("the kernel goes on")
		}
	}
}

// Whoever lacks the key runs nothing, and nothing that comes in ends the kernel.
func TestBadMessages(t *testing.T) {
	c := connect(t, seedtest.Reader(t))
	signed := func(parts ...string) [][]byte {
		frames := [][]byte{[]byte(delimiter), nil}
		for _, p := range parts {
			frames = append(frames, []byte(p))
		}
		frames[1] = signer(testKey).sign(frames[2:]...)
		return frames
	}
	good, err := signer(testKey).frames("front", "execute_request", message{}, reply{"code": "1"})
	if err != nil {
		t.Fatal(err)
	}
	forged, err := signer("another key").frames("front", "execute_request", message{}, reply{"code": "1"})
	if err != nil {
		t.Fatal(err)
	}
	changed := append([][]byte{}, good...)
	changed[5] = []byte(`{"code": "2"}`)
	bad := [][][]byte{
		forged, changed, good[:4], good[1:], {[]byte("")}, {[]byte(delimiter)},
		signed("[]", "{}", "{}", "{}"), signed("{", "{}", "{}", "{}"), signed("{}", "{}", "{}", "{}"), signed(`{"msg_id": 1, "msg_type": []}`, "{}", "{}", "{}"),
	}
	for _, socket := range []zmq4.Socket{c.shell, c.control} {
		for _, frames := range bad {
			if err := socket.SendMulti(zmq4.NewMsgFrom(frames...)); err != nil {
				t.Fatal(err)
			}
		}
		if err := socket.SendMulti(zmq4.NewMsgFrom(signed(`{"msg_id": "1", "msg_type": "execute_request"}`, "{}", "{}", "no JSON")...)); err != nil {
			t.Fatal(err)
		}
	}
	if r := c.reply(c.shell, "1"); r.Content["status"] != "error" {
		t.Errorf("%v", r)
	}
	if answer := c.ask("kernel_info_request", nil); answer["status"] != "ok" {
		t.Errorf("%v", answer)
	}
	if r := c.reply(c.control, c.send(c.control, "kernel_info_request", nil)); r.Content["status"] != "ok" {
		t.Errorf("%v", r)
	}
	if got := c.drops.count(); got != 2*len(bad) {
		t.Errorf("%d messages were dropped: %v", got, c.drops.errs)
	}
	if answer, _ := c.run(reply{"code": "1"}); answer["execution_count"] != 1.0 {
		t.Errorf("something ran before: %v", answer)
	}
}

func TestHeartbeat(t *testing.T) {
	c := connect(t, seedtest.Reader(t))
	for range 2 {
		beat := zmq4.NewReq(t.Context())
		c.dial(beat, c.sockets.beat)
		for _, word := range []string{"ping", ""} {
			if err := beat.Send(zmq4.NewMsgString(word)); err != nil {
				t.Fatal(err)
			}
			if got, err := beat.Recv(); err != nil || string(got.Bytes()) != word {
				t.Errorf("%q, %v", got.Bytes(), err)
			}
		}
		beat.Close()
	}
}
