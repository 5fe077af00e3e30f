// lib.js runs before every query. It has the verbs that scripts may use besides
// Gizmo's own, and two values that Go adds: params, what the caller gave, and
// vocabulary, the names of kinds and of the relations between equals.
//
//   picked({kind: "kind:denial"})                the statements that the caller picks and that meet these
//   answered({kind: "kind:attribution"})         contrasts that answer a claim which the caller picks
//   paired("relation:renders")                   contrasts of equals, with a statement that the caller picks at either end
//   answersTo(statement), answersOf(statement)   contrasts in which it is the claim, or the counter
//   contrastsBy("claim", statements)(id)         the same of many
//   statements.answers()                         the contrasts that answer one of them
//   find({speaker: "actor:ann"})                 a path to statements
//   path.facts()                                 all that is said of each node
//   path.statements()                            statements, ready to show
//   statementsOf(ids)                            the same of statements given by name
//   path.contrasts()                             contrasts with both statements
//   nodesInto(ids, "<speaker>", "<claim>")       what leads to nodes (in() from several at once is slow)
//   countInto(ids, "<speaker>")                  how many these are, a million of them in some 10 ms
//   factsOf(ids, ["<name>"])                     facts() of nodes given by name, all or these alone
//   .filter(within(params)), .filter(answering)  for these lists
//   .table("id", "side")                         a table of these attributes, read and counted in Go
//   .read("id", "side")                          the same as plain objects
//   .known("claim.when")                         those that have something there
//   .among("id", ids), .notAmong("id", ids)      those that have one of these there, and the others
//   .show({answer: "counter.words"})             a row of each, read in Go; s => ... makes a column of it
//
// Nodes in these lists are bare: "actor:ann". iri() makes a node of them again.

function verb(name, f) {
  Object.defineProperty(Object.prototype, name, {value: f, writable: true, configurable: true});
}

// conditionsIn returns the conditions on statements that an object has, each as a node or
// text and the predicates that lead back from it; it passes over keys that are none.
function conditionsIn(wanted) {
  const nodes = vocabulary.conditions.map(predicate => [wanted[predicate.replace("-", "_")], "<" + predicate + ">"]);
  const given = [...nodes, [wanted.outlet, "<publisher>", "<document>"]].filter(([from]) => from);
  const wrong = given.find(([from]) => typeof from != "string");
  if (wrong) throw TypeError(`${wrong[0]} is no node`);
  return given;
}

// find returns a path to the statements that meet all the conditions given.
function find(wanted) {
  const path = ([from, ...back]) => back.reduce((path, predicate) => path.in(predicate), g.V(from == wanted.outlet ? str(from) : iri(bare(from))));
  const [first, ...more] = conditionsIn(wanted).map(path);
  return first ? more.reduce((one, other) => one.and(other), first) : g.V("<class:statement>").in("<type>");
}

// picked returns the statements that the caller picks by the parameters that come with
// takes: statements, and of these the ones that meet the query's own conditions.
function picked(own = {}) {
  return statementsWith([...conditionsIn(params), ...conditionsIn(own)], params.since || "", params.until || "", params.min_confidence || 0);
}

// paired returns the contrasts of that relation, each once, at either end of which is a
// statement that the caller picks as for picked.
function paired(relation) {
  const picks = conditionsIn(params), inTime = within(params), ids = new Set();
  const found = picks.length ? ["<claim>", "<counter>"].flatMap(end => contrastsWith(picks, end)) : contrastsOf([relation], "<relation>");
  return found.filter(c => "relation:" + c.relation == relation && sureOfBoth(c) && (inTime(c.claim) || inTime(c.counter)) &&
    !ids.has(c.id) && ids.add(c.id));
}

// answered returns the contrasts in which a claim is answered that the caller picks by
// the parameters that come with takes: claims, and that meets the query's own conditions;
// of these, relation is one on how it is answered.
function answered(own = {}) {
  const relations = [params.relation, own.relation].filter(r => r).map(bare);
  return answersWith([...conditionsIn(params), ...conditionsIn(own)], relations, bare(params.answerer || ""), params.since || "", params.until || "",
    params.min_confidence || 0);
}

