package notebook

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"counterclaim/networks"
	"counterclaim/plots"
	"counterclaim/queries"
)

// A Command is what a code cell asks for.
type Command struct {
	Verb   string            // one of Verbs, or "" for a script
	Name   string            // of the question, picture or network
	Params map[string]string // conditions and options
	Script string
}

// Verbs are the words that may stand behind the percent sign.
var Verbs = []string{"query", "plot", "network"}

// ParseCommand reads a code cell. Errors begin with cell:1, the line.
func ParseCommand(source string) (Command, error) {
	line, ok := strings.CutPrefix(strings.TrimSpace(source), "%")
	if !ok {
		return Command{Script: source}, nil
	}
	c, err := parseLine(line)
	if err != nil {
		return c, fmt.Errorf("cell:1: %w", err)
	}
	return c, nil
}

func parseLine(line string) (Command, error) {
	words, err := split(line)
	if err != nil {
		return Command{}, err
	}
	if len(words) == 0 || !slices.Contains(Verbs, words[0]) {
		return Command{}, fmt.Errorf("behind %% stands what to do: %s; %%%s NAME param=value ..., and a script without a %%", strings.Join(Verbs, ", "), Verbs[0])
	}
	c := Command{Verb: words[0], Params: map[string]string{}}
	if len(words) < 2 || strings.Contains(words[1], "=") {
		return c, fmt.Errorf("%%%s needs a name: %s", c.Verb, strings.Join(c.names(), ", "))
	}
	c.Name = words[1]
	for _, word := range words[2:] {
		name, value, ok := strings.Cut(word, "=")
		if !ok {
			return c, fmt.Errorf("%q; allowed is param=value, with quotation marks around a value of several words", word)
		}
		if _, twice := c.Params[name]; twice {
			return c, fmt.Errorf("parameter %q is given twice", name)
		}
		c.Params[name] = value
	}
	return c, nil
}

// names are what the verb can be asked for.
func (c *Command) names() []string {
	var names []string
	switch c.Verb {
	case "plot":
		for _, k := range plots.Kinds {
			names = append(names, k.Name)
		}
	case "network":
		for _, k := range networks.Kinds {
			names = append(names, string(k.Kind))
		}
	default:
		all, err := queries.All()
		if err != nil {
			return nil
		}
		for _, q := range all {
			names = append(names, q.Name)
		}
	}
	return names
}

// take takes a parameter that is an option and no condition.
func (c *Command) take(name string) string {
	value := c.Params[name]
	delete(c.Params, name)
	return value
}

// plotOptions takes the options of a picture and leaves the conditions.
func (c *Command) plotOptions() (o plots.Options, err error) {
	o.By, o.Network = plots.By(c.take("by")), networks.Kind(c.take("network"))
	if top := c.take("top"); top != "" {
		if o.Top, err = strconv.Atoi(top); err != nil {
			return o, fmt.Errorf("top %q is no number", top)
		}
	}
	return o, plots.Check(c.Name, o)
}

// networkOptions takes the options of a network and leaves the conditions.
func (c *Command) networkOptions() (networks.Options, error) {
	o := networks.Options{
		Kind: networks.Kind(c.Name), By: networks.Unit(c.take("by")), Normalise: networks.Normalisation(c.take("normalise")),
		Agreement: networks.Agreement(c.take("agreement")), Duplicates: networks.Duplicates(c.take("duplicates")), Unmeasured: true,
	}
	return o, o.Check()
}

var errOpenQuote = errors.New("a quotation mark is open")

// split cuts a line into words; quotation marks hold one together.
func split(line string) ([]string, error) {
	var words []string
	var word strings.Builder
	inside, quoted := false, false
	for _, r := range line {
		switch {
		case r == '"':
			inside, quoted = true, !quoted
		case unicode.IsSpace(r) && !quoted:
			if inside {
				words = append(words, word.String())
			}
			word.Reset()
			inside = false
		default:
			inside = true
			word.WriteRune(r)
		}
	}
	if quoted {
		return nil, errOpenQuote
	}
	if inside {
		words = append(words, word.String())
	}
	return words, nil
}
