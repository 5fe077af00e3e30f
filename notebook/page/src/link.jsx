// Nodes by name, leading to what is known of them.

import { go, openStatement } from "./state.js";

// Link leads to another part of the page without a load.
export function Link({ to, children, ...rest }) {
  const follow = (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
    event.preventDefault();
    go(to);
  };
  return <a href={to} onClick={follow} {...rest}>{children}</a>;
}

// Node shows a node: a statement opens beside, a document as an article.
export function Node({ id, children }) {
  const text = children || id;
  if (id.startsWith("st:")) {
    return <button class="link" onClick={() => openStatement(id)} title={id}>{text}</button>;
  }
  if (id.startsWith("doc:")) return <Link to={"/document/" + id} title={id}>{text}</Link>;
  return <span class="node" title={id}>{text}</span>;
}
