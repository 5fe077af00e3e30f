//go:build race

package cmd_test

// raced says that the race detector is on, with which a script needs minutes to fill a
// gigabyte.
const raced = true
