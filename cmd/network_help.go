package cmd

import (
	"fmt"
	"strings"

	"counterclaim/networks"
)

const networkHelp = `Makes a network of statements, as discourse network analysis does (Leifeld 2017), and
prints its edges, the heaviest first. A statement is a position: an actor affirms or
rejects a concept at a time. The concept is the one that a coder names, else the incident
that the statement is about, else the claim that a chain of denials and echoes goes back
to. Whom a statement is about plays no part. Without a kind it lists them:

%s
actor-concept   Hua rejects and Mandiant affirms "China hacks": two edges to that concept,
                which disagree and agree. --agreement says what the weight is:
                  ignore    how many statements: 3 that affirm and 1 that rejects are 4
                  subtract  those that affirm less those that reject: 2
                  combine   1 where all affirm, 2 where all reject, 3 where both: 3
actor-kind      Hua makes 4 denials and 2 claims of victimhood: two edges, of 4 and 2.
congruence      Hua and Koo both reject a concept, 2 times and 3 times: an edge of 6.
conflict        Hua rejects it 2 times, Mandiant affirms it once: an edge of 2.
subtract        Congruence less conflict; below 0 two actors are opponents.
contrast        Hua denies what Mandiant said, and counter-attributes: two edges from Hua
                to Mandiant. What echoes or renders another statement answers none.

--by takes actors, the sides they speak for, or outlets, as the speakers; congruence and
its kin can also tie concepts, by the actors that take the same position on both.

--normalise divides the weight. Of two-mode networks: activity, by how many statements
the speaker makes, or prominence, by how many there are on the concept. Of one-mode
networks: average, by the mean activity of the two; jaccard, by what either of them says;
cosine, by the product of their activities, as Discourse Network Analyzer (DNA) does.

--duplicates says which statements count by which an actor says the same again: all, or
one in each document, month, year or time window. Outlets print the same words often.

--window makes a network for each slice of time (30d, 2w, 6m, 1y), --step one that moves:
--window 6m --step 1m. A statement is of a window if its date is sure to be; one of "2013"
is of no month.

--nodes prints the nodes instead, with degree (to how many others it has edges), strength
(the sum of their weights), betweenness (0 to 1: how many shortest paths lead through it)
and community (by Louvain). --measures prints the network as a whole: density, modularity
and polarisation, which is 0 where nothing is disputed and 0.5 or more where two camps
agree within and conflict with each other.

-o names a format, which then goes to stdout, or a file, whose ending says the format:
%s. Gephi, NetworkX and igraph read gexf and graphml; gexf has the time too.
`

func networkList() string {
	var b strings.Builder
	for _, k := range networks.Kinds {
		fmt.Fprintf(&b, "  %-14s  %s\n", k.Kind, k.Says)
	}
	return b.String()
}

const networkExample = `  counterclaim network
  counterclaim network congruence --normalise average
  counterclaim network subtract --by side since=2013 until=2015 --nodes
  counterclaim network actor-concept about=incident:attacks-through-networks-mandiant-2013
  counterclaim network contrast -o answers.gexf
  counterclaim network subtract --window 6m --step 1m --measures -o csv > polarisation.csv`
