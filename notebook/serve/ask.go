package serve

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"time"

	"counterclaim/notebook"
	"counterclaim/queries"
)

// usualRows is how many rows an answer has at most where the request does not say.
const usualRows = 1000

// Words of an address that are no parameter of a query. No query has one called so.
const (
	rowsWord    = "rows"
	timeoutWord = "timeout"
	formatWord  = "format"
)

// A limited is what a request asks for within the server's limits: no value, as much as is usual.
type limited struct {
	Rows    int    `json:"rows"`
	Timeout string `json:"timeout"`
}

func (s *Server) limits(asked limited) (queries.Limits, error) {
	limits := queries.Limits{Rows: min(usualRows, s.Limits.Rows), Time: s.Limits.Time}
	if asked.Rows != 0 {
		if asked.Rows < 1 || asked.Rows > s.Limits.Rows {
			return limits, wrongf("rows %d; allowed are 1 to %d", asked.Rows, s.Limits.Rows)
		}
		limits.Rows = asked.Rows
	}
	if asked.Timeout != "" {
		d, err := time.ParseDuration(asked.Timeout)
		if err != nil || d <= 0 || d > s.Limits.Time {
			return limits, wrongf("timeout %q; allowed are 500ms, 5s and the like, up to %v", asked.Timeout, s.Limits.Time)
		}
		limits.Time = d
	}
	return limits, nil
}

// words reads the words of an address, each of which may come once.
func words(r *http.Request) (map[string]string, error) {
	values, err := url.ParseQuery(r.URL.RawQuery)
	if err != nil {
		return nil, wrong(err)
	}
	out := map[string]string{}
	for name, given := range values {
		if len(given) > 1 {
			return nil, wrongf("parameter %q is given twice", name)
		}
		out[name] = given[0]
	}
	return out, nil
}

// takeLimits takes rows and timeout out of the words.
func takeLimits(words map[string]string) (limited, error) {
	l := limited{Timeout: words[timeoutWord]}
	if rows, given := words[rowsWord]; given {
		n, err := strconv.Atoi(rows)
		if err != nil || n == 0 {
			return l, wrongf("rows %q is no number of rows", rows)
		}
		l.Rows = n
	}
	delete(words, rowsWord)
	delete(words, timeoutWord)
	return l, nil
}

const (
	formatJSON = "json"
	formatCSV  = "csv"
)

// takeFormat takes the format out of the words; else the header Accept says it.
func takeFormat(words map[string]string, accept string) (string, error) {
	format, given := words[formatWord]
	delete(words, formatWord)
	switch {
	case given && format != formatJSON && format != formatCSV:
		return "", wrongf("format %q; allowed are %s, %s", format, formatJSON, formatCSV)
	case given:
		return format, nil
	case strings.Contains(accept, "text/csv"):
		return formatCSV, nil
	}
	return formatJSON, nil
}

// readBody reads a JSON object of that many bytes at most. Keys that it does not know are
// errors.
func readBody(w http.ResponseWriter, r *http.Request, most int64, into any) error {
	d := json.NewDecoder(http.MaxBytesReader(w, r.Body, most))
	d.DisallowUnknownFields()
	var tooLarge *http.MaxBytesError
	switch err := d.Decode(into); {
	case errors.As(err, &tooLarge):
		return err
	case errors.Is(err, io.EOF):
		return wrongf("the request has no body; send a JSON object")
	case err != nil:
		return wrong(fmt.Errorf("the body is not the JSON object that openapi.json describes: %w", err))
	}
	if d.More() {
		return wrongf("the body goes on behind its JSON object")
	}
	return nil
}

// A tableBody is a table as JSON: rows are objects by column.
type tableBody struct {
	Columns []notebook.Column `json:"columns"`
	Rows    json.RawMessage   `json:"rows"`
	Cut     bool              `json:"cut"`               // there were more rows than the limit
	Printed string            `json:"printed,omitempty"` // by a script
}

// cutHeader tells of a CSV what a tableBody says itself.
const cutHeader = "Counterclaim-Cut"

func writeTable(w http.ResponseWriter, t queries.Table, format, printed string) error {
	var b bytes.Buffer
	if err := queries.Write(&b, t, format, 0, false); err != nil {
		return err
	}
	if format == formatCSV {
		w.Header().Set("Content-Type", "text/csv; charset=utf-8; header=present")
		w.Header().Set(cutHeader, strconv.FormatBool(t.Cut))
		_, _ = w.Write(b.Bytes())
		return nil
	}
	body := tableBody{Columns: []notebook.Column{}, Rows: b.Bytes(), Cut: t.Cut, Printed: printed}
	for _, c := range t.Columns {
		body.Columns = append(body.Columns, notebook.Column{Name: c.Name, Type: c.Type, Text: c.Text})
	}
	writeJSON(w, http.StatusOK, body)
	return nil
}
