/** What a person does on a page that can hand something over, or press a button of ours. */
export const TYPES =
  "beforeinput click compositionend compositionstart compositionupdate copy drop input keydown keypress keyup mousedown mouseup paste pointerdown pointerup submit".split(
    " ",
  );

type Listener = (event: Event) => void;

/** Where guard.js leaves for warn.js who hears events first: both run in the extension's own world, pages in another. */
const FIRST = Symbol.for("first");
type World = { [FIRST]?: (listener: Listener) => () => void };

/**
 * Stands before every listener of the page, because it was there first; so it must be called before the first script.
 * Until somebody listens it lets everything pass at once.
 *
 * In parentheses, as what else runs at once in every page: V8 then compiles it with the script, and not a second time.
 */
export const standFirst = (() => {
  const listeners = new Set<Listener>();
  const pass = (event: Event) => {
    for (const hear of listeners) hear(event);
  };
  // No loop: over values, that is more to compile than all else here.
  const stand = ((type) => addEventListener(type, pass, true)) satisfies (type: string) => void;
  TYPES.forEach(stand);
  (globalThis as World)[FIRST] = (listener) => {
    listeners.add(listener);
    // document.open() takes all listeners away; where they still are, this does nothing.
    TYPES.forEach(stand);
    return () => listeners.delete(listener);
  };
}) satisfies () => void;

/**
 * @param hear called with each event, before the page
 * @returns what ends that
 */
export function listenFirst(hear: Listener): () => void {
  return (globalThis as World)[FIRST]?.(hear) ?? (() => undefined);
}
