// A result as a graph that grows: a click on a node opens it, and "more" brings what is
// around it. Rows with source and target make edges; rows with two or more nodes are read
// from left to right.

import { useEffect, useMemo, useState } from "preact/hooks";
import { forceCenter, forceCollide, forceLink, forceManyBody, forceSimulation, forceX, forceY } from "d3-force";
import * as api from "./api.js";
import { openStatement, say, go } from "./state.js";

export const mostNodes = 250;
const width = 900;
const height = 520;
const node = /^(st|doc|actor|incident|concept|contrast|kind|relation|delegation|month|class):\S+$/;

// edgesOf returns the edges and labels that a table holds, null where it holds none.
export function edgesOf(table) {
  const place = (name) => table.columns.findIndex((c) => c.name == name);
  const at = (row, name) => (place(name) < 0 ? null : row[place(name)]);
  const labels = {};
  const edges = [];
  const add = (from, to, name, weight) => from && to && from != to && edges.push({ from, to, name, weight });
  const label = (id, text) => id && text && (labels[id] = String(text));
  for (const row of table.rows) {
    if (place("source") >= 0 && place("target") >= 0) {
      const [from, to] = [at(row, "source_id") || at(row, "source"), at(row, "target_id") || at(row, "target")];
      label(from, at(row, "source"));
      label(to, at(row, "target"));
      add(from, to, at(row, "tie") || at(row, "relation") || "", at(row, "weight"));
      continue;
    }
    const [claim, answer] = [at(row, "claim_id"), at(row, "answer_id")];
    if (claim && answer) {
      label(claim, `${at(row, "claimant") || ""}: ${at(row, "claim") || ""}`);
      label(answer, `${at(row, "answerer") || ""}: ${at(row, "answer") || ""}`);
      add(answer, claim, at(row, "relation") || "answers");
      continue;
    }
    const nodes = row.filter((value) => typeof value == "string" && node.test(value));
    for (let i = 1; i < nodes.length; i++) add(nodes[i - 1], nodes[i], "");
  }
  return edges.length ? { edges, labels } : null;
}

// grown adds edges to a graph up to the most nodes that can be looked at.
function grown(graph, edges, labels) {
  const nodes = new Map(graph.nodes.map((n) => [n.id, n]));
  const known = new Set(graph.edges.map((e) => e.key));
  const out = { nodes: graph.nodes.slice(), edges: graph.edges.slice(), left: 0 };
  for (const e of edges) {
    const key = `${e.from} ${e.name} ${e.to}`;
    if (known.has(key)) continue;
    const fresh = [e.from, e.to].filter((id) => !nodes.has(id));
    if (out.nodes.length + fresh.length > mostNodes) {
      out.left++;
      continue;
    }
    for (const id of fresh) {
      const near = nodes.get(e.from) || nodes.get(e.to);
      const n = { id, label: labels[id] || id, x: near?.x ?? width / 2 + 40 * Math.cos(nodes.size), y: near?.y ?? height / 2 + 40 * Math.sin(nodes.size) };
      nodes.set(id, n);
      out.nodes.push(n);
    }
    known.add(key);
    out.edges.push({ ...e, key, source: nodes.get(e.from), target: nodes.get(e.to) });
  }
  return out;
}

function settle(graph) {
  const links = graph.edges.map((e) => ({ source: e.source, target: e.target }));
  forceSimulation(graph.nodes)
    .force("link", forceLink(links).distance(90).strength(0.5))
    .force("charge", forceManyBody().strength(-260).distanceMax(400))
    .force("x", forceX(width / 2).strength(0.05))
    .force("y", forceY(height / 2).strength(0.08))
    .force("apart", forceCollide(26))
    .force("center", forceCenter(width / 2, height / 2))
    .stop()
    .tick(graph.nodes.length > 120 ? 120 : 250);
}

const shapes = { st: "statement", actor: "actor", doc: "document" };
const sort = (id) => shapes[id.slice(0, id.indexOf(":"))] || "other";
const cut = (text, most) => (text.length > most ? text.slice(0, most - 1) + "…" : text);

