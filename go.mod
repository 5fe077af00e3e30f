module counterclaim

go 1.26.0

require (
	charm.land/lipgloss/v2 v2.0.6 // colours and text width of terminal output; maintained, MIT
	codeberg.org/readeck/go-readability/v2 v2.1.0 // the article of a web page; kept by the readeck reader, MIT
	github.com/cayleygraph/cayley v0.7.7 // the graph and Gizmo; the newest version that is served
	github.com/cayleygraph/quad v1.1.0 // quads; v1.3.0 breaks cayley v0.7.7
	github.com/clipperhouse/uax29/v2 v2.7.0 // words by Unicode rules with byte offsets, no dependencies, MIT
	github.com/dop251/goja v0.0.0-20260917113740-793a2a65c13b // JavaScript of Gizmo; newer than cayley asks for, whose version knows no let, const or arrow
	github.com/go-json-experiment/json v1.27.2 // JSON that tells unknown and doubled keys and bad UTF-8, and where; the standard library's from Go 1.27, BSD
	github.com/go-zeromq/zmq4 v0.17.0 // ZeroMQ without cgo, for the Jupyter kernel; BSD
	github.com/goccy/go-yaml v1.19.2 // YAML with line and column in errors; yaml.v3 is no longer kept, MIT
	github.com/hidal-go/hidalgo v0.0.0-20190814174001-42e03f3b5eaa // cayley's key-value interface, which our adapter to bbolt implements; the version that cayley pins
	github.com/kljensen/snowball v0.10.0 // word stems, MIT
	github.com/prometheus/client_golang v1.23.2 // metrics of a server; cayley brings an old one along, Apache 2
	github.com/schollz/progressbar/v3 v3.19.1 // progress of a load on a terminal, MIT
	github.com/spf13/cobra v1.10.2 // commands, help and completion
	github.com/spf13/viper v1.21.0 // settings from flags, environment and file
	github.com/yuin/goldmark v1.8.7 // Markdown of notebooks, by CommonMark; maintained, no dependencies, MIT
	go.etcd.io/bbolt v1.5.0 // the embedded store; boltdb/bolt, which cayley uses, is dead and deadlocks
	golang.org/x/image v0.46.0 // letters and shapes of PNG pictures, with a font in it; by the Go team, BSD
	golang.org/x/sync v0.23.0 // many readers or one who loads, with a context; by the Go team, BSD
	golang.org/x/sys v0.48.0 // the limit of memory of a child process; by the Go team, BSD
	golang.org/x/term v0.46.0 // is it a terminal, and how wide
	gonum.org/v1/gonum v0.17.0 // betweenness and communities of networks; maintained, BSD
	modernc.org/sqlite v1.50.0 // SQLite without cgo, for .dna files; maintained, BSD; a newer one wants a pprof that is not served
)

// for tests
require (
	github.com/chromedp/chromedp v0.23.0 // a real browser; maintained, MIT
	github.com/rogpeppe/go-internal v1.16.0 // testscript and txtar
)

require (
	github.com/go-sql-driver/mysql v1.10.1 // MariaDB and what speaks its protocol; maintained, MPL 2
	github.com/jackc/pgx/v5 v5.12.0 // PostgreSQL, with COPY in binary; maintained, MIT; lib/pq, which cayley uses, gets repairs alone
)

