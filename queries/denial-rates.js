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

const who = ["target_side_id", "target_id"];
const claims = picked({kind: "kind:attribution"}).table({id: "id", side: "side", who, name: ["target_side", "target"]});
const denials = sureContrasts(contrastsOf(claims, "<claim>").among("relation", ["denies"])).table({
  claim: "claim.id", who: who.map(end => "claim." + end), own: "by_target", days: "days_apart",
});
const own = denials.having({own: true});
const byWho = table => new Map(table.tally("who").map(t => [t.who, t]));
const denied = byWho(claims.among("id", own, "claim")), days = byWho(own.from("days", 0).least("days", "claim"));
const others = byWho(claims.among("id", denials, "claim").notAmong("id", own, "claim"));
const sizeIn = (parts, t) => (parts.has(t.who) ? parts.get(t.who).length : 0), daysOf = t => (days.has(t.who) ? days.get(t.who).values("days") : []);

claims.tally("who").show({
  accused: t => t.name || "nobody named", accused_id: "who", claims: "length", denied: t => sizeIn(denied, t), others_deny: t => sizeIn(others, t),
  rate: t => percent(sizeIn(denied, t), t.length), soonest: t => (days.has(t.who) ? Math.min(...daysOf(t)) : null), median_days: t => median(daysOf(t)),
  accusers: t => t.distinct("side").join(", "),
});
