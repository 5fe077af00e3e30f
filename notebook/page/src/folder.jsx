// The notebooks in the folder, and where to begin.

import { useEffect, useState } from "preact/hooks";
import * as api from "./api.js";
import { go, say } from "./state.js";
import { Bar } from "./bar.jsx";
import { Link } from "./link.jsx";

export function Folder() {
  const [files, setFiles] = useState(null);
  const [name, setName] = useState("");
  const [stats, setStats] = useState(null);
  const [problem, setProblem] = useState("");
  useEffect(() => { api.get("stats").then(setStats, (error) => setProblem(error.message)); }, []);
  useEffect(() => { api.files().then((f) => setFiles(f.files), (error) => say(error.message, true)); }, []);
  const make = async (event) => {
    event.preventDefault();
    const plain = (name.trim() || "untitled").replace(/\.ipynb$/, "") + ".ipynb";
    try {
      go("/n/" + (await api.create(plain)).file);
    } catch (error) {
      say(error.message, true);
    }
  };
  return (
    <>
      <Bar />
      <main class="page folder">
        <h1>Who said what, and who answered</h1>
        {problem && <p class="error" role="alert">{problem}</p>}
        {stats && <p>The store holds {stats.statements} statements in {stats.documents} documents, and {stats.contrasts} contrasts between them. <Link to="/contrasts">See who answers whom</Link>.</p>}
        <h2>Notebooks</h2>
        {files && (files.length ? <ul class="files">{files.map((f) => <li key={f}><Link to={"/n/" + f}>{f}</Link></li>)}</ul> : <p class="note">There are none in this folder yet.</p>)}
        <form class="row" onSubmit={make}>
          <label class="inline">New notebook <input value={name} onInput={(e) => setName(e.target.value)} placeholder="untitled" /></label>
          <button class="primary">Make</button>
        </form>
      </main>
    </>
  );
}
