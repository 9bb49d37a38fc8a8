import { foldText } from "../lookalike/fold.ts";
import type { PageFacts } from "./page-facts.ts";
import { plainWords } from "./plain-words.ts";

/** All words that a page shows, folded and written out (plainWords), one space between words and " . " between blocks, as the patterns expect. */
export function wordsOfPage({
  title,
  text,
  drawn,
}: Pick<PageFacts, "title" | "text" | "drawn">): string {
  return plainWords(
    foldText(`${title}\n${text}\n${drawn}`)
      .replace(/\s*\n\s*/g, " . ")
      .replace(/\s+/g, " "),
  );
}
