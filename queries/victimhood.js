// name:   victimhood
// title:  Who is said to suffer, and through whom
// about:  Every statement that an actor suffers or has suffered harm.
// param:  victim   iri  -  Who suffers.
// param:  speaker  iri  -  Who says so.
// param:  side     iri  -  On whose side the speaker is.
// param:  about    iri  -  The incident or concept that it is about.
// param:  document iri  -  The document in which it stands.
// param:  since    date -  Only from then on.
// param:  until    date -  Only until then.
// column: when     date optional  When it was said or, where that is unknown, published.
// column: speaker  text optional  Who says so.
// column: victim   text optional  Who suffers.
// column: blamed   text optional  Whom the statement is directed at.
// column: words    text           The words.
// column: outlet   text optional  Who published it.
// column: document iri            The document in which it stands.
// column: id       iri            The statement.
// order:  when id

find({...params, kind: "<kind:victimhood>"}).statements().filter(within(params))
  .forEach(s => g.emit({...s, blamed: s.target}));
