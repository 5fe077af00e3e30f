// A notebook: its cells, what they gave, and the file, which the page keeps up to date.

import { useEffect, useReducer, useRef, useState } from "preact/hooks";
import * as api from "./api.js";
import { say } from "./state.js";
import { Cell } from "./cell.jsx";
import { text } from "./outputs.jsx";
import { Bar } from "./bar.jsx";

const saveAfter = 1200; // ms without a change

// fromFile and toFile turn cells of nbformat into those of the page and back; keys that the
// page does not know stay.
function fromFile(cell) {
  return { id: cell.id, type: cell.cell_type, source: text(cell.source), outputs: cell.outputs || [], count: cell.execution_count || 0, file: cell };
}

function toFile(cell) {
  const { id: _, cell_type: __, source: ___, outputs: ____, execution_count: _____, ...rest } = cell.file;
  const file = { ...rest, id: cell.id, cell_type: cell.type, source: cell.source, metadata: rest.metadata || {} };
  if (cell.type == "code") Object.assign(file, { outputs: cell.outputs, execution_count: cell.count || null });
  return file;
}

const freshID = () => crypto.randomUUID().slice(0, 8);
const fresh = (type, source = "") => ({ id: freshID(), type, source, outputs: [], count: 0, file: {} });

export const first = "%query contrasts";

// reduce is all that can happen to the list of cells. Each step that changes what is saved
// raises edits.
function reduce(state, step) {
  const { cells } = state;
  const at = cells.findIndex((c) => c.id == step.id);
  const edited = (next, more = {}) => ({ ...state, ...more, cells: next, edits: state.edits + 1 });
  const changed = (what) => cells.map((c) => (c.id == step.id ? { ...c, ...what(c) } : c));
  const put = (place, cell) => [...cells.slice(0, place), cell, ...cells.slice(place)];
  switch (step.do) {
    case "load": return { cells: step.cells, gone: [], edits: 0, chosen: step.chosen || step.cells[0]?.id || null, editing: false };
    case "choose": return { ...state, chosen: step.id, editing: Boolean(step.editing) };
    case "source": return at < 0 || cells[at].source == step.source ? state : edited(changed(() => ({ source: step.source })));
    case "type": return edited(changed((c) => ({ type: step.type, outputs: [], count: 0, source: c.source })));
    case "insert": {
      const cell = fresh(step.type, step.source);
      return edited(put(step.at ?? at + 1, cell), { chosen: cell.id, editing: step.editing ?? true });
    }
    case "delete": {
      const rest = cells.filter((c) => c.id != step.id);
      const next = rest[Math.min(at, rest.length - 1)];
      return edited(rest, { gone: [...state.gone, { cell: cells[at], at }], chosen: next ? next.id : null, editing: false });
    }
    case "undelete": {
      const last = state.gone.at(-1);
      if (!last) return state;
      return edited(put(Math.min(last.at, cells.length), last.cell), { gone: state.gone.slice(0, -1), chosen: last.cell.id, editing: false });
    }
    case "move": {
      const to = at + step.by;
      if (to < 0 || to >= cells.length) return state;
      const next = cells.slice();
      next.splice(to, 0, next.splice(at, 1)[0]);
      return edited(next);
    }
    case "begin": return edited(changed(() => ({ outputs: [], running: true })));
    case "output": return edited(changed((c) => ({ outputs: joined(c.outputs, step.output) })));
    case "end": return edited(changed((c) => ({ running: false, count: step.count || c.count })));
    case "clear": return edited(cells.map((c) => ({ ...c, outputs: [], count: 0 })));
  }
  return state;
}

// joined puts printed lines that follow one another together, as notebooks keep them.
function joined(outputs, output) {
  const last = outputs.at(-1);
  if (output.output_type != "stream" || last?.output_type != "stream" || last.name != output.name) return [...outputs, output];
  return [...outputs.slice(0, -1), { ...last, text: text(last.text) + text(output.text) }];
}

