// name:   attributions
// title:  Who accuses whom of what
// about:  Every statement that an actor is behind a harmful act, with the number of answers to it.
// param:  speaker  iri  -  Who accuses.
// param:  side     iri  -  On whose side the accuser is.
// param:  target   iri  -  Who is accused.
// param:  about    iri  -  The incident or concept that it is about.
// param:  document iri  -  The document in which it stands.
// param:  since    date -  Only from then on.
// param:  until    date -  Only until then.
// column: when      date   optional  When it was said or, where that is unknown, published.
// column: accuser   text   optional  Who accuses.
// column: accused   text   optional  Who is accused.
// column: victim    text   optional  Who is said to suffer.
// column: about     text   optional  Which incidents and concepts it is about.
// column: words     text             The words.
// column: certainty text             firm or hedged.
// column: answers   number           How many statements answer it.
// column: outlet    text   optional  Who published it.
// column: id        iri              The statement.
// order:  when id

const found = find({...params, kind: "<kind:attribution>"}).statements().filter(within(params));
const answers = contrastsBy("claim", found);

for (const s of found) {
  g.emit({...s, accuser: s.speaker, accused: s.target || s.target_side, answers: answers(s.id).length});
}
