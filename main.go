// Counterclaim turns claims and counterclaims into a graph that can be walked:
// who said what about whom, when, in which source, and which statement answers
// which.
package main

import (
	"os"

	"counterclaim/cmd"
)

func main() { os.Exit(cmd.Main()) }
