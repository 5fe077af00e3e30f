// Who answers whom, in three views of the same statements: a matrix that opens its pairs, a
// timeline, and the pairs themselves. What is chosen in one narrows the others.

import { useEffect, useMemo, useState } from "preact/hooks";
import * as api from "./api.js";
import { opened, openStatement, vocabulary } from "./state.js";
import { Bar } from "./bar.jsx";
import { Field } from "./form.jsx";
import { Timeline } from "./timeline.jsx";

const asked = ["speaker", "side", "kind", "about", "document", "outlet", "since", "until", "min_confidence"];

export function Explore() {
  const [conditions, setConditions] = useState(() => Object.fromEntries(new URLSearchParams(location.search)));
  const [found, setFound] = useState(null);
  const [problem, setProblem] = useState("");
  const [by, setBy] = useState("side");
  const [chosen, setChosen] = useState({ row: null, column: null, relation: null, day: null });
  useEffect(() => {
    const words = api.query(conditions);
    history.replaceState(null, "", "/contrasts" + (words && "?" + words));
    setProblem("");
    let wanted = true;
    api.selection(conditions).then((s) => wanted && setFound(s), (error) => wanted && setProblem(error.message));
    return () => { wanted = false; };
  }, [conditions]);

  const pairs = useMemo(() => pairsOf(found, by), [found, by]);
  const fits = (p, but) => Object.entries(chosen).every(([key, value]) => value === null || key == but || p[key] == value);
  const shown = pairs.filter((p) => fits(p));
  const choose = (what) => setChosen((old) => ({ ...old, ...what }));
  const narrowed = Object.values(chosen).some((v) => v !== null);
  return (
    <>
      <Bar />
      <main class="explore">
        <h1>Who answers whom</h1>
        <Filters conditions={conditions} onChange={setConditions} />
        {problem && <p class="error" role="alert">{problem}</p>}
        {!found && !problem && <p class="note">Reading …</p>}
        {found && (
          <>
            <p class="note" role="status">{found.caption}.{found.cut && " There are more statements than a page can show; narrow them by a condition."}</p>
            <div class="row">
              <label class="inline">By <select value={by} onChange={(e) => { setBy(e.target.value); choose({ row: null, column: null }); }}><option>side</option><option>speaker</option></select></label>
              <Relations pairs={pairs.filter((p) => fits(p, "relation"))} chosen={chosen.relation} onChoose={(relation) => choose({ relation })} />
              <a class="button quiet" href={api.exported("evidence-html", conditions)} download>Evidence sheet</a>
              <a class="button quiet" href={api.exported("contrasts-csv", conditions)} download>CSV</a>
              {narrowed && <button onClick={() => setChosen({ row: null, column: null, relation: null, day: null })}>Show all pairs</button>}
            </div>
            {pairs.length ? (
              <>
                <Matrix pairs={pairs.filter((p) => (chosen.relation === null || p.relation == chosen.relation) && (chosen.day === null || p.day == chosen.day))} chosen={chosen} onChoose={choose} />
                <Timeline statements={found.statements} pairs={pairs} shown={shown} by={by} chosen={chosen} onDay={(day) => choose({ day: chosen.day == day ? null : day })} />
                <Pairs pairs={shown} total={pairs.length} />
              </>
            ) : <p class="note">None of these statements answers another one. Fewer conditions, or more articles, may help.</p>}
          </>
        )}
      </main>
    </>
  );
}

// pairsOf joins each contrast with its two statements; row answers column.
function pairsOf(found, by) {
  if (!found) return [];
  const byID = new Map(found.statements.map((s) => [s.id, s]));
  const name = (s) => s[by].name || s.speaker.name || "nobody named";
  return found.contrasts.filter((c) => !c.equal).map((c) => {
    const [counter, claim] = [byID.get(c.counter), byID.get(c.claim)];
    return { ...c, counter, claim, row: name(counter), column: name(claim), day: counter.when };
  });
}

