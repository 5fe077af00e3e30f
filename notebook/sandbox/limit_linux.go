//go:build linux && !race

package sandbox

import (
	"fmt"
	"os"
	"strings"

	"golang.org/x/sys/unix"
)

// limitData has the system refuse this process more private memory, counted from what it has
// now. Stores do not count: they are mapped to read, and shared. (RLIMIT_AS would count
// them, and the address space that Go sets aside.) It lies above the watch's limit, which
// ends the process in better order; memory that is asked for in one piece meets it first.
func limitData(memory int64) error {
	has, err := dataSize()
	if err != nil {
		return err
	}
	most := uint64(has + memory + memory/4)
	if err := unix.Setrlimit(unix.RLIMIT_DATA, &unix.Rlimit{Cur: most, Max: most}); err != nil {
		return fmt.Errorf("limit the memory: %w", err)
	}
	if err := unix.Setrlimit(unix.RLIMIT_CORE, &unix.Rlimit{}); err != nil {
		return fmt.Errorf("limit the core file: %w", err)
	}
	return nil
}

// dataSize returns how much private memory the process may write, in bytes.
func dataSize() (int64, error) {
	status, err := os.ReadFile("/proc/self/status")
	if err != nil {
		return 0, fmt.Errorf("limit the memory: %w", err)
	}
	for line := range strings.Lines(string(status)) {
		var kilobytes int64
		if _, err := fmt.Sscanf(line, "VmData: %d kB", &kilobytes); err == nil {
			return kilobytes << 10, nil
		}
	}
	return 0, fmt.Errorf("limit the memory: no VmData in /proc/self/status")
}
