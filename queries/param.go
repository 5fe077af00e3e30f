package queries

import (
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"counterclaim/graph"
)

// leastConfidence is a parameter of every query that gets its statements or
// contrasts by the verbs of lib.js, which leave out what is below it.
var leastConfidence = Param{Name: "min_confidence", Type: Number, Optional: true, Text: "Only statements with at least this confidence, 0 to 1."}

// TakesConfidence reports whether the query has the parameter min_confidence.
func (q *Query) TakesConfidence() bool {
	_, ok := q.param(leastConfidence.Name)
	return ok
}

// bind returns the parameters as a script has them, in JSON. Unknown, missing
// and malformed ones are errors, all of them together.
func (q *Query) bind(given map[string]string) (string, error) {
	values := map[string]any{}
	var errs []error
	for _, name := range slices.Sorted(maps.Keys(given)) {
		p, known := q.param(name)
		if !known {
			errs = append(errs, fmt.Errorf("no parameter %q; %s", name, q.paramNames()))
			continue
		}
		value, err := p.value(given[name])
		if err != nil {
			errs = append(errs, fmt.Errorf("%s: %w", name, err))
		}
		values[name] = value
	}
	for _, p := range q.Params {
		if _, ok := given[p.Name]; !ok && !p.Optional {
			errs = append(errs, fmt.Errorf("%s is missing: %s", p.Name, p.help()))
		}
	}
	if err := errors.Join(errs...); err != nil {
		return "", err
	}
	data, err := json.Marshal(values)
	return string(data), err
}

// CheckParams returns what is wrong with the parameters: unknown, missing or
// malformed ones. Run says the same, but only once there is a store.
func (q *Query) CheckParams(given map[string]string) error {
	_, err := q.bind(given)
	return err
}

func (p *Param) help() string {
	if p.Example == "" {
		return fmt.Sprintf("a %s", p.Type)
	}
	return fmt.Sprintf("%s Example: %s=%s", p.Text, p.Name, p.Example)
}

// value reads what a caller wrote for the parameter.
func (p *Param) value(s string) (any, error) {
	switch p.Type {
	case IRI:
		return p.node(s)
	case Number:
		n, err := strconv.ParseFloat(s, 64)
		if err != nil || n-n != 0 {
			return nil, fmt.Errorf("%q is no number", s)
		}
		if p.Name == leastConfidence.Name && (n < 0 || n > 1) {
			return nil, fmt.Errorf("%v is no confidence; allowed are 0 to 1", n)
		}
		return n, nil
	case Date:
		if s == "" {
			return nil, errors.New("an empty date; leave the parameter out")
		}
		return s, graph.Date(s).Validate()
	default:
		return s, nil
	}
}

// node reads the name of a node, with or without angle brackets. The prefix may
// be left out where the parameter is called like a predicate that leads to nodes
// of one class: kind=denial, speaker=hua-chunying.
func (p *Param) node(s string) (any, error) {
	s = strings.TrimSuffix(strings.TrimPrefix(s, "<"), ">")
	if !strings.Contains(s, ":") {
		s = p.prefix() + s
	}
	class, known := graph.ClassOf(s)
	if !known || s == class.Prefix || strings.ContainsAny(s, "<> \t\r\n") {
		return nil, fmt.Errorf("%q is no node; allowed are names that begin with %s", s, strings.Join(prefixes(), ", "))
	}
	if problem := nodeProblem(s); problem != "" {
		return nil, errors.New(problem)
	}
	return s, nil
}

func (p *Param) prefix() string {
	predicate, _ := p.Predicate()
	for _, c := range graph.NodeClasses {
		if len(predicate.To) == 1 && predicate.To[0] == c.Name {
			return c.Prefix
		}
	}
	return ""
}

func prefixes() []string {
	names := make([]string, len(graph.NodeClasses))
	for i, c := range graph.NodeClasses {
		names[i] = c.Prefix
	}
	return names
}
