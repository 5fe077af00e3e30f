// Calibrate measures on annotated articles how often each rule of the package
// article is right, and how much each sign tells, and prints the file that the
// package reads:
//
//	go run ./loaders/article/calibrate train.jsonl > confidence.txt && mv confidence.txt loaders/article
//
// The file, or brat's folder, has a form that "counterclaim score" reads, and what is right is what
// that counts as right. The figures are those of a logistic regression: the odds of
// a statement's being right are the odds of its rule, times those of each sign seen
// of it. A penalty on the size of each coefficient, as if every rule had been seen
// some times at the mean of all, keeps rules that fire rarely near that mean.
package main

import (
	"fmt"
	"io"
	"os"

	"counterclaim/loaders/actors"
	"counterclaim/loaders/article"
	"counterclaim/loaders/score"
)

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: calibrate GOLD.jsonl > confidence.txt")
		os.Exit(2)
	}
	if err := run(os.Args[1], os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "calibrate:", err)
		os.Exit(1)
	}
}

func run(path string, out io.Writer) error {
	gold, err := score.Open(path)
	if err != nil {
		return err
	}
	book, err := actors.Seeded()
	if err != nil {
		return err
	}
	loader := article.New(book)
	var m model
	for i := range gold {
		d := &gold[i]
		codings, err := loader.Read(d.ID, []byte(d.Text))
		if err != nil {
			fmt.Fprintln(os.Stderr, err)
			continue
		}
		statements := codings[0].Statements
		for k, right := range score.Right(d, statements) {
			names, seen := article.Signs(&statements[k], d.Text)
			m.add(statements[k].Rule, names, seen, right)
		}
	}
	m.fit()
	return m.write(out)
}
