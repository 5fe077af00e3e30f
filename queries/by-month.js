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

const found = once(picked().read("id", "when", "words", "speaker_id", "side", "kinds", "document", "outlet"))
  .map(s => Object.assign(s, {month: s.when ? s.when.slice(0, 7) : null}));
const sizes = new Map(tally(found, r => r.month, r => r).map(t => [t.month, t.rows.length]));

tally(found, r => r.month + "|" + r.side, r => r).forEach(({month, side, rows}) => {
  const doing = kind => rows.filter(r => does(r, kind)).length;
  g.emit({
    month, side: side || "none", statements: rows.length, share: percent(rows.length, sizes.get(month)),
    attributions: doing("attribution"), denials: doing("denial"), victimhood: doing("victimhood"),
    documents: distinct(rows.map(r => r.document)).length, outlets: distinct(rows.map(r => r.outlet)).length,
  });
});
