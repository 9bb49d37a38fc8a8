import { createGuardText } from "../../ui/guard-text.ts";
import { languageOf } from "../../ui/language-of.ts";
import type { GuardLink } from "../platform/guard-link.ts";
import { standFirst } from "./first-listener.ts";
import { isAhead } from "./is-ahead.ts";
import { isFromWorker } from "./is-from-worker.ts";
import { isMarked } from "./is-marked.ts";
import { noteRevealed } from "./revealed.ts";
import { coverAndAsk, raiseShield, type ShieldNeeds } from "./shield.ts";

/**
 * What runs at the start of every page and frame. On a page that came through the browser's rules it does nothing after
 * its first tick; look.js comes when the page has settled. That tick is what pages wait for, so all that can wait is made
 * later, the link too.
 *
 * @param shield whether a starting browser lets pages past its rules (Chromium), so that they must be covered
 */
export const startGuard = ((linkOf: () => GuardLink, { shield }: { shield: boolean }): void => {
  let arrivedAt = "";
  standFirst();
  const revealed = () => {
    setTimeout(() => {
      const again = () => shieldNeeds(linkOf(), true);
      // By the time that it is shown the list may be another.
      if (isAhead()) coverAndAsk(again(), noteRevealed);
      else noteRevealed();
      addEventListener("pageshow", ({ persisted }) => {
        // The back/forward cache shows a page at once, as it was seen before: under a cover it would flicker.
        if (persisted) coverAndAsk(again(), () => undefined, { visible: true });
      });
      if (isMarked()) watchAddress(linkOf(), arrivedAt);
    });
  };
  const needs = (lifted: boolean) => {
    arrivedAt = addressOf(location);
    return shieldNeeds(linkOf(), lifted);
  };
  raiseShield(needs, revealed, { escaped: () => isMarked() || isFromWorker(), lifted: !shield });
}) satisfies (linkOf: () => GuardLink, needs: { shield: boolean }) => void;

/** @param lifted where rules are in force, what was asked since the list last changed need not be asked again */
function shieldNeeds(link: GuardLink, lifted: boolean): ShieldNeeds {
  const { orphaned, languages, chosenLanguage } = link;
  // Before the page's first script, which may change it.
  const { href } = location;
  return {
    async ask() {
      // A page that shows a dialog from its first script on lets nothing else run: what has to be asked goes out before.
      const known = lifted && !isMarked() && (await link.askedAlready(location.host));
      return known ? { action: "reveal" } : link.ask(href);
    },
    orphaned,
    text() {
      const understood = languages();
      let t = createGuardText(languageOf(understood));
      chosenLanguage().then(
        (chosen) => {
          t = createGuardText(languageOf(understood, chosen));
        },
        (error: unknown) => console.debug(error),
      );
      return (key) => t(key);
    },
    warn: (url) => warn(link, url),
  };
}

function warn({ warningFor }: GuardLink, url: string): void {
  location.replace(warningFor(url));
}

/**
 * Rules see what goes to the network. A page that changes its address without loading anything never does: on hosts with
 * path entries each address is asked for.
 *
 * @param judged the address that was asked for while the page was covered, as its host's pages always are
 */
function watchAddress(link: GuardLink, judged: string): void {
  const look = async () => {
    const now = addressOf(location);
    if (now === judged) return;
    judged = now;
    if (await link.askedAlready(location.host)) return;
    const answer = await link.ask(location.href);
    if (answer?.action === "warn") warn(link, answer.url);
  };
  navigation.addEventListener("currententrychange", look);
  void look();
}

/** What a server is asked for: a fragment makes no other page. */
const addressOf = ({ pathname, search }: Location) => pathname + search;
