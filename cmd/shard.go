package cmd

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"counterclaim/loaders"
)

// A shard is the value of --shard.
type shard struct{ loaders.Shard }

func shardFlag(c *cobra.Command) *shard {
	s := new(shard)
	c.Flags().Var(s, "shard", "take part `I/N` of the files, 1/N to N/N")
	return s
}

func (s *shard) String() string {
	if s.N == 0 {
		return ""
	}
	return fmt.Sprintf("%d/%d", s.I, s.N)
}

// Type returns the word for the value in the help.
func (s *shard) Type() string { return "I/N" }

// Set takes a part and the number of parts.
func (s *shard) Set(value string) error {
	part, parts, _ := strings.Cut(value, "/")
	i, err := strconv.Atoi(part)
	n, err2 := strconv.Atoi(parts)
	switch {
	case err != nil || err2 != nil || n < 1:
		return fmt.Errorf("allowed are a part and the number of parts, as in 3/16")
	case i < 1 || i > n:
		return fmt.Errorf("allowed are 1/%d to %d/%d; where tasks are numbered from 0, add 1", n, n, n)
	}
	s.I, s.N = i, n
	return nil
}
