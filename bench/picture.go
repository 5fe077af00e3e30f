package main

import (
	"fmt"
	"html"
	"math"
	"strings"
)

// A chart has marks on lines, one below the other, along a logarithmic axis.
type chart struct {
	title  string
	unit   string
	rows   []string
	series []string
	value  func(row, series int) float64 // 0 for none
}

var colours = []string{"#1b6ca8", "#5aa9e6", "#c2571a", "#e8a33d", "#5b8c3a", "#7a5195"}

const (
	chartWidth = 900
	labelWidth = 250
	rowHeight  = 26
)

// drawn returns the chart as SVG at a height, and how high it is.
func (c chart) drawn(y int) (svg string, height int) {
	least, most := math.Inf(1), 0.0
	for i := range c.rows {
		for j := range c.series {
			if v := c.value(i, j); v > 0 {
				least, most = min(least, v), max(most, v)
			}
		}
	}
	low, high := math.Floor(math.Log10(least)), math.Ceil(math.Log10(most))
	if high == low {
		high++
	}
	x := func(v float64) float64 {
		return labelWidth + (math.Log10(v)-low)/(high-low)*(chartWidth-labelWidth-30)
	}
	var out strings.Builder
	fmt.Fprintf(&out, `<text x="10" y="%d" font-size="16" font-weight="bold">%s</text>`, y+20, html.EscapeString(c.title))
	top := y + 44
	bottom := top + rowHeight*len(c.rows)
	for e := low; e <= high; e++ {
		v := math.Pow(10, e)
		fmt.Fprintf(&out, `<line x1="%.1f" x2="%.1f" y1="%d" y2="%d" stroke="#ddd"/>`, x(v), x(v), top-6, bottom)
		fmt.Fprintf(&out, `<text x="%.1f" y="%d" font-size="12" text-anchor="middle" fill="#555">%s</text>`, x(v), bottom+16, axisLabel(v))
	}
	fmt.Fprintf(&out, `<text x="%d" y="%d" font-size="12" text-anchor="end" fill="#555">%s</text>`, labelWidth-14, bottom+16, html.EscapeString(c.unit))
	for i, row := range c.rows {
		mid := top + rowHeight*i + rowHeight/2
		fmt.Fprintf(&out, `<text x="%d" y="%d" font-size="13" text-anchor="end">%s</text>`, labelWidth-14, mid+4, html.EscapeString(row))
		fmt.Fprintf(&out, `<line x1="%d" x2="%d" y1="%d" y2="%d" stroke="#f0f0f0"/>`, labelWidth, chartWidth-30, mid, mid)
		for j, name := range c.series {
			if v := c.value(i, j); v > 0 {
				fmt.Fprintf(&out, `<circle cx="%.1f" cy="%d" r="6" fill="%s" fill-opacity=".85"><title>%s: %.3g %s</title></circle>`,
					x(v), mid, colours[j%len(colours)], html.EscapeString(name), v, html.EscapeString(c.unit))
			}
		}
	}
	return out.String(), bottom + 34 - y
}

func axisLabel(v float64) string {
	if v >= 1 {
		return thousands(int(v))
	}
	return fmt.Sprintf("%g", v)
}

// legend names the colours.
func legend(names []string, y int) string {
	var out strings.Builder
	x := 10
	for j, name := range names {
		fmt.Fprintf(&out, `<circle cx="%d" cy="%d" r="6" fill="%s"/><text x="%d" y="%d" font-size="13">%s</text>`, x+6, y, colours[j%len(colours)], x+18, y+4, html.EscapeString(name))
		x += 40 + 7*len(name)
	}
	return out.String()
}

func picture(names []string, charts ...chart) string {
	var out strings.Builder
	y := 40
	for _, c := range charts {
		svg, height := c.drawn(y)
		out.WriteString(svg)
		y += height + 10
	}
	return fmt.Sprintf(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" width="%d" height="%d" font-family="sans-serif"><rect width="100%%" height="100%%" fill="white"/>%s%s</svg>`,
		chartWidth, y, chartWidth, y, legend(names, 20), out.String()) + "\n"
}

func comparisonPicture(results []result, quads int) string {
	var there []result
	var names, asked []string
	for _, r := range results {
		if r.Missing == "" {
			there, names = append(there, r), append(names, r.System)
		}
	}
	for _, q := range questions("") {
		asked = append(asked, q.Name)
	}
	return picture(names,
		chart{"Loading the same quads", "quads a second", []string{"more is better"}, names, func(_, j int) float64 {
			seconds, _, _ := middle(there[j].Loads)
			return float64(quads) / seconds
		}},
		chart{"Ten questions, first 100 rows (less is better)", "milliseconds", asked, names, func(i, j int) float64 {
			ms, _, _ := middle(there[j].Answers[i].MS)
			return ms
		}})
}

func growthPicture(points []point) string {
	var sizes, asked []string
	for _, p := range points {
		sizes = append(sizes, thousands(p.Statements)+" statements")
	}
	for _, q := range questions("") {
		asked = append(asked, q.Name)
	}
	return picture(sizes,
		chart{"Loading (more is better)", "quads a second", []string{"all into an empty store", "later documents"}, sizes, func(i, j int) float64 {
			return []float64{points[j].Bulk, points[j].Later}[i]
		}},
		chart{"Ten questions, first 100 rows (less is better)", "milliseconds", asked, sizes, func(i, j int) float64 {
			ms, _, _ := middle(points[j].Answers[i].MS)
			return ms
		}})
}
