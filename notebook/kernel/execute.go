package kernel

import (
	"context"
	"encoding/json"
	"fmt"
	"time"

	"counterclaim/notebook"
)

// An executeRequest is a cell to be run. What a front end leaves out is as the protocol
// has it: the run is kept in the history, and ends those that wait if it fails.
type executeRequest struct {
	Code        string `json:"code"`
	Silent      bool   `json:"silent"`
	Store       *bool  `json:"store_history"`
	StopOnError *bool  `json:"stop_on_error"`
}

func (r executeRequest) stored() bool { return !r.Silent && (r.Store == nil || *r.Store) }
func (r executeRequest) stops() bool  { return !r.Silent && (r.StopOnError == nil || *r.StopOnError) }

// grace is how long a cell that failed waits for the requests that were sent before its
// front end could know.
const grace = 20 * time.Millisecond

// execute runs a cell, publishes what it gives and answers. If it fails, the cells that wait
// are not run, and answered before it is, so that one that is sent afterwards runs.
func (k *Kernel) execute(ctx context.Context, m message) {
	from := k.sockets.shell
	var asked executeRequest
	if err := json.Unmarshal(m.content, &asked); err != nil {
		k.sockets.reply(from, m, "execute_reply", failed("Error", fmt.Errorf("execute_request: %w", err)))
		return
	}
	if asked.stored() {
		k.count++
	}
	failure := k.run(ctx, m, asked)
	answer := reply{"status": "ok", "user_expressions": reply{}, "payload": []any{}}
	var late []message
	if failure != nil {
		answer = failure
		answer["status"] = "error"
		if asked.stops() {
			late = k.abort()
		}
	}
	answer["execution_count"] = k.count
	k.sockets.reply(from, m, "execute_reply", answer)
	for _, other := range late {
		k.answer(ctx, from, other)
	}
}

// run runs a cell. It returns what the error was, nil where there was none.
func (k *Kernel) run(ctx context.Context, m message, asked executeRequest) (failure reply) {
	tell := k.sockets.tell
	if asked.Silent {
		tell = func(message, string, any) {}
	}
	tell(m, "execute_input", reply{"code": asked.Code, "execution_count": k.count})
	ctx, done := k.running(ctx)
	defer done()
	printed := &stream{send: func(text string) { tell(m, "stream", reply{"name": "stdout", "text": text}) }}
	defer printed.flush()
	shown := ""
	out := func(o notebook.Output) {
		switch o.Type {
		case notebook.Stream:
			printed.print(o.Text)
			return
		case notebook.Error:
			failure = reply{"ename": o.Name, "evalue": o.Message, "traceback": o.Trace}
			printed.flush()
			tell(m, "error", failure)
			return
		}
		printed.flush()
		shown, _ = o.Data[notebook.Plain].(string)
		tell(m, string(o.Type), reply{"data": o.Data, "metadata": reply{}, "execution_count": k.count})
	}
	k.runSafely(ctx, asked.Code, out)
	if asked.stored() {
		k.history.add(past{k.count, asked.Code, shown})
	}
	return failure
}

// runSafely makes an error of a panic: a mistake of ours in one cell leaves the kernel.
func (k *Kernel) runSafely(ctx context.Context, code string, out func(notebook.Output)) {
	defer func() {
		if r := recover(); r != nil {
			out(notebook.Failure(fmt.Errorf("counterclaim itself failed, please report it: %v", r)))
		}
	}()
	k.cells.Run(ctx, code, k.limits, out) // the error comes as an output, too
}

// abort answers the cells that wait, without running them, and returns the other requests.
func (k *Kernel) abort() (late []message) {
	over := time.After(grace)
	for range mostQueued {
		select {
		case m := <-k.waiting:
			if m.header.Type != "execute_request" {
				late = append(late, m)
				continue
			}
			k.sockets.tell(m, "status", state("busy"))
			k.sockets.reply(k.sockets.shell, m, "execute_reply", reply{"status": "aborted", "execution_count": k.count})
			k.sockets.tell(m, "status", state("idle"))
		case <-over:
			return late
		}
	}
	return late
}
