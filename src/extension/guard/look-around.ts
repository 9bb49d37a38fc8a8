import type { LookLink } from "../platform/look-link.ts";
import { collectFacts } from "./collect/collect-facts.ts";
import { inSlices } from "./collect/in-slices.ts";
import { watchPage } from "./collect/watch-page.ts";
import { letGo } from "./let-go.ts";
import { isOurs } from "./ours.ts";

/** Documents that people take for pages; a file on the machine and the browser's own are none. */
const PAGES = /^(?:https?|about|blob|data):$/;

/** Looks at what a page asks for, tells the background of that alone, and does what the background then says. */
export function lookAround(link: LookLink): void {
  if (!PAGES.test(location.protocol)) return;
  const { report, warningFor } = link;
  const shadowRootOf = (element: Element) => (isOurs(element) ? null : link.shadowRootOf(element));
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
