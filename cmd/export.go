package cmd

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"counterclaim/exports"
	"counterclaim/graph"
	"counterclaim/graph/store"
)

const exportHelp = `Writes statements, with all that belongs to them, for other programs and for people.
The same documents always give the same bytes.

-o names a format, which then goes to stdout, or a file, whose ending says the format:

%s
In nquads and jsonld each quad is in the terms of schema.org, PROV-O, SKOS, CiTO, AIF
and Web Annotation. A .dna file has the tables of Discourse Network Analyzer 3, for coder
Admin with the password "counterclaim"; it was read back with SQLite, not yet with DNA.
An event list (dna-csv) can be loaded again.
Networks are written by "counterclaim network".
`

func newExport() *cobra.Command {
	c := &cobra.Command{
		Use:   "export [param=value ...]",
		Short: "Write statements for other programs, or as an evidence sheet",
		Long:  fmt.Sprintf(exportHelp, exportList()) + pickingHelp(),
		Example: `  counterclaim export > claims.nq
  counterclaim export -o jsonld kind=denial since=2013-03 > denials.jsonld
  counterclaim export -o claims.dna
  counterclaim export -o hua.html speaker=hua-chunying
  counterclaim export -o dna-csv min_confidence=0.8 > events.csv`,
		ValidArgsFunction: completeConditions,
	}
	output := c.Flags().StringP("output", "o", exportFormats[0].name, "`format`, for stdout, or a file")
	if err := c.RegisterFlagCompletionFunc("output", completeExportOutput); err != nil {
		panic(err) // the flag is that of the line above
	}
	addSettings(c, storePath, storeBackend, queryTimeout, confidence)
	c.RunE = func(c *cobra.Command, args []string) error {
		format, file, err := exportTarget(*output)
		if err != nil {
			return err
		}
		given, err := conditions(args)
		if err != nil {
			return err
		}
		in, err := readSettings(c)
		if err != nil {
			return err
		}
		if file == "" {
			if out := c.OutOrStdout(); format.binary && terminalWidth(out) > 0 {
				return wrongCallf("-o %s: this is no text for a terminal; name a file, as in -o claims%s", format.name, format.extension)
			}
			_, err := in.export(c.Context(), c.OutOrStdout(), format, given)
			return err
		}
		var caption string
		err = writeFile(file, func(w io.Writer) (err error) {
			caption, err = in.export(c.Context(), w, format, given)
			return err
		})
		if err == nil {
			fmt.Fprintf(c.ErrOrStderr(), "%s: %s\n", file, caption)
		}
		return err
	}
	return c
}

// An exportFormat is what export can write, by the store or by package exports.
type exportFormat struct {
	name, extension, says string
	binary                bool
	write                 func(ctx context.Context, db *store.Store, w io.Writer, picked graph.Selection) error
}

// exportFormats are the formats in the order of the help; the first is the default.
var exportFormats = func() []exportFormat {
	out := []exportFormat{quads("nquads", ".nq", "one quad a line; the fourth part is the document it comes from"), quads("jsonld", ".jsonld", "one JSON-LD document")}
	for _, f := range exports.Formats {
		out = append(out, exportFormat{f.Name, f.Extension, f.Says, f.Binary, func(ctx context.Context, db *store.Store, w io.Writer, picked graph.Selection) error {
			content, err := exportContent(ctx, db, picked, f.Answers)
			if err != nil {
				return err
			}
			return f.Write(w, content)
		}})
	}
	return out
}()

func quads(name, extension, says string) exportFormat {
	return exportFormat{name, extension, says, false, func(ctx context.Context, db *store.Store, w io.Writer, picked graph.Selection) error {
		if len(picked.Picked) == 0 {
			return db.Export(ctx, w, name) // what no statement leads to goes too
		}
		return db.ExportSelection(ctx, w, name, &picked)
	}}
}

func exportList() string {
	var b strings.Builder
	for _, f := range exportFormats {
		fmt.Fprintf(&b, "  %-14s %-15s %s\n", f.name, f.extension, f.says)
	}
	return b.String()
}

func exportNames() []string {
	names := make([]string, len(exportFormats))
	for i, f := range exportFormats {
		names[i] = f.name
	}
	return names
}

// exportTarget returns the format that -o says and the file, "" for stdout.
func exportTarget(output string) (exportFormat, string, error) {
	byName := func(f exportFormat) bool { return f.name == output }
	if i := slices.IndexFunc(exportFormats, byName); i >= 0 {
		return exportFormats[i], "", nil
	}
	base := strings.ToLower(filepath.Base(output))
	var found *exportFormat
	var extensions []string
	for i, f := range exportFormats {
		extensions = append(extensions, f.extension)
		if strings.HasSuffix(base, f.extension) && (found == nil || len(f.extension) > len(found.extension)) {
			found = &exportFormats[i]
		}
	}
	if found == nil {
		return exportFormat{}, "", wrongCallf("-o %q; allowed are the formats %s, and files that end in %s",
			output, strings.Join(exportNames(), ", "), strings.Join(extensions, ", "))
	}
	return *found, output, nil
}

// export writes what meets the conditions, and returns the caption of it.
func (in *inForce) export(ctx context.Context, w io.Writer, format exportFormat, given map[string]string) (caption string, err error) {
	err = in.readStore(func(db *store.Store) error {
		picked, err := in.pick(ctx, db, given)
		if err != nil {
			return err
		}
		caption = picked.Caption()
		return format.write(ctx, db, w, picked)
	})
	return caption, err
}

// exportContent reads what belongs to the statements: their texts and, where it is asked
// for, all that they answer or that answers them.
func exportContent(ctx context.Context, db *store.Store, picked graph.Selection, answers bool) (*exports.Content, error) {
	content := &exports.Content{Selection: picked}
	var documents []string
	for i := range picked.Positions {
		documents = append(documents, picked.Positions[i].Document.ID)
	}
	slices.Sort(documents)
	var err error
	if content.Texts, err = db.Texts(ctx, slices.Compact(documents)); err != nil || !answers {
		return content, err
	}
	content.Around, err = db.Around(ctx, &picked)
	return content, err
}

// writeFile writes a file whole or, on an error, not at all.
func writeFile(path string, write func(io.Writer) error) error {
	f, err := os.CreateTemp(filepath.Dir(path), ".counterclaim-*")
	if err != nil {
		return err
	}
	defer os.Remove(f.Name()) // of no effect once it has its name
	if err := errors.Join(write(f), f.Chmod(0o644), f.Close()); err != nil {
		return err
	}
	return os.Rename(f.Name(), path)
}

func completeExportOutput(_ *cobra.Command, _ []string, begin string) ([]string, cobra.ShellCompDirective) {
	var offered []string
	for _, f := range exportFormats {
		if strings.HasPrefix(f.name, begin) {
			offered = append(offered, f.name+"\t"+f.says)
		}
	}
	return offered, cobra.ShellCompDirectiveDefault
}
