// One cell: its question as a form or text, its keys, and what it gave.

import { useEffect, useState } from "preact/hooks";
import * as api from "./api.js";
import { say } from "./state.js";
import { parse } from "./command.js";
import { Editor } from "./editor.jsx";
import { Form } from "./form.jsx";
import { Outputs } from "./outputs.jsx";

export function Cell({ cell, place, file, chosen, editing, onSource, onKey, onChoose }) {
  const [asText, setAsText] = useState(false);
  const [typing, setTyping] = useState(false); // a line becomes a form once it is written
  const command = cell.type == "code" ? parse(cell.source) : null;
  const form = command && !asText && !typing;
  const name = { code: command ? "question" : "script", markdown: "text", raw: "raw text" }[cell.type];
  const wrongLine = lineOf(cell.outputs);
  const link = async () => {
    const address = `${location.origin}/n/${file}#${cell.id}`;
    history.replaceState(null, "", "#" + cell.id);
    try {
      await navigator.clipboard.writeText(address);
      say("The cell's address is copied.");
    } catch {
      say("The cell's address stands in the address bar.");
    }
  };
  return (
    <section id={cell.id} class={"cell " + cell.type} data-chosen={chosen} data-running={Boolean(cell.running)} tabIndex={-1}
      aria-label={`Cell ${place}, ${name}`} aria-busy={Boolean(cell.running)} onFocus={(e) => e.target == e.currentTarget && onChoose(false)}
      onMouseDown={(e) => e.target.closest("button, a, input, select, .editor, .table-wrap, svg") || onChoose(false)}>
      <div class="gutter" aria-hidden="true">{cell.running ? "…" : cell.count || ""}</div>
      <div class="inside">
        <div class="tools" role="toolbar" aria-label={`Cell ${place}`}>
          {cell.type == "code" && (cell.running
            ? <button class="stop" onClick={() => onKey("stop")}>Stop</button>
            : <button onClick={() => onKey("run")} title="Ctrl-Enter">Run</button>)}
          {command && <button onClick={() => setAsText(!asText)}>{asText ? "As a form" : "As text"}</button>}
          {cell.type == "code" ? <button onClick={() => onKey("markdown")} title="m">To text</button> : <button onClick={() => onKey("code")} title="y">To script</button>}
          <button onClick={() => onKey("move-up")} aria-label="Move up" title="Shift-K">↑</button>
          <button onClick={() => onKey("move-down")} aria-label="Move down" title="Shift-J">↓</button>
          <button onClick={link} aria-label="Copy the cell's address" title="Address of this cell">#</button>
          <button onClick={() => onKey("delete")} aria-label="Delete the cell" title="d d">✕</button>
        </div>
        {form && <Form command={command} id={cell.id} onChange={onSource} onRun={() => onKey("run")} />}
        {!form && cell.type != "markdown" && (
          <Editor source={cell.source} prose={cell.type == "raw"} label={`Source of cell ${place}`} wrongLine={wrongLine} focused={editing}
            onChange={onSource} onKey={onKey} onFocus={() => { setTyping(true); onChoose(true); }} onBlur={() => setTyping(false)} />
        )}
        {cell.type == "markdown" && <Prose cell={cell} place={place} editing={editing} onSource={onSource} onKey={onKey} onChoose={onChoose} />}
        {cell.running && <p class="note" role="status">Running …</p>}
        {cell.outputs.length > 0 && <Outputs outputs={cell.outputs} source={cell.source} name={cell.id} />}
      </div>
    </section>
  );
}

// Prose is Markdown, shown as text until it is edited. Its HTML is made by the program, which
// lets no markup of the source through.
function Prose({ cell, place, editing, onSource, onKey, onChoose }) {
  const [html, setHTML] = useState("");
  useEffect(() => {
    if (editing) return;
    let wanted = true;
    api.markdown(cell.source).then((made) => wanted && setHTML(made.html), (error) => say(error.message, true));
    return () => { wanted = false; };
  }, [cell.source, editing]);
  if (editing || !cell.source.trim()) {
    return <Editor source={cell.source} prose label={`Text of cell ${place}`} focused={editing} onChange={onSource}
      onKey={(name) => onKey(name == "run" ? "command" : name)} onFocus={() => onChoose(true)} />;
  }
  return <div class="prose" onDblClick={() => onChoose(true)} dangerouslySetInnerHTML={{ __html: html }} />;
}

// lineOf returns the line that an error names, 0 for none.
function lineOf(outputs) {
  const wrong = outputs.find((o) => o.output_type == "error");
  const at = wrong && /cell:(\d+)/.exec(wrong.evalue || "");
  return at ? Number(at[1]) : 0;
}
