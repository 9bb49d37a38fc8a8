import type { LookLink } from "../platform/look-link.ts";
import { isScanned } from "../platform/look-orders.ts";
import { collectFacts } from "./collect/collect-facts.ts";
import { matches } from "./collect/dom.ts";
import { inSlices } from "./collect/in-slices.ts";
import { watchPage } from "./collect/watch-page.ts";
import { isOurs } from "./ours.ts";

/**
 * Most elements with content of their own that a page is asked about: ten microseconds each (measured, Chromium 156). What
 * hides its form in a closed shadow tree is a custom element, or empty without it; of those all are asked about, and of what
 * a person has gone into.
 */
const MOST_FULL = 200;

/** Documents that people take for pages; a file on the machine and the browser's own are none. */
const PAGES = /^(?:http|about|blob|data)/;

/** Looks at what a page asks for, tells the background of that alone, and does what the background then says. */
export function lookAround(link: LookLink): void {
  // The browser brings it into an unfinished page a second time once that has come to its end.
  if (isScanned() || !PAGES.test(location.protocol)) return;
  const shadowRootOf = createShadowReader(link);
  watchPage(document, { shadowRootOf, report: link.report });
  // The background gives its orders to the top document alone.
  link.obey({ collect: () => inSlices(collectFacts(document, { shadowRootOf })) });
}

function createShadowReader(link: LookLink): LookLink["shadowRootOf"] {
  let full = 0;
  return (element) => {
    const isPlain = element.firstChild !== null && !element.localName.includes("-");
    const isLeftOut = isPlain && ++full > MOST_FULL && !matches(element, ":focus-within");
    const root = isLeftOut ? element.shadowRoot : link.shadowRootOf(element);
    return root !== null && isOurs(element) ? null : root;
  };
}
