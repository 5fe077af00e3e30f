package kernel

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"counterclaim/notebook"
)

// A reply is the content of an answer.
type reply map[string]any

// A request is what clients ask for; each type has some of the keys.
type request struct {
	Code        string
	Silent      bool
	Store       *bool          `json:"store_history"`
	StopOnError *bool          `json:"stop_on_error"`
	Expressions map[string]any `json:"user_expressions"`
	Cursor      int            `json:"cursor_pos"`
	Restart     bool
	Comm        string `json:"comm_id"`
	History     string `json:"hist_access_type"`
	Many        int    `json:"n"`
	Start, Stop int
	Pattern     string
	Unique      bool // each source once, the last time
	Output      bool // with what it gave
}

// answer answers a message, between telling all that the kernel is busy and that it is idle.
func (k *Kernel) answer(ctx context.Context, s socket, m message) {
	k.publish(m, "status", reply{"execution_state": "busy"})
	defer k.publish(m, "status", reply{"execution_state": "idle"})
	var r request
	if err := json.Unmarshal(m.content, &r); err != nil {
		fmt.Fprintf(k.log, "kernel: %s: %v\n", m.header.Type, err)
		return
	}
	kind, asked := strings.CutSuffix(m.header.Type, "_request")
	if !asked {
		if m.header.Type == "comm_open" { // there are no targets, so it is closed at once
			k.publish(m, "comm_close", reply{"comm_id": r.Comm, "data": reply{}})
		}
		return
	}
	content := k.content(ctx, kind, m, r)
	if content == nil {
		fmt.Fprintf(k.log, "kernel: %s is not answered\n", m.header.Type)
		return
	}
	if content["status"] == nil {
		content["status"] = "ok"
	}
	k.send(s, m.from, m, kind+"_reply", content)
	if kind == "shutdown" {
		k.Interrupt()
		k.shutdown.Do(func() { close(k.done) })
	}
}

// content returns what a request is answered with, nil where it is none of ours.
func (k *Kernel) content(ctx context.Context, kind string, m message, r request) reply {
	switch kind {
	case "kernel_info":
		return k.info()
	case "execute":
		return k.execute(ctx, m, r)
	case "complete":
		return k.complete(ctx, r)
	case "inspect":
		return inspect(r)
	case "is_complete":
		return isComplete(r)
	case "history":
		return reply{"history": k.past(r)}
	case "comm_info":
		return reply{"comms": reply{}}
	case "interrupt":
		k.Interrupt()
		return reply{}
	case "shutdown":
		return reply{"restart": r.Restart}
	}
	return nil
}

func (k *Kernel) info() reply {
	return reply{
		"protocol_version": protocol, "implementation": "counterclaim", "implementation_version": k.version,
		"language_info": reply{"name": "javascript", "version": "ES2023", "mimetype": "text/javascript", "file_extension": ".js", "pygments_lexer": "javascript", "codemirror_mode": "javascript"},
		"banner":        "counterclaim " + k.version + ": who said what about whom, and who answered. Try %query contrasts",
		"help_links":    []reply{},
	}
}

func (k *Kernel) complete(ctx context.Context, r request) reply {
	found, err := notebook.Complete(ctx, k.read, r.Code, r.Cursor)
	if err != nil {
		fmt.Fprintln(k.log, "kernel: complete:", err)
	}
	texts, types := []string{}, []reply{}
	for _, m := range found.Matches {
		texts = append(texts, m.Text)
		types = append(types, reply{"start": found.Start, "end": found.End, "text": m.Text, "type": m.Type, "signature": m.Says})
	}
	return reply{"matches": texts, "cursor_start": found.Start, "cursor_end": found.End, "metadata": reply{"_jupyter_types_experimental": types}}
}

func inspect(r request) reply {
	found, ok := notebook.Inspect(r.Code, r.Cursor)
	if !ok {
		return reply{"found": false, "data": reply{}, "metadata": reply{}}
	}
	return reply{"found": true, "data": reply{notebook.Plain: found.Title + "\n" + found.Text}, "metadata": reply{}}
}

func isComplete(r request) reply {
	status := notebook.IsComplete(r.Code)
	if status == notebook.Incomplete {
		return reply{"status": status, "indent": "  "}
	}
	return reply{"status": status}
}

// A cell that ran, with what it gave in plain text.
type ran struct{ source, gave string }

// past returns earlier cells as (session, line, source): the last ones, those of a range of
// lines, or those that fit a pattern with * and ?.
func (k *Kernel) past(r request) [][]any {
	found := [][]any{}
	for i, cell := range k.history {
		line := i + 1
		again := func(later ran) bool { return later.source == cell.source }
		switch {
		case r.History == "range" && (line < r.Start || r.Stop > 0 && line >= r.Stop):
		case r.History == "search" && !fits(r.Pattern, cell.source):
		case r.History == "search" && r.Unique && slices.ContainsFunc(k.history[line:], again):
		case r.Output:
			found = append(found, []any{1, line, []any{cell.source, orNull(cell.gave)}})
		default:
			found = append(found, []any{1, line, cell.source})
		}
	}
	if r.Many > 0 && len(found) > r.Many && r.History != "range" {
		found = found[len(found)-r.Many:]
	}
	return found
}

func orNull(text string) any {
	if text == "" {
		return nil
	}
	return text
}

// fits reports whether the text is as the pattern has it, in which * stands for any letters
// and ? for one.
func fits(pattern, text string) bool {
	t := []rune(text)
	reached := make([]bool, len(t)+1) // by the pattern so far
	reached[0] = true
	for _, r := range pattern {
		next := make([]bool, len(t)+1)
		for i := range reached {
			switch {
			case r == '*':
				next[i] = reached[i] || i > 0 && next[i-1]
			case i > 0:
				next[i] = reached[i-1] && (r == '?' || r == t[i-1])
			}
		}
		reached = next
	}
	return reached[len(t)]
}
