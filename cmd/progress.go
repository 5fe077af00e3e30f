package cmd

import (
	"io"
	"time"

	"github.com/schollz/progressbar/v3"

	"counterclaim/loaders"
)

// progress returns a function to call with how far the work is, nil where w is no
// terminal and no bar is drawn, and one to call at the end.
func progress(w io.Writer, doing string) (step func(loaders.Progress), end func()) {
	width := terminalWidth(w)
	if width == 0 {
		return nil, func() {}
	}
	bar := progressbar.NewOptions(-1,
		progressbar.OptionSetWriter(w),
		progressbar.OptionSetDescription(doing),
		progressbar.OptionSetWidth(min(40, width/2)),
		progressbar.OptionThrottle(100*time.Millisecond),
		progressbar.OptionShowCount(),
		progressbar.OptionShowIts(),
		progressbar.OptionSetPredictTime(true),
		progressbar.OptionClearOnFinish(),
	)
	step = func(at loaders.Progress) {
		if at.Step != doing { // a bar counts one thing
			doing = at.Step
			bar.Reset()
			bar.Describe(doing)
		}
		bar.ChangeMax(at.Total)
		_ = bar.Set(at.Done) // drawing is not worth an error
	}
	return step, func() { _ = bar.Clear() }
}
