// name:   denial-rates
// theme:  claims and answers
// title:  How often the accused deny, and how soon
// about:  For every side accused, or actor whose side is not known, how many attributions they deny themselves and the days until they do. accuser-accused has the pairs.
// takes:  statements
// column: accused     text            The side accused, or the actor where no side is known.
// column: accused_id  iri    optional Its node.
// column: claims      number          How many attributions.
// column: denied      number          How many of them the accused or their side deny.
// column: others_deny number          How many of the rest somebody else denies.
// column: rate        number          What share the accused deny, in percent.
// column: soonest     number optional The fewest days until their denial.
// column: median_days number optional The days until their first denial, in the middle of all claims that they deny.
// column: accusers    text   optional The sides that accuse.
// order:  -claims accused

const claims = picked({kind: "kind:attribution"});
const denials = new Map(claims.map(s => [s.id, []]));
contrastsOf(claims.map(s => s.id), "<claim>").filter(c => c.relation == "denies" && sureOfBoth(c)).forEach(c => denials.get(c.claim.id).push(c));

const rows = claims.map(s => {
  const own = denials.get(s.id).filter(byTarget), days = own.map(c => daysApart(c.claim, c.counter)).filter(d => d != null && d >= 0);
  return {side: s.side, who: s.target_side_id || s.target_id, name: s.target_side || s.target,
    denied: own.length > 0, otherwise: own.length == 0 && denials.get(s.id).length > 0, days: days.length ? Math.min(...days) : null};
});
tally(rows, r => r.who, r => ({who: r.who, name: r.name})).forEach(({who, name, rows}) => {
  const days = rows.map(r => r.days).filter(d => d != null), denied = rows.filter(r => r.denied).length;
  g.emit({accused: name || "nobody named", accused_id: who, claims: rows.length, denied, others_deny: rows.filter(r => r.otherwise).length,
    rate: percent(denied, rows.length), soonest: days.length ? Math.min(...days) : null, median_days: median(days),
    accusers: distinct(rows.map(r => r.side)).join(", ")});
});
