// name:   by-month
// theme:  speakers
// title:  Who is quoted month by month
// about:  For every month and side the number of statements and what they do: when a dispute rose, and who began. Words that several outlets print alike count once.
// takes:  statements
// column: month        date   optional The month in which they were said or, where that is unknown, published; a year where no month is known.
// column: side         text            The side; none for those who speak for nobody known.
// column: statements   number          How many statements.
// column: share        number          Of all in that month, in percent.
// column: attributions number          How many of them accuse.
// column: denials      number          How many deny.
// column: victimhood   number          How many tell of harm.
// column: documents    number          In how many documents.
// column: outlets      number          In how many outlets.
// order:  month -statements side

const found = picked().table({
  when: "when", month: "when.month", words: "words", speaker_id: "speaker_id", side: "side", kinds: "kinds", document: "document", outlet: "outlet",
}).once();
const sizes = new Map(found.tally("month").map(t => [t.month, t.length]));

found.tally("month", "side").show({
  month: "month", side: t => t.side || "none", statements: "length", share: t => percent(t.length, sizes.get(t.month)),
  attributions: t => t.doing("attribution").length, denials: t => t.doing("denial").length, victimhood: t => t.doing("victimhood").length,
  documents: "document.count", outlets: "outlet.count",
});
