import { say } from "./say.ts";

/**
 * What the interface says in the one language or the other: a window that the extension opens may speak before the test
 * has told it which language to read.
 */
export function sayEither(...[key, words]: Parameters<typeof say>): RegExp {
  const texts = (["vi", "en"] as const).map((locale) => say(key, words, locale));
  return new RegExp(texts.map((text) => text.replace(/[.?]/g, "\\$&")).join("|"));
}
