import { listenFirst } from "./first-listener.ts";

/** By which text, keys and pointers reach a page. */
const INPUT_EVENTS = [
  "beforeinput",
  "click",
  "contextmenu",
  "drop",
  "input",
  "keydown",
  "keypress",
  "keyup",
  "mousedown",
  "mouseup",
  "paste",
  "pointerdown",
  "pointerup",
  "touchend",
  "touchstart",
];

/**
 * Stands before every listener of the page if it is made before the first script. Later it hears after them all but what
 * first-listener.ts hears.
 */
export interface InputGate {
  /** From now on these events reach nothing. */
  hold(which: (event: Event) => boolean): void;
  open(): void;
}

export function createInputGate(): InputGate {
  let held: (event: Event) => boolean = () => true;
  const stop = (event: Event) => {
    if (!INPUT_EVENTS.includes(event.type) || !held(event)) return;
    event.stopImmediatePropagation();
    event.preventDefault();
  };
  for (const type of INPUT_EVENTS) addEventListener(type, stop, { capture: true, passive: false });
  const endFirst = listenFirst(stop);
  return {
    hold(which) {
      held = which;
    },
    open() {
      endFirst();
      for (const type of INPUT_EVENTS) removeEventListener(type, stop, { capture: true });
    },
  };
}
