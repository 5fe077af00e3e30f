package main

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"runtime"
	"strings"
)

// A machine is where something was measured.
type machine struct {
	Cores      int
	Processor  string
	Memory     int64
	Go, System string
}

func thisMachine() machine {
	m := machine{Cores: runtime.NumCPU(), Go: runtime.Version(), System: runtime.GOOS + "/" + runtime.GOARCH}
	m.Processor = field("/proc/cpuinfo", "model name")
	var kB int64
	if _, err := fmt.Sscan(field("/proc/meminfo", "MemTotal"), &kB); err == nil {
		m.Memory = kB << 10
	}
	return m
}

// field returns what follows the name and a colon in a file of the system, "" where there
// is none.
func field(path, name string) string {
	src, err := os.ReadFile(path)
	if err != nil {
		return ""
	}
	for line := range strings.Lines(string(src)) {
		if key, value, _ := strings.Cut(line, ":"); strings.TrimSpace(key) == name {
			return strings.TrimSpace(value)
		}
	}
	return ""
}

func (m machine) String() string {
	words := fmt.Sprintf("%d cores, %s of memory, %s, %s", m.Cores, gigabytes(m.Memory), m.System, m.Go)
	if m.Processor != "" && m.Processor != "unknown" {
		return m.Processor + ", " + words
	}
	return words
}

// sizeOf returns how many lines and bytes a file has.
func sizeOf(path string) (lines int, size int64, err error) {
	in, err := os.Open(path)
	if err != nil {
		return 0, 0, err
	}
	defer in.Close()
	for piece := make([]byte, 1<<20); ; {
		n, err := in.Read(piece)
		lines += bytes.Count(piece[:n], []byte("\n"))
		size += int64(n)
		if err == io.EOF {
			return lines, size, nil
		} else if err != nil {
			return 0, 0, err
		}
	}
}
