import { attribute, select, textOf } from "./dom.ts";

const DOTS =
  /text-security\s*:\s*(?!none)|font-family\s*:(?:(?!font-family)[^;}])*(?:text-security|dotsfont|password)/i;
const RULE = /(?<![^{}])([^{}]+)\{([^{}]*)\}/g;
const MOST_STYLE = 65_536;

/** Tells fields whose style shows dots for what is typed, from style attributes and style elements: no layout is asked. */
export function createMasking(root: Document | DocumentFragment): (field: Element) => boolean {
  const selectors: string[] = [];
  let read = 0;
  for (const style of select(root, "style")) {
    const css = textOf(style).slice(0, MOST_STYLE - read);
    read += css.length;
    if (DOTS.test(css)) {
      for (const [, selector = "", body = ""] of css.matchAll(RULE)) {
        if (DOTS.test(body)) selectors.push(selector.trim());
      }
    }
    if (read >= MOST_STYLE) break;
  }
  return (field) =>
    DOTS.test(attribute(field, "style", 500)) ||
    selectors.slice(0, 20).some((selector) => matches(field, selector));
}

function matches(field: Element, selector: string): boolean {
  try {
    return field.matches(selector);
  } catch {
    // A selector that this browser does not know applies to nothing here either.
    return false;
  }
}
