import type { Field } from "./page-facts.ts";
import { fieldsIn, packagesIn, scriptMarkup } from "./script-markup.ts";

/** What scripts hold back: mark-up that they will put into the page. */
export interface Unpacked {
  fields: Field[];
  packages: string[];
  /** Words of the mark-up, and of that its headings and the titles that it will give the page. */
  text: string;
  headings: string[];
  /** True if it was base64 or written in escapes, which no honest page has a reason to do with a form. */
  wasHidden: boolean;
}

/** What stands between tags; code between them holds signs that words do not. */
const WORDS = />([^<>{}=;]{3,400})(?=<)/g;
const HEADING = /<h[1-3]\b[^>]{0,200}>(.{2,160}?)<\/h[1-3]/gi;
const TITLE = /document\.title\s*=\s*["'`]([^"'`]{3,120})/g;
const MOST_HEADINGS = 6;
const LONGEST_TEXT = 8_000;

/** Reads the mark-up in inline scripts, also such as is packed in base64 or escapes. Runs nothing. */
export function unpackScript(script: string): Unpacked {
  const { all, hidden } = scriptMarkup(script);
  const words = [...all.matchAll(WORDS)].map(([, text = ""]) => text);
  return {
    fields: fieldsIn(all),
    packages: packagesIn(`${script}\n${all}`),
    text: words.join("\n").slice(0, LONGEST_TEXT),
    headings: [...all.matchAll(HEADING), ...script.matchAll(TITLE)]
      .slice(0, MOST_HEADINGS)
      .map(([, text = ""]) => text.replace(/<[^<>]*>/g, " ").trim()),
    wasHidden: hidden.some((text) => /<(?:input|form)\b|\.apk/i.test(text)),
  };
}