// answersTo returns the contrasts that answer a statement, answersOf those in which it is
// the answer. contrastsBy is faster for many.
function answersTo(statement) { return contrastsBy("claim", [statement])(statement.id); }
function answersOf(statement) { return contrastsBy("counter", [statement])(statement.id); }

// bare returns a node's name without brackets.
function bare(value) {
  return typeof value == "string" && value[0] == "<" && value.endsWith(">") && !value.includes(" ") ? value.slice(1, -1) : value;
}

// facts returns what the graph says of each node here, each once:
// {id: "st:1", kind: ["kind:denial", "kind:victimhood"], said: ["2031-05"]}.
// An absent attribute loses no row and a double one makes none.
verb("facts", function (predicates) {
  return factsOf(this.toArray(), predicates || []);
});

const all = (fact, key) => fact[key] || [];
const one = (fact, key) => all(fact, key)[0];

// names returns the names of actors by their bare names.
function names(ids) {
  const found = {};
  for (const f of factsOf(ids.filter(id => id), ["<name>"])) found[f.id] = one(f, "name") || f.id;
  return found;
}

// statements returns the statements here with their attributes as texts: people
// by name and, as speaker_id and so on, by node. when is the day said or, where
// that is unknown, published; dated says which.
verb("statements", function () {
  return statementsOf(this.toArray()).filter(sure);
});

// contrasts returns the contrasts here, each with its two statements as counter
// and claim.
verb("contrasts", function () {
  return contrastsOf(this.toArray()).filter(sureOfBoth);
});

// show makes a row of each statement or contrast in the list: {claimant: "claim.speaker"}.
// Go reads them on all cores; a function makes a column of each that is kept. Of parts of a
// table it takes their columns, and "length", "once" and "outlet.count" for how many rows, how
// many without copies and how many texts. {answers: [table, "claim"]} is in how many rows of a
// table the statement or contrast is in that column.
verb("show", function (columns) { showAll(this, columns); });

// table makes a table of the list, with these attributes of each as columns: table("id",
// "side") or, under other names, table({id: "claim.id"}). Of several, ["side", "speaker"],
// it has the first that there is; "when.month" is the month of a date, "cue.lower" a text in
// small letters. Go reads it on all cores and counts in it, which takes a small part of the
// time in which a script goes through thousands:
//
//   length, once(), tally("side", "kinds")      how many rows; without copies; its parts in which these are alike
//   part.side, part.first, part.last            what is in the part's first row, and its first and last date
//   doing("denial"), having({mode: "direct"})   the rows of such a kind, with such a value
//   known("side"), alike("from", "to")          those that have one, and that have the same in two columns
//   among("id", ids), notAmong("id", ids)       those that have one of these, and the others
//   among("id", table, "claim")                 the same of what a table has in a column, which takes no list of names
//   from("days", 0), least("days", "claim")     the rows with at least so much; of those alike in the others, the one with least
//   distinct("outlet"), values("score")         texts, sorted, each once; all values
//   count("outlet")                             how many texts
//   inOrder(), apart("about")                   by when and id; a row for each of the texts in "a, b"
//   fill("side", "none")                        with this where there is nothing
//   rows()                                      plain objects
verb("table", function (...columns) {
  return tableOf(this, typeof columns[0] == "string" ? Object.fromEntries(columns.map(c => [c, c])) : columns[0]);
});

// read makes a plain object of each statement or contrast in the list, with the attributes
// that table takes. Go reads them on all cores: worth it where a script looks at several.
verb("read", function (...attributes) { return this.table(...attributes).rows(); });

// known keeps the statements or contrasts in the list that have something under all these
// names: known("claim.when"); among those that have one of the values, notAmong the others;
// both take an array or a table and a column of it.
// Go looks, on all cores.
verb("known", function (...names) { return knownIn(this, names); });
verb("among", function (name, values, column) { return amongIn(this, name, values, true, column); });
verb("notAmong", function (name, values, column) { return amongIn(this, name, values, false, column); });

