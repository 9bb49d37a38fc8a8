import { languageOf } from "../../ui/language-of.ts";
import { ask, isOrphaned, scanEarly } from "../platform/guard-link.ts";
import { guardTexts } from "../platform/guard-texts.ts";
import { browserLanguages } from "../platform/languages.ts";
import { isScanned } from "../platform/look-orders.ts";
import { warningFor } from "../platform/warning-for.ts";
import { chosenLanguage } from "./chosen-language.ts";
import { standFirst } from "./first-listener.ts";
import { isAhead } from "./is-ahead.ts";
import { isFromWorker } from "./is-from-worker.ts";
import { isMarked } from "./is-marked.ts";
import { goUnheard, standBeforeLeaving } from "./let-go.ts";
import { navigation } from "./navigation.ts";
import { noteRevealed } from "./revealed.ts";
import { coverAndAsk, raiseShield, type ShieldNeeds } from "./shield.ts";
import { after } from "./timers.ts";
import { whenStarved } from "./when-starved.ts";

/**
 * What runs at the start of every page and frame. On a page that came through the browser's rules it does nothing after
 * its first tick; look.js comes when the page has settled. That tick is what pages wait for, so all that can wait is made
 * later, and what few pages need stands outside of this function.
 *
 * @param shield whether a starting browser lets pages past its rules (Chromium), so that they must be covered
 */
export const startGuard = (({ shield }: { shield: boolean }): void => {
  standFirst();
  standBeforeLeaving();
  raiseShield(shieldNeeds, () => after(0, live), {
    escaped: (cleared) => isMarked() || (!cleared && isFromWorker()),
    lifted: !shield,
  });
}) satisfies (needs: { shield: boolean }) => void;

/** Milliseconds between looks at whether a page that is still loading asks for something. */
const SCAN_AFTER = 2_000;

/** The address that was last asked for while this document was covered; empty if it never was. */
let askedAt = "";

/** Goes on after the first tick of a document that may be seen. */
function live(): void {
  // By the time that it is shown the list may be another.
  if (isAhead()) coverAndAsk(shieldNeeds(), noteRevealed);
  else noteRevealed();
  addEventListener("pageshow", ({ persisted }) => {
    // The back/forward cache shows a page at once, as it was seen before: under a cover it would flicker.
    if (persisted) coverAndAsk(shieldNeeds(), () => undefined, { visible: true });
  });
  if (isMarked()) watchAddress(askedAt);
  after(SCAN_AFTER, scanUnfinished);
  addEventListener("focusin", scanUnfinished, true);
  for (const type of ["focusin", "keydown"]) addEventListener(type, holdIfStarved, true);
}

/**
 * look.js comes when the parser is done. A page can keep that from ever happening, by a response, a script or a style
 * sheet that does not end: then it is scanned as far as it has come, as soon as it asks for something.
 *
 * @param focused where somebody goes into a field, in whatever tree it is
 */
function scanUnfinished(focused?: Event): void {
  if (isScanned()) return;
  if (focused || document.querySelector("input,textarea,[contenteditable]")) scanEarly();
  else after(SCAN_AFTER, scanUnfinished);
}

/** Where a page lets nobody look at it, nothing is typed into it. */
function holdIfStarved(): void {
  whenStarved(() =>
    coverAndAsk(shieldNeeds(), () => undefined, { visible: true, holds: () => true }),
  );
}

function shieldNeeds(): ShieldNeeds {
  // Before the page's first script, which may change it.
  const { href } = location;
  askedAt = addressOf(location);
  return {
    // A page that shows a dialog from its first script on lets nothing else run: the question goes out before.
    ask: () => ask(href, isFromWorker()),
    orphaned: isOrphaned,
    text() {
      const texts = guardTexts(languageOf(browserLanguages(), chosenLanguage()));
      return (word) => texts[word];
    },
    warn,
  };
}

function warn(url: string): void {
  goUnheard(warningFor(url), (to) => location.replace(to));
}

/**
 * Rules see what goes to the network. A page that changes its address without loading anything never does: on hosts with
 * path entries each address is asked for.
 *
 * @param judged the address that was asked for while the page was covered, as its host's pages always are
 */
function watchAddress(judged: string): void {
  const look = async () => {
    const now = addressOf(location);
    if (now === judged) return;
    judged = now;
    const answer = await ask(location.href, false);
    if (answer?.action === "warn") warn(answer.url);
  };
  navigation?.addEventListener("currententrychange", look);
  void look();
}

/** What a server is asked for: a fragment makes no other page. */
const addressOf = ({ pathname, search }: Location) => pathname + search;
