package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"os/signal"
	"strconv"
	"strings"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	commands := map[string]func(context.Context, []string) error{"compare": compareCommand, "growth": growthCommand, "ask": askCommand}
	run := commands["help"]
	if len(os.Args) > 1 {
		run = commands[os.Args[1]]
	}
	if run == nil {
		fmt.Fprintln(os.Stderr, "usage: go run ./bench compare|growth [-h]")
		os.Exit(2)
	}
	if err := run(ctx, os.Args[2:]); err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

func compareCommand(ctx context.Context, args []string) error {
	f := flag.NewFlagSet("compare", flag.ExitOnError)
	statements := f.Int("statements", 20_000, "size of the graph")
	runs := f.Int("runs", 5, "how often each load is timed")
	asks := f.Int("asks", 20, "how often each question is timed")
	only := f.String("only", "", "only systems whose names begin with one of these, by commas")
	out := f.String("o", "docs", "folder with benchmarks.md")
	work := f.String("work", "bench-work", "folder for what is built and invented")
	if err := f.Parse(args); err != nil {
		return err
	}
	bench, err := newBench(ctx, *work, *runs, *asks)
	if err != nil {
		return err
	}
	results, quads, err := bench.compare(ctx, *statements, list(*only))
	if err != nil {
		return err
	}
	return writeComparison(*out, *statements, quads, *runs, *asks, results)
}

func growthCommand(ctx context.Context, args []string) error {
	f := flag.NewFlagSet("growth", flag.ExitOnError)
	sizes := f.String("sizes", "10000,100000", "sizes in statements, by commas")
	asks := f.Int("asks", 20, "how often each question is timed")
	out := f.String("o", "docs", "folder with benchmarks.md")
	work := f.String("work", "bench-work", "folder for what is built and invented")
	if err := f.Parse(args); err != nil {
		return err
	}
	bench, err := newBench(ctx, *work, 1, *asks)
	if err != nil {
		return err
	}
	var points []point
	for _, size := range list(*sizes) {
		n, err := strconv.Atoi(size)
		if err != nil {
			return fmt.Errorf("-sizes: %q is no number", size)
		}
		p, err := bench.grow(ctx, n)
		if err != nil {
			return err
		}
		points = append(points, p)
	}
	return writeGrowth(*out, points)
}

func list(words string) []string {
	return strings.FieldsFunc(words, func(r rune) bool { return r == ',' || r == ' ' })
}
