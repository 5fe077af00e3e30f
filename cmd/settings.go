package cmd

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/parser"
	"github.com/spf13/cobra"
	"github.com/spf13/viper"

	"counterclaim/graph/store"
)

// A setting can be given in four places. A flag goes before the environment,
// that before counterclaim.yaml, and that before the default.
type setting struct {
	key   string // in the file; COUNTERCLAIM_ and the key in capitals in the environment
	flag  string
	value string // the default
	says  string // with the word for its value in backquotes, as pflag wants it
	check func(string) error
}

const (
	storePath    = "store.path"
	storeBackend = "store.backend"
	queryRows    = "query.rows"
	queryTimeout = "query.timeout"
	actorsFile   = "actors"
	confidence   = "min_confidence"
)

// settings is the list of all settings. Relative paths count from the working
// directory, wherever they are set.
var settings = []setting{
	{storePath, "store", "counterclaim.db", "`file` that keeps the graph, or the address of a server's database", nil},
	{storeBackend, "backend", "bolt", "`backend` that keeps the graph: " + strings.Join(store.Backends(), ", "), checkBackend},
	{queryRows, "rows", "100", "most `rows` that a query gives; 0 is no limit; unless set, csv and json have all", checkRows},
	{queryTimeout, "timeout", "30s", "longest `time` that a query takes; 0 is no limit", checkTimeout},
	{actorsFile, "actors", "", "YAML `file` with actors of your own", nil},
	{confidence, "min-confidence", "0", "leave out statements below this `confidence`, 0 to 1", checkConfidence},
}

func (s setting) env() string {
	return "COUNTERCLAIM_" + strings.ToUpper(strings.ReplaceAll(s.key, ".", "_"))
}

func checkBackend(value string) error { return oneOf("backend", value, store.Backends()) }

func checkRows(value string) error {
	if n, err := strconv.Atoi(value); err != nil || n < 0 {
		return fmt.Errorf("%q is not a number of rows; allowed are 0 and above", value)
	}
	return nil
}

func checkConfidence(value string) error {
	if n, err := strconv.ParseFloat(value, 64); err != nil || !(n >= 0 && n <= 1) {
		return fmt.Errorf("%q is not a confidence; allowed are 0 to 1, such as 0.7", value)
	}
	return nil
}

func checkTimeout(value string) error {
	if d, err := time.ParseDuration(value); err != nil || d < 0 {
		return fmt.Errorf("%q is not a time; allowed are 500ms, 30s, 2m and the like", value)
	}
	return nil
}

// addSettings gives the command the flags of those settings.
func addSettings(c *cobra.Command, keys ...string) {
	for _, s := range settings {
		if slices.Contains(keys, s.key) {
			c.Flags().String(s.flag, s.value, s.says)
		}
	}
}

// inForce are the settings of one run.
type inForce struct {
	*viper.Viper
	stderr io.Writer
	file   string // the file that was read, "" for none
	flags  interface{ Changed(string) bool }
}

// readSettings puts together what is in force for the command. Every error
// says in which of the places it lies.
func readSettings(c *cobra.Command) (*inForce, error) {
	in := &inForce{viper.New(), c.ErrOrStderr(), "", c.Flags()}
	for _, s := range settings {
		in.SetDefault(s.key, s.value)
		errs := []error{in.BindEnv(s.key, s.env())}
		if f := c.Flags().Lookup(s.flag); f != nil {
			errs = append(errs, in.BindPFlag(s.key, f))
		}
		if err := errors.Join(errs...); err != nil {
			return nil, err
		}
	}
	named, err := c.Flags().GetString("config")
	if err != nil {
		return nil, err
	}
	if in.file, err = settingsFile(named); err != nil {
		return nil, err
	}
	if err := in.readFile(); err != nil {
		return nil, wrongCall{err}
	}
	for _, s := range settings {
		if s.check == nil {
			continue
		}
		if err := s.check(in.GetString(s.key)); err != nil {
			return nil, wrongCallf("%s (%s): %w", s.key, in.from(s), err)
		}
	}
	return in, nil
}

// settingsFile returns the file to read, "" where there is none. A file that is
// named must be there.
func settingsFile(named string) (string, error) {
	if named != "" {
		if _, err := os.Stat(named); err != nil {
			return "", wrongCallf("--config: %w", err)
		}
		return named, nil
	}
	const name = "counterclaim.yaml"
	places := []string{name}
	if dir, err := os.UserConfigDir(); err == nil {
		places = append(places, filepath.Join(dir, "counterclaim", name))
	}
	for _, p := range places {
		if _, err := os.Stat(p); !errors.Is(err, fs.ErrNotExist) {
			return p, err
		}
	}
	return "", nil
}

func (in *inForce) readFile() error {
	if in.file == "" {
		return nil
	}
	in.SetConfigFile(in.file)
	in.SetConfigType("yaml")
	if err := in.ReadInConfig(); err != nil {
		return fmt.Errorf("%s: %w", in.file, err)
	}
	for _, key := range in.AllKeys() {
		known := slices.ContainsFunc(settings, func(s setting) bool { return s.key == key })
		if !known {
			return fmt.Errorf("%s: unknown setting %q; allowed are %s", at(in.file, key), key, strings.Join(settingKeys(), ", "))
		}
	}
	return nil
}

// at returns path:line:col of the key in the YAML file, path alone where it
// cannot tell.
func at(path, key string) string {
	src, err := os.ReadFile(path)
	if err != nil {
		return path
	}
	file, err := parser.ParseBytes(src, 0)
	if err != nil {
		return path
	}
	where, err := yaml.PathString("$." + key)
	if err != nil {
		return path
	}
	node, err := where.FilterFile(file)
	if err != nil {
		return path
	}
	pos := node.GetToken().Position
	return fmt.Sprintf("%s:%d:%d", path, pos.Line, pos.Column)
}

func settingKeys() []string {
	keys := make([]string, len(settings))
	for i, s := range settings {
		keys[i] = s.key
	}
	return keys
}

// from says where the setting's value comes from.
func (in *inForce) from(s setting) string {
	switch {
	case in.flags.Changed(s.flag):
		return "flag --" + s.flag
	case os.Getenv(s.env()) != "":
		return "environment " + s.env()
	case in.InConfig(s.key):
		return "file " + in.file
	}
	return "default"
}
