// What several parts of the page share.

import { signal, effect } from "@preact/signals";
import * as api from "./api.js";

// vocabulary is what can be asked; null until it is known.
export const vocabulary = signal(null);
export async function readVocabulary() {
  try {
    vocabulary.value = await api.get("vocabulary");
  } catch (error) {
    say(error.message, true);
    vocabulary.value = { questions: [], themes: [], kinds: [], relations: [], problem: error.message };
  }
}

// opened is the statement that the panel shows, with the contrast that led to it.
export const opened = signal(null);
export const openStatement = (id, other) => (opened.value = { id, other });

// said is the last thing that the page has to say, for eyes and screen readers.
export const said = signal({ text: "", bad: false, action: null });
export function say(text, bad = false, action = null) {
  said.value = { text, bad, action };
}

// theme is light, dark or, as the system has it, "".
export const theme = signal(localStorage.getItem("theme") || "");
effect(() => {
  document.documentElement.dataset.theme = theme.value;
  localStorage.setItem("theme", theme.value);
});

// place is where the page is: the path and what stands behind its question mark.
const here = () => location.pathname + location.search;
export const place = signal(here());
export function go(path) { // without a load of the whole
  history.pushState(null, "", path);
  place.value = here();
  opened.value = null;
  scrollTo(0, 0);
}
addEventListener("popstate", () => (place.value = here()));