export function Notebook({ file }) {
  const [state, step] = useReducer(reduce, { cells: [], gone: [], edits: 0, chosen: null, editing: false });
  const [problem, setProblem] = useState("");
  const [saved, setSaved] = useState({ edits: 0, at: null });
  const [keeps, setKeeps] = useState(true); // whether the file has outputs; the notebook's own setting
  const kept = useRef({ version: "", rest: {}, stops: new Map(), saving: Promise.resolve() });
  const now = useRef(state);
  now.current = state;

  const load = async () => {
    try {
      const { notebook, version } = await api.open(file);
      const { cells, ...rest } = notebook;
      Object.assign(kept.current, { version, rest });
      setKeeps(rest.metadata.counterclaim?.outputs !== false);
      const own = cells.length ? cells.map(fromFile) : [fresh("code", first)];
      step({ do: "load", cells: own, chosen: own.find((c) => "#" + c.id == location.hash)?.id });
      setSaved({ edits: 0, at: null });
      setProblem("");
    } catch (error) {
      setProblem(error.message);
    }
  };
  useEffect(() => {
    load();
    return () => kept.current.stops.forEach((stop) => stop.abort());
  }, [file]);

  // One save after the other: each needs the version that the last one made.
  const save = (over = false) => {
    const k = kept.current;
    return (k.saving = k.saving.then(async () => {
      const { cells, edits } = now.current;
      try {
        k.version = await api.save(file, { ...k.rest, cells: cells.map(toFile) }, over ? "*" : k.version, k.rest.metadata.counterclaim?.outputs === false);
        setSaved({ edits, at: new Date() });
        return true;
      } catch (error) {
        const changed = error.status == 409;
        say(error.message, true, changed ? { label: "Load again", act: load, other: { label: "Save over it", act: () => save(true) } } : { label: "Try again", act: () => save() });
        return false;
      }
    }));
  };
  useEffect(() => {
    if (state.edits == saved.edits) return;
    const timer = setTimeout(save, saveAfter);
    return () => clearTimeout(timer);
  }, [state.edits]);
  useEffect(() => {
    const leave = (event) => { if (now.current.edits != saved.edits) event.preventDefault(); };
    addEventListener("beforeunload", leave);
    return () => removeEventListener("beforeunload", leave);
  }, [saved.edits]);

  const run = async (id) => {
    const cell = now.current.cells.find((c) => c.id == id);
    if (!cell || cell.type != "code" || cell.running) return;
    const stop = new AbortController();
    kept.current.stops.set(id, stop);
    step({ do: "begin", id });
    let count = 0;
    try {
      count = await api.run(file, cell.source, stop.signal, (output) => step({ do: "output", id, output }));
    } catch (error) {
      const evalue = error.name == "AbortError" ? "Stopped. What the script had set stays." : error.message;
      step({ do: "output", id, output: { output_type: "error", ename: "Error", evalue, traceback: [evalue] } });
    }
    kept.current.stops.delete(id);
    step({ do: "end", id, count });
  };
  const keepOutputs = (yes) => {
    const k = kept.current;
    const { counterclaim: _, ...others } = k.rest.metadata;
    k.rest = { ...k.rest, metadata: yes ? others : { ...others, counterclaim: { outputs: false } } };
    setKeeps(yes);
    save();
  };
  const stop = (id) => kept.current.stops.get(id)?.abort();
  const runAll = async () => { for (const c of now.current.cells) await run(c.id); };
  const restart = async () => {
    kept.current.stops.forEach((s) => s.abort());
    try {
      await api.restart(file);
      say("Begun anew: the variables are gone.");
    } catch (error) {
      say(error.message, true);
    }
  };

  const choose = (by) => {
    const { cells, chosen } = now.current;
    const next = cells[Math.max(0, Math.min(cells.length - 1, cells.findIndex((c) => c.id == chosen) + by))];
    if (next) step({ do: "choose", id: next.id });
  };
  const key = (name, id) => {
    const { cells, chosen } = now.current;
    const at = id ?? chosen;
    switch (name) {
      case "run-next":
        run(at);
        if (cells.at(-1)?.id == at) step({ do: "insert", id: at, type: "code" });
        else choose(1);
        return;
      case "run": run(at); return step({ do: "choose", id: at });
      case "run-insert": run(at); return step({ do: "insert", id: at, type: "code" });
      case "save": return save();
      case "command": return step({ do: "choose", id: at });
      case "edit": return step({ do: "choose", id: at, editing: true });
      case "above": return step({ do: "insert", type: "code", at: Math.max(0, cells.findIndex((c) => c.id == at)) });
      case "below": return step({ do: "insert", id: at, type: "code" });
      case "delete":
        step({ do: "delete", id: at });
        return say("The cell is deleted.", false, { label: "Undo", act: () => step({ do: "undelete" }) });
      case "undelete": return step({ do: "undelete" });
      case "up": return choose(-1);
      case "down": return choose(1);
      case "move-up": return step({ do: "move", id: at, by: -1 });
      case "move-down": return step({ do: "move", id: at, by: 1 });
      case "code": case "markdown": return step({ do: "type", id: at, type: name });
      case "restart": return restart();
      case "stop": return stop(at);
    }
  };
  useKeys(key);
  useEffect(() => {
    const cell = document.getElementById(state.chosen);
    if (!state.editing) cell?.focus({ preventScroll: true });
    cell?.scrollIntoView({ block: "nearest" });
  }, [state.chosen, state.editing]);

  if (problem) return <main class="page"><p class="error" role="alert">{problem}</p></main>;
  if (!state.chosen && !state.cells.length && !state.gone.length) return <><Bar /><main class="page"><p class="note">Reading …</p></main></>;
  const clean = state.edits == saved.edits;
  return (
    <>
      <Bar file={file} status={clean ? (saved.at ? "Saved" : "") : "Not saved yet"} busy={state.cells.some((c) => c.running)}
        onAdd={(type, source) => step({ do: "insert", id: state.chosen, type, source, editing: source === undefined })}
        onRunAll={runAll} onRestart={restart} onSave={() => save()}
        keeps={keeps} onKeep={keepOutputs} onClear={() => step({ do: "clear" })} />
      <main class="page cells" aria-label="Cells">
        {state.cells.map((c, i) => (
          <Cell key={c.id} cell={c} place={i + 1} file={file} chosen={c.id == state.chosen} editing={c.id == state.chosen && state.editing}
            onSource={(source) => step({ do: "source", id: c.id, source })} onKey={(name) => key(name, c.id)}
            onChoose={(editing) => (now.current.chosen != c.id || now.current.editing != editing) && step({ do: "choose", id: c.id, editing })} />
        ))}
        <p class="add">
          <button onClick={() => step({ do: "insert", at: state.cells.length, type: "code", source: first, editing: false })}>+ Question</button>
          <button onClick={() => step({ do: "insert", at: state.cells.length, type: "code" })}>+ Script</button>
          <button onClick={() => step({ do: "insert", at: state.cells.length, type: "markdown" })}>+ Text</button>
        </p>
      </main>
    </>
  );
}

