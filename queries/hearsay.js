// name:   hearsay
// theme:  sources
// title:  What is known only from what others report
// about:  Statements whose words somebody other than the speaker passes on, as an outlet quotes an agency that quotes a minister: a chain of reports with each of its links.
// takes:  statements
// column: when      date   optional When it was said or, where that is unknown, published.
// column: speaker   text   optional Who is said to say it.
// column: via       text            Who reports the speaker's words.
// column: outlet    text   optional Who published the report.
// column: chain     text            The way of the words, from the speaker to the outlet.
// column: kinds     text            What the statement does.
// column: words     text            The words.
// column: certainty text            firm or hedged.
// column: answers   number          How many statements answer it.
// column: id        iri             The statement.
// order:  when id

picked().known("via").show({
  when: "when", speaker: "speaker", via: "via", outlet: "outlet", kinds: "kinds", words: "words", certainty: "certainty", id: "id",
  chain: s => [s.speaker || "nobody named", s.via, s.outlet].filter(link => link).join(" > "), answers: s => answersTo(s).length,
});
