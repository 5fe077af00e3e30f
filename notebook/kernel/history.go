package kernel

import (
	"regexp"
	"slices"
	"strings"
)

// mostHistory is how many cells are remembered.
const mostHistory = 1000

// A history is the cells that ran, oldest first.
type history []past

type past struct {
	count         int
	input, output string
}

// A historyRequest says which are wanted: the last n, those from start to before stop, or
// those that a pattern with * and ? fits.
type historyRequest struct {
	Type    string `json:"hist_access_type"`
	Output  bool   `json:"output"`
	N       int    `json:"n"`
	Session int    `json:"session"` // 0 is this one, which is the only one, 1
	Start   int    `json:"start"`
	Stop    int    `json:"stop"`
	Pattern string `json:"pattern"`
	Unique  bool   `json:"unique"`
}

func (h *history) add(p past) {
	*h = append(*h, p)
	if len(*h) > mostHistory {
		*h = slices.Delete(*h, 0, len(*h)-mostHistory)
	}
}

// find returns the rows that the protocol wants: session, count, and the input or input
// and output.
func (h history) find(r historyRequest) [][]any {
	found := h.kept(r)
	if r.Type != "range" && r.N > 0 && len(found) > r.N {
		found = found[len(found)-r.N:]
	}
	rows := [][]any{}
	for _, p := range found {
		var what any = p.input
		if r.Output {
			what = []any{p.input, p.output}
		}
		rows = append(rows, []any{1, p.count, what})
	}
	return rows
}

func (h history) kept(r historyRequest) history {
	var fits func(past) bool
	switch r.Type {
	case "range":
		fits = func(p past) bool {
			return (r.Session == 0 || r.Session == 1) && p.count >= r.Start && (r.Stop == 0 || p.count < r.Stop)
		}
	case "search":
		pattern := glob(r.Pattern)
		fits = func(p past) bool { return pattern.MatchString(p.input) }
	default:
		return h
	}
	var out history
	for _, p := range h {
		if !fits(p) {
			continue
		}
		if r.Unique {
			out = slices.DeleteFunc(out, func(o past) bool { return o.input == p.input })
		}
		out = append(out, p)
	}
	return out
}

// glob returns what fits a whole text that * and ? stand for.
func glob(pattern string) *regexp.Regexp {
	quoted := strings.NewReplacer(`\*`, ".*", `\?`, ".").Replace(regexp.QuoteMeta(pattern))
	return regexp.MustCompile("(?s)^" + quoted + "$")
}
