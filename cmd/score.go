package cmd

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"counterclaim/graph"
	"counterclaim/loaders/article"
	"counterclaim/loaders/score"
)

const scoreHelp = `Reads the texts of a file that people annotated, and prints how what is found in them
stands to what was annotated: how far you can trust extraction on texts like yours.

GOLD has a line of JSON a document:

  {"doc_id": "harbour", "text": "Veldany denied the fire.", "gold": [
    {"source": [0, 7, "Veldany"], "cue": [8, 14, "denied"], "content": [[15, 23]]}]}

in one line. Offsets count characters (Unicode code points) of text, ends exclusive.
Source and cue may be null, the words behind their offsets left out; content has a
span for each part; "source_head": [0, 7] gives the main word of a source, which is
the last before a comma or preposition otherwise. Further keys are passed over.
"-" reads GOLD from stdin. GOLD can also be a folder of brat's files: NAME.txt with NAME.ann, where events
Attribution tie together entities Source, Cue and Content, as in PolNeAR.

What is printed:
  content exact    the same words, but for a "that" or an article before them
  content matched  at least half of the words in common (Dice), one to one
  source head      matched, and the source has the annotated one's head word
  triple lenient   matched, and source and cue share words with the annotated ones
  direct matched   matched, of what stands in quotation marks; so mixed, indirect
  calibration      for each band of confidence its mean and the share of statements
                   that are right: matched, with the annotated source
  rules            how often each rule fires, and the same shares for it`

func newScore() *cobra.Command {
	c := &cobra.Command{
		Use:   "score GOLD",
		Short: "Measure extraction against texts that people annotated",
		Long:  scoreHelp,
		Example: `  counterclaim score annotated.jsonl
  counterclaim score annotated.jsonl --rules
  counterclaim score PolNeAR/data/dev
  counterclaim score annotated.jsonl -o json`,
		Args: cobra.ExactArgs(1),
	}
	output := outputFlag(c, "table", "json")
	rules := c.Flags().Bool("rules", false, "print what each rule finds too")
	addSettings(c, actorsFile)
	c.RunE = func(c *cobra.Command, args []string) error {
		report, err := measure(c, args[0])
		if err != nil {
			return err
		}
		if !*rules {
			report.Rules = nil
		}
		for _, err := range report.Unread {
			fmt.Fprintln(c.ErrOrStderr(), err)
		}
		if output.String() == "json" {
			err = writeScoreJSON(c.OutOrStdout(), report)
		} else {
			err = writeScore(c.OutOrStdout(), report)
		}
		if n := len(report.Unread); n > 0 {
			err = errors.Join(err, fmt.Errorf("%s could not be read, and count as without statements", count(n, "document", "documents")))
		}
		return err
	}
	return c
}

func measure(c *cobra.Command, path string) (score.Report, error) {
	in, err := readSettings(c)
	if err != nil {
		return score.Report{}, err
	}
	book, err := in.book()
	if err != nil {
		return score.Report{}, err
	}
	gold, err := readGold(c.InOrStdin(), path)
	if err != nil {
		return score.Report{}, err
	}
	loader := article.New(book)
	return score.Measure(c.Context(), gold, func(d *score.Document) ([]graph.Statement, error) {
		codings, err := loader.Read(d.ID, []byte(d.Text))
		if err != nil {
			return nil, err
		}
		if codings[0].Document.Text != d.Text {
			return nil, fmt.Errorf("%s: is HTML; annotate the article's text", d.ID)
		}
		return codings[0].Statements, nil
	})
}

func readGold(stdin io.Reader, path string) ([]score.Document, error) {
	if path == "-" {
		return score.Read("stdin", stdin)
	}
	return score.Open(path)
}

func writeScoreJSON(w io.Writer, r score.Report) error {
	out := json.NewEncoder(w)
	out.SetIndent("", "  ")
	return out.Encode(r)
}

func writeScore(w io.Writer, r score.Report) error {
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	fmt.Fprintf(t, "documents\t%d\nannotated\t%d\nfound\t%d\nmatched\t%d\n\n", r.Documents, r.Annotated, r.Found, r.Matched)
	fmt.Fprint(t, "figure\tprecision\trecall\tF1\n")
	for _, f := range r.Figures {
		fmt.Fprintf(t, "%s\t%.3f\t%.3f\t%.3f\n", f.Name, f.Precision, f.Recall, f.F1)
	}
	fmt.Fprint(t, "\nconfidence\tstatements\tmean\tright\n")
	for _, b := range r.Calibration {
		fmt.Fprintf(t, "%.1f to %.1f\t%d\t%.3f\t%.3f\n", b.From, b.To, b.Statements, b.Confidence, b.Right)
	}
	fmt.Fprintf(t, "\nexpected calibration error\t%.3f\n", r.CalibrationError)
	if len(r.Rules) > 0 {
		fmt.Fprint(t, "\nrule\tfires\tprecision\texact\tright\tconfidence\n")
	}
	for _, rule := range r.Rules {
		fmt.Fprintf(t, "%s\t%d\t%.3f\t%.3f\t%.3f\t%.3f\n", rule.Rule, rule.Fires, rule.Precision, rule.Exact, rule.Right, rule.Confidence)
	}
	return t.Flush()
}