function Filters({ conditions, onChange }) {
  const known = vocabulary.value?.questions.find((q) => q.verb == "query" && q.name == "statements");
  if (!known) return null;
  const params = asked.map((name) => known.params.find((p) => p.name == name)).filter(Boolean);
  return (
    <form class="question" onSubmit={(e) => e.preventDefault()} aria-label="Which statements">
      {params.map((p) => (
        <label key={p.name} title={p.text}>{p.name.replaceAll("_", " ")}
          <Field param={p} id={"filter-" + p.name} value={conditions[p.name] || ""} onInput={(value) => onChange({ ...conditions, [p.name]: value })} />
        </label>
      ))}
      {Object.values(conditions).some(Boolean) && <button type="button" class="quiet" onClick={() => onChange({})}>All statements</button>}
    </form>
  );
}

function Relations({ pairs, chosen, onChoose }) {
  const counts = count(pairs, (p) => p.relation);
  return (
    <div class="row" role="toolbar" aria-label="Relations">
      {[...counts].map(([relation, n]) => <button key={relation} class="relation" aria-pressed={chosen == relation} onClick={() => onChoose(chosen == relation ? null : relation)}>{relation} {n}</button>)}
    </div>
  );
}

const count = (list, key) => {
  const counts = new Map();
  for (const thing of list) counts.set(key(thing), (counts.get(key(thing)) || 0) + 1);
  return new Map([...counts].sort((a, b) => b[1] - a[1]));
};
const mostLines = 14;

function Matrix({ pairs, chosen, onChoose }) {
  const rows = [...count(pairs, (p) => p.row).keys()].slice(0, mostLines);
  const columns = [...count(pairs, (p) => p.column).keys()].slice(0, mostLines);
  const cells = count(pairs, (p) => p.row + "\n" + p.column);
  const most = Math.max(1, ...cells.values());
  const pick = (row, column) => (chosen.row == row && chosen.column == column ? onChoose({ row: null, column: null }) : onChoose({ row, column }));
  return (
    <div class="table-wrap">
      <table class="matrix">
        <caption>Rows answer columns; each cell counts the answers, and opens them.</caption>
        <thead><tr><td />{columns.map((c) => <th key={c} scope="col"><button aria-pressed={chosen.column == c && chosen.row === null} onClick={() => pick(null, c)}>{c}</button></th>)}</tr></thead>
        <tbody>{rows.map((r) => (
          <tr key={r}>
            <th scope="row"><button aria-pressed={chosen.row == r && chosen.column === null} onClick={() => pick(r, null)}>{r}</button></th>
            {columns.map((c) => {
              const n = cells.get(r + "\n" + c) || 0;
              return (
                <td key={c} style={{ "--share": n / most }}>
                  {n > 0 && <button aria-pressed={chosen.row == r && chosen.column == c} aria-label={`${r} answers ${c}: ${n}`} onClick={() => pick(r, c)}>{n}</button>}
                </td>
              );
            })}
          </tr>
        ))}</tbody>
      </table>
    </div>
  );
}

const mostPairs = 60;

function Pairs({ pairs, total }) {
  const [many, setMany] = useState(mostPairs);
  return (
    <section aria-label="Claims and answers">
      <h2>{pairs.length == total ? `${total} answers` : `${pairs.length} of ${total} answers`}</h2>
      {pairs.slice(0, many).map((p) => (
        <div key={p.counter.id + p.claim.id + p.relation} class="couple" data-open={opened.value?.id == p.claim.id && opened.value?.other == p.counter.id}>
          <Side title="Claim" s={p.claim} />
          <button class="relation" title="Why this edge?" onClick={() => openStatement(p.claim.id, p.counter.id)}>{p.relation}<span class="note">{p.score.toFixed(2)} · why?</span></button>
          <Side title="Answer" s={p.counter} />
        </div>
      ))}
      {pairs.length > many && <button onClick={() => setMany(many + mostPairs)}>Show more</button>}
    </section>
  );
}

function Side({ title, s }) {
  return (
    <button class="plain side" onClick={() => openStatement(s.id)}>
      <span class="only-heard">{title}: </span><b>{s.speaker.name || "nobody named"}</b> <span class="note">{[s.when, s.outlet].filter(Boolean).join(", ")}</span>
      <span class="words">{s.words}</span>
    </button>
  );
}
