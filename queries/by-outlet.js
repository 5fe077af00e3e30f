// name:   by-outlet
// theme:  speakers
// title:  Whom each outlet quotes
// about:  For every outlet and side the number of statements that it reports, and their share in the outlet: whose word it gives most room.
// takes:  statements
// column: outlet       text            The outlet.
// column: side         text            The side; none for those who speak for nobody known.
// column: statements   number          How many statements of that side it reports.
// column: share        number          Of all that it reports, in percent.
// column: speakers     number          Of how many speakers.
// column: documents    number          In how many documents.
// column: attributions number          How many of the statements accuse.
// column: denials      number          How many deny.
// column: first        date   optional The earliest.
// column: last         date   optional The latest.
// order:  outlet -statements side

const found = picked().table("when", "speaker_id", "side", "side_id", "kinds", "document", "outlet");
const sizes = new Map(found.tally("outlet").map(t => [t.outlet, t.length]));

found.tally("outlet", "side_id").show({
  outlet: t => t.outlet || "not known", side: t => t.side || "none", first: "first", last: "last", statements: "length",
  share: t => percent(t.length, sizes.get(t.outlet)), speakers: "speaker_id.count", documents: "document.count",
  attributions: t => t.doing("attribution").length, denials: t => t.doing("denial").length,
});
