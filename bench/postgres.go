package main

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"os/exec"
	"strconv"
	"strings"
)

const database = "counterclaim_bench"

// oursOnPostgres measures this program on a server, in a database of its own that is made
// anew each time. The memory is that of our process, without the server's.
func oursOnPostgres(server string) func(context.Context, string, string) (session, string, error) {
	return func(ctx context.Context, _, _ string) (session, string, error) {
		if server == "" {
			return nil, "", absent{"no server was named; --postgres URL names one"}
		}
		psql, err := exec.LookPath("psql")
		if err != nil {
			return nil, "", absent{"psql is not installed"}
		}
		for _, sql := range []string{"DROP DATABASE IF EXISTS " + database, "CREATE DATABASE " + database} {
			if out, err := exec.CommandContext(ctx, psql, server, "-qc", sql).CombinedOutput(); err != nil {
				return nil, "", fmt.Errorf("psql: %w: %s", err, out)
			}
		}
		own, err := url.Parse(server)
		if err != nil {
			return nil, "", err
		}
		own.Path = "/" + database
		s, err := startOurs(ctx, "postgres", own.String())
		if err != nil {
			return nil, "", err
		}
		return &onPostgres{s, psql, own.String()}, oursVersion(ctx), nil
	}
}

type onPostgres struct {
	*oursSession
	psql, database string
}

func (p *onPostgres) load(ctx context.Context, f files) (int64, error) {
	if _, err := p.oursSession.load(ctx, f); err != nil {
		return 0, err
	}
	out, err := exec.CommandContext(ctx, p.psql, p.database, "-Atqc", "SELECT pg_database_size(current_database())").CombinedOutput()
	size, wrong := strconv.ParseInt(strings.TrimSpace(string(out)), 10, 64)
	return size, errors.Join(err, wrong)
}
