package store

import (
	"database/sql/driver"
	"errors"
	"io"
	"net"
	"regexp"
	"strings"
)

// Shown returns a store's path as it may be shown: of an address without the password.
func Shown(path string) string {
	scheme, rest, found := strings.Cut(path, "://")
	if !found {
		return path
	}
	rest = secret.ReplaceAllString(rest, "$1=xxxxx")
	at := strings.LastIndex(rest, "@")
	if at < 0 {
		return scheme + "://" + rest
	}
	user, _, hidden := strings.Cut(rest[:at], ":")
	if hidden {
		user += ":xxxxx"
	}
	return scheme + "://" + user + rest[at:]
}

// secret is a parameter of an address that nobody must read.
var secret = regexp.MustCompile(`(?i)([a-z_]*password|passwd|pwd)=[^&]*`)

// IsServer reports whether the backend keeps its graphs on a server, so that a store's path
// is an address.
func IsServer(backend string) bool { return backend == "postgres" || backend == "mysql" }

// connectionBroke reports an error of the network.
func connectionBroke(err error) bool {
	var network net.Error
	return !ended(err) && errors.As(err, &network) || errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) || errors.Is(err, driver.ErrBadConn)
}
