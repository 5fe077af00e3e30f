// A result as a table: sortable by each column, with nodes that lead on.

import { useMemo, useState } from "preact/hooks";
import { Node } from "./link.jsx";

const isNode = (value) => typeof value == "string" && /^(st|doc|actor|incident|concept|contrast|kind|relation):\S+$/.test(value);

const wide = 40; // letters, from which on a text is for reading

export function Table({ table, caption }) {
  const [order, setOrder] = useState({ column: -1, down: false });
  const rows = useMemo(() => sorted(table.rows, order), [table, order]);
  const classes = useMemo(() => table.columns.map((c, i) => c.type + (table.rows.some((row) => typeof row[i] == "string" && row[i].length > wide) ? " long" : "")), [table]);
  if (!table.columns.length) return <p class="note">No columns.</p>;
  return (
    <div class="table-wrap" role="region" aria-label={caption || "Result"} tabIndex={0}>
      <table class="result">
        <thead>
          <tr>{table.columns.map((c, i) => (
            <th key={c.name} scope="col" title={c.text} class={c.type}
              aria-sort={order.column != i ? "none" : order.down ? "descending" : "ascending"}>
              <button onClick={() => setOrder({ column: i, down: order.column == i && !order.down })}>
                {c.name.replaceAll("_", " ")}<span aria-hidden="true">{order.column != i ? "" : order.down ? " ▾" : " ▴"}</span>
              </button>
            </th>
          ))}</tr>
        </thead>
        <tbody>{rows.map((row, r) => (
          <tr key={r}>{row.map((value, i) => <td key={i} class={classes[i]}><Value value={value} /></td>)}</tr>
        ))}</tbody>
      </table>
    </div>
  );
}

function Value({ value }) {
  if (value === null || value === undefined) return null;
  if (isNode(value)) return <Node id={value}>{short(value)}</Node>;
  if (typeof value == "number") return Math.round(value * 1e6) / 1e6;
  return String(value);
}

// short leaves enough of a hash to tell nodes apart.
const short = (id) => (/^(st|contrast):[0-9a-f]{16}$/.test(id) ? id.slice(0, id.indexOf(":") + 9) + "…" : id);

function sorted(rows, { column, down }) {
  if (column < 0) return rows;
  const compare = (a, b) => {
    const [x, y] = [a[column], b[column]];
    if (x === null || y === null) return (x === null) - (y === null); // what lacks comes last, whichever way
    const n = typeof x == "number" && typeof y == "number" ? x - y : String(x).localeCompare(String(y), "en");
    return down ? -n : n;
  };
  return [...rows].sort(compare);
}

// csv writes a table as other programs read it.
export function csv(table) {
  const quote = (value) => (value === null || value === undefined ? "" : /[",\n\r]/.test(value) ? `"${String(value).replaceAll('"', '""')}"` : String(value));
  return [table.columns.map((c) => c.name), ...table.rows].map((row) => row.map(quote).join(",")).join("\r\n") + "\r\n";
}
