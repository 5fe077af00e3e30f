package sandbox

import (
	"context"
	"fmt"
	"strings"

	"counterclaim/notebook"
)

// What a run may give, in bytes: text that it prints, and a result in all its forms.
const (
	maxPrinted = 1 << 20
	maxResult  = 16 << 20
)

// bounded sends the outputs of a run until they get too large; then it stops the run and
// sends the error that says so.
type bounded struct {
	run     int
	send    func(line []byte)
	stop    context.CancelFunc
	printed int
	full    error // what was too large
}

func (b *bounded) add(o notebook.Output) {
	switch {
	case b.full != nil:
	case o.Type == notebook.Stream:
		b.print(o)
	default:
		b.pass(o)
	}
}

func (b *bounded) print(o notebook.Output) {
	left := maxPrinted - b.printed
	b.printed += len(o.Text)
	if len(o.Text) <= left {
		b.pass(o)
		return
	}
	if o.Text = strings.ToValidUTF8(o.Text[:left], ""); o.Text != "" {
		b.pass(o)
	}
	b.fail(fmt.Errorf("the script printed more than %d MB; print less", maxPrinted>>20))
}

func (b *bounded) pass(o notebook.Output) {
	l, err := line(response{Op: opOutput, Run: b.run, Output: &o})
	switch {
	case err != nil:
		b.fail(fmt.Errorf("the result cannot be shown: %w", err))
	case len(l) > maxResult:
		b.fail(fmt.Errorf("the result takes %d KB, and %d are allowed; ask for fewer rows or shorter ones", len(l)>>10, maxResult>>10))
	default:
		b.send(l)
	}
}

func (b *bounded) fail(err error) {
	b.full = err
	b.stop()
	failure := notebook.Failure(err)
	if l, err := line(response{Op: opOutput, Run: b.run, Output: &failure}); err == nil {
		b.send(l)
	}
}
