package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"
)

// A measured is what was found of one system on one graph.
type measured struct {
	System, Version string
	Absent          string // why it was not measured
	Runs            []aRun
	Answers         map[string][][]any // by question
}

// An aRun is one process from start to end: what loading took, and each question. Times
// are in seconds, and from outside: from the request to the whole answer.
type aRun struct {
	Load         float64
	Disk, Memory int64
	Asks         map[string][]float64 // by question; the first time that it is asked is not in it
	Failed       map[string]string    // by question: why there is no answer
}

const (
	usualAsks = 5                // how often each question is asked in a run, after once to warm up
	slow      = 10 * time.Second // a question that takes longer is asked once a run, and that counts
)

// A meter measures systems on one graph.
type meter struct {
	work      string
	files     files
	on        subjects
	questions []question
	asks      int           // of each question in a run, beside the first
	patience  time.Duration // for one question
}

// run runs the system once and adds what came of it to m.
func (r *meter) run(ctx context.Context, sys system, m *measured) error {
	folder, err := os.MkdirTemp(r.work, "store-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(folder)
	s, version, err := sys.start(ctx, r.work, folder)
	if isAbsent(err) {
		m.Absent = err.Error()
		return nil
	} else if err != nil {
		return fmt.Errorf("%s: %w", sys.name, err)
	}
	if m.Version != version {
		*m = measured{System: m.System, Version: version} // what another version did is past
	}
	m.Absent = ""
	a := aRun{Asks: map[string][]float64{}, Failed: map[string]string{}}
	began := time.Now()
	if a.Disk, err = s.load(ctx, r.files); err != nil {
		return errors.Join(fmt.Errorf("%s: load: %w", sys.name, err), s.close())
	}
	a.Load = time.Since(began).Seconds()
	if err := r.askAll(ctx, sys.name, s, m, &a); err != nil {
		return errors.Join(err, s.close())
	}
	m.Runs = append(m.Runs, a)
	return s.close()
}

// askAll asks the questions. One that is not answered in time ends the run, and is not
// asked again in later ones.
func (r *meter) askAll(ctx context.Context, name string, s session, m *measured, a *aRun) error {
	for i := range r.questions {
		q := &r.questions[i]
		if why := failedBefore(m, q.Name); why != "" {
			a.Failed[q.Name] = why
			continue
		}
		took, answer, err := r.ask(ctx, s, q)
		switch {
		case ctx.Err() != nil:
			return ctx.Err()
		case errors.Is(err, context.DeadlineExceeded):
			a.Failed[q.Name] = fmt.Sprintf("not in %v", r.patience)
			return nil // what is left is asked in the next run
		case err != nil:
			return fmt.Errorf("%s: %s: %w", name, q.Name, err)
		}
		if m.Answers == nil {
			m.Answers = map[string][][]any{}
		}
		if before, again := m.Answers[q.Name]; again {
			if err := differ(before, answer); err != nil {
				return fmt.Errorf("%s: %s: not the same answer as in an earlier run: %w", name, q.Name, err)
			}
		}
		m.Answers[q.Name] = answer
		times := []float64{took}
		if took < slow.Seconds() {
			times = nil
			for range r.asks {
				if took, _, err = r.ask(ctx, s, q); err != nil {
					return fmt.Errorf("%s: %s: %w", name, q.Name, err)
				}
				times = append(times, took)
			}
		}
		a.Asks[q.Name] = times
		if a.Memory, err = s.memory(); err != nil {
			return err
		}
	}
	return nil
}

func failedBefore(m *measured, question string) string {
	for _, r := range m.Runs {
		if why := r.Failed[question]; why != "" {
			return why
		}
	}
	return ""
}

func (r *meter) ask(ctx context.Context, s session, q *question) (seconds float64, answer [][]any, err error) {
	ctx, cancel := context.WithTimeout(ctx, r.patience)
	defer cancel()
	began := time.Now()
	answer, err = s.ask(ctx, q, r.on)
	return time.Since(began).Seconds(), answer, err
}

// filesOf returns where the graph of so many statements is kept.
func filesOf(work string, statements int) files {
	path := filepath.Join(work, fmt.Sprintf("graph-%d", statements))
	return files{path + ".nq", path + ".absolute.nq"}
}
