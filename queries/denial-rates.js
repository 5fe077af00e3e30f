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

const claims = picked({kind: "kind:attribution"}).table({id: "id", side: "side", who: ["target_side_id", "target_id"], name: ["target_side", "target"]});
const denials = sureContrasts(contrastsOf(claims, "<claim>").among("relation", ["denies"])).table({claim: "claim.id", own: "by_target", days: "days_apart"});
const own = new Map(denials.having({own: true}).tally("claim").map(t => [t.claim, t.values("days").filter(d => d != null && d >= 0)]));
const others = new Set(denials.distinct("claim").filter(id => !own.has(id)));
const daysOf = t => t.values("id").map(id => own.get(id) || []).filter(days => days.length).map(days => Math.min(...days));
const denied = t => t.values("id").filter(id => own.has(id)).length;

claims.tally("who").show({
  accused: t => t.name || "nobody named", accused_id: "who", claims: "length", denied, others_deny: t => t.values("id").filter(id => others.has(id)).length,
  rate: t => percent(denied(t), t.length), soonest: t => (daysOf(t).length ? Math.min(...daysOf(t)) : null), median_days: t => median(daysOf(t)),
  accusers: t => t.distinct("side").join(", "),
});
