package cmd_test

import (
	"encoding/binary"
	"flag"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

var (
	flips    = flag.Int("flips", 60, "how many bits TestFlippedBits flips, one at a time, and at how many lengths TestCutStore cuts")
	flipSeed = flag.Uint64("flipseed", 0, "what these draw from; 0 draws this, too")
)

// TestFlippedBits flips a bit of a store's file, at a random place or where pages say what
// they are and lead to. No command breaks or hangs; "check --deep" tells of it, or it has no
// effect: what the store holds is the same. More of them:
//
//	go test ./cmd -run TestFlippedBits -flips 5000 -timeout 2h
func TestFlippedBits(t *testing.T) {
	s := newSpoiler(t)
	for range *flips {
		s.try(func(content []byte) []byte {
			content[s.place(content)] ^= 1 << s.random.IntN(8)
			return content
		})
	}
	s.report()
}

// TestCutStore cuts a store's file at random lengths.
func TestCutStore(t *testing.T) {
	s := newSpoiler(t)
	for range *flips / 4 {
		s.try(func(content []byte) []byte { return content[:s.random.IntN(len(content))] })
	}
	if s.report(); s.told != *flips/4 {
		t.Errorf("of %d cuts %d were told", *flips/4, s.told)
	}
}

// A spoiler spoils copies of a store.
type spoiler struct {
	t       *testing.T
	random  *rand.Rand
	program string
	dir     string
	whole   []byte // the file
	export  string // what is in it
	answer  string // to a question

	told, noEffect, broke, wrong int
}

const question = "query statements --store spoilt.db -o csv"

func newSpoiler(t *testing.T) *spoiler {
	seed := *flipSeed
	if seed == 0 {
		seed = rand.Uint64()
	}
	t.Logf("-flipseed %d", seed)
	s := &spoiler{t: t, random: rand.New(rand.NewPCG(seed, 0)), program: realProgram(t), dir: t.TempDir()}
	for _, words := range []string{"demo --keep demo.db", "backup --store demo.db spoilt.db"} {
		if e := start(t, s.dir, append([]string{s.program}, strings.Fields(words)...)...); e.code != 0 {
			t.Fatalf("%s: %s", words, e.said)
		}
	}
	var err error
	if s.whole, err = os.ReadFile(s.file()); err != nil {
		t.Fatal(err)
	}
	s.export, s.answer = s.run("export --store spoilt.db").out, s.run(question).out
	return s
}

func (s *spoiler) file() string { return filepath.Join(s.dir, "spoilt.db") }

// run runs the program, which reads, with a bound to its memory, so that one that goes in
// circles is no harm to others.
func (s *spoiler) run(words string) ended {
	const bound = `ulimit -v 5000000; exec "$@"`
	return start(s.t, s.dir, append([]string{"bash", "-c", bound, "bash", s.program}, strings.Fields(words)...)...)
}

// place draws where to flip: of each two one is at the head of a page, or in a page that
// leads to others.
func (s *spoiler) place(content []byte) int {
	const page = 4096
	at := s.random.IntN(len(content))
	if s.random.IntN(2) == 0 {
		return at
	}
	for range 100 {
		begin := s.random.IntN(len(content)/page) * page
		if binary.NativeEndian.Uint16(content[begin+8:]) == 1 { // a branch
			return begin + s.random.IntN(16+16*int(binary.NativeEndian.Uint16(content[begin+10:])))
		}
	}
	return at / page * page
}

// try spoils a copy and asks the program about it.
func (s *spoiler) try(spoil func(content []byte) []byte) {
	s.t.Helper()
	if err := os.WriteFile(s.file(), spoil(append([]byte(nil), s.whole...)), 0o644); err != nil {
		s.t.Fatal(err)
	}
	check, answer := s.run("check --deep --store spoilt.db"), s.run(question)
	export := s.run("export --store spoilt.db")
	kept := false
	for words, e := range map[string]ended{"check --deep": check, question: answer, "export": export} {
		if e.crashed() {
			kept = true
			s.broke++
			s.t.Errorf("%s: code %d, late %v: %.600s", words, e.code, e.late, e.said)
		}
	}
	switch {
	case check.code != 0:
		s.told++
		if answer.code == 0 && answer.out != s.answer {
			s.wrong++
		}
	case answer.out == s.answer && export.out == s.export:
		s.noEffect++
	default:
		kept = true
		s.t.Errorf("missed: check --deep says %s", check.out)
	}
	if kept {
		if path := os.Getenv("COUNTERCLAIM_KEEP"); path != "" {
			_ = os.Rename(s.file(), filepath.Join(path, s.t.Name()+".db"))
		}
	}
}

func (s *spoiler) report() {
	s.t.Logf("told %d, of which %d with another answer to a question; no effect %d; broke %d", s.told, s.wrong, s.noEffect, s.broke)
}
