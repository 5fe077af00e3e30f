package server

import (
	"regexp"
	"strings"
)

// Shown returns an address as it may be shown, without the passwords in it. What is no address
// it returns as it is.
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
