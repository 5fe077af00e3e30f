// name:   counts-by-kind
// theme:  sources
// title:  How many statements do what
// about:  All statements by what they do.
// column: kind       text   What they do.
// column: statements number How many.
// order:  -statements kind

vocabulary.kinds.map(kind => ({kind, statements: countInto(["kind:" + kind], "<kind>")})).filter(k => k.statements).forEach(k => g.emit(k));
