import type { Language } from "../../ui/language-of.ts";

/** Where the language script leaves its word for guard.js: both run in the extension's own world, pages in another. */
const CHOSEN = Symbol.for("language");
type World = { [CHOSEN]?: Language };

export function setChosenLanguage(language: Language): void {
  (globalThis as World)[CHOSEN] = language;
}

/** Undefined where nothing was chosen that the guard would not find by itself. */
export function chosenLanguage(): Language | undefined {
  return (globalThis as World)[CHOSEN];
}
