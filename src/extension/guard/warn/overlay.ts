import { noteOurs } from "../ours.ts";
import { make } from "./make.ts";

/** Times that it comes back after the page took it out or changed it, and after something was laid over it. */
const MOST_RETURNS = 1;
const MOST_LIFTS = 5;
/** Milliseconds between two looks at whether it can still be seen. Only pages under warning pay for them. */
const PERIOD = 1_000;

const STYLE =
  "all:initial;display:block;position:fixed;inset:0 0 auto;width:auto;margin:0;color-scheme:light dark;z-index:2147483647".replace(
    /;|$/g,
    "!important;",
  );

/** Our own layer over a page: a closed shadow tree in the browser's top layer, which the page can neither read nor style. */
export interface Overlay {
  /** The element of ours that a trusted event was meant for; null for one that is not ours. */
  meant(event: Event): Element | null;
  remove(): void;
}

/**
 * @param content what it shows
 * @param lost called once, if the page will not let it stay
 * @param tick called now and again while it stays
 */
export function raiseOverlay(
  content: HTMLElement,
  { lost, tick }: { lost: () => void; tick?: () => void },
): Overlay {
  const host = make("div", STYLE);
  const wanted = host.style.cssText;
  const root = host.attachShadow({ mode: "closed" });
  root.append(content);
  noteOurs(host);
  let returns = 0;
  let lifts = 0;
  let over = false;
  const changes = new MutationObserver(() => {
    if (!isWhole()) comeBack();
  });

  const isWhole = () =>
    host.isConnected && host.style.cssText === wanted && host.matches(":popover-open:not([inert])");

  function put(): void {
    // What is outside of a modal dialog can't be reached; the last one that was opened lies on top.
    const parent =
      [...document.querySelectorAll("dialog:modal")].at(-1) ?? document.documentElement;
    changes.disconnect();
    host.style.cssText = STYLE;
    host.popover = "manual";
    host.inert = false;
    // Moved, even within its place, it is no longer in the top layer; shown again, it is the topmost there.
    parent?.prepend(host);
    if (host.isConnected) {
      host.showPopover();
      changes.observe(host, { attributes: true });
      changes.observe(parent, { childList: true });
    }
  }

  function comeBack(): void {
    if (++returns > MOST_RETURNS) end(lost);
    else put();
  }

  function look(): void {
    tick?.();
    if (!isWhole()) comeBack();
    else if (!document.hidden && !isSeen()) {
      if (++lifts > MOST_LIFTS) end(lost);
      else put();
    }
  }

  /** Nothing lies over it. */
  function isSeen(): boolean {
    const { left, width, top, height } = content.getBoundingClientRect();
    return [0.1, 0.5, 0.9].every(
      (part) => document.elementFromPoint(left + width * part, top + height / 2) === host,
    );
  }

  function end(then?: () => void): void {
    if (over) return;
    over = true;
    clearInterval(timer);
    changes.disconnect();
    host.remove();
    then?.();
  }

  const timer = setInterval(look, PERIOD);
  put();
  return {
    meant(event) {
      if (!event.composedPath().includes(host)) return null;
      const byPointer = event instanceof MouseEvent && event.detail > 0;
      const hit = byPointer
        ? root.elementFromPoint(event.clientX, event.clientY)
        : root.activeElement;
      return hit ?? content;
    },
    remove: () => end(),
  };
}