// Keys of one letter count where nothing is being written.
const letters = {
  a: "above", b: "below", z: "undelete", m: "markdown", y: "code", Enter: "edit", ArrowUp: "up", k: "up", ArrowDown: "down", j: "down",
};

function useKeys(key) {
  const latest = useRef(key);
  latest.current = key;
  const before = useRef("");
  useEffect(() => {
    const press = (event) => {
      if (event.defaultPrevented) return;
      const mod = event.ctrlKey || event.metaKey;
      if (mod && event.key == "s") {
        event.preventDefault();
        return latest.current("save");
      }
      if (event.target.closest("input, textarea, select, dialog, [contenteditable], .panel")) return;
      if (event.key == "Enter" && (event.shiftKey || mod || event.altKey)) {
        event.preventDefault();
        return latest.current(event.shiftKey ? "run-next" : mod ? "run" : "run-insert");
      }
      if (mod || event.altKey || event.target.closest("button, a, summary, .dot")) return;
      if (event.shiftKey && event.key == "K") return latest.current("move-up");
      if (event.shiftKey && event.key == "J") return latest.current("move-down");
      const twice = before.current == event.key ? event.key + event.key : "";
      before.current = twice ? "" : event.key;
      const name = { dd: "delete", "00": "restart", ii: "stop" }[twice] || letters[event.key];
      if (!name) return;
      event.preventDefault();
      latest.current(name);
    };
    addEventListener("keydown", press);
    return () => removeEventListener("keydown", press);
  }, []);
}
