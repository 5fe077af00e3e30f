package kernel

import (
	"context"
	"time"

	"counterclaim/notebook"
)

// abortFor is how long after an error requests to execute count as sent before it was known.
const abortFor = 50 * time.Millisecond

// execute runs a cell, and tells all what it gives.
func (k *Kernel) execute(ctx context.Context, m message, r request) reply {
	if time.Since(k.failedAt) < abortFor && (r.StopOnError == nil || *r.StopOnError) {
		k.failedAt = time.Now() // the next one in the queue was sent before, too
		return reply{"status": "aborted", "execution_count": k.count}
	}
	kept := !r.Silent && (r.Store == nil || *r.Store)
	if kept {
		k.count++
		k.history = append(k.history, ran{source: r.Code})
	}
	tell := func(kind string, content reply) {
		if !r.Silent {
			k.publish(m, kind, content)
		}
	}
	tell("execute_input", reply{"code": r.Code, "execution_count": k.count})
	ctx = k.begin(ctx)
	_, err := k.cells.Run(ctx, r.Code, k.limits, func(o notebook.Output) {
		tell(k.told(o))
		if plain, ok := o.Data[notebook.Plain].(string); ok && kept {
			k.history[len(k.history)-1].gave = plain
		}
	})
	k.end()
	if err != nil {
		if r.StopOnError == nil || *r.StopOnError {
			k.failedAt = time.Now()
		}
		failure := failed(notebook.Failure(err))
		failure["status"], failure["execution_count"] = "error", k.count
		return failure
	}
	return reply{"execution_count": k.count, "payload": []any{}, "user_expressions": expressions(r)}
}

// begin returns the context of a cell, which Interrupt ends.
func (k *Kernel) begin(ctx context.Context) context.Context {
	ctx, cancel := context.WithCancel(ctx)
	k.mu.Lock()
	defer k.mu.Unlock()
	k.interrupt = cancel
	return ctx
}

func (k *Kernel) end() {
	k.mu.Lock()
	defer k.mu.Unlock()
	k.interrupt()
	k.interrupt = nil
}

// told returns an output as messages have it.
func (k *Kernel) told(o notebook.Output) (kind string, content reply) {
	switch o.Type {
	case notebook.Stream:
		return "stream", reply{"name": o.Name, "text": o.Text}
	case notebook.Error:
		return "error", failed(o)
	}
	return "execute_result", reply{"execution_count": k.count, "data": o.Data, "metadata": reply{}}
}

func failed(o notebook.Output) reply {
	return reply{"ename": o.Name, "evalue": o.Message, "traceback": o.Trace}
}

// expressions says of each user expression that there are none here.
func expressions(r request) reply {
	out := reply{}
	for name := range r.Expressions {
		out[name] = reply{"status": "error", "ename": "Error", "evalue": "this kernel evaluates no user expressions", "traceback": []string{}}
	}
	return out
}
