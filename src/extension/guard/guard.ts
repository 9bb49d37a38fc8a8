import { createGuardText } from "../../ui/guard-text.ts";
import { languageOf } from "../../ui/language-of.ts";
import type { GuardLink } from "../platform/guard-link.ts";
import { arrival } from "./arrival.ts";
import { standFirst } from "./first-listener.ts";
import { isMarked } from "./is-marked.ts";
import { noteRevealed } from "./revealed.ts";
import { raiseShield, type ShieldNeeds } from "./shield.ts";

/**
 * What runs at the start of every page and frame. On a page that came through the browser's rules it does nothing after
 * its first tick; look.js comes when the page has settled. That tick is what pages wait for, so all that can wait is made
 * later, the link too.
 *
 * @param shield whether a starting browser lets pages past its rules (Chromium), so that they must be covered
 */
export const startGuard = ((linkOf: () => GuardLink, { shield }: { shield: boolean }): void => {
  let arrivedAt: string | null = null;
  standFirst();
  const revealed = () => {
    setTimeout(() => {
      noteRevealed();
      askIfNotFromNetwork(linkOf(), arrivedAt);
    });
  };
  const needs = () => {
    // Before the page's first script, which may change it.
    arrivedAt = addressOf(location);
    return shieldNeeds(linkOf());
  };
  if (shield) raiseShield(needs, revealed);
  else revealed();
}) satisfies (linkOf: () => GuardLink, needs: { shield: boolean }) => void;

function shieldNeeds(link: GuardLink): ShieldNeeds {
  const { ask, orphaned, languages, chosenLanguage } = link;
  return {
    ask,
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
    warn: () => warn(link),
  };
}

function warn({ warningFor }: GuardLink): void {
  location.replace(warningFor(location.href));
}

/**
 * Rules see what goes to the network. A page that its own service worker gives out, that comes back from the back/forward
 * cache or changes its address without loading anything never did: its host is asked for, once a host and list, and on
 * hosts with path entries each address.
 *
 * @param arrivedAt what was judged while the page was covered; null if it never was
 */
function askIfNotFromNetwork(link: GuardLink, arrivedAt: string | null): void {
  const check = async () => {
    if (await link.askedAlready(location.host)) return;
    const answer = await link.ask();
    if (answer?.action === "warn") warn(link);
  };
  if (isMarked()) {
    let judged = arrivedAt ?? addressOf(location);
    const look = () => {
      const now = addressOf(location);
      if (now !== judged) void check();
      judged = now;
    };
    navigation.addEventListener("currententrychange", look);
    look();
  }
  if ((arrival()?.workerStart ?? 0) > 0) void check();
  addEventListener("pageshow", ({ persisted }) => {
    if (persisted) void check();
  });
}

/** What a server is asked for: a fragment makes no other page. */
const addressOf = ({ pathname, search }: Location) => pathname + search;
