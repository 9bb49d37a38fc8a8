import { CAPS, type PageFacts } from "../../../core/evidence/page-facts.ts";
import { hostOf, type Resolve } from "./addresses.ts";
import { attribute, clippedText, isElement, nameOf, namesOf, parentOf } from "./dom.ts";
import { isFoot } from "./parts-of-page.ts";
import { drawnLines, isQrCode, readDrawing } from "./read-drawing.ts";

/** Elements that may be a mark made of letters, by the class that says so. */
const MAY_NAME = namesOf("a b div h1 h2 h3 p span strong");
const NAMED = /(?:^|[\s_-])(?:logo|brand|site-?(?:title|name))(?:$|[\s_-]|text|name|title)/i;
const SITE_NAME = /^(?:og:site_name|application-name|apple-mobile-web-app-title)$/i;
const MOST_ASSET_HOSTS = 40;
const LONGEST_DRAWN = 4_000;
/** A picture of more lines is a page in itself. */
const MOST_LINES_OF_MARK = 3;

/** Gathers what a page shows as marks, and what it draws instead of writing it. */
export function collectMarks(facts: PageFacts, resolve: Resolve, heading: (words: string) => void) {
  const { marks, assetHosts } = facts;
  let count = 0;

  function mark(text: string, element: Element): void {
    if (text === "" || ++count > CAPS.pictures || text.length > CAPS.line) return;
    let linksTo = "";
    let inFoot = false;
    let up: Node | null = element;
    for (let step = 0; step < 12 && up !== null && isElement(up) && !inFoot; step++) {
      const name = nameOf(up);
      if (name === "a" && step < 4 && linksTo === "")
        linksTo = hostOf(resolve(attribute(up, "href", CAPS.address)));
      inFoot = isFoot(up, name);
      up = parentOf(up);
    }
    marks.push({ text, linksTo, ...(inFoot ? { inFoot } : {}) });
  }

  function asset(address: string): void {
    const host = hostOf(resolve(address));
    if (host !== "" && assetHosts.length < MOST_ASSET_HOSTS && !assetHosts.includes(host))
      assetHosts.push(host);
  }

  function draw(lines: readonly string[]): void {
    const { drawn } = facts;
    if (drawn.length < LONGEST_DRAWN) facts.drawn = [drawn, ...lines].join("\n").trim();
  }

  function drawing(picture: Element, element: Element, alternative: string): void {
    const lines = drawnLines(picture);
    draw(lines);
    if (isQrCode(picture)) mark("QR", element);
    const isPage = lines.length > MOST_LINES_OF_MARK;
    if (isPage) heading(lines[0]?.slice(0, CAPS.line) ?? "");
    mark([alternative, ...(isPage ? [] : lines)].join(" ").trim(), element);
  }

  return {
    draw,
    svg: (element: Element) => drawing(element, element, attribute(element, "aria-label")),
    picture(element: Element): void {
      const address = attribute(element, "src", CAPS.picture);
      const alternative = attribute(element, "alt");
      const picture = readDrawing(address);
      if (picture !== null) {
        drawing(picture, element, alternative);
        return;
      }
      asset(address);
      mark(`${alternative} ${fileName(address)}`.trim(), element);
    },
    /** An icon of the page, if this link names one. */
    icon(link: Element): void {
      if (!/icon/i.test(attribute(link, "rel"))) return;
      const address = attribute(link, "href", CAPS.address);
      asset(address);
      mark(fileName(address), link);
    },
    /** The site's name, if this is what the element tells. */
    siteName(meta: Element): void {
      if (SITE_NAME.test(attribute(meta, "property") + attribute(meta, "name")))
        mark(attribute(meta, "content"), meta);
    },
    /** @param called the element's class */
    lettered(element: Element, name: string, called: string): void {
      if (MAY_NAME.has(name) && NAMED.test(called)) mark(clippedText(element, 60), element);
    },
  };
}

/** The last part of an address, without its ending; empty for data. */
function fileName(address: string): string {
  if (address.startsWith("data:")) return "";
  return /(?<![^/?#])([^/?#]+?)(?:\.\w{2,5})?(?:[?#]|$)/.exec(address)?.[1] ?? "";
}
