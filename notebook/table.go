package notebook

import (
	"bytes"
	"cmp"
	"fmt"
	"html/template"
	"math"
	"slices"

	"counterclaim/networks"
	"counterclaim/queries"
)

// A Table is a result as JSON: rows have a value for each column, null where it lacks.
// Nodes and dates are texts.
type Table struct {
	Columns []Column `json:"columns"`
	Rows    [][]any  `json:"rows"`
	Cut     bool     `json:"cut"` // there were more rows than were asked for
}

// A Column is one value in each row.
type Column struct {
	Name string       `json:"name"`
	Type queries.Type `json:"type"`
	Text string       `json:"text,omitempty"` // what it holds
}

// tableData returns a table in all the forms in which a notebook can show it.
func tableData(t queries.Table) (map[string]any, error) {
	var plain, html bytes.Buffer
	if err := queries.Write(&plain, t, "table", 0, false); err != nil {
		return nil, err
	}
	if err := tableHTML.Execute(&html, t); err != nil {
		return nil, err
	}
	note := ""
	switch {
	case t.Cut:
		note = fmt.Sprintf("(the first %d rows; there are more)\n", len(t.Rows))
	case len(t.Rows) == 0:
		note = "(no rows)\n"
	}
	out := Table{Columns: []Column{}, Rows: make([][]any, len(t.Rows)), Cut: t.Cut}
	for i, row := range t.Rows {
		out.Rows[i] = finite(row)
	}
	for _, c := range t.Columns {
		out.Columns = append(out.Columns, Column{c.Name, c.Type, c.Text})
	}
	return map[string]any{Plain: plain.String() + note, HTML: html.String(), JSON: out}, nil
}

// finite returns the row with null for what JSON has no number for.
func finite(row []any) []any {
	out := slices.Clone(row)
	for i, v := range out {
		if n, ok := v.(float64); ok && (math.IsNaN(n) || math.IsInf(n, 0)) {
			out[i] = nil
		}
	}
	return out
}

// tableHTML escapes all that it is given.
var tableHTML = template.Must(template.New("table").Funcs(template.FuncMap{
	"number": func(v any) bool { _, ok := v.(float64); return ok },
	"show": func(v any) any {
		if n, ok := v.(float64); ok {
			return fmt.Sprint(math.Round(n*1e6) / 1e6)
		}
		return v
	},
}).Parse(`<table>
<thead><tr>{{range .Columns}}<th{{with .Text}} title="{{.}}"{{end}}>{{.Name}}</th>{{end}}</tr></thead>
<tbody>
{{- range .Rows}}
<tr>{{range .}}<td{{if number .}} style="text-align: right"{{else}} style="text-align: left"{{end}}>{{if ne . nil}}{{show .}}{{end}}</td>{{end}}</tr>
{{- end}}
</tbody>
</table>
{{if .Cut}}<p>The first {{len .Rows}} rows; there are more.</p>
{{else if not .Rows}}<p>No rows.</p>
{{end}}`))

// edges returns the edges of a network, the heaviest first, no more than so many; 0 is all.
func edges(n *networks.Network, most int) queries.Table {
	t := queries.Table{Columns: []queries.Column{
		{Name: "source", Type: queries.Text, Text: "From whom."},
		{Name: "tie", Type: queries.Text, Text: "What sort of edge."},
		{Name: "target", Type: queries.Text, Text: "To whom."},
		{Name: "weight", Type: queries.Number, Text: "How heavy."},
		{Name: "source_id", Type: queries.Text, Optional: true, Text: "From whom, by node."},
		{Name: "target_id", Type: queries.Text, Optional: true, Text: "To whom, by node."},
	}}
	all := slices.Clone(n.Edges)
	slices.SortStableFunc(all, func(a, b networks.Edge) int { return cmp.Compare(math.Abs(b.Weight), math.Abs(a.Weight)) })
	if t.Cut = most > 0 && len(all) > most; t.Cut {
		all = all[:most]
	}
	for _, e := range all {
		t.Rows = append(t.Rows, []any{n.Node(e.Source).Label, string(e.Tie), n.Node(e.Target).Label, e.Weight, e.Source, e.Target})
	}
	return t
}
