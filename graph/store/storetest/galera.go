package storetest

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// Galera returns the nodes of a cluster of MariaDB on the loopback address, for this test
// alone. It skips the test where none is installed.
func Galera(tb testing.TB, nodes int) []*Server {
	tb.Helper()
	servers, err := newGalera(nodes)
	tb.Cleanup(func() {
		for _, s := range servers {
			s.Stop("KILL")
			os.RemoveAll(s.Folder)
		}
	})
	skipWithout(tb, err)
	for i, s := range servers {
		command := s.command
		if i == 0 {
			s.command = append(slices.Clone(command), "--wsrep-new-cluster")
		}
		err := s.Start()
		s.command = command // who comes back joins
		if err != nil {
			tb.Fatal(err)
		}
	}
	return servers
}

func newGalera(nodes int) (servers []*Server, err error) {
	found, _ := filepath.Glob("/usr/lib*/galera*/libgalera_smm.so")
	if len(found) == 0 {
		return nil, fmt.Errorf("galera-4 %w", errAbsent)
	}
	// Each node needs three ports beside that of the server: for the group, for what it
	// has missed, and for a copy of all.
	ports, err := freePorts(3 * nodes)
	if err != nil {
		return nil, err
	}
	at := func(port int) string { return fmt.Sprintf("127.0.0.1:%d", port) }
	var group []string
	for i := range nodes {
		group = append(group, at(ports[3*i]))
	}
	for i := range nodes {
		s, err := newMariaDB(i == 0,
			"--wsrep-on=ON", "--wsrep-provider="+found[0], "--wsrep-cluster-name=counterclaim-"+fmt.Sprint(ports[0]), "--wsrep-cluster-address=gcomm://"+strings.Join(group, ","),
			"--wsrep-node-name=node"+fmt.Sprint(i+1), "--wsrep-node-address="+group[i],
			"--wsrep-provider-options=gmcast.listen_addr=tcp://"+group[i]+";ist.recv_addr="+at(ports[3*i+1])+
				";evs.keepalive_period=PT0.5S;gcache.size=64M",
			"--wsrep-sst-method=rsync", "--wsrep-sst-receive-address="+at(ports[3*i+2]),
			"--binlog-format=ROW", "--innodb-autoinc-lock-mode=2", "--innodb-flush-log-at-trx-commit=0")
		if err != nil {
			return servers, err
		}
		s.ask = "SELECT 1 FROM information_schema.GLOBAL_STATUS WHERE VARIABLE_NAME = 'wsrep_ready' AND VARIABLE_VALUE = 'ON'"
		servers = append(servers, s)
	}
	return servers, nil
}
