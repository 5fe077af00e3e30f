package kernel

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"

	"counterclaim/notebook"
)

// replyTo returns what the answer to a request is called.
func replyTo(m message) string {
	return strings.TrimSuffix(m.header.Type, "_request") + "_reply"
}

// ask returns the answer to a request that runs no cell; errUnasked where the protocol has
// none such, or none that we know.
func (k *Kernel) ask(ctx context.Context, m message) (reply, error) {
	var asked struct {
		Code    string `json:"code"`
		Cursor  int    `json:"cursor_pos"` // in code points
		Restart bool   `json:"restart"`
		historyRequest
	}
	if !strings.HasSuffix(m.header.Type, "_request") {
		return nil, errUnasked
	}
	if err := json.Unmarshal(m.content, &asked); err != nil {
		return nil, fmt.Errorf("%s: %w", m.header.Type, err)
	}
	switch m.header.Type {
	case "kernel_info_request":
		return k.info(), nil
	case "complete_request":
		return k.complete(ctx, asked.Code, asked.Cursor), nil
	case "inspect_request":
		return inspect(asked.Code, asked.Cursor), nil
	case "is_complete_request":
		return isComplete(asked.Code), nil
	case "history_request":
		return reply{"status": "ok", "history": k.history.find(asked.historyRequest)}, nil
	case "comm_info_request":
		return reply{"status": "ok", "comms": reply{}}, nil
	case "shutdown_request":
		return reply{"status": "ok", "restart": asked.Restart}, nil
	}
	return nil, errUnasked
}

func (k *Kernel) info() reply {
	return reply{
		"status": "ok", "protocol_version": protocol, "implementation": "counterclaim", "implementation_version": k.version,
		"banner":   "counterclaim: who said what about whom, and who answered. %query and Tab list the questions.",
		"debugger": false, "supported_features": []string{},
		"help_links": []reply{{"text": "Gizmo, the language of scripts", "url": "https://cayley.gitbook.io/cayley/query-languages/gizmoapi"}},
		"language_info": reply{
			"name": "javascript", "version": "ES6", "mimetype": "text/javascript", "file_extension": ".js",
			"pygments_lexer": "javascript", "codemirror_mode": "javascript", "nbconvert_exporter": "script",
		},
	}
}

// complete offers what it can where there is no store: the cell itself will tell.
func (k *Kernel) complete(ctx context.Context, code string, cursor int) reply {
	ctx, done := k.running(ctx)
	defer done()
	found, _ := notebook.Complete(ctx, k.read, code, cursor)
	matches, types := []string{}, []reply{}
	for _, o := range found.Matches {
		matches = append(matches, o.Text)
		types = append(types, reply{"text": o.Text, "type": o.Type, "start": found.Start, "end": found.End, "signature": o.Says})
	}
	return reply{
		"status": "ok", "matches": matches, "cursor_start": found.Start, "cursor_end": found.End,
		"metadata": reply{"_jupyter_types_experimental": types}, // JupyterLab shows them beside the matches
	}
}

func inspect(code string, cursor int) reply {
	found, ok := notebook.Inspect(code, cursor)
	data := reply{}
	if ok {
		data[notebook.Plain] = found.Title + "\n" + found.Text
	}
	return reply{"status": "ok", "found": ok, "data": data, "metadata": reply{}}
}

func isComplete(code string) reply {
	status := notebook.IsComplete(code)
	if status == notebook.Incomplete {
		return reply{"status": status, "indent": "  "}
	}
	return reply{"status": status}
}

func (k *Kernel) refuseComm(m message) {
	var asked struct {
		ID string `json:"comm_id"`
	}
	if json.Unmarshal(m.content, &asked) == nil {
		k.sockets.tell(m, "comm_close", reply{"comm_id": asked.ID, "data": reply{}})
	}
}