require (
	filippo.io/edwards25519 v1.2.0 // indirect
	github.com/BurntSushi/toml v1.4.1-0.20240526193622-a339e1f7089c // indirect
	github.com/andybalholm/cascadia v1.3.3 // indirect
	github.com/araddon/dateparse v0.0.0-20210429162001-6b43995a97de // indirect
	github.com/beorn7/perks v1.0.1 // indirect
	github.com/cespare/xxhash/v2 v2.3.0 // indirect
	github.com/charmbracelet/colorprofile v0.4.3 // indirect
	github.com/charmbracelet/ultraviolet v0.0.0-20260811164956-006e29f97886 // indirect
	github.com/charmbracelet/x/ansi v0.11.8 // indirect
	github.com/charmbracelet/x/term v0.2.2 // indirect
	github.com/charmbracelet/x/termios v0.1.1 // indirect
	github.com/charmbracelet/x/windows v0.2.2 // indirect
	github.com/chromedp/cdproto v0.159.0 // indirect
	github.com/clipperhouse/displaywidth v0.11.0 // indirect
	github.com/davecgh/go-spew v1.1.1 // indirect
	github.com/dennwc/base v1.0.0 // indirect
	github.com/dlclark/regexp2/v2 v2.5.2 // indirect
	github.com/dustin/go-humanize v1.0.1 // indirect
	github.com/evanw/esbuild v0.28.2 // indirect
	github.com/fsnotify/fsnotify v1.9.0 // indirect
	github.com/go-shiori/dom v0.0.0-20230515143342-73569d674e1c // indirect
	github.com/go-sourcemap/sourcemap v2.1.3+incompatible // indirect
	github.com/go-viper/mapstructure/v2 v2.4.0 // indirect
	github.com/go-zeromq/goczmq/v4 v4.2.2 // indirect
	github.com/gogo/protobuf v1.3.0 // indirect
	github.com/gogs/chardet v0.0.0-20211120154057-b7413eaefb8f // indirect
	github.com/google/pprof v0.0.0-20250317173921-a4b03ec1a45e // indirect
	github.com/google/uuid v1.6.0 // indirect
	github.com/inconshreveable/mousetrap v1.1.0 // indirect
	github.com/jackc/pgpassfile v1.0.0 // indirect
	github.com/jackc/pgservicefile v0.0.0-20240606120523-5a60cdf6a761 // indirect
	github.com/jackc/puddle/v2 v2.2.3 // indirect
	github.com/linkeddata/gojsonld v0.0.0-20170418210642-4f5db6791326 // indirect
	github.com/lucasb-eyer/go-colorful v1.4.1 // indirect
	github.com/mattn/go-isatty v0.0.22 // indirect
	github.com/mattn/go-runewidth v0.0.24 // indirect
	github.com/mitchellh/colorstring v0.0.0-20190213212951-d06e56a500db // indirect
	github.com/muesli/cancelreader v0.2.2 // indirect
	github.com/munnerz/goautoneg v0.0.0-20191010083416-a7dc8b61c822 // indirect
	github.com/ncruces/go-strftime v1.0.0 // indirect
	github.com/pelletier/go-toml/v2 v2.2.4 // indirect
	github.com/pmezard/go-difflib v1.0.0 // indirect
	github.com/prometheus/client_model v0.6.2 // indirect
	github.com/prometheus/common v0.66.1 // indirect
	github.com/prometheus/procfs v0.16.1 // indirect
	github.com/remyoudompheng/bigfft v0.0.0-20230129092748-24d4a6f8daec // indirect
	github.com/rivo/uniseg v0.4.7 // indirect
	github.com/sagikazarmark/locafero v0.11.0 // indirect
	github.com/sourcegraph/conc v0.3.1-0.20240121214520-5f936abd7ae8 // indirect
	github.com/spf13/afero v1.15.0 // indirect
	github.com/spf13/cast v1.10.0 // indirect
	github.com/spf13/pflag v1.0.10 // indirect
	github.com/stretchr/testify v1.11.1 // indirect
	github.com/subosito/gotenv v1.6.0 // indirect
	github.com/tylertreat/BoomFilters v0.0.0-20181028192813-611b3dbe80e8 // indirect
	github.com/xo/terminfo v0.0.0-20220910002029-abceb7e1c41e // indirect
	go.yaml.in/yaml/v2 v2.4.2 // indirect
	go.yaml.in/yaml/v3 v3.0.4 // indirect
	golang.org/x/exp/typeparams v0.0.0-20231108232855-2478ac86f678 // indirect
	golang.org/x/mod v0.41.0 // indirect
	golang.org/x/net v0.59.0 // indirect
	golang.org/x/text v0.42.0 // indirect
	golang.org/x/tools v0.51.0 // indirect
	google.golang.org/protobuf v1.36.8 // indirect
	gopkg.in/yaml.v3 v3.0.1 // indirect
	honnef.co/go/tools v0.8.2 // indirect
	modernc.org/libc v1.72.0 // indirect
	modernc.org/mathutil v1.7.1 // indirect
	modernc.org/memory v1.11.0 // indirect
)

tool (
	github.com/evanw/esbuild/cmd/esbuild // bundles the notebook page; maintained, no dependencies, MIT
	honnef.co/go/tools/cmd/staticcheck
)
