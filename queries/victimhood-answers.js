// name:   victimhood-answers
// theme:  claims and answers
// title:  What is said against those who say that they suffer
// about:  Every statement that an actor suffers, with each answer to it, or none, and with what it answers itself: victimhood is a claim, and often a reply.
// takes:  statements
// column: when       date optional When it was said or, where that is unknown, published.
// column: speaker    text optional Who says so.
// column: victim     text optional Who suffers.
// column: words      text          The words.
// column: replies_to text optional What it answers itself, and how: claims-victimhood st:1.
// column: relation   text optional How the answer stands to it; missing where nobody answers.
// column: answerer   text optional Who answers.
// column: answer     text optional The words of the answer.
// column: id         iri           The statement.
// column: answer_id  iri  optional The answer.
// order:  when id answer_id

const found = picked({kind: "kind:victimhood"});
const answers = contrastsBy("claim", found), replies = contrastsBy("counter", found);
const counters = new Map(statementsOf(found.flatMap(s => answers(s.id)).map(c => c.counter)).map(s => [s.id, s]));

for (const s of found) {
  const replies_to = replies(s.id).map(c => c.relation + " " + c.claim).sort().join(", ");
  for (const c of answers(s.id).length ? answers(s.id) : [{}]) {
    const counter = counters.get(c.counter) || {};
    g.emit({when: s.when, speaker: s.speaker, victim: s.victim, words: s.words, replies_to, id: s.id,
      relation: c.relation, answerer: counter.speaker, answer: counter.words, answer_id: counter.id});
  }
}
