// Package networks computes from a selection of statements the networks of discourse
// network analysis: who takes a position on what, who agrees and who disagrees with
// whom, and who answers whom.
//
//	selection, err := db.Select(ctx, ids)
//	network, err := networks.Build(&selection, networks.Options{Kind: networks.Congruence})
//
// The definitions are those of Leifeld (2017), Discourse Network Analysis: Policy
// Debates as Dynamic Networks, in Victor, Montgomery and Lubell (eds), The Oxford
// Handbook of Political Networks, and where the chapter leaves something open those of
// his program, Discourse Network Analyzer (DNA), version 3, Exporter.java.
package networks