export function Graph({ edges, labels }) {
  const [graph, setGraph] = useState({ nodes: [], edges: [], left: 0 });
  const [chosen, setChosen] = useState(null);
  const [busy, setBusy] = useState(false);
  useEffect(() => {
    const first = grown({ nodes: [], edges: [], left: 0 }, edges, labels);
    settle(first);
    setGraph(first);
    setChosen(null);
  }, [edges]);

  const expand = async (id) => {
    setBusy(true);
    try {
      const found = await api.node(id);
      const more = grown(graph, found.edges, found.labels);
      settle(more);
      setGraph(more);
      if (more.nodes.length == graph.nodes.length) say(more.left ? `A graph shows ${mostNodes} nodes at the most.` : "Nothing more is around this node.");
      else if (found.cut) say("The node has more edges than are shown.");
    } catch (error) {
      say(error.message, true);
    }
    setBusy(false);
  };
  const box = useMemo(() => bounds(graph.nodes), [graph]);
  const near = new Set(chosen ? graph.edges.flatMap((e) => (e.from == chosen || e.to == chosen ? [e.from, e.to] : [])) : []);
  const many = graph.nodes.length > 40; // then a statement is known by its speaker
  const one = graph.nodes.find((n) => n.id == chosen);
  return (
    <figure class={"graph" + (graph.edges.length <= 30 ? " few" : "")} aria-busy={busy} tabIndex={0} aria-label="Graph">
      <svg viewBox={box} role="group" aria-label={`A graph of ${graph.nodes.length} nodes and ${graph.edges.length} edges`}>
        <defs><marker id="tip" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path d="M0 0 8 4 0 8z" /></marker></defs>
        {graph.edges.map((e) => <Edge key={e.key} edge={e} near={chosen && (e.from == chosen || e.to == chosen)} faint={chosen && e.from != chosen && e.to != chosen} />)}
        {graph.nodes.map((n) => (
          <g key={n.id} class={`dot ${sort(n.id)}`} data-chosen={n.id == chosen} data-faint={Boolean(chosen && !near.has(n.id) && n.id != chosen)} transform={`translate(${n.x} ${n.y})`}
            tabIndex={0} role="button" aria-label={`${cut(many ? n.label.split(": ")[0] : n.label, 26)}: ${n.label}`} onClick={() => setChosen(n.id)} onDblClick={() => expand(n.id)}
            onKeyDown={(event) => { if (event.key == "Enter") { event.preventDefault(); chosen == n.id ? expand(n.id) : setChosen(n.id); } }}>
            <title>{n.label}</title>
            <Shape id={n.id} />
            <text y="22" text-anchor="middle">{cut(many ? n.label.split(": ")[0] : n.label, 26)}</text>
          </g>
        ))}
      </svg>
      <figcaption>
        <span>{graph.nodes.length} nodes, {graph.edges.length} edges{graph.left > 0 && `; ${graph.left} edges are left out, for a graph shows ${mostNodes} nodes at the most`}.</span>
        {one ? (
          <span class="chosen"> <b>{cut(one.label, 120)}</b>
            <button onClick={() => expand(chosen)} disabled={busy}>Show what is around it</button>
            {chosen.startsWith("st:") && <button onClick={() => openStatement(chosen)}>Open the statement</button>}
            {chosen.startsWith("doc:") && <button onClick={() => go("/document/" + chosen)}>Open the article</button>}
          </span>
        ) : <span> Choose a node to see what is around it.</span>}
      </figcaption>
    </figure>
  );
}

function Shape({ id }) {
  switch (sort(id)) {
    case "actor": return <circle r="10" />;
    case "statement": return <rect x="-10" y="-7" width="20" height="14" rx="3" />;
    case "document": return <path d="M-8 -10H4L9 -5V10H-8Z" />;
    default: return <path d="M0 -10 10 0 0 10 -10 0Z" />;
  }
}

function Edge({ edge, near, faint }) {
  const { source: a, target: b } = edge;
  const length = Math.hypot(b.x - a.x, b.y - a.y) || 1;
  const [dx, dy] = [(b.x - a.x) / length, (b.y - a.y) / length];
  return (
    <g class="edge" data-near={Boolean(near)} data-faint={Boolean(faint)}>
      <title>{edge.name}</title>
      <line x1={a.x + 11 * dx} y1={a.y + 11 * dy} x2={b.x - 13 * dx} y2={b.y - 13 * dy} marker-end="url(#tip)" />
      {edge.name && <text x={(a.x + b.x) / 2} y={(a.y + b.y) / 2 - 3} text-anchor="middle">{edge.name}</text>}
    </g>
  );
}

function bounds(nodes) {
  if (!nodes.length) return `0 0 ${width} ${height}`;
  const xs = nodes.map((n) => n.x);
  const ys = nodes.map((n) => n.y);
  const [left, top] = [Math.min(...xs) - 90, Math.min(...ys) - 30];
  return `${left} ${top} ${Math.max(300, Math.max(...xs) - left + 90)} ${Math.max(160, Math.max(...ys) - top + 40)}`;
}
