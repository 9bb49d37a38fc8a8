import { listenFirst, TYPES } from "./first-listener.ts";

const LEAVING = "beforeunload";

/** By which text, keys and pointers reach a page; and by which it can ask whether to leave it. */
const EVENTS = [...TYPES, LEAVING, "contextmenu", "touchend", "touchstart"];

/**
 * Stands before every listener of the page if it is made before the first script. Later it hears after them all but what
 * first-listener.ts hears.
 */
export interface InputGate {
  /** From now on these events reach nothing; all of them, until this is called. */
  hold(which: (event: Event) => boolean): void;
  open(): void;
}

export function createInputGate(): InputGate {
  let held: (event: Event) => boolean = () => true;
  const stop = (event: Event) => {
    if (!EVENTS.includes(event.type) || !held(event)) return;
    event.stopImmediatePropagation();
    // That would be the question itself.
    if (event.type !== LEAVING) event.preventDefault();
  };
  const listen = () => {
    for (const type of EVENTS) addEventListener(type, stop, { capture: true, passive: false });
  };
  listen();
  // document.open() takes all listeners away, and the root element with them.
  const reopened = new MutationObserver(listen);
  reopened.observe(document, { childList: true });
  const endFirst = listenFirst(stop);
  return {
    hold(which) {
      held = which;
    },
    open() {
      reopened.disconnect();
      endFirst();
      for (const type of EVENTS) removeEventListener(type, stop, { capture: true });
    },
  };
}
