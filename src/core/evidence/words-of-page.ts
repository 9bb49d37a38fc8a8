import { foldText } from "../lookalike/fold.ts";
import type { PageFacts } from "./page-facts.ts";
import { plainWords } from "./plain-words.ts";

/** "1900 xxxx", "09xx 123": digits that a page keeps to itself until it is called. */
const HIDDEN_DIGITS = /(?<=\d[ .-]?)x{2,4}(?![a-z])/g;

/** All words that a page shows, folded and written out (plainWords), one space between words and " . " between blocks, as the patterns expect. */
export function wordsOfPage({
  title,
  text,
  drawn,
}: Pick<PageFacts, "title" | "text" | "drawn">): string {
  return plainWords(
    foldText(`${title}\n${text}\n${drawn}`)
      .replace(HIDDEN_DIGITS, (hidden) => "0".repeat(hidden.length))
      .replace(/\s*\n\s*/g, " . ")
      .replace(/\s+/g, " "),
  );
}
