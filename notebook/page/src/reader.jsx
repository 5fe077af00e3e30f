// An article with its statements marked by kind, and a list of them in the margin.

import { useEffect, useState } from "preact/hooks";
import * as api from "./api.js";
import { opened, openStatement } from "./state.js";
import { Bar } from "./bar.jsx";

export function Reader({ id }) {
  const [article, setArticle] = useState(null);
  const [problem, setProblem] = useState("");
  const [near, setNear] = useState("");
  const [kind, setKind] = useState("");
  useEffect(() => {
    setArticle(null);
    api.document_(id).then(setArticle, (error) => setProblem(error.message));
  }, [id]);
  useEffect(() => {
    if (article && location.hash) {
      const wanted = decodeURIComponent(location.hash.slice(1));
      setNear(wanted);
      document.querySelector(`[data-statements~="${CSS.escape(wanted)}"]`)?.scrollIntoView({ block: "center" });
    }
  }, [article]);
  if (problem) return <><Bar /><main class="page"><p class="error" role="alert">{problem}</p></main></>;
  if (!article) return <><Bar /><main class="page"><p class="note">Reading …</p></main></>;
  const byID = Object.fromEntries(article.statements.map((s) => [s.id, s]));
  const kinds = [...new Set(article.statements.flatMap((s) => s.kinds))];
  const on = (s) => !kind || s.kinds.includes(kind);
  const cited = [article.publisher, article.published, article.author && "by " + article.author].filter(Boolean).join(", ");
  return (
    <>
      <Bar />
      <main class="reader">
        <article>
          <h1>{article.title || article.id}</h1>
          <p class="note">{cited}{article.url && ` · ${article.url}`}</p>
          <p class="kinds" role="toolbar" aria-label="Kinds">{kinds.map((k) => (
            <button key={k} class="kind" data-kind={k} aria-pressed={kind == k} onClick={() => setKind(kind == k ? "" : k)}>{k}</button>
          ))}</p>
          {article.pieces.some((p) => p.text.trim()) ? (
            <div class="text">{article.pieces.map((p, i) => {
              const here = p.statements.map((s) => byID[s]).filter((s) => s && on(s));
              if (!here.length) return p.text;
              const top = here.at(-1);
              return (
                <mark key={i} data-kind={top.kinds[0]} data-statements={p.statements.join(" ")} data-near={p.statements.includes(near)} title={`${top.speaker.name || "nobody named"}: ${top.kinds.join(", ")}`}
                  onMouseEnter={() => setNear(top.id)} onClick={() => openStatement(top.id)}>{p.text}</mark>
              );
            })}</div>
          ) : <p class="note">The article's text is not in the store: its statements were coded by hand.</p>}
        </article>
        <section class="margin" aria-label="Statements">
          <h2>{article.statements.length} statements</h2>
          <ol>{article.statements.filter(on).map((s) => (
            <li key={s.id} data-near={near == s.id} onMouseEnter={() => setNear(s.id)}>
              <button class="plain" aria-current={opened.value?.id == s.id} onClick={() => {
                document.querySelector(`[data-statements~="${CSS.escape(s.id)}"]`)?.scrollIntoView({ block: "center", behavior: "smooth" });
                openStatement(s.id);
              }}>
                <b>{s.speaker.name || "nobody named"}</b> {s.kinds.map((k) => <span key={k} class="kind" data-kind={k}>{k}</span>)}
                <span class="words">{s.words}</span>
                <Answers id={s.id} contrasts={article.contrasts} />
              </button>
            </li>
          ))}</ol>
        </section>
      </main>
    </>
  );
}

function Answers({ id, contrasts }) {
  const answered = contrasts.filter((c) => !c.equal && c.claim == id).length;
  const answers = contrasts.filter((c) => !c.equal && c.counter == id).length;
  if (!answered && !answers) return null;
  return <span class="note">{[answered && `answered by ${answered}`, answers && `answers ${answers}`].filter(Boolean).join(", ")}</span>;
}
