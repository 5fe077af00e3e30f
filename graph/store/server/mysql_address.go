package server

import (
	"context"
	"errors"
	"net"
	"net/url"
	"strings"
	"sync/atomic"

	driver "github.com/go-sql-driver/mysql"
)

// mysqlConfig reads an address into what the driver wants, and the hosts.
func mysqlConfig(address string) (*driver.Config, []string, error) {
	const wanted = "the store of backend mysql is an address, as mysql://user:password@host:3306/database; several hosts of a cluster stand with commas between"
	rest, found := strings.CutPrefix(address, "mysql://")
	login, rest, named := cutLast(rest, "@")
	if !named {
		login, rest = "", login
	}
	list, rest, _ := strings.Cut(rest, "/")
	name, query, _ := strings.Cut(rest, "?")
	if !found || list == "" || name == "" {
		return nil, nil, errors.New(wanted)
	}
	// The driver's own form has the same parameters behind the question mark.
	config, err := driver.ParseDSN("tcp(" + "host" + ")/?" + query)
	if err != nil {
		return nil, nil, errors.New(wanted)
	}
	user, password, _ := strings.Cut(login, ":")
	var errs [3]error
	config.User, errs[0] = url.PathUnescape(user)
	config.Passwd, errs[1] = url.PathUnescape(password)
	config.DBName, errs[2] = url.PathUnescape(name)
	if errors.Join(errs[:]...) != nil {
		return nil, nil, errors.New(wanted)
	}
	config.InterpolateParams = true // one round trip a query, not two
	config.ParseTime = true
	config.RejectReadOnly = true        // another node may take writes
	config.Logger = &driver.NopLogger{} // what it would log, we return
	if config.Params == nil {
		config.Params = map[string]string{}
	}
	// On a node of a cluster a reader waits for what other nodes have committed. To
	// servers other than MariaDB this is a comment.
	config.Params["/*M! wsrep_sync_wait = 1, */ autocommit"] = "1"
	hosts := strings.Split(list, ",")
	for i, h := range hosts {
		if _, _, err := net.SplitHostPort(h); err != nil {
			hosts[i] = net.JoinHostPort(h, "3306")
		}
	}
	return config, hosts, nil
}

func cutLast(s, sep string) (before, after string, found bool) {
	if i := strings.LastIndex(s, sep); i >= 0 {
		return s[:i], s[i+len(sep):], true
	}
	return s, "", false
}

// nextHost connects to the hosts in turn, staying with one for as long as it answers.
type nextHost struct {
	hosts []string
	at    atomic.Uint64
}

func (n *nextHost) dial(ctx context.Context, network, _ string) (conn net.Conn, err error) {
	var dialer net.Dialer
	for range n.hosts {
		at := n.at.Load()
		if conn, err = dialer.DialContext(ctx, network, n.hosts[at%uint64(len(n.hosts))]); err == nil {
			return conn, nil
		}
		n.at.CompareAndSwap(at, at+1)
	}
	return nil, err
}
