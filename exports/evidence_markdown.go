package exports

import (
	"bufio"
	"fmt"
	"io"
	"regexp"
	"strings"

	"counterclaim/graph"
)

// writeEvidenceMarkdown writes the sheet in CommonMark, with the statement's words in
// bold. Whatever has a meaning there or in HTML is written so that it has none.
func writeEvidenceMarkdown(w io.Writer, c *Content) error {
	s, out := NewSheet(c), bufio.NewWriter(w)
	fmt.Fprintf(out, "# Evidence sheet\n\n%s\n", markdown(s.Caption))
	for i := range s.Items {
		writeItem(out, &s.Items[i])
	}
	if len(s.Items) == 0 {
		fmt.Fprintf(out, "\nNo statement meets the conditions.\n")
	}
	if len(s.Sources) > 0 {
		fmt.Fprintf(out, "\n## Sources\n\n")
	}
	for _, d := range s.Sources {
		fmt.Fprintf(out, "- %s%s%s (%s)\n", markdown(citation(d)), markdown(before(", by ", d.Author)), markdown(before(", ", d.URL)), markdown(d.ID))
	}
	return out.Flush()
}

func writeItem(out io.Writer, it *Item) {
	kinds := strings.ReplaceAll(list(it.Kinds), separator, ", ")
	fmt.Fprintf(out, "\n## %d. %s%s\n\n*%s*", it.Number, markdown(it.Speaker), markdown(before(" for ", it.Side)), kinds)
	fmt.Fprintf(out, "%s · %s\n\n%s\n", markdown(before(" · said ", it.When)), markdown(citation(it.Document)), quoted(it.Quote))
	for _, g := range it.Groups {
		fmt.Fprintf(out, "\n### %s\n\n", g.Title)
		for _, a := range g.Answers {
			writeAnswer(out, a)
		}
	}
	fmt.Fprintf(out, "\n### How it is known\n\n")
	for _, f := range append(it.Facts, Fact{"Statement", it.ID}) {
		fmt.Fprintf(out, "- %s: %s\n", f.Label, markdown(f.Value))
	}
}

func writeAnswer(out io.Writer, a Answer) {
	here := ""
	if a.Number > 0 {
		here = fmt.Sprintf(", statement %d", a.Number)
	}
	fmt.Fprintf(out, "- **%s** %s%s: %s  \n  %s, score %s\n", a.Relation, markdown(a.Speaker), here, markdown(a.Words), markdown(a.Source), a.Score)
	for _, r := range a.Reasons {
		fmt.Fprintf(out, "    - %s\n", markdown(graph.Reason.String(r)))
	}
}

// quoted returns the runs as a quotation, what is said in bold. Spaces at the ends of a
// run stay outside, where bold needs them.
func quoted(runs []Run) string {
	var b strings.Builder
	for _, r := range runs {
		text := markdown(r.Text)
		if r.Said {
			words := strings.TrimSpace(text)
			at := strings.Index(text, words)
			text = text[:at] + "**" + words + "**" + text[at+len(words):]
		}
		b.WriteString(text)
	}
	return "> " + listMark.ReplaceAllString(strings.TrimSpace(b.String()), `$1\$2`)
}

// listMark is what would make a list of a line that begins so.
var listMark = regexp.MustCompile(`^(\d*)([-+.)])`)

// special are the characters that mean something in Markdown or HTML, wherever they
// stand.
var special = regexp.MustCompile("[\\\\`*_{}\\[\\]<>#|~!&]")

// markdown returns the text so that it is shown as it is, on one line.
func markdown(text string) string {
	lead := text[:len(text)-len(strings.TrimLeft(text, " \n\t"))]
	trail := text[len(strings.TrimRight(text, " \n\t")):]
	words := strings.Join(strings.Fields(text), " ")
	if lead != "" && words != "" {
		words = " " + words
	}
	if trail != "" {
		words += " "
	}
	return special.ReplaceAllString(words, `\$0`)
}

func before(lead, value string) string {
	if value == "" {
		return ""
	}
	return lead + value
}
