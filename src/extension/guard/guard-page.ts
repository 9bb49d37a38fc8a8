import type { GuardLink } from "../platform/guard-link.ts";
import { collectFacts } from "./collect/collect-facts.ts";
import { inSlices } from "./collect/in-slices.ts";
import { watchPage } from "./collect/watch-page.ts";
import { letGo } from "./let-go.ts";

/** Documents that people take for pages; a file on the machine and the browser's own are none. */
const PAGES = /^(?:https?|about|blob|data):$/;

/** Looks at what a page asks for, tells the background of that alone, and does what the background then says. */
export function guardPage(link: GuardLink): void {
  if (!PAGES.test(location.protocol)) return;
  const { shadowRootOf, report, warningFor } = link;
  watchPage(document, { shadowRootOf, report });
  if (window !== window.top) return;
  link.onOrder({
    collect: () => inSlices(collectFacts(document, { shadowRootOf })),
    leave(url) {
      letGo();
      location.replace(warningFor(url));
    },
  });
}
