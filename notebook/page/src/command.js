// The line "%query contrasts speaker=actor:ann", read and written as the program does.

// parse returns {verb, name, params}, null for a script or a line that is none.
export function parse(source) {
  const line = source.trim();
  if (!line.startsWith("%") || line.includes("\n")) return null;
  const words = [...line.slice(1).matchAll(/(?:[^\s"]|"[^"]*")+/g)].map((m) => m[0].replaceAll('"', ""));
  const [verb, name, ...rest] = words;
  if (!["query", "plot", "network"].includes(verb)) return null;
  const params = {};
  for (const word of rest) {
    const at = word.indexOf("=");
    if (at < 0) return null;
    params[word.slice(0, at)] = word.slice(at + 1);
  }
  return { verb, name: name || "", params };
}

export function write({ verb, name, params }) {
  const words = Object.entries(params).filter(([, value]) => value !== "").map(([key, value]) => {
    const plain = String(value).replaceAll('"', "");
    return `${key}=${/\s/.test(plain) ? `"${plain}"` : plain}`;
  });
  return ["%" + verb, name, ...words].filter(Boolean).join(" ");
}
