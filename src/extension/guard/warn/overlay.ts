import { isOurs, noteOurs } from "../ours.ts";
import { every } from "../timers.ts";
import { make } from "./make.ts";

/** Times that it comes back after the page took it out or changed it, and after something was laid over it. */
const MOST_RETURNS = 1;
const MOST_LIFTS = 2;
/** Milliseconds between two looks at whether it can still be seen. Only pages under warning pay for them. */
const PERIOD = 1_000;

/** The least room that it can be read in, in CSS pixels and as a share of the window: a page may scale what it can't cover. */
const LEAST_HEIGHT = 40;
const LEAST_WIDTH = 280;
const LEAST_SHARE = 0.7;
/** Points of it that must be free, as shares of its width and height: words and buttons are wider than what lies between. */
const GRID = [0.02, 0.13, 0.25, 0.37, 0.5, 0.63, 0.75, 0.87, 0.98].flatMap((x) =>
  [0.15, 0.5, 0.85].map((y) => [x, y] as const),
);

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

  /** It can be read, and nothing of the page lies over any part of it; a question of ours may. */
  function isSeen(): boolean {
    const { left, width, top, height } = content.getBoundingClientRect();
    if (height < LEAST_HEIGHT || width < Math.min(LEAST_WIDTH, innerWidth * LEAST_SHARE))
      return false;
    return GRID.every(([x, y]) => {
      const lies = document.elementFromPoint(left + width * x, top + height * y);
      return lies !== null && isOurs(lies);
    });
  }

  function end(then?: () => void): void {
    if (over) return;
    over = true;
    stopLooking();
    changes.disconnect();
    host.remove();
    then?.();
  }

  const stopLooking = every(PERIOD, look);
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
