// name:   document
// title:  What stands in one document
// about:  The statements of a document in the order of its text, with what each of them answers.
// param:  document iri  doc:0123456789ab  The document.
// column: place     number optional  Where the words begin, in bytes of the text; none for a document without text.
// column: speaker   text   optional  Who says it.
// column: via       text   optional  Who reports the speaker's words.
// column: kinds     text             What it does.
// column: target    text   optional  Whom it is directed at.
// column: words     text             The words.
// column: said      date   optional  When it was said.
// column: mode      text             direct, indirect, mixed or curated.
// column: certainty text             firm or hedged.
// column: answers   text   optional  What it answers, and how: denies st:1, rebuts st:2.
// column: id        iri              The statement.
// order:  place id

const found = g.V(iri(params.document)).in("<document>").statements();
const answers = contrastsBy("counter", found);

for (const s of found) {
  const starts = s.content.map(span => parseInt(span));
  g.emit({...s, place: starts.length ? Math.min(...starts) : null,
    answers: answers(s.id).map(c => c.relation + " " + c.claim).sort().join(", ")});
}
