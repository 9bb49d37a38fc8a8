import { after } from "./timers.ts";

/** Milliseconds between looks at whether a message has come, and how many it may miss. */
const PERIOD = 100;
const MOST_MISSED = 5;

/** True while it is found out. */
let isAsked = false;

/**
 * A page can put tasks of its own before all others, without an end (scheduler.postTask): people then see it and type into
 * it, while no message reaches anybody in it. A page that is only busy keeps all tasks waiting alike.
 *
 * @param then called if that is so now
 */
export function whenStarved(then: () => void): void {
  if (isAsked) return;
  isAsked = true;
  const { port1, port2 } = new MessageChannel();
  let missed = 0;
  port1.onmessage = () => {
    isAsked = false;
    port1.close();
  };
  port2.postMessage(null);
  const look = () => {
    if (!isAsked) return;
    if (++missed < MOST_MISSED) after(PERIOD, look);
    else then();
  };
  after(PERIOD, look);
}
