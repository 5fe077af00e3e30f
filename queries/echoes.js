// name:   echoes
// theme:  sources
// title:  Where a claim appeared first, and who repeated it
// about:  Claims that were made again, by the same side or in another outlet's words, each with its first appearance and how it spread.
// takes:  statements
// column: first    date   optional When it first appeared.
// column: speaker  text   optional Who made it then.
// column: words    text            Its words then.
// column: outlet   text   optional Who published it first.
// column: repeated number          How often it was made or printed again.
// column: speakers text            Who made it.
// column: outlets  text   optional Who published it.
// column: last     date   optional When it last appeared.
// column: days     number optional The days from first to last.
// column: id       iri             The first statement.
// order:  -repeated first id

const root = new Map(), said = new Map();
const rootOf = id => (root.has(id) && root.get(id) != id ? rootOf(root.get(id)) : id);
for (const {claim, counter} of vocabulary.equals.flatMap(relation => paired("relation:" + relation))) {
  said.set(claim.id, claim).set(counter.id, counter);
  root.set(rootOf(counter.id), rootOf(claim.id));
}
tally([...said.values()], s => rootOf(s.id), s => ({})).forEach(({rows, last}) => {
  const [start] = rows.sort((a, b) => ((a.when || "~") + a.id < (b.when || "~") + b.id ? -1 : 1));
  g.emit({
    first: start.when, speaker: start.speaker, words: start.words, outlet: start.outlet, id: start.id, repeated: rows.length - 1,
    speakers: distinct(rows.map(s => s.speaker || "nobody named")).join(", "), outlets: distinct(rows.map(s => s.outlet)).join(", "),
    last, days: last ? daysApart(start, {when: last}) : null,
  });
});
