import type { Banner } from "../../guard-orders.ts";
import type { WarnLink } from "../../platform/warn-link.ts";
import { listenFirst } from "../first-listener.ts";
import { goUnheard, letGo } from "../let-go.ts";
import { isOurs } from "../ours.ts";
import { makeBanner } from "./banner.ts";
import { type Harm, harmOf, harmOfNavigation } from "./harm.ts";
import { make } from "./make.ts";
import { type Overlay, raiseOverlay } from "./overlay.ts";
import { makeQuestion, placeBeside } from "./question.ts";

/** Milliseconds for which the banner must have been seen before it can be closed. */
const LEAST_SEEN = 1_000;

type Needs = Pick<WarnLink, "say" | "shadowRootOf">;

/**
 * Milliseconds between two looks at whether the question can be seen: what a page lays over it for a moment, so that a press
 * falls through, is not to go unnoticed.
 */
const LOOK_AT_QUESTION = 100;

/**
 * Puts a document under warning: the top one shows the banner, and every one holds once what a person is about to hand
 * over, with a question beside it.
 */
export function warnPage(banner: Banner, { say, shadowRootOf }: Needs): void {
  const held = createHold(banner, shadowRootOf);
  const isShown = banner.ofFrame || window === window.top;
  const bar = isShown && !banner.quiet ? showBar() : null;
  const hear = (event: Event) => {
    // What a page presses itself, no person has pressed.
    if (event.isTrusted && (bar?.hear(event) || held.hear(event))) stop(event);
    else if (event.type === "submit" && held.hear(event)) stop(event);
  };
  listenFirst(hear);
  // A page that opens its document anew takes everybody's listeners away, and may be the first to listen again.
  const root = document.documentElement;
  const reopened = new MutationObserver(() => {
    if (document.documentElement !== root) say("removed");
  });
  reopened.observe(document, { childList: true });
  leaveFullScreen();
  document.addEventListener("fullscreenchange", leaveFullScreen);
  // What a script sends: no event tells of it but the way that the page is about to go.
  if ("navigation" in globalThis) navigation.addEventListener("navigate", held.hearNavigation);

  function showBar() {
    const { bar: shown, presses } = makeBanner(banner);
    const overlay = raiseOverlay(shown, {
      lost: () => say("removed"),
      tick: () => listenFirst(hear),
    });
    return {
      hear(event: Event): boolean {
        const meant = overlay.meant(event);
        if (meant === null) return false;
        const [, press] = [...presses].find(([part]) => part.contains(meant)) ?? [];
        if (event.type !== "click" || press === undefined) return true;
        // Nor may a page have people close what they have not seen.
        if (press === "dismissed" && overlay.seenFor() < LEAST_SEEN) return true;
        letGo();
        if (press === "real") goTo(banner.real?.url ?? "");
        else {
          overlay.remove();
          say(press);
        }
        return true;
      },
    };
  }
}

function createHold(banner: Banner, shadowRootOf: Needs["shadowRootOf"]) {
  const { hold } = banner;
  let open: Overlay | null = null;
  let answer: ((event: Event) => void) | null = null;
  /** What the person has said yes to, which is not asked again: one kind of thing to one target. */
  const agreed = new Set<string>();
  let pressed: Element | null = null;

  const isAgreed = ({ held, target }: Harm) => agreed.has(`${held} ${target}`);

  function ask({ held, target, beside, goOn }: Harm): void {
    if (open !== null) return;
    const parts = makeQuestion(hold[held], hold.stop, banner);
    const close = () => {
      open?.remove();
      open = answer = null;
    };
    const overlay = raiseOverlay(parts.box, { lost: close, period: LOOK_AT_QUESTION });
    open = overlay;
    overlay.move(...placeBeside(parts.box, beside));
    parts.stop.focus();
    let quietSince = performance.now();
    answer = (event) => {
      if (event instanceof KeyboardEvent) {
        if (event.key === "Escape") return close();
        // Whoever goes on typing has not read it, and ends with Tab and Enter as always.
        if (event.key.length === 1) quietSince = performance.now();
      }
      const meant = event.type === "click" ? overlay.meant(event) : null;
      if (meant === null) return;
      const byPointer = event instanceof MouseEvent && event.detail > 0;
      const isDeliberate = () => {
        const seenFor = overlay.seenFor();
        const quietFor = performance.now() - quietSince;
        return parts.isDeliberate(event, byPointer ? seenFor : Math.min(seenFor, quietFor));
      };
      if (parts.goOn.contains(meant) && isDeliberate()) {
        close();
        agreed.add(`${held} ${target}`);
        goOn();
      } else if (parts.stop.contains(meant) && (byPointer || isDeliberate())) close();
    };
  }

  return {
    hear(event: Event): boolean {
      // While the question stands, the page gets nothing.
      if (answer !== null) {
        // An input method ends with what it has, once the question takes the focus.
        if (event.type === "input") harmOf(event, shadowRootOf)?.undo?.();
        answer(event);
        return true;
      }
      if (event.type === "click" && event.target instanceof Element) pressed = event.target;
      const harm = harmOf(event, shadowRootOf);
      if (harm === null || isAgreed(harm)) return false;
      harm.undo?.();
      if (harm.asks) ask(harm);
      return true;
    },
    hearNavigation(event: NavigateEvent): void {
      const harm = harmOfNavigation(event, pressed);
      if (harm === null || isAgreed(harm)) return;
      event.preventDefault();
      ask(harm);
    },
  };
}

/** A page is not told from where people come; it could not keep them back either. */
function goTo(url: string): void {
  const link = make("a", "");
  link.href = url;
  link.rel = "noreferrer";
  goUnheard(link.href, () => link.click());
}

/** Keeps an event from the page. Keys still move between our own buttons, and press them. */
function stop(event: Event): void {
  event.stopImmediatePropagation();
  const isOurKey =
    event.type.startsWith("key") && event.target instanceof Element && isOurs(event.target);
  if (!isOurKey) event.preventDefault();
}

/** A page under warning may not hold the whole screen. */
function leaveFullScreen(): void {
  if (document.fullscreenElement !== null) void document.exitFullscreen().catch(console.debug);
}
