import { createGuardText } from "../../ui/guard-text.ts";
import { languageOf } from "../../ui/language-of.ts";
import type { GuardLink } from "../platform/guard-link.ts";
import { standFirst } from "./first-listener.ts";
import { isMarked } from "./is-marked.ts";
import { noteRevealed } from "./revealed.ts";
import { raiseShield } from "./shield.ts";

/**
 * What runs at the start of every page and frame. On a page that came through the browser's rules it does nothing after
 * its first tick; look.js comes when the page has settled.
 *
 * @param shield whether a starting browser lets pages past its rules (Chromium), so that they must be covered
 */
export function startGuard(link: GuardLink, { shield }: { shield: boolean }): void {
  const warn = () => {
    // The background sends the tab away; a frame goes by itself.
    if (window !== window.top) location.replace(link.warningFor(location.href));
  };
  standFirst();
  const revealed = () => {
    // Not within the tick that the page waits for: what this asks the browser costs a fifth of it.
    setTimeout(() => askIfNotFromNetwork(link, warn));
    noteRevealed();
  };
  if (!shield) {
    revealed();
    return;
  }
  const text = () => {
    const understood = link.languages();
    let t = createGuardText(languageOf(understood));
    link.chosenLanguage().then(
      (chosen) => {
        t = createGuardText(languageOf(understood, chosen));
      },
      (error: unknown) => console.debug(error),
    );
    return (key: Parameters<typeof t>[0]) => t(key);
  };
  raiseShield({ ask: link.ask, orphaned: link.orphaned, text, warn, revealed });
}

/**
 * Rules see what goes to the network. A page that its own service worker gives out, that comes back from the back/forward
 * cache or changes its address without loading anything never did: its host is asked for, once a host and list, and on
 * hosts with path entries each address.
 */
function askIfNotFromNetwork(link: GuardLink, warn: () => void): void {
  const check = async () => {
    if (await link.askedAlready(location.host)) return;
    const answer = await link.ask();
    if (answer?.action === "warn") warn();
  };
  if (isMarked()) {
    let page = location.pathname + location.search;
    navigation.addEventListener("currententrychange", () => {
      const now = location.pathname + location.search;
      if (now !== page) void check();
      page = now;
    });
  }
  const [arrival] = performance.getEntriesByType("navigation");
  if (arrival instanceof PerformanceNavigationTiming && arrival.workerStart > 0) void check();
  addEventListener("pageshow", ({ persisted }) => {
    if (persisted) void check();
  });
}
