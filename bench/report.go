package main

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"time"
)

// writeInto puts text between the marks of a part of docs/benchmarks.md, so that all else in
// the page stays.
func writeInto(folder, part, text string) error {
	path := filepath.Join(folder, "benchmarks.md")
	page, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	begin, end := "<!-- "+part+" begins -->\n", "<!-- "+part+" ends -->"
	before, rest, ok1 := strings.Cut(string(page), begin)
	_, after, ok2 := strings.Cut(rest, end)
	if !ok1 || !ok2 {
		return fmt.Errorf("%s has no part %q; it stands between %q and %q", path, part, strings.TrimSpace(begin), end)
	}
	return os.WriteFile(path, []byte(before+begin+"\n"+text+"\n"+end+after), 0o644)
}

func writePicture(folder, name, svg string) error {
	return os.WriteFile(filepath.Join(folder, "pictures", name), []byte(svg), 0o644)
}

// machine says on what was measured.
func machine() string {
	memory := ""
	if data, err := os.ReadFile("/proc/meminfo"); err == nil {
		var kb int
		if _, err := fmt.Sscanf(string(data), "MemTotal: %d", &kb); err == nil {
			memory = fmt.Sprintf(", %d GB of memory", kb>>20)
		}
	}
	return fmt.Sprintf("%s, %s/%s, %d cores%s, %s", time.Now().Format(time.DateOnly), runtime.GOOS, runtime.GOARCH, runtime.NumCPU(), memory, runtime.Version())
}

func writeComparison(folder string, statements, quads, runs, asks int, results []result) error {
	var out strings.Builder
	fmt.Fprintf(&out, "%d statements, %s quads; %d loads and %d askings each, median (least to most); %s.\n\n", statements, thousands(quads), runs, asks, machine())
	out.WriteString("| system | version | load, s | quads/s | against cayley on bolt | on disk, MB | bytes a quad | most memory, MB |\n|---|---|---|---|---|---|---|---|\n")
	base := 0.0
	for _, r := range results {
		if r.System == "cayley, bolt" {
			base, _, _ = middle(r.Loads)
		}
	}
	for _, r := range results {
		if r.Missing != "" {
			fmt.Fprintf(&out, "| %s | %s |||||||\n", r.System, r.Missing)
			continue
		}
		load, least, most := middle(r.Loads)
		ratio, disk, per := "", "", ""
		if base > 0 {
			ratio = fmt.Sprintf("%.1f times", base/load)
		}
		if r.Bytes > 0 {
			disk, per = fmt.Sprint(r.Bytes/1e6), fmt.Sprintf("%.0f", float64(r.Bytes)/float64(quads))
		}
		fmt.Fprintf(&out, "| %s | %s | %.1f (%.1f to %.1f) | %s | %s | %s | %s | %d |\n", r.System, r.Version, load, least, most,
			thousands(int(float64(quads)/load)), ratio, disk, per, max(r.PeakKB, r.AskKB)>>10)
	}
	out.WriteString("\nMilliseconds to the first 100 rows of each question:\n\n| question |")
	rule := "|---|"
	for _, r := range results {
		if r.Missing == "" {
			fmt.Fprintf(&out, " %s |", r.System)
			rule += "---|"
		}
	}
	out.WriteString("\n" + rule + "\n")
	for i, q := range questions("") {
		fmt.Fprintf(&out, "| %s |", q)
		for _, r := range results {
			if r.Missing == "" {
				ms, least, most := middle(r.Answers[i].MS)
				fmt.Fprintf(&out, " %s (%s to %s) |", figure(ms), figure(least), figure(most))
			}
		}
		out.WriteString("\n")
	}
	if err := writeInto(folder, "comparison", out.String()); err != nil {
		return err
	}
	return writePicture(folder, "comparison.svg", comparisonPicture(results, quads))
}

func writeGrowth(folder string, points []point) error {
	var out strings.Builder
	fmt.Fprintf(&out, "%s.\n\n", machine())
	out.WriteString("| statements | quads | load, quads/s | later documents, quads/s | bytes a statement | bytes a quad | most memory of the load, MB |\n|---|---|---|---|---|---|---|\n")
	for _, p := range points {
		fmt.Fprintf(&out, "| %s | %s | %s | %s | %d | %d | %d |\n", thousands(p.Statements), thousands(p.Quads), thousands(int(p.Bulk)), thousands(int(p.Later)),
			p.Bytes/int64(p.Statements), p.Bytes/int64(p.Quads), p.PeakKB>>10)
	}
	out.WriteString("\nMilliseconds to the first 100 rows, median (most):\n\n| question |")
	rule := "|---|"
	for _, p := range points {
		fmt.Fprintf(&out, " %s |", thousands(p.Statements))
		rule += "---|"
	}
	out.WriteString("\n" + rule + "\n")
	for i, q := range questions("") {
		fmt.Fprintf(&out, "| %s |", q)
		for _, p := range points {
			ms, _, most := middle(p.Answers[i].MS)
			fmt.Fprintf(&out, " %s (%s) |", figure(ms), figure(most))
		}
		out.WriteString("\n")
	}
	if err := writeInto(folder, "growth", out.String()); err != nil {
		return err
	}
	return writePicture(folder, "growth.svg", growthPicture(points))
}

func figure(ms float64) string {
	switch {
	case ms < 1:
		return fmt.Sprintf("%.2f", ms)
	case ms < 10:
		return fmt.Sprintf("%.1f", ms)
	}
	return thousands(int(ms + .5))
}

func thousands(n int) string {
	s := fmt.Sprint(n)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}
