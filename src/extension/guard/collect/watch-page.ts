import { isAsking } from "../../../core/evidence/is-asking.ts";
import type { PageFacts } from "../../../core/evidence/page-facts.ts";
import { navigation } from "../navigation.ts";
import { after } from "../timers.ts";
import { type CollectNeeds, collectFacts } from "./collect-facts.ts";
import { select } from "./dom.ts";
import { inSlices } from "./in-slices.ts";

/** Most times that one page is looked at, and most pages that one document may become without loading anything. */
const MOST_RUNS = 8;
const MOST_ROUTES = 10;
/** After that, most times that what a person does there leads to more looks. */
const MOST_DEEDS = 30;
const DEEDS = ["click", "focusin", "keydown"];
/** New parts, and what frameworks write over in place: words, and what a field is, is called and takes. */
const CHANGES: MutationObserverInit = {
  childList: true,
  subtree: true,
  characterData: true,
  attributeFilter: ["type", "placeholder", "disabled", "contenteditable"],
};
/** All that may ask, or hold what asks; not what changes where only words do, as prices or a clock. */
const HOLDERS = ":not(b,em,i,span,strong)";
/** First and longest pause between changes of a page and the next look, in milliseconds. */
const FIRST_PAUSE = 500;
const LONGEST_PAUSE = 8_000;
/** Longest wait for a page to be idle, in milliseconds. */
const MOST_WAIT = 2_000;

export interface WatchNeeds {
  shadowRootOf: CollectNeeds["shadowRootOf"];
  /** Told what an asking page shows; again only if that has changed. Pages that ask for nothing never get here. */
  report: (facts: PageFacts) => void;
}

/** Looks at a document that has been parsed when it is idle, and again after it changes, a handful of times in all. */
export function watchPage(document: Document, { shadowRootOf, report }: WatchNeeds): void {
  let runs = 0;
  let last = "";
  let roots: (Document | DocumentFragment)[] = [];
  let holders = "";
  let route = addressOf(document);
  let routes = 0;
  let deeds = 0;
  const met = new WeakSet<EventTarget>();
  let due = Number.POSITIVE_INFINITY;
  let callOff = (): void => undefined;
  const changes = new MutationObserver(() => {
    // Asleep until the next look: a flood of changes costs one call.
    lookIn(Math.min(FIRST_PAUSE * 2 ** runs, LONGEST_PAUSE));
  });

  /** At the latest; never later than was said before, so that nothing a page does puts it off. */
  function lookIn(pause: number): void {
    changes.disconnect();
    const then = performance.now() + pause;
    if (then >= due) return;
    due = then;
    callOff();
    callOff = after(pause, () => whenIdle(look));
  }

  /** Single-page sites become another page by changing their address. */
  function goneOn(): void {
    const now = addressOf(document);
    if (now === route || ++routes > MOST_ROUTES) return;
    route = now;
    runs = 0;
    lookIn(FIRST_PAUSE);
  }

  /**
   * What a person goes into for the first time may stand in a tree that was made, or opened, since the last look. And a
   * page that never rests, as one with a clock, may bring what it asks for long after that.
   */
  function actedOn(event: Event): void {
    if (!event.isTrusted) return;
    const [at] = event.composedPath() as [EventTarget];
    if (event.type !== "click" && !met.has(at)) met.add(at);
    else if (runs < MOST_RUNS || ++deeds > MOST_DEEDS) return;
    // Soon, and once more if the answer of a server comes after that.
    runs = Math.min(runs, MOST_RUNS - 2);
    holders = "";
    lookIn(FIRST_PAUSE);
  }

  async function look(): Promise<void> {
    due = Number.POSITIVE_INFINITY;
    runs++;
    const isLast = runs >= MOST_RUNS;
    // Of a page without a field where only words change, every second look is enough.
    if (isLast || runs % 2 > 0 || holders !== holdersIn(roots)) await lookThrough();
    if (!isLast) for (const root of roots) changes.observe(root, CHANGES);
    else roots = [];
  }

  async function lookThrough(): Promise<void> {
    roots = [];
    holders = "";
    try {
      const facts = await inSlices(
        collectFacts(document, { shadowRootOf, entered: (root) => roots.push(root) }),
      );
      if (facts.fields.length === 0) holders = holdersIn(roots);
      const shown = JSON.stringify([facts.title, facts.fields, facts.packages, facts.text.length]);
      if (shown !== last && isAsking(facts)) {
        last = shown;
        report(facts);
      }
    } catch (error) {
      // The document went away meanwhile, or its extension was replaced; the page must not notice.
      console.debug(error);
    }
  }

  whenIdle(look);
  for (const type of DEEDS) addEventListener(type, actedOn, true);
  navigation?.addEventListener("currententrychange", goneOn);
}

/** How many there are in each tree. */
const holdersIn = (roots: readonly (Document | DocumentFragment)[]): string =>
  roots.map((root) => select(root, HOLDERS).length).join();

function addressOf(document: Document): string {
  return document.URL.split("#", 1)[0] ?? "";
}

/** Soon in any case: a page that is never idle, or clears the callbacks of all, is looked at as well. */
function whenIdle(then: () => Promise<void>): void {
  let isDue = true;
  const once = () => {
    if (isDue) void then();
    isDue = false;
  };
  requestIdleCallback(once);
  after(MOST_WAIT, once);
}
