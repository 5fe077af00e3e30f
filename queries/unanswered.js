// name:   unanswered
// title:  Accusations that nobody answered
// about:  Every attribution against which no statement in the store is set. A mere echo is no answer.
// param:  speaker  iri  -  Who accuses.
// param:  side     iri  -  On whose side the accuser is.
// param:  target   iri  -  Who is accused.
// param:  about    iri  -  The incident or concept that it is about.
// param:  document iri  -  The document in which it stands.
// param:  since    date -  Only from then on.
// param:  until    date -  Only until then.
// column: when     date optional  When it was said or, where that is unknown, published.
// column: accuser  text optional  Who accuses.
// column: accused  text optional  Who is accused.
// column: words    text           The words.
// column: outlet   text optional  Who published it.
// column: document iri            The document in which it stands.
// column: id       iri            The statement.
// order:  when id

const found = find({...params, kind: "<kind:attribution>"}).statements().filter(within(params));
const answers = contrastsBy("claim", found);

found.filter(s => answers(s.id).length == 0)
  .forEach(s => g.emit({...s, accuser: s.speaker, accused: s.target || s.target_side}));
