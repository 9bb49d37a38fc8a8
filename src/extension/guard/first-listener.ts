/** What a person does on a page that can hand something over, or press a button of ours. */
const TYPES = [
  "click",
  "copy",
  "keydown",
  "mousedown",
  "mouseup",
  "pointerdown",
  "pointerup",
  "submit",
];

/** Where guard.js leaves for warn.js who hears events first: both run in the extension's own world, pages in another. */
const FIRST = Symbol.for("first");
type World = { [FIRST]?: (hear: (event: Event) => void) => void };

/**
 * Stands before every listener of the page, because it was there first; so it must be called before the first script.
 * Until somebody listens it lets everything pass at once.
 *
 * In parentheses, as what else runs at once in every page: V8 then compiles it with the script, and not a second time.
 */
export const standFirst = (() => {
  let hear: ((event: Event) => void) | null = null;
  const pass = (event: Event) => hear?.(event);
  for (const type of TYPES) addEventListener(type, pass, true);
  (globalThis as World)[FIRST] = (next) => {
    hear = next;
    // document.open() takes all listeners away; where they still are, this does nothing.
    for (const type of TYPES) addEventListener(type, pass, true);
  };
}) satisfies () => void;

/** @param hear called with each event, before the page */
export function listenFirst(hear: (event: Event) => void): void {
  (globalThis as World)[FIRST]?.(hear);
}
