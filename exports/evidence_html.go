package exports

import (
	_ "embed"
	"html/template"
	"io"
	"strings"
)

//go:embed evidence.html
var evidencePage string

// evidenceTemplate escapes all that it is given, by html/template's rules for each place.
var evidenceTemplate = template.Must(template.New("evidence").Funcs(template.FuncMap{
	"cite": citation,
	"link": webAddress,
}).Parse(evidencePage))

// writeEvidenceHTML writes one page, with nothing that would have to be fetched.
func writeEvidenceHTML(w io.Writer, c *Content) error {
	return evidenceTemplate.Execute(w, NewSheet(c))
}

// webAddress returns the address where it leads to the web, "" where it would do
// something else.
func webAddress(url string) string {
	for _, scheme := range []string{"https://", "http://"} {
		if strings.HasPrefix(strings.ToLower(url), scheme) {
			return url
		}
	}
	return ""
}
