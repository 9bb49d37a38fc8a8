import { isOurs, noteOurs } from "../ours.ts";
import { every } from "../timers.ts";
import { make } from "./make.ts";

/** Times that it comes back after the page took it out or changed it, and after something was laid over it. */
const MOST_RETURNS = 1;
const MOST_LIFTS = 2;
/** Milliseconds between two looks at the banner, and at least between two times that anything is lifted. */
const PERIOD = 1_000;

/** The least room that it can be read in, in CSS pixels and as a share of the window: a page may scale what it can't cover. */
const LEAST_HEIGHT = 40;
const LEAST_WIDTH = 280;
const LEAST_SHARE = 0.7;
/** Cells of it, one point of each must be free: words and buttons are wider than what lies between. */
const COLUMNS = 9;
const ROWS = 3;

const STYLE =
  "all:initial;display:block;position:fixed;width:auto;max-width:100vw;margin:0;color-scheme:light dark;z-index:2147483647";
/** The banner's place: over the whole width, at the top. */
const AT_TOP = "inset:0 0 auto";
const styleOf = (place: string): string => `${STYLE};${place}`.replace(/;|$/g, "!important;");

/** Somewhere in a cell, but for its rim, where corners are round. */
const within = (): number => 0.1 + 0.8 * Math.random();

/** Our own layer over a page: a closed shadow tree in the browser's top layer, which the page can neither read nor style. */
export interface Overlay {
  /** The element of ours that a trusted event was meant for; null for one that is not ours. */
  meant(event: Event): Element | null;
  /** Milliseconds for which nothing has lain over it, as far as it was looked at. */
  seenFor(): number;
  /** Puts its upper left corner there, in CSS pixels of the window. */
  move(left: number, top: number): void;
  remove(): void;
}

/**
 * @param content what it shows
 * @param lost called once, if the page will not let it stay
 * @param tick called each time it is looked at
 * @param period milliseconds between two looks at whether it can still be seen; only pages under warning pay for them
 */
export function raiseOverlay(
  content: HTMLElement,
  { lost, tick, period = PERIOD }: { lost: () => void; tick?: () => void; period?: number },
): Overlay {
  const host = make("div", styleOf(AT_TOP));
  let wanted = host.style.cssText;
  const root = host.attachShadow({ mode: "closed" });
  root.append(content);
  noteOurs(host);
  let returns = 0;
  let lifts = 0;
  let lifted = 0;
  let over = false;
  let seenSince = performance.now();
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
    host.style.cssText = wanted;
    host.popover = "manual";
    host.inert = false;
    // Moved, even within its place, it is no longer in the top layer; shown again, it is the topmost there.
    parent?.prepend(host);
    if (host.isConnected) {
      try {
        host.showPopover();
      } catch (error) {
        // The page hears "beforetoggle" first, and may take it out: the next look puts it back, or gives up.
        console.debug(error);
        return;
      }
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
      seenSince = performance.now();
      if (seenSince - lifted < PERIOD) return;
      lifted = seenSince;
      if (++lifts > MOST_LIFTS) end(lost);
      else put();
    }
  }

  /**
   * It can be read, and nothing of the page lies over any part of it; a question of ours may. What no point can hit, a style
   * of the extension forbids: see platform/guards.ts. No page can know the points, so as to leave just them free.
   */
  function isSeen(): boolean {
    const { left, width, top, height } = content.getBoundingClientRect();
    if (height < LEAST_HEIGHT || width < Math.min(LEAST_WIDTH, innerWidth * LEAST_SHARE))
      return false;
    for (let cell = 0; cell < COLUMNS * ROWS; cell++) {
      const x = ((cell % COLUMNS) + within()) / COLUMNS;
      const y = (Math.floor(cell / COLUMNS) + within()) / ROWS;
      const lies = document.elementFromPoint(left + width * x, top + height * y);
      if (lies === null || !isOurs(lies)) return false;
    }
    return true;
  }

  function end(then?: () => void): void {
    if (over) return;
    over = true;
    stopLooking();
    changes.disconnect();
    host.remove();
    then?.();
  }

  const stopLooking = every(period, look);
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
    seenFor() {
      look();
      return performance.now() - seenSince;
    },
    move(left, top) {
      host.style.cssText = styleOf(`inset:${top}px auto auto ${left}px`);
      wanted = host.style.cssText;
    },
    remove: () => end(),
  };
}
