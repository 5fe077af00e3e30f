// Loads N-Quads into Oxigraph and asks it questions: node oxigraph.mjs FILE QUESTIONS ASKS.
// Prints one line of JSON, as every system here does.
import { createReadStream, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";

const require = createRequire(path.join(process.cwd(), "node_modules", "x.js"));
const { Store } = require("oxigraph");
const version = JSON.parse(readFileSync("node_modules/oxigraph/package.json")).version;
const [, , file, questions, asks] = process.argv;

const store = new Store();
const start = performance.now();
let held = "";
const load = text => store.load(text, { format: "application/n-quads", unchecked: true, no_transaction: true });
for await (const part of createReadStream(file, { encoding: "utf8", highWaterMark: 32 << 20 })) {
  const cut = part.lastIndexOf("\n") + 1;
  load(held + part.slice(0, cut));
  held = part.slice(cut);
}
load(held);
const loads = [(performance.now() - start) / 1000];

const answers = JSON.parse(readFileSync(questions)).map(({ name, columns, sparql }) => {
  const ms = [];
  let rows;
  for (let i = 0; i <= +asks; i++) {
    const begun = performance.now();
    const found = store.query("PREFIX : <cc:> " + sparql, { use_default_graph_as_union: true });
    rows = found.slice(0, 100).map(row => columns.map(c => row.get(c).value));
    if (i > 0) ms.push(performance.now() - begun);
  }
  return { name, rows, ms };
});
console.log(JSON.stringify({ version: `${version}, node ${process.version}`, loads, answers, ask_kb: process.resourceUsage().maxRSS }));
