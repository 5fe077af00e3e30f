// The editor of a cell: CodeMirror with our keys, completion from the live graph, and the
// line marked that an error names.

import { useEffect, useRef } from "preact/hooks";
import { EditorState, Prec, StateEffect, StateField } from "@codemirror/state";
import { Decoration, EditorView, drawSelection, hoverTooltip, keymap, placeholder } from "@codemirror/view";
import { defaultKeymap, history, historyKeymap, indentWithTab } from "@codemirror/commands";
import { HighlightStyle, bracketMatching, indentOnInput, syntaxHighlighting } from "@codemirror/language";
import { autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap } from "@codemirror/autocomplete";
import { javascript } from "@codemirror/lang-javascript";
import { tags } from "@lezer/highlight";
import * as api from "./api.js";

const colours = syntaxHighlighting(HighlightStyle.define([
  { tag: [tags.keyword, tags.operatorKeyword], color: "var(--code-keyword)" },
  { tag: [tags.string, tags.special(tags.string)], color: "var(--code-string)" },
  { tag: [tags.number, tags.bool, tags.null], color: "var(--code-number)" },
  { tag: [tags.comment], color: "var(--soft)", fontStyle: "italic" },
  { tag: [tags.function(tags.variableName), tags.function(tags.propertyName)], color: "var(--code-function)" },
]));

const markLine = StateEffect.define();
const marked = StateField.define({
  create: () => Decoration.none,
  update(lines, tr) {
    for (const effect of tr.effects) {
      if (!effect.is(markLine)) continue;
      const n = effect.value;
      if (!n || n > tr.state.doc.lines) return Decoration.none;
      return Decoration.set(Decoration.line({ class: "wrong-line" }).range(tr.state.doc.line(n).from));
    }
    return tr.docChanged ? Decoration.none : lines;
  },
  provide: (field) => EditorView.decorations.from(field),
});

// offered asks for what may stand at the cursor, which counts in code points.
async function offered(context) {
  const source = context.state.doc.toString();
  const before = source.slice(0, context.pos);
  if (!context.explicit && !/[\w<"'.:%=-]$/.test(before)) return null;
  try {
    const found = await api.complete(source, [...before].length);
    if (!found.matches || !found.matches.length) return null;
    return {
      from: [...source].slice(0, found.start).join("").length,
      to: [...source].slice(0, found.end).join("").length,
      options: found.matches.map((m) => ({ label: m.text, detail: m.type, info: m.says || undefined })),
      filter: false,
    };
  } catch {
    return null; // completion is no reason to complain
  }
}

// explained tells what the word under the pointer means.
const explained = hoverTooltip(async (view, pos) => {
  const source = view.state.doc.toString();
  try {
    const found = await api.inspect(source, [...source.slice(0, pos)].length);
    if (!found.title) return null;
    const dom = document.createElement("div");
    dom.className = "hint";
    dom.textContent = found.title + "\n" + found.text;
    return { pos, create: () => ({ dom }) };
  } catch {
    return null;
  }
});

export function Editor({ source, prose, label, wrongLine, focused, onChange, onKey, onFocus, onBlur }) {
  const place = useRef(null);
  const view = useRef(null);
  const latest = useRef({});
  latest.current = { onChange, onKey, onFocus, onBlur };

  useEffect(() => {
    const call = (name) => () => latest.current.onKey(name) !== false;
    const keys = Prec.highest(keymap.of([
      { key: "Shift-Enter", run: call("run-next") },
      { key: "Mod-Enter", run: call("run") },
      { key: "Alt-Enter", run: call("run-insert") },
      { key: "Mod-s", run: call("save"), preventDefault: true },
      { key: "Escape", run: (v) => !v.dom.querySelector(".cm-tooltip-autocomplete") && call("command")() },
    ]));
    const extensions = [
      keys, history(), drawSelection(), bracketMatching(), EditorView.lineWrapping, colours, marked,
      EditorView.contentAttributes.of({ "aria-label": label }),
      placeholder(prose ? "Text in Markdown" : "A script in Gizmo, or %query NAME param=value"),
      keymap.of([...closeBracketsKeymap, ...completionKeymap, ...defaultKeymap, ...historyKeymap, indentWithTab]),
      EditorView.updateListener.of((u) => {
        if (u.docChanged) latest.current.onChange(u.state.doc.toString());
        if (u.focusChanged) (u.view.hasFocus ? latest.current.onFocus : latest.current.onBlur)?.();
      }),
    ];
    if (!prose) extensions.push(javascript(), indentOnInput(), closeBrackets(), autocompletion({ override: [offered] }), explained);
    view.current = new EditorView({ parent: place.current, state: EditorState.create({ doc: source, extensions }) });
    return () => view.current.destroy();
  }, [prose]);

  useEffect(() => { // changed from elsewhere: a form, a file loaded again; who types is ahead of us
    if (view.current.hasFocus) return;
    const now = view.current.state.doc.toString();
    if (now !== source) view.current.dispatch({ changes: { from: 0, to: now.length, insert: source } });
  }, [source]);
  useEffect(() => { view.current.dispatch({ effects: markLine.of(wrongLine || 0) }); }, [wrongLine]);
  useEffect(() => { if (focused) view.current.focus(); }, [focused]);
  return <div class="editor" ref={place} />;
}
