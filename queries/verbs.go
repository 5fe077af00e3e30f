package queries

import (
	"regexp"
	"strings"
	"sync"
)

// A Verb is what scripts may use besides Gizmo's own words.
type Verb struct {
	Name   string
	Usage  string // how it is called, with an example
	Says   string
	Method bool // it stands behind a dot
}

// Verbs returns the verbs that lib.js lists at its head, in that order.
func Verbs() []Verb { return verbs() }

var (
	verbLine = regexp.MustCompile(`^//   (\S.*?\))\s{2,}(.*)$|^//   (\S.*\)), (\S.*\))\s{2,}(.*)$`)
	verbName = regexp.MustCompile(`(\.?)(\w+)\(`)
	verbs    = sync.OnceValue(func() []Verb {
		src, err := files.ReadFile(libName)
		if err != nil {
			return nil // it is embedded
		}
		var out []Verb
		for line := range strings.Lines(string(src)) {
			line = strings.TrimRight(line, "\n")
			if !strings.HasPrefix(line, "//") {
				break
			}
			m := verbLine.FindStringSubmatch(line)
			if m == nil {
				continue
			}
			for _, call := range calls(m[1] + m[3] + "\x00" + m[4]) {
				name := verbName.FindStringSubmatch(call)
				says := m[2] + m[5]
				method := name[1] == "." || strings.HasPrefix(call, "path.")
				out = append(out, Verb{name[2], call, strings.ToUpper(says[:1]) + says[1:] + ".", method})
			}
		}
		return out
	})
)

// calls cuts a line of the head into the calls that it names.
func calls(line string) []string {
	var out []string
	depth, from := 0, 0
	for i, r := range line + "," {
		switch r {
		case '(', '{', '[':
			depth++
		case ')', '}', ']':
			depth--
		case ',', '\x00':
			if depth > 0 {
				continue
			}
			if call := strings.Trim(line[from:i], " ,\x00"); verbName.MatchString(call) {
				out = append(out, call)
			}
			from = i + 1
		}
	}
	return out
}
