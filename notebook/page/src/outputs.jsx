// What a cell gives, in the views that it has: table, graph, picture, JSON; what it prints;
// and errors. Markup from a file is never shown as markup.

import { useMemo, useState } from "preact/hooks";
import * as api from "./api.js";
import { vocabulary } from "./state.js";
import { parse } from "./command.js";
import { Table, csv } from "./table.jsx";
import { Graph, edgesOf } from "./graph.jsx";
import { download } from "./download.js";

export function Outputs({ outputs, source, name }) {
  return <div class="outputs">{outputs.map((o, i) => <Output key={i} output={o} source={source} name={name} />)}</div>;
}

// text joins what nbformat has as a list of lines.
export const text = (value) => (Array.isArray(value) ? value.join("") : String(value ?? ""));

function Output({ output, source, name }) {
  switch (output.output_type) {
    case "stream":
      return <pre class="printed">{text(output.text)}</pre>;
    case "error":
      return <div class="error" role="alert"><b>That did not work.</b><pre>{output.evalue || text(output.traceback)}</pre></div>;
  }
  const data = output.data || {};
  const table = data["application/json"];
  if (table && Array.isArray(table.columns) && Array.isArray(table.rows)) return <Result table={table} source={source} name={name} />;
  if (data["image/svg+xml"]) return <Picture svg={text(data["image/svg+xml"])} says={text(data["text/plain"])} name={name} />;
  if (data["image/png"]) return <img class="picture" src={"data:image/png;base64," + text(data["image/png"]).trim()} alt={text(data["text/plain"])} />;
  if (table) return <pre class="printed">{JSON.stringify(table, null, 2)}</pre>;
  return <pre class="printed">{text(data["text/plain"])}</pre>;
}

function Result({ table, source, name }) {
  const graph = useMemo(() => edgesOf(table), [table]);
  const pictures = useMemo(() => picturesOf(source), [source, vocabulary.value]);
  const views = ["table", ...(graph ? ["graph"] : []), ...(pictures ? ["picture"] : []), "json"];
  const [view, setView] = useState("table");
  const shown = views.includes(view) ? view : "table";
  const many = `${table.rows.length} ${table.rows.length == 1 ? "row" : "rows"}${table.cut ? "; there are more" : ""}`;
  return (
    <div class="result-box">
      <div class="views" role="toolbar" aria-label="Views of the result">
        {views.map((v) => <button key={v} aria-pressed={shown == v} onClick={() => setView(v)}>{v == "json" ? "JSON" : v[0].toUpperCase() + v.slice(1)}</button>)}
        <span class="note">{many}</span>
        <button class="quiet" onClick={() => download(name + ".csv", "text/csv", csv(table))}>CSV</button>
      </div>
      {shown == "table" && (table.rows.length ? <Table table={table} /> : <p class="note">No rows.</p>)}
      {shown == "graph" && <Graph {...graph} />}
      {shown == "picture" && <Plots {...pictures} name={name} />}
      {shown == "json" && <pre class="printed json">{JSON.stringify(rowsOf(table), null, 2)}</pre>}
    </div>
  );
}

const rowsOf = (table) => table.rows.map((row) => Object.fromEntries(table.columns.map((c, i) => [c.name, row[i]])));

// picturesOf returns the conditions of a question that picks statements, which the pictures
// of these statements take too.
function picturesOf(source) {
  const command = parse(source);
  if (!command || command.verb != "query" || !vocabulary.value) return null;
  const question = vocabulary.value.questions.find((q) => q.verb == "query" && q.name == command.name);
  if (!question || question.takes != "statements") return null;
  return { conditions: command.params };
}

function Plots({ conditions, name }) {
  const [kind, setKind] = useState("timeline");
  const [problem, setProblem] = useState("");
  return (
    <div>
      <label class="inline">Picture <select value={kind} onChange={(e) => { setProblem(""); setKind(e.target.value); }}>
        {["timeline", "matrix", "kinds", "network"].map((k) => <option key={k}>{k}</option>)}
      </select></label>
      {problem ? <p class="note">{problem}</p> : (
        <img class="picture" src={api.plot(kind, conditions)} alt={`${kind} of the statements that the question picks`}
          onError={() => setProblem("There is nothing to draw in this picture.")} />
      )}
      <a class="button quiet" href={api.plot(kind, conditions)} download={`${name}-${kind}.svg`}>SVG</a>
    </div>
  );
}

// Picture shows an SVG as an image, in which no script runs.
function Picture({ svg, says, name }) {
  const source = "data:image/svg+xml;charset=utf-8," + encodeURIComponent(svg);
  return (
    <figure>
      <img class="picture" src={source} alt={says} />
      <figcaption><span class="note">{says}</span> <button class="quiet" onClick={() => download(name + ".svg", "image/svg+xml", svg)}>SVG</button></figcaption>
    </figure>
  );
}
