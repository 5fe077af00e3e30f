package server

import (
	"fmt"
	"testing"

	driver "github.com/go-sql-driver/mysql"
)

// A cluster that has just lost a node is one to come back to; a full disk is not.
func TestMariaDBGone(t *testing.T) {
	for _, c := range []struct {
		number  uint16
		message string
		want    bool
	}{
		{1047, "WSREP has not yet prepared node for application use", true},
		{1180, "Error while appending streaming replication fragment(provider status: Not connected to Primary Component)", true},
		{1180, "Got error 28 \"No space left on device\" during COMMIT", false},
		{1213, "Deadlock found when trying to get lock; try restarting transaction", false},
	} {
		err := fmt.Errorf("write: %w", &driver.MySQLError{Number: c.number, Message: c.message})
		if got := (mariadb{}).gone(err); got != c.want {
			t.Errorf("%v: gone %v, want %v", err, got, c.want)
		}
	}
}
