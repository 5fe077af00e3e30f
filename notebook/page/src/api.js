// What the page asks the program behind it. Errors have the program's own words.

async function ask(path, options = {}) {
  let response;
  try {
    response = await fetch("/api/" + path, options);
  } catch (error) {
    if (error.name == "AbortError") throw error;
    throw new Error("The program behind this page does not answer. Was it ended? Start it again, and open the address that it prints.");
  }
  if (!response.ok) throw await problem(response);
  return response;
}

async function problem(response) {
  const text = await response.text();
  let message = text;
  try {
    message = JSON.parse(text).error || text;
  } catch {} // plain words
  return Object.assign(new Error(message), { status: response.status });
}

const encode = (name) => name.split("/").map(encodeURIComponent).join("/");

export const get = async (path) => (await ask(path)).json();
export const post = async (path, body) => (await ask(path, { method: "POST", body: JSON.stringify(body) })).json();

export const files = () => get("files");
export const open = (file) => get("file/" + encode(file));
export const create = (file) => post("files/" + encode(file), {});
export const node = (id) => get("node/" + encode(id));
export const statement = (id) => get("statement/" + encode(id));
export const document_ = (id) => get("document/" + encode(id));
export const selection = (conditions) => get("selection?" + query(conditions));
export const plot = (kind, conditions) => `/api/plot/${kind}?` + query(conditions);
export const exported = (format, conditions) => `/api/export/${format}?` + query(conditions);
export const markdown = (source) => post("markdown", { source });
export const restart = (file) => post("restart", { file });
export const inspect = (source, cursor) => post("inspect", { source, cursor });
export const complete = (source, cursor) => post("complete", { source, cursor });

// query writes conditions as the end of an address; empty ones count for nothing.
export function query(conditions) {
  return new URLSearchParams(Object.entries(conditions).filter(([, value]) => value)).toString();
}

// save writes a notebook, unless its file is no longer of that version; "*" is any.
export async function save(file, notebook, version, clear) {
  const response = await ask("file/" + encode(file) + (clear ? "?clear" : ""), {
    method: "PUT",
    headers: { "If-Match": version },
    body: JSON.stringify(notebook),
  });
  return (await response.json()).version;
}

// run runs a cell and calls output with each thing that it gives; it returns the cell's
// turn. A signal that is aborted stops the cell.
export async function run(file, source, signal, output) {
  const response = await ask("run", { method: "POST", body: JSON.stringify({ file, source }), signal });
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  let count = 0;
  for (;;) {
    const { value, done } = await reader.read();
    if (done) return count;
    const lines = (rest + value).split("\n");
    rest = lines.pop();
    for (const line of lines) {
      const said = JSON.parse(line);
      if (said.output) output(said.output);
      if (said.done) count = said.done;
    }
  }
}
