package sandbox

import (
	"os/exec"
	"syscall"
)

// setApart keeps Ctrl-C in a terminal from the child, and ends it with its parent.
func setApart(c *exec.Cmd) {
	c.SysProcAttr = &syscall.SysProcAttr{Setpgid: true, Pdeathsig: syscall.SIGKILL}
}
