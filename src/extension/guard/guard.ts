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
  standFirst();
  const revealed = () => {
    setTimeout(() => {
      noteRevealed();
      askIfNotFromNetwork(linkOf());
    });
  };
  if (shield) raiseShield(() => shieldNeeds(linkOf()), revealed);
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

/** The background sends the tab away; a frame goes by itself. */
function warn({ warningFor }: GuardLink): void {
  if (window !== window.top) location.replace(warningFor(location.href));
}

/**
 * Rules see what goes to the network. A page that its own service worker gives out, that comes back from the back/forward
 * cache or changes its address without loading anything never did: its host is asked for, once a host and list, and on
 * hosts with path entries each address.
 */
function askIfNotFromNetwork(link: GuardLink): void {
  const check = async () => {
    if (await link.askedAlready(location.host)) return;
    const answer = await link.ask();
    if (answer?.action === "warn") warn(link);
  };
  if (isMarked()) {
    let page = location.pathname + location.search;
    navigation.addEventListener("currententrychange", () => {
      const now = location.pathname + location.search;
      if (now !== page) void check();
      page = now;
    });
  }
  if ((arrival()?.workerStart ?? 0) > 0) void check();
  addEventListener("pageshow", ({ persisted }) => {
    if (persisted) void check();
  });
}
