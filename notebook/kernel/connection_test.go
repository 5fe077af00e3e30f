package kernel

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestReadConnection(t *testing.T) {
	path := filepath.Join(t.TempDir(), "kernel-1.json")
	good := `{"transport": "tcp", "ip": "127.0.0.1", "signature_scheme": "hmac-sha256", "key": "k", "shell_port": 1, "control_port": 2, "iopub_port": 3, "stdin_port": 4, "hb_port": 5, "kernel_name": "x"}`
	for _, c := range []struct{ old, new, want string }{
		{"", "", ""},
		{"127.0.0.1", "localhost", ""},
		{"127.0.0.1", "::1", ""},
		{"127.0.0.1", "0.0.0.0", `ip "0.0.0.0"; allowed are those of this machine alone, such as 127.0.0.1`},
		{`"tcp"`, `"ipc"`, `transport "ipc"; allowed is tcp`},
		{"sha256", "md5", `signature_scheme "hmac-md5"; allowed is hmac-sha256`},
		{`"k"`, `""`, "key is empty: anybody on this machine could run code; let Jupyter make one"},
		{": 5", ": 70000", "port 70000; allowed are 0 to 65535"},
		{"{", "[", "invalid character ':' after array element; Jupyter writes one when it starts a kernel"},
	} {
		if err := os.WriteFile(path, []byte(strings.Replace(good, c.old, c.new, 1)), 0o600); err != nil {
			t.Fatal(err)
		}
		got, err := ReadConnection(path)
		switch {
		case c.want == "" && (err != nil || got.Heartbeat != 5):
			t.Errorf("%s: %+v, %v", c.new, got, err)
		case c.want != "" && (err == nil || !strings.HasPrefix(err.Error(), path) || !strings.HasSuffix(err.Error(), ": "+c.want)):
			t.Errorf("%s gives %v\nwant %s", c.new, err, c.want)
		}
	}
}
