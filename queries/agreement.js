// name:   agreement
// theme:  positions
// title:  On what two actors agree and disagree
// about:  Every issue on which both actors, or those who speak for them, take a position: how often each affirms and rejects it, and whether they agree.
// takes:  statements without speaker, side
// param:  one   iri actor:china The one actor.
// param:  other iri actor:united-states The other.
// column: issue           text            The concept or incident, or the claim's words where there is neither.
// column: verdict         text            agree, disagree, or mixed where either does both.
// column: one_agrees      number          How many statements of the one affirm it.
// column: one_disagrees   number          How many reject it.
// column: other_agrees    number          How many of the other's affirm it.
// column: other_disagrees number          How many reject it.
// column: one_words       text            The words of one of the one's statements.
// column: other_words     text            Those of one of the other's.
// column: first           date   optional The earliest statement on it.
// column: last            date   optional The latest.
// column: concept         iri             The issue's node.
// order:  -other_agrees -one_agrees issue concept

const taken = ["one", "other"].flatMap(who => sayingsOf(params[who]).read("id", "when", "words", "concept", "concept_name", "agrees").map(s => ({...s, who})));

for (const t of tally(taken, r => r.concept, r => ({concept: r.concept, issue: r.concept_name}))) {
  const of = (who, agrees) => t.rows.filter(r => r.who == who && r.agrees == agrees);
  const [oneYes, oneNo, otherYes, otherNo] = [of("one", true), of("one", false), of("other", true), of("other", false)];
  if (oneYes.length + oneNo.length == 0 || otherYes.length + otherNo.length == 0) continue;
  const mixed = oneYes.length && oneNo.length || otherYes.length && otherNo.length;
  const words = list => list.sort((a, b) => (a.id < b.id ? -1 : 1))[0].words;
  g.emit({
    issue: t.issue, concept: t.concept, verdict: mixed ? "mixed" : oneYes.length > 0 == otherYes.length > 0 ? "agree" : "disagree",
    one_agrees: oneYes.length, one_disagrees: oneNo.length, other_agrees: otherYes.length, other_disagrees: otherNo.length,
    one_words: words([...oneYes, ...oneNo]), other_words: words([...otherYes, ...otherNo]), first: t.first, last: t.last,
  });
}
