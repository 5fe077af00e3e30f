package main

import (
	"fmt"
	"math"
	"slices"
	"strings"
)

// A page is what is renewed in the documentation: the text between two comments in
// benchmarks.md, and a picture.
type page struct{ name, text, picture string }

func (c *comparison) page() page {
	var b strings.Builder
	fmt.Fprintf(&b, "%s statements, %s quads, %s of N-Quads. %s.\n", thousands(int64(c.Statements)), thousands(int64(c.Quads)), megabytes(float64(c.FileBytes)), c.Machine)
	fmt.Fprintf(&b, "Medians of %s; in brackets the least and the most.\n\n", c.runs())
	c.loadTable(&b)
	b.WriteString("\nQuestions, in milliseconds from asking to the whole answer; the fastest is bold.\n\n")
	c.askTable(&b)
	b.WriteString("\n" + c.ahead())
	for _, m := range c.Systems {
		if m.Absent != "" && len(m.Runs) == 0 {
			fmt.Fprintf(&b, "\n%s was left out: %s.\n", m.System, m.Absent)
		}
	}
	return page{"compare", b.String(), c.picture()}
}

// measured returns the systems of which there are runs.
func (c *comparison) measured() []*measured {
	return slices.DeleteFunc(slices.Clone(c.Systems), func(m *measured) bool { return len(m.Runs) == 0 })
}

func (c *comparison) runs() string {
	var n []float64
	for _, m := range c.measured() {
		n = append(n, float64(len(m.Runs)))
	}
	if len(n) == 0 {
		return "no runs"
	}
	if least, most := slices.Min(n), slices.Max(n); least != most {
		return fmt.Sprintf("%.0f to %.0f runs", least, most)
	}
	if n[0] == 1 {
		return "one run"
	}
	return fmt.Sprintf("%.0f runs, the systems by turns", n[0])
}

// rates are the quads a second of each run.
func (c *comparison) rates(m *measured) []float64 {
	var out []float64
	for _, r := range m.Runs {
		out = append(out, float64(c.Quads)/r.Load)
	}
	return out
}

const yardstick = "cayley, bolt" // what loading is compared with

func (c *comparison) loadTable(b *strings.Builder) {
	b.WriteString("| system | version | load, quads/s | × " + yardstick + " | bytes a quad | on the disk | most memory |\n|---|---|---|---|---|---|---|\n")
	base := math.NaN()
	for _, m := range c.measured() {
		if m.System == yardstick {
			base = median(c.rates(m))
		}
	}
	for _, m := range c.measured() {
		rates := c.rates(m)
		var disk, memory []float64
		for _, r := range m.Runs {
			disk, memory = append(disk, float64(r.Disk)), append(memory, float64(r.Memory))
		}
		each, whole := none, none
		if d := median(disk); d > 0 {
			each, whole = round(d/float64(c.Quads)), megabytes(d)
		}
		fmt.Fprintf(b, "| %s | %s | %s | %s | %s | %s | %s |\n", m.System, m.Version, spread(rates, thousandsOf), round(median(rates)/base), each, whole, spread(memory, megabytes))
	}
}

// times are all that a question took in all runs.
func (m *measured) times(question string) []float64 {
	var out []float64
	for _, r := range m.Runs {
		out = append(out, r.Asks[question]...)
	}
	return out
}

func (c *comparison) askTable(b *strings.Builder) {
	b.WriteString("| question | rows |")
	for _, m := range c.measured() {
		b.WriteString(" " + m.System + " |")
	}
	b.WriteString("\n|---|---|" + strings.Repeat("---|", len(c.measured())) + "\n")
	for _, q := range questions {
		best := math.Inf(1)
		for _, m := range c.measured() {
			if t := median(m.times(q.Name)); t < best {
				best = t
			}
		}
		fmt.Fprintf(b, "| %s | %s |", q.Says, c.rows(q.Name))
		for _, m := range c.measured() {
			times := m.times(q.Name)
			switch mid := median(times); {
			case len(times) == 0:
				fmt.Fprintf(b, " %s |", failedBefore(m, q.Name))
			case mid == best:
				fmt.Fprintf(b, " **%s** (%s to %s) |", milliseconds(mid), milliseconds(slices.Min(times)), milliseconds(slices.Max(times)))
			default:
				fmt.Fprintf(b, " %s |", spread(times, milliseconds))
			}
		}
		b.WriteString("\n")
	}
}

func (c *comparison) rows(question string) string {
	for _, m := range c.Systems {
		if a, ok := m.Answers[question]; ok {
			return fmt.Sprint(len(a))
		}
	}
	return none
}

// ahead says on how many questions ours on bolt is faster than each peer.
func (c *comparison) ahead() string {
	i := slices.IndexFunc(c.Systems, func(m *measured) bool { return m.System == "counterclaim, bolt" && len(m.Runs) > 0 })
	if i < 0 {
		return ""
	}
	var parts []string
	for _, m := range c.measured() {
		if strings.HasPrefix(m.System, "counterclaim") {
			continue
		}
		n := 0
		for _, q := range questions {
			if t := median(m.times(q.Name)); median(c.Systems[i].times(q.Name)) < t || t != t {
				n++
			}
		}
		parts = append(parts, fmt.Sprintf("%s on %d", m.System, n))
	}
	if parts == nil {
		return ""
	}
	return fmt.Sprintf("Of the %d questions counterclaim on bolt is ahead of %s.\n", len(questions), strings.Join(parts, ", "))
}
