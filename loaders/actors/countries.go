package actors

import (
	"errors"
	"fmt"
	"strings"

	"counterclaim/graph"
)

// parseCountries reads the table of countries: a line each, four columns apart by
// "|", several entries in a column apart by ";". It is not YAML because reading
// 200 countries as YAML takes longer than reading an article.
//
//	China | People's Republic of China; PRC | Chinese | Beijing
func parseCountries(path string, data []byte) (map[string]*entry, error) {
	out := map[string]*entry{}
	var errs []error
	for i, line := range strings.Split(string(data), "\n") {
		line, _, _ = strings.Cut(line, "#")
		if strings.TrimSpace(line) == "" {
			continue
		}
		columns := strings.Split(line, "|")
		if len(columns) != 4 || strings.TrimSpace(columns[0]) == "" {
			errs = append(errs, fmt.Errorf("%s:%d:1: not a country; allowed is name | other names | adjectives and people | seats of government", path, i+1))
			continue
		}
		names := append(list(columns[0]), list(columns[1])...)
		id := graph.ActorID(names[0])
		if first, ok := out[id]; ok {
			errs = append(errs, fmt.Errorf("%s:%d:1: %s comes twice, first in line %d; allowed is once", path, i+1, id, first.at.line))
			continue
		}
		out[id] = &entry{
			Actor:      graph.Actor{ID: id, Names: names, Class: graph.Country},
			adjectives: list(columns[2]),
			capitals:   list(columns[3]),
			at:         position{i + 1, 1},
		}
	}
	return out, errors.Join(errs...)
}

// list splits a column into its entries, without empty ones.
func list(column string) []string {
	var out []string
	for _, s := range strings.Split(column, ";") {
		if s = strings.TrimSpace(s); s != "" {
			out = append(out, s)
		}
	}
	return out
}
