package sandbox

import (
	"os/exec"
	"syscall"
)

// setApart keeps Ctrl-C in a terminal from the child. It ends with its parent since its stdin does.
func setApart(c *exec.Cmd) {
	c.SysProcAttr = &syscall.SysProcAttr{CreationFlags: syscall.CREATE_NEW_PROCESS_GROUP}
}
