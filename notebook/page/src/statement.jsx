// The panel beside the page: a statement with its words in the article, each statement that
// answers it or that it answers side by side with it, and why.

import { useEffect, useRef, useState } from "preact/hooks";
import * as api from "./api.js";
import { opened, openStatement } from "./state.js";
import { Link } from "./link.jsx";

export function Panel() {
  const at = opened.value;
  const [found, setFound] = useState(null);
  const [problem, setProblem] = useState("");
  const panel = useRef(null);
  const back = useRef(null);
  useEffect(() => {
    if (!at) {
      back.current?.focus?.();
      back.current = null;
      return;
    }
    back.current ||= document.activeElement;
    setProblem("");
    let wanted = true;
    api.statement(at.id).then((s) => { if (wanted) { setFound(s); panel.current?.focus(); } }, (error) => setProblem(error.message));
    return () => { wanted = false; };
  }, [at?.id]);
  useEffect(() => {
    const close = (event) => event.key == "Escape" && opened.value && (opened.value = null);
    addEventListener("keydown", close);
    return () => removeEventListener("keydown", close);
  }, []);
  if (!at) return null;
  const item = found && found.id == at.id && found.items.find((i) => i.ID == at.id);
  return (
    <aside class="panel" ref={panel} tabIndex={-1} aria-label="Statement">
      <button class="close quiet" aria-label="Close" onClick={() => (opened.value = null)}>✕</button>
      {problem && <p class="error" role="alert">{problem}</p>}
      {!item && !problem && <p class="note">Reading …</p>}
      {item && <Whole item={item} own={found.statement} items={found.items} wanted={at.other} />}
    </aside>
  );
}

function Whole({ item, own, items, wanted }) {
  const among = [["speaker", own.speaker], ["side", own.side], ["document", { id: own.document.id, name: "this article" }]];
  return (
    <>
      <Said item={item} />
      <p class="note">In matrix and timeline: {among.filter(([, e]) => e.id).map(([by, e]) => <Link key={by} to={`/contrasts?${by}=${encodeURIComponent(e.id)}`} class="among">{e.name}</Link>)}</p>
      {(item.Groups || []).map((group) => (
        <section key={group.Title}>
          <h3>{group.Title} <span class="note">{group.Answers.length}</span></h3>
          {group.Answers.map((a) => <Pair key={a.ID + a.Relation} item={item} answer={a} other={items.find((i) => i.ID == a.ID)} wanted={a.ID == wanted} open={a.ID == wanted || group.Answers.length == 1} first={group.Title != "Answers"} />)}
        </section>
      ))}
      {!(item.Groups || []).length && <p class="note">Nothing in the store answers it, and it answers nothing.</p>}
      <h3>How it is known</h3>
      <dl class="facts">{item.Facts.map((f) => [<dt>{f.Label}</dt>, <dd>{f.Value}</dd>])}<dt>Statement</dt><dd><code>{item.ID}</code></dd></dl>
    </>
  );
}

// Pair shows claim and answer side by side, the claim first, and every reason for the edge.
function Pair({ item, answer, other, wanted, open, first }) {
  const [claim, counter] = first ? [item, other] : [other, item];
  const place = useRef(null);
  useEffect(() => { if (wanted) place.current.scrollIntoView({ block: "start" }); }, [wanted]);
  return (
    <details class="pair" open={open} ref={place}>
      <summary><b class="relation">{answer.Relation}</b> {answer.Speaker}<span class="words">{answer.Words}</span></summary>
      <div class="sides">
        <div><h4>Claim</h4>{claim && <Said item={claim} small open={claim != item} />}</div>
        <div><h4>{answer.Relation}</h4>{counter && <Said item={counter} small open={counter != item} />}</div>
      </div>
      <h4>Why this edge?</h4>
      <ul class="reasons">{(answer.Reasons || []).map((r, i) => (
        <li key={i}><meter min="0" max="1" value={Math.abs(r.Weight)} aria-hidden="true" /> <b>{r.Weight > 0 ? "+" : ""}{r.Weight.toFixed(2)}</b> {r.Signal}: {r.Says}</li>
      ))}</ul>
      <p class="note">score {answer.Score}</p>
    </details>
  );
}

function Said({ item, small, open }) {
  const Title = small ? "h5" : "h2";
  const d = item.Document;
  return (
    <div class="said">
      <Title>{item.Speaker}{item.Side && <span class="note"> for {item.Side}</span>}</Title>
      <p class="note">{item.When && `said ${item.When} · `}{[d.Publisher, d.Published].filter(Boolean).join(", ")} · <Link to={`/document/${d.ID}#${item.ID}`}>{d.Title || d.Name || d.ID}</Link></p>
      <p class="kinds">{item.Kinds.map((k) => <span key={k} class="kind" data-kind={k}>{k}</span>)}</p>
      <blockquote class={item.Coded ? "coded" : ""}>{item.Quote.map((run, i) => (run.Said ? <mark key={i}>{run.Text}</mark> : run.Text))}</blockquote>
      {item.Coded && <p class="note">In the coder's words; the article's text is not here.</p>}
      {open && <button class="quiet" onClick={() => openStatement(item.ID)}>Open this one</button>}
    </div>
  );
}
