package kernel

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
)

// specName is how Jupyter wants kernels to be called.
var specName = regexp.MustCompile(`^[A-Za-z0-9._-]+$`)

// Install tells Jupyter of a kernel: in folder/kernels/name it writes which command starts it,
// to which Jupyter appends the connection file. It returns that folder. A kernel of that name
// that was there is replaced.
func Install(folder, name string, command []string) (string, error) {
	if !specName.MatchString(name) {
		return "", fmt.Errorf("name %q; allowed are letters, digits, dots, hyphens and underscores", name)
	}
	place := filepath.Join(folder, "kernels", name)
	spec, err := json.MarshalIndent(map[string]any{
		"argv":           append(command, "{connection_file}"),
		"display_name":   name,
		"language":       "javascript",
		"interrupt_mode": "message",
		"metadata":       map[string]any{"debugger": false},
	}, "", "  ")
	if err != nil {
		return "", err
	}
	if err := os.MkdirAll(place, 0o755); err != nil {
		return "", err
	}
	return place, os.WriteFile(filepath.Join(place, "kernel.json"), append(spec, '\n'), 0o644)
}

// Uninstall removes what Install wrote, and returns from where. A kernel of somebody else is
// an error.
func Uninstall(folder, name string) (string, error) {
	place := filepath.Join(folder, "kernels", name)
	if !specName.MatchString(name) {
		return "", fmt.Errorf("name %q; allowed are letters, digits, dots, hyphens and underscores", name)
	}
	file := filepath.Join(place, "kernel.json")
	src, err := os.ReadFile(file)
	if err != nil {
		return "", err
	}
	var spec struct{ Argv []string }
	if err := json.Unmarshal(src, &spec); err != nil || len(spec.Argv) < 3 || !slices.Equal(spec.Argv[1:3], []string{"kernel", "run"}) {
		return "", fmt.Errorf("%s is not a kernel of counterclaim", place)
	}
	if err := os.Remove(file); err != nil {
		return "", err
	}
	return place, os.Remove(place)
}

// UserFolder returns where Jupyter looks for the kernels of this user, by its own rules.
func UserFolder() (string, error) {
	if folder := os.Getenv("JUPYTER_DATA_DIR"); folder != "" {
		return folder, nil
	}
	home, err := os.UserHomeDir()
	if err != nil {
		return "", err
	}
	switch runtime.GOOS {
	case "darwin":
		return filepath.Join(home, "Library", "Jupyter"), nil
	case "windows":
		if data := os.Getenv("APPDATA"); data != "" {
			return filepath.Join(data, "jupyter"), nil
		}
		return "", errors.New("APPDATA is not set; name a folder with --prefix")
	}
	if data := os.Getenv("XDG_DATA_HOME"); data != "" {
		return filepath.Join(data, "jupyter"), nil
	}
	return filepath.Join(home, ".local", "share", "jupyter"), nil
}

// PrefixFolder returns where Jupyter looks below the prefix of a Python.
func PrefixFolder(prefix string) string { return filepath.Join(prefix, "share", "jupyter") }
