// The timeline: a lane for each side or speaker, a mark for each statement, an arc from each
// answer to its claim. Time runs evenly from the first day to the last, but long silences are
// cut short, for else all would stand in a few places.

import { useMemo, useState } from "preact/hooks";
import { openStatement } from "./state.js";

const lane = 46;
const left = 170;
const width = 1000;
const mostLanes = 14;
const silence = 21; // days

const dayOf = (when) => Date.parse((when + "-01-01").slice(0, 10)) / 86400000;

export function Timeline({ statements, pairs, shown, by, chosen, onDay }) {
  const [near, setNear] = useState(null);
  const { lanes, days, marks } = useMemo(() => lay(statements, pairs, by), [statements, pairs, by]);
  if (!marks.size) return null;
  const active = new Set(shown.flatMap((p) => [p.counter.id, p.claim.id]));
  const height = 40 + lanes.length * lane;
  return (
    <figure class="timeline">
      <svg viewBox={`0 0 ${width} ${height}`} role="group" aria-label="Timeline of claims and answers">
        <defs><marker id="arc" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="6" markerHeight="6" orient="auto"><path d="M0 0 8 4 0 8z" /></marker></defs>
        {days.map((d) => (
          <g key={d.when} class="day" data-chosen={chosen.day == d.when}>
            <line x1={d.x} x2={d.x} y1="22" y2={height} />
            {d.label && <text x={d.x} y="14" text-anchor={d.x > width - 40 ? "end" : "middle"}>{d.label}</text>}
          </g>
        ))}
        {lanes.map((name, i) => (
          <g key={name} class="lane">
            <line x1="0" x2={width} y1={30 + i * lane} y2={30 + i * lane} />
            <text x={left - 22} y={30 + i * lane + lane / 2 + 4} text-anchor="end">{name.length > 22 ? name.slice(0, 21) + "…" : name}<title>{name}</title></text>
          </g>
        ))}
        {shown.map((p) => <Arc key={p.counter.id + p.claim.id + p.relation} from={marks.get(p.counter.id)} to={marks.get(p.claim.id)} pair={p} strong={near && (near == p.counter.id || near == p.claim.id)} />)}
        {[...marks.values()].map((m) => (
          <g key={m.s.id} class="mark" data-faint={!active.has(m.s.id)} transform={`translate(${m.x} ${m.y})`} tabIndex={0} role="button"
            aria-label={`${m.s.speaker.name || "nobody named"}, ${m.s.when}, ${m.s.kinds.join(", ")}: ${m.s.words}`}
            onMouseEnter={() => setNear(m.s.id)} onMouseLeave={() => setNear(null)} onFocus={() => setNear(m.s.id)} onBlur={() => setNear(null)}
            onClick={() => openStatement(m.s.id)} onKeyDown={(e) => { if (e.key == "Enter") openStatement(m.s.id); }}>
            <title>{`${m.s.when} ${m.s.speaker.name || "nobody named"}: ${m.s.words}`}</title>
            <circle r="5" data-kind={m.s.kinds[0]} />
          </g>
        ))}
      </svg>
      <figcaption class="note">Only statements with a date that answer or are answered. An arc leads from the answer to its claim.
        {" "}Days: {days.filter((d) => d.answers).slice(0, 24).map((d) => <button key={d.when} class="quiet" aria-pressed={chosen.day == d.when} onClick={() => onDay(d.when)}>{d.when}</button>)}
      </figcaption>
    </figure>
  );
}

function Arc({ from, to, pair, strong }) {
  if (!from || !to) return null;
  const bend = Math.max(18, Math.abs(from.x - to.x) * 0.25);
  const [mx, my] = [(from.x + to.x) / 2 + (from.x == to.x ? bend : 0), (from.y + to.y) / 2 - (from.y == to.y ? bend : 0)];
  const d = Math.hypot(to.x - mx, to.y - my) || 1;
  const [ex, ey] = [to.x - (7 * (to.x - mx)) / d, to.y - (7 * (to.y - my)) / d];
  return <path class="arc" data-relation={pair.relation} data-strong={Boolean(strong)} d={`M${from.x} ${from.y}Q${mx} ${my} ${ex} ${ey}`} marker-end="url(#arc)" />;
}

// lay places lanes, days and marks.
function lay(statements, pairs, by) {
  const taking = new Set(pairs.flatMap((p) => [p.counter.id, p.claim.id]));
  const dated = statements.filter((s) => s.when && taking.has(s.id));
  const name = (s) => s[by].name || s.speaker.name || "nobody named";
  const counts = new Map();
  for (const s of dated) counts.set(name(s), (counts.get(name(s)) || 0) + 1);
  const lanes = [...counts].sort((a, b) => b[1] - a[1]).slice(0, mostLanes).map(([n]) => n);
  const kept = dated.filter((s) => lanes.includes(name(s)));
  const whens = [...new Set(kept.map((s) => s.when))].sort();
  let at = 0;
  const steps = whens.map((when, i) => (at += i ? Math.max(0.6, Math.min(silence, dayOf(when) - dayOf(whens[i - 1]))) : 0));
  const unit = (width - left - 30) / Math.max(1, at);
  let free = 0;
  const answers = new Set(pairs.map((p) => p.day));
  const days = whens.map((when, i) => {
    const x = left + steps[i] * unit;
    const label = x >= free ? when : "";
    if (label) free = x + 76;
    return { when, x, label, answers: answers.has(when) };
  });
  const place = new Map(days.map((d) => [d.when, d.x]));
  const stacked = new Map();
  const marks = new Map();
  for (const s of kept) {
    const key = name(s) + s.when;
    const n = stacked.get(key) || 0;
    stacked.set(key, n + 1);
    const [column, row] = [Math.floor(n / 3), n % 3];
    marks.set(s.id, { s, x: place.get(s.when) + column * 11, y: 30 + lanes.indexOf(name(s)) * lane + 10 + row * 12 });
  }
  return { lanes, days, marks };
}
