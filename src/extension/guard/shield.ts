import type { GuardWord } from "../guard-words.ts";
import type { Answer } from "../messages.ts";
import { coverDocument } from "./cover.ts";
import { createInputGate } from "./input-gate.ts";
import { isAhead } from "./is-ahead.ts";
import { typesASecret } from "./secret-fields.ts";
import { after } from "./timers.ts";
import { showUncheckedBar } from "./unchecked-bar.ts";

/** Longest that a page stays covered while the background says nothing, in milliseconds. */
export const PATIENCE = 1000;
/** First and longest pause before the background is asked again, in milliseconds. */
const FIRST_PAUSE = 100;
const LONGEST_PAUSE = 10_000;

/**
 * Where guard.js leaves for lift.js and cleared.js what lifts the shield: all run in the extension's own world, pages in
 * another.
 */
const LIFT = Symbol.for("lift");
/** @param cleared true: the background has cleared this host; otherwise: rules are in force */
type World = { [LIFT]?: (cleared?: boolean) => void };

export interface ShieldNeeds {
  /** Asks the background whether this document may be shown. Rejects, or gives undefined, if nobody answers. */
  ask: () => Promise<Answer<"shield"> | undefined>;
  /** True once there is no background any more that could answer this script. */
  orphaned: () => boolean;
  /** Makes what the bar says; called while the extension is still there, after it was asked: it may make the page wait. */
  text: () => (word: GuardWord) => string;
  /** Called where the document must not be shown, with the address that it stands for. */
  warn: (url: string) => void;
}

/**
 * Covers a document until it is known that it may be seen: either lift.js is registered and runs in this same tick, before
 * any paint, because the browser's rules have let the document through, or the background answers. If it does not in time,
 * or never will, the page is shown, with its secret fields held: a browser must not become unusable because its guard is
 * late.
 *
 * @param revealed called once the document is lifted or revealed
 * @param options.escaped asked where the rules are in force: true for a document that they may never have met; told
 *   whether the background has cleared its host
 * @param options.lifted true where the rules are in force from the start
 */
export const raiseShield = ((
  needs: () => ShieldNeeds,
  revealed: () => void,
  { escaped, lifted = false }: { escaped: (cleared: boolean) => boolean; lifted?: boolean },
): void => {
  let raised: Raised | null = null;
  let isCleared = false;
  const meet = (changes?: unknown) => {
    first.disconnect();
    if (raised !== null) return;
    if (lifted && !escaped(isCleared)) revealed();
    else raised = coverAndAsk(needs(), revealed, { later: !changes });
  };
  // To cover costs more than all else that the guard does at its start, and on warm pages the cover would be gone within
  // the tick. So it waits for the first change of the document: whoever parses HTML puts a script into the document before
  // it runs it, and lets observers go first. Nothing is painted either before something is there.
  const first = new MutationObserver(meet);
  first.observe(document, { childList: true, subtree: true });
  // Not so where nothing is parsed, as in a frame that its parent fills at once, nor where XML may run something first.
  const { readyState, contentType, URL } = document;
  const isHtml = contentType === "text/html";
  if (readyState !== "loading" || URL === "about:blank" || !(isHtml || isSource())) meet();
  (globalThis as World)[LIFT] = (cleared) => {
    if (cleared) isCleared = true;
    else lifted = true;
    if (raised !== null && lifted && !escaped(isCleared)) raised.lift();
  };
}) satisfies (
  needs: () => ShieldNeeds,
  revealed: () => void,
  options: { escaped: (cleared: boolean) => boolean; lifted?: boolean },
) => void;

/**
 * True for XML that runs nothing by its root or by a style sheet before it. Chromium shows its source, unless somebody makes
 * an element in it.
 */
function isSource(): boolean {
  const { firstChild, documentElement: root } = document;
  return firstChild === root && !/xhtml$|svg$/.test(root?.namespaceURI ?? "");
}

interface Raised {
  lift(): void;
}

/**
 * Covers a document until the background answers.
 *
 * @param options.visible true for a document that stays to be seen and only takes no input
 * @param options.holds what reaches nothing while the page is shown unchecked; by default what types a secret
 * @param options.later true where lift.js, whose turn has not come, may lift it: nobody is asked in this tick
 */
export function coverAndAsk(
  { ask, orphaned, text, warn }: ShieldNeeds,
  revealed: () => void,
  { visible = false, later = false, holds = typesASecret } = {},
): Raised {
  let uncover: (() => void) | null = visible ? () => undefined : coverDocument();
  const gate = createInputGate();
  let removeBar: (() => void) | null = null;
  let lifted = false;

  function show(): void {
    if (uncover === null) return;
    uncover();
    uncover = null;
    revealed();
  }

  function lift(): void {
    lifted = true;
    removeBar?.();
    removeBar = null;
    gate.open();
    show();
  }

  function showUnchecked(words: string): void {
    if (lifted) return;
    gate.hold(holds);
    show();
    removeBar?.();
    if (window === window.top) removeBar = showUncheckedBar(words);
  }

  const begin = async () => {
    if (lifted) return;
    // Nobody is there yet: whoever is warned now sees another page in this tab.
    await activated();
    const asked = askUntilAnswered(ask, orphaned);
    const t = text();
    const inTime = after(PATIENCE, () => showUnchecked(t("unchecked")));
    const answer = await asked;
    inTime();
    if (answer === null) showUnchecked(t("reload"));
    else if (answer.action === "reveal") {
      const covered = uncover !== null;
      lift();
      // A hidden field could not take the focus that its page meant for it.
      if (covered && document.activeElement === document.body) {
        document.querySelector<HTMLElement>("[autofocus]")?.focus();
      }
    } else {
      gate.hold(() => true);
      warn(answer.url);
    }
  };
  if (later) after(0, begin);
  else void begin();
  return { lift };
}

/** Called by lift.js, which exists only while this session's rules are in force. */
export const liftShield = (() => {
  (globalThis as World)[LIFT]?.();
}) satisfies () => void;

/** Called by cleared.js, which exists only on hosts that the background has cleared since the lists last changed. */
export const liftOnClearedHost = (() => {
  (globalThis as World)[LIFT]?.(true);
}) satisfies () => void;

/** Once a document that the browser has loaded in advance is shown; at once for all others. */
function activated(): Promise<void> {
  if (!isAhead()) return Promise.resolve();
  return new Promise((resolve) => {
    document.addEventListener("prerenderingchange", () => resolve(), { once: true });
  });
}

/** @returns null once nobody is left to answer: a question that was under way then is never settled */
function askUntilAnswered(
  ask: ShieldNeeds["ask"],
  orphaned: ShieldNeeds["orphaned"],
): Promise<Answer<"shield"> | null> {
  return new Promise((resolve) => {
    let pause = FIRST_PAUSE;
    let isOver = false;
    const watch = () => {
      if (isOver) return;
      if (orphaned()) end(null);
      else after(PATIENCE, watch);
    };
    after(PATIENCE, watch);
    const end = (answer: Answer<"shield"> | null) => {
      isOver = true;
      resolve(answer);
    };
    const askOnce = async () => {
      if (isOver) return;
      try {
        const answer = await ask();
        if (answer) return end(answer);
      } catch (error) {
        // The background is starting, or the extension has been replaced.
        console.debug(error);
      }
      if (orphaned()) return end(null);
      after(pause, askOnce);
      pause = Math.min(pause * 2, LONGEST_PAUSE);
    };
    void askOnce();
  });
}