// sure tells whether a statement has the confidence that the caller asks for.
// statements(), contrasts() and contrastsBy() leave out the others; every query
// that uses them has the parameter min_confidence.
function sure(statement) {
  return !params.min_confidence || statement.confidence >= params.min_confidence;
}

function sureOfBoth(contrast) {
  return !params.min_confidence || sure(contrast.counter) && sure(contrast.claim);
}

// sureContrasts leaves out of contrasts those of which a statement lacks that confidence.
function sureContrasts(contrasts) { return params.min_confidence ? contrasts.filter(sureOfBoth) : contrasts; }

// answers returns the contrasts that answer one of the statements in the list.
verb("answers", function () { return answersIn(this, params.min_confidence || 0); });

// answering tells whether a contrast's counter answers its claim; an echo does not.
function answering(contrast) {
  return !vocabulary.equals.includes(contrast.relation);
}

// contrastsBy returns a function from the name of one of the statements to the
// contrasts in which it is the claim, or the counter, and the counter answers.
function contrastsBy(end, statements) {
  const found = new Map();
  const ends = ["<counter>", "<claim>", "<relation>"];
  for (const f of factsOf(nodesInto(statements, end == "claim" ? "<claim>" : "<counter>"), ends)) {
    const c = {counter: one(f, "counter"), claim: one(f, "claim"), relation: one(f, "relation").replace("relation:", "")};
    if (!answering(c) || params.min_confidence && !statementsOf([c[end == "claim" ? "counter" : "claim"]]).every(sure)) continue;
    if (!found.has(c[end])) found.set(c[end], []);
    found.get(c[end]).push(c);
  }
  return id => found.get(id) || [];
}

// firstDay and lastDay are the ends of what a date can mean; the 31st of a short
// month serves to compare.
const firstDay = date => (date + "-01-01").slice(0, 10);
const lastDay = date => date + "-12-31".slice(date.length == 4 ? 0 : date.length == 7 ? 3 : 6);

// within returns a filter of statements that can be of the time from since to
// until, both inclusive; an unknown date is of no such time.
function within(time) {
  return s => (!time.since || s.when && lastDay(s.when) >= firstDay(time.since)) &&
    (!time.until || s.when && firstDay(s.when) <= lastDay(time.until));
}

// does tells whether a statement is of the kind, or of one of the kinds.
function does(statement, ...kinds) { return statement.kinds.split(", ").some(kind => kinds.includes(kind)); }

// distinct returns the values that there are, sorted, each once.
function distinct(values) { return [...new Set(values.filter(v => v))].sort(); }

// percent returns a part of the whole to one decimal, nothing of nothing.
function percent(part, whole) { return whole ? Math.round(1000 * part / whole) / 10 : null; }

// median returns the middle one of the numbers.
function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b), half = sorted.length >> 1;
  return sorted.length % 2 ? sorted[half] : sorted.length ? (sorted[half - 1] + sorted[half]) / 2 : null;
}

// daysApart returns the days from when one statement was made to when another was, by
// what is known: the first day of a month or year, the day of the document.
function daysApart(from, to) {
  return from.when && to.when ? (Date.parse(firstDay(to.when)) - Date.parse(firstDay(from.when))) / 86400000 : null;
}

// sayingsOf returns what an actor says and what others say for it, as far as the caller
// picks it.
function sayingsOf(actor) {
  const own = picked({speaker: actor}), ids = new Set(own.map(s => s.id));
  return [...own, ...picked({side: actor}).filter(s => !ids.has(s.id))];
}

// tally counts rows by a key and keeps the first and last date of each.
function tally(rows, key, start) {
  const found = new Map();
  for (const row of rows) {
    if (!found.has(key(row))) found.set(key(row), {...start(row), rows: []});
    found.get(key(row)).rows.push(row);
  }
  return [...found.values()].map(t => {
    const dates = t.rows.map(r => r.when).filter(d => d).sort();
    return {...t, first: dates[0], last: dates[dates.length - 1]};
  });
}
