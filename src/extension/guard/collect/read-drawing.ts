import { CAPS } from "../../../core/evidence/page-facts.ts";
import { decodeBase64 } from "../../../core/evidence/script-markup.ts";
import { attribute, clippedText, select } from "./dom.ts";

const MOST_LINES = 60;
const DRAWING = /^data:image\/svg\+xml[^,]{0,60},/i;
/** One black module as QR libraries draw it, and how many a code has at least (ISO/IEC 18004, version 1: 21 × 21). */
const MODULE = /[hH]-?\d+(?:\.\d+)?v-?\d+/g;
const LEAST_MODULES = 80;

/** An SVG picture that is written into an address (RFC 2397), as a document of its own; null if it is none. */
export function readDrawing(address: string): Element | null {
  const head = DRAWING.exec(address)?.[0];
  if (head === undefined || address.length >= CAPS.picture) return null;
  try {
    const body = address.slice(head.length);
    const markup = /;base64,$/i.test(head) ? decodeBase64(body) : decodeURIComponent(body);
    return new DOMParser().parseFromString(markup, "text/html").querySelector("svg");
  } catch {
    // A stray percent sign: the browser shows no picture either.
    return null;
  }
}

/** Lines of text in an SVG picture. */
export function drawnLines(picture: Element): string[] {
  // Of very many no more than these are touched.
  const texts: Element[] = Array.prototype.slice.call(select(picture, "text"), 0, MOST_LINES);
  return texts.map((text) => clippedText(text, 200)).filter(Boolean);
}

/** Whether an SVG picture is made of as many small squares as a QR code is. */
export function isQrCode(picture: Element): boolean {
  const squares = select(picture, "rect").length;
  if (squares >= LEAST_MODULES) return true;
  const paths = select(picture, "path");
  for (let index = 0; index < Math.min(paths.length, 4); index++) {
    const path = paths.item(index);
    const shape = path === null ? "" : attribute(path, "d", CAPS.picture);
    if ((shape.match(MODULE)?.length ?? 0) >= LEAST_MODULES) return true;
  }
  return false;
}
