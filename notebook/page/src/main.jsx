import { render } from "preact";
import { place, readVocabulary } from "./state.js";
import { Folder } from "./folder.jsx";
import { Notebook } from "./notebook.jsx";
import { Reader } from "./reader.jsx";
import { Explore } from "./explore.jsx";
import { Panel } from "./statement.jsx";
import { Message } from "./bar.jsx";

function Page() {
  const [path] = place.value.split("?");
  const [, part, ...rest] = path.split("/");
  const name = decodeURIComponent(rest.join("/"));
  let view = <Folder />;
  if (part == "n") view = <Notebook key={name} file={name} />;
  if (part == "document") view = <Reader id={name} />;
  if (part == "contrasts") view = <Explore key={place.value} />;
  return (
    <div class="frame">
      <div class="middle">{view}</div>
      <Panel />
      <Message />
    </div>
  );
}

addEventListener("keydown", (event) => {
  if (event.key == "?" && !event.target.closest("input, textarea, select, [contenteditable]")) document.getElementById("help")?.click();
});
readVocabulary();
render(<Page />, document.getElementById("page"));
