// A question as a form, made from its header.

import { useState } from "preact/hooks";
import { vocabulary } from "./state.js";
import * as api from "./api.js";
import { write } from "./command.js";

const upper = (word) => word[0].toUpperCase() + word.slice(1);

export function Form({ command, id, onChange, onRun }) {
  const known = vocabulary.value;
  const [all, setAll] = useState(false);
  if (!known) return <p class="note">Reading what can be asked …</p>;
  const question = known.questions.find((q) => q.verb == command.verb && q.name == command.name);
  const choose = (value) => {
    const [verb, name] = value.split(" ");
    const next = known.questions.find((q) => q.verb == verb && q.name == name);
    const keep = Object.fromEntries(Object.entries(command.params).filter(([key]) => next.params.some((p) => p.name == key)));
    for (const p of next.params) if (!p.optional && !(p.name in keep)) keep[p.name] = p.example || "";
    onChange(write({ verb, name, params: keep }));
  };
  const set = (name, value) => onChange(write({ ...command, params: { ...command.params, [name]: value } }));
  const usual = ["speaker", "side", "kind", "about", "since", "until", "by", "relation", "normalise"];
  const shown = question ? question.params.filter((p) => all || !p.optional || usual.includes(p.name) || command.params[p.name]) : [];
  return (
    <form class="question" onSubmit={(event) => { event.preventDefault(); onRun(); }}>
      <label class="wide">Question
        <select value={`${command.verb} ${command.name}`} onChange={(e) => choose(e.target.value)}>
          {!question && <option value={`${command.verb} ${command.name}`}>choose one</option>}
          {known.themes.map((theme) => (
            <optgroup key={theme} label={upper(theme)}>
              {known.questions.filter((q) => q.theme == theme).map((q) => <option key={q.name} value={`${q.verb} ${q.name}`}>{q.title}</option>)}
            </optgroup>
          ))}
        </select>
      </label>
      {question?.about && <p class="note wide">{question.about}</p>}
      {shown.map((p) => (
        <label key={p.name} title={p.text}>{p.name.replaceAll("_", " ")}{!p.optional && <span class="needed"> needed</span>}
          <Field param={p} id={`${id}-${p.name}`} value={command.params[p.name] || ""} onInput={(value) => set(p.name, value)} />
        </label>
      ))}
      <div class="wide row">
        <button class="primary" type="submit">Run</button>
        {question && question.params.length > shown.length && <button type="button" class="quiet" onClick={() => setAll(true)}>More conditions</button>}
      </div>
    </form>
  );
}

// Field asks for one value, and offers what the store has.
export function Field({ param, id, value, onInput }) {
  const [offered, setOffered] = useState([]);
  if (param.values) {
    return <select value={value} onChange={(e) => onInput(e.target.value)}><option value="">any</option>{param.values.map((v) => <option key={v}>{v}</option>)}</select>;
  }
  const offer = async () => {
    if (offered.length || param.type != "iri") return;
    try {
      setOffered((await api.get("values/" + param.name)).values);
    } catch {} // one can still write
  };
  return (
    <>
      <input list={id} value={value} onFocus={offer} onChange={(e) => onInput(e.target.value)}
        placeholder={param.example || { date: "2013, 2013-03 or 2013-03-12", number: "0.8", iri: "any" }[param.type] || "any"} autocomplete="off" />
      <datalist id={id}>{offered.map((o) => <option key={o.id} value={o.id}>{o.name}</option>)}</datalist>
    </>
  );
}
