// Loads and asks Oxigraph for the command bench: a request a line in, an answer a line out.
import {createInterface} from "node:readline";
import {closeSync, openSync, readFileSync, readSync} from "node:fs";
import {Store} from "oxigraph";

const version = JSON.parse(readFileSync(new URL("node_modules/oxigraph/package.json", import.meta.url))).version;
const store = new Store();

function* pieces(path) {
  const file = openSync(path);
  for (;;) {
    const piece = new Uint8Array(1 << 20), n = readSync(file, piece);
    if (!n) break;
    yield piece.subarray(0, n);
  }
  closeSync(file);
}

const numbers = /#(integer|decimal|double)$/;

function value(term) {
  if (!term) return null;
  return term.termType == "Literal" && numbers.test(term.datatype.value) ? Number(term.value) : term.value;
}

function answer({load, ask, columns}) {
  if (load) {
    store.load(pieces(load), {format: "application/n-quads", no_transaction: true});
    return {};
  }
  if (!ask) return {version: `${version}, node ${process.versions.node}`};
  return {rows: [...store.query(ask, {use_default_graph_as_union: true})].map(row => columns.map(name => value(row.get(name))))};
}

for await (const line of createInterface({input: process.stdin})) {
  let out;
  try {
    out = answer(JSON.parse(line));
  } catch (e) {
    out = {error: String(e)};
  }
  process.stdout.write(JSON.stringify(out) + "\n");
}
