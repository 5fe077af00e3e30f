// The bar above the page: where one is, and what can be done with the notebook.

import { useRef } from "preact/hooks";
import { Link } from "./link.jsx";
import { theme, said } from "./state.js";

const next = { "": "light", light: "dark", dark: "" };

export function Bar({ file, status, busy, onAdd, onRunAll, onRestart, onSave, onClear, keeps, onKeep }) {
  const help = useRef(null);
  return (
    <header class="bar">
      <nav aria-label="Parts of the page">
        <Link to="/" class="brand">counterclaim</Link>
        <Link to="/contrasts">Contrasts</Link>
      </nav>
      {file && <span class="file" title={file}>{file} <span class="note" role="status">{busy ? "Running …" : status}</span></span>}
      <div class="row" role="toolbar" aria-label="Notebook">
        {file && (
          <>
            <button onClick={() => onAdd("code", "%query contrasts")}>+ Question</button>
            <button onClick={() => onAdd("code")}>+ Script</button>
            <button onClick={() => onAdd("markdown")}>+ Text</button>
            <button onClick={onRunAll} disabled={busy}>Run all</button>
            <button class="quiet" onClick={onRestart}>Restart</button>
            <button class="quiet" onClick={onClear} title="Take all outputs away">Clear</button>
            <button class="quiet" onClick={onSave}>Save</button>
            <label class="inline note" title="Without outputs the file compares well in version control"><input type="checkbox" checked={keeps} onChange={(e) => onKeep(e.target.checked)} />outputs in file</label>
          </>
        )}
        <button class="quiet" onClick={() => (theme.value = next[theme.value])} aria-label={`Colours: ${theme.value || "as the system"}`}>{{ "": "◐", light: "☀", dark: "☾" }[theme.value]}</button>
        <button class="quiet" id="help" aria-label="Help" onClick={() => help.current.showModal()}>?</button>
      </div>
      <Help dialog={help} />
    </header>
  );
}

const keys = [
  ["Shift-Enter", "run the cell and go to the next"], ["Ctrl-Enter", "run the cell"], ["Alt-Enter", "run the cell and add one below"],
  ["Enter / Esc", "edit the cell / leave it"], ["↑ ↓ or k j", "go from cell to cell"], ["a / b", "add a cell above / below"],
  ["d d", "delete the cell"], ["z", "bring the deleted cell back"], ["m / y", "make it text / script"], ["Shift-K / Shift-J", "move the cell up / down"],
  ["i i", "stop the cell"], ["0 0", "begin anew, without variables"], ["Ctrl-S", "save now"], ["?", "this sheet"],
];

function Help({ dialog }) {
  return (
    <dialog ref={dialog} class="help" aria-labelledby="help-title">
      <h2 id="help-title">Keys</h2>
      <dl>{keys.map(([key, says]) => [<dt><kbd>{key}</kbd></dt>, <dd>{says}</dd>])}</dl>
      <h2>Cells</h2>
      <p>A question is a line such as <code>%query contrasts speaker=hua-chunying</code>, a picture <code>%plot timeline</code>, a network <code>%network congruence</code>. A script is JavaScript with Cayley's <code>g.V("&lt;actor:china&gt;").In("&lt;speaker&gt;").All()</code>; what it declares, later cells can use.</p>
      <form method="dialog"><button class="primary">Close</button></form>
    </dialog>
  );
}

// Message shows what the page has to say last.
export function Message() {
  const { text, bad, action } = said.value;
  const act = (a) => () => { said.value = { text: "", bad: false, action: null }; a?.act(); };
  return (
    <div class="message" role={bad ? "alert" : "status"} data-bad={bad} data-shown={Boolean(text)}>
      {text && (
        <>
          <span>{text}</span>
          {action && <button onClick={act(action)}>{action.label}</button>}
          {action?.other && <button onClick={act(action.other)}>{action.other.label}</button>}
          <button class="quiet" aria-label="Close the message" onClick={act()}>✕</button>
        </>
      )}
    </div>
  );
}
