// Command bench compares counterclaim with other stores of quads, and measures how it grows.
//
//	go run ./bench compare -statements 100000 -runs 5 -o docs
//	go run ./bench growth -sizes 10000,100000,1000000 -o docs
//
// compare invents a graph, has each system load it from the same N-Quads, and asks each the
// same ten questions, so many times. The systems answer alike, or it fails. It measures those
// that are there, and says which are not: counterclaim with its backends; the cayley command,
// which it builds in a folder of its own; Oxigraph, which it installs there with npm; rdflib,
// if the system's Python has it. growth loads graphs of growing size into a file and asks the
// same questions.
//
// Both write a table and a picture into docs/benchmarks.md and docs/pictures, and leave what
// they built and invented in a folder (-work), so that the next run is faster.
package main
