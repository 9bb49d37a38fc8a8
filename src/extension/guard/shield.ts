import type { Answer } from "../messages.ts";
import { coverDocument } from "./cover.ts";
import { createInputGate } from "./input-gate.ts";
import { typesASecret } from "./secret-fields.ts";
import { showUncheckedBar } from "./unchecked-bar.ts";

/** Longest that a page stays covered while the background says nothing, in milliseconds. */
const PATIENCE = 1000;
/** First and longest pause before the background is asked again, in milliseconds. */
const FIRST_PAUSE = 100;
const LONGEST_PAUSE = 10_000;

/** Where guard.js leaves for lift.js what lifts the shield: both run in the extension's own world, pages in another. */
const LIFT = Symbol.for("lift");
type World = { [LIFT]?: () => void };

export interface ShieldNeeds {
  /** Asks the background whether this document may be shown. Rejects, or gives undefined, if nobody answers. */
  ask: () => Promise<Answer<"shield"> | undefined>;
  /** Called once the document is lifted or revealed. */
  revealed: () => void;
  /** Called where the document must not be shown. */
  warn: () => void;
}

/**
 * Covers a document until it is known that the browser's rules have let it through: either lift.js is registered and
 * runs in this same tick, before any paint, or the background answers. If it does not in time, the page is shown, with
 * its secret fields held: a browser must not become unusable because its guard is late.
 */
export function raiseShield({ ask, revealed, warn }: ShieldNeeds): void {
  let uncover: (() => void) | null = coverDocument();
  const gate = createInputGate();
  let removeBar: (() => void) | null = null;

  function show(): void {
    if (uncover === null) return;
    uncover();
    uncover = null;
    revealed();
  }

  function reveal(): void {
    removeBar?.();
    removeBar = null;
    gate.open();
    show();
  }

  (globalThis as World)[LIFT] = reveal;

  setTimeout(async () => {
    if (uncover === null) return;
    const late = setTimeout(() => {
      if (uncover === null) return;
      gate.hold(typesASecret);
      show();
      if (window === window.top) removeBar = showUncheckedBar();
    }, PATIENCE);
    const answer = await askUntilAnswered(ask);
    clearTimeout(late);
    if (answer.action === "reveal") {
      const covered = uncover !== null;
      reveal();
      // A hidden field could not take the focus that its page meant for it.
      if (covered && document.activeElement === document.body) {
        document.querySelector<HTMLElement>("[autofocus]")?.focus();
      }
    } else {
      warn();
    }
  });
}

/** Called by lift.js, which exists only while this session's rules are in force. */
export function liftShield(): void {
  (globalThis as World)[LIFT]?.();
}

async function askUntilAnswered(ask: ShieldNeeds["ask"]): Promise<Answer<"shield">> {
  for (let pause = FIRST_PAUSE; ; pause = Math.min(pause * 2, LONGEST_PAUSE)) {
    try {
      const answer = await ask();
      if (answer) return answer;
    } catch (error) {
      // The background is starting, or the extension has been replaced: then the fields stay held.
      console.debug(error);
    }
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
}
