package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"time"

	"github.com/spf13/cobra"
)

// A growth is what counterclaim on bolt made of graphs of several sizes.
type growth struct {
	Machine machine
	Points  []*point // by size
}

// A point is one size of a graph. Most of it was loaded at once, and the rest put into
// that store in batches, as news comes.
type point struct {
	Size              int // as it was asked for
	Statements, Quads int // of what was loaded at once
	Load              float64
	Disk, LoadMemory  int64 // when that was done
	PutQuads          int
	Put               float64
	Memory            int64 // when all was done, the questions too
	Asks              map[string][]float64
}

func newGrowth() *cobra.Command {
	c := &cobra.Command{
		Use:   "growth",
		Short: "Measure counterclaim on bolt as its graph grows",
		Long: `For each size: loads a graph at once, puts its last twentieth, 10,000 statements at most,
into the store in batches, and asks the ten questions. What was measured is kept, so that a
call goes on where the last one ended; --again begins anew. A million statements take
some minutes and 8 GB in the work folder.`,
		Example: `  go run ./bench growth --sizes 10000,100000
  go run ./bench growth --sizes 10000,100000,1000000,5000000`,
		Args: cobra.NoArgs,
	}
	sizes := c.Flags().IntSlice("sizes", []int{10_000, 100_000, 1_000_000}, "sizes of graphs in `statements`")
	again := c.Flags().Bool("again", false, "measure anew what was measured before")
	patience := c.Flags().Duration("patience", 10*time.Minute, "how long to wait for an answer")
	c.RunE = func(c *cobra.Command, _ []string) error {
		work, out, err := folders(c)
		if err != nil {
			return err
		}
		kept := filepath.Join(work, "growth.json")
		var found growth
		if err := recall(kept, &found, *again); err != nil {
			return err
		}
		for _, size := range *sizes {
			if slices.ContainsFunc(found.Points, func(p *point) bool { return p.Size == size }) {
				continue
			}
			fmt.Fprintf(c.ErrOrStderr(), "%s statements\n", thousands(int64(size)))
			p, err := grow(c.Context(), work, size, *patience)
			if err != nil {
				return err
			}
			found.Machine = thisMachine()
			found.Points = append(found.Points, p)
			slices.SortFunc(found.Points, func(a, b *point) int { return a.Size - b.Size })
			if err := keep(kept, found); err != nil {
				return err
			}
		}
		return renew(out, found.page())
	}
	return c
}

// grow measures a graph of that size. Its file is removed, as those of large ones are.
func grow(ctx context.Context, work string, size int, patience time.Duration) (p *point, err error) {
	p = &point{Size: size}
	f := files{short: filepath.Join(work, fmt.Sprintf("growth-%d.nq", size))}
	defer os.Remove(f.short)
	if p.Statements, err = writeGraph(ctx, f, size, size-min(size/20, 10_000)); err != nil {
		return nil, err
	}
	if p.Quads, _, err = sizeOf(f.short); err != nil {
		return nil, err
	}
	folder, err := os.MkdirTemp(work, "store-")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(folder)
	s, err := startOurs(ctx, "bolt", filepath.Join(folder, "store.db"))
	if err != nil {
		return nil, err
	}
	return p, errors.Join(p.measure(ctx, s, f, patience), s.close())
}

func (p *point) measure(ctx context.Context, s *oursSession, f files, patience time.Duration) (err error) {
	began := time.Now()
	if p.Disk, err = s.load(ctx, f); err != nil {
		return err
	}
	p.Load = time.Since(began).Seconds()
	if p.LoadMemory, err = s.memory(); err != nil {
		return err
	}
	a, err := s.send(ctx, request{Put: &put{p.Statements, p.Size}})
	if err != nil {
		return err
	}
	p.PutQuads, p.Put = a.Quads, a.Seconds
	m, run := &measured{}, aRun{Asks: map[string][]float64{}, Failed: map[string]string{}}
	meter := meter{on: newSubjects(p.Size), questions: questions, asks: usualAsks, patience: patience}
	err = meter.askAll(ctx, "counterclaim, bolt", s, m, &run)
	p.Asks, p.Memory = run.Asks, run.Memory
	return err
}
