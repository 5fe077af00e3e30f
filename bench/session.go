package main

import (
	"context"
	"errors"
)

// A session is a system under test in a process of its own. Its methods are called one
// after the other.
type session interface {
	// load fills the system, which is empty, and returns the bytes that it then has on
	// the disk.
	load(ctx context.Context, f files) (disk int64, err error)
	// ask returns the answer, row by row in the order of the question's columns: texts,
	// float64, nil. Nodes are bare: actor:ann.
	ask(ctx context.Context, q *question, s subjects) ([][]any, error)
	// memory returns the most memory in bytes that its processes have held.
	memory() (int64, error)
	// close ends its processes.
	close() error
}

// An absent is why a system cannot be measured here.
type absent struct{ why string }

func (a absent) Error() string { return a.why }

func isAbsent(err error) bool { return errors.As(err, &absent{}) }

// A system is one that is measured. start starts it on an empty folder of its own.
type system struct {
	name  string
	start func(ctx context.Context, work, folder string) (s session, version string, err error)
}

// systems are those that are measured, in the order of the tables.
func systems(postgres string) []system {
	return []system{
		{"counterclaim, memory", ours("memory")},
		{"counterclaim, bolt", ours("bolt")},
		{"counterclaim, postgres", oursOnPostgres(postgres)},
		{"cayley, bolt", cayley("bolt")},
		{"cayley, leveldb", cayley("leveldb")},
		{"Oxigraph", oxigraph},
		{"rdflib", rdflib},
	}
}
