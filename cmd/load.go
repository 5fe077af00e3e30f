package cmd

import (
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"counterclaim/graph/store"
	"counterclaim/loaders"
	"counterclaim/loaders/actors"
)

const loadHelp = `Reads files, and folders with all that is in them, into the graph: news text (.txt,
.md, .html) and statements coded by hand (.yaml, or .csv as Discourse Network Analyzer
lists them). What is said in them is set against what is said elsewhere in them, and in
documents that were loaded before.

A file that you name is read as an article if its extension is none of these, or if it
has none; in a folder such files are skipped.

What extract printed as JSON Lines (.jsonl) is read too, files of any size; "-" is
such a file on standard input. A line that cannot be read does not stop the others.

A document that is known is passed over, a changed one replaces its old statements,
and a hand-coded one stands against one found in text. Of copies of a document that
come at once, the one stands whose name comes first. A file that cannot be read does
not stop the others; the exit code is then 1. An interrupted load of many documents into
an empty store goes on when it is given again.

Every statement has a confidence, which says how many of such statements are right;
--min-confidence leaves out those below. When all is done load prints what came in,
under each kind of statement and each relation of an answer to a claim.

N-Quads (.nq, or .nq.gz packed by gzip) in the store's own names, such as "counterclaim
bench generate" writes, are loaded alone, as they are, into a store that is empty; to
another come their documents.

A hand-coded file is the citation of one document with what is said in it:

  name: harbour-gazette-2031-05-02
  document: {title: The fire in the harbour, publisher: Harbour Gazette, published: 2031-05-02}
  statements:
    - id: fire-raised
      kind: attribution
      speaker: Navy of Norreland
      target: Veldany
      text: The navy holds that boats from Veldany burned the harbour.
    - id: not-at-sea
      kind: denial
      speaker: Foreign Ministry of Veldany
      text: The ministry says that no boat was out.
      answers:
        - {statement: fire-raised, relation: denies}`

func newLoad() *cobra.Command {
	c := &cobra.Command{
		Use:   "load PATH...",
		Short: "Read articles and hand-coded claims into the graph",
		Long:  loadHelp,
		Example: `  counterclaim load articles/
  counterclaim load press/*.html coded/harbour.yaml
  counterclaim load minutes.log
  counterclaim load shards/*.jsonl
  ssh archive counterclaim extract -o jsonl --no-contrasts /articles | counterclaim load -
  counterclaim load --min-confidence 0.8 articles/
  counterclaim load --store press.db --actors people.yaml articles/`,
		Args: cobra.MinimumNArgs(1),
	}
	format := formatFlag(c)
	addSettings(c, storePath, storeBackend, actorsFile, confidence)
	c.RunE = func(c *cobra.Command, args []string) error {
		in, err := readSettings(c)
		if err != nil {
			return err
		}
		if quads, err := areQuads(args); err != nil {
			return err
		} else if quads {
			return in.loadQuads(c, args[0])
		}
		files, err := in.files(*format, loaders.Shard{}, args)
		if err != nil {
			return err
		}
		var report loaders.Report
		step, end := progress(c.ErrOrStderr(), "reading")
		err = in.fillStore(func(db *store.Store) error {
			report, err = loaders.Load(c.Context(), db, files, step)
			if left := db.Unfinished(); err != nil && left != "" {
				end()
				fmt.Fprintf(c.ErrOrStderr(), "what was read is kept in %s: the same load goes on there; remove it to begin anew\n", left)
			}
			return err
		})
		end()
		printNotes(c.ErrOrStderr(), report)
		if err != nil && report.Statements == 0 {
			return err
		}
		return errors.Join(printReport(c.OutOrStdout(), report), failed(report), err)
	}
	return c
}

// loadQuads loads N-Quads and says what the store then holds.
func (in *inForce) loadQuads(c *cobra.Command, path string) error {
	step, end := progress(c.ErrOrStderr(), "reading")
	defer end()
	return in.fillStore(func(db *store.Store) error {
		if err := loadQuads(c.Context(), db, path, step); err != nil {
			return err
		}
		end()
		stats, err := db.Stats(c.Context())
		if err != nil {
			return err
		}
		return printStats(c.OutOrStdout(), stats)
	})
}

// formatFlag gives the command the flag --format.
func formatFlag(c *cobra.Command) *string {
	return c.Flags().String("format", "", "read every file as this `format`: article, curated, dna, jsonl (default: found for each file)")
}

// files finds what there is of the shard to read at the paths, by the loaders that
// the settings ask for.
func (in *inForce) files(format string, shard loaders.Shard, paths []string) (loaders.Files, error) {
	book, err := in.book()
	if err != nil {
		return loaders.Files{}, err
	}
	all := loaders.All(book)
	if format != "" {
		if all, err = loaders.Only(all, format); err != nil {
			return loaders.Files{}, wrongCallf("--format: %w", err)
		}
	}
	found := shard.Find(all, paths...)
	found.MinConfidence, found.Book = in.GetFloat64(confidence), book.Digest()
	return found, nil
}

// book returns the actors that are known by name: the seeded ones, and the user's
// own where there are any.
func (in *inForce) book() (*actors.Book, error) {
	book, err := actors.Seeded()
	path := in.GetString(actorsFile)
	if err != nil || path == "" {
		return book, err
	}
	src, err := os.ReadFile(path)
	if err != nil {
		return nil, fmt.Errorf("read actors: %w", err)
	}
	return book.Extended(path, src)
}

// failed returns an error with the number of files that failed, nil where none did.
func failed(r loaders.Report) error {
	if len(r.Failed) == 0 {
		return nil
	}
	return fmt.Errorf("%s failed", count(len(r.Failed), "file", "files"))
}

// printNotes prints what failed and what the user might not expect.
func printNotes(w io.Writer, r loaders.Report) {
	unwritten := 0
	for _, err := range r.Failed {
		if disk := (*store.CommitError)(nil); errors.As(err, &disk) {
			if unwritten++; unwritten > 1 {
				continue
			}
		}
		fmt.Fprintln(w, err)
	}
	if unwritten > 1 {
		fmt.Fprintf(w, "and so for %s\n", count(unwritten-1, "more file", "more files"))
	}
	for _, note := range r.Notes {
		fmt.Fprintln(w, note)
	}
	if n := len(r.Skipped); n > 0 {
		const shown = 3
		fmt.Fprintf(w, "skipped %s that no loader reads: %s\n", count(n, "file", "files"), firstOf(r.Skipped, shown))
	}
}

func firstOf(words []string, most int) string {
	if len(words) <= most {
		return strings.Join(words, ", ")
	}
	return strings.Join(words[:most], ", ") + ", ..."
}
