// name:   documents-of-outlet
// theme:  sources
// title:  What an outlet published
// about:  The documents of one outlet in a range of dates.
// column: published date The day.
// column: title     text The headline.
// column: id        iri  The document.
// order:  published id

g.V(str("{{.Outlet}}")).In("<publisher>").facts(["<published>", "<title>"])
  .filter(d => d.published[0] >= "{{.Since}}" && d.published[0] <= "{{.Until}}")
  .forEach(d => g.emit({published: d.published[0], title: d.title[0], id: d.id}));
