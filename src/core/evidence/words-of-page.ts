import { foldText } from "../lookalike/fold.ts";
import type { PageFacts } from "./page-facts.ts";
import { plainWords } from "./plain-words.ts";

/** "1900 xxxx", "09xx 123": digits that a page keeps to itself until it is called. */
const HIDDEN_DIGITS = /(?<=\d[ .-]?)x{2,4}(?![a-z])/g;

/** Everyday words that fold to those of lures, and what stands for them: "tầng 3" to "tặng 3", "gọi hỗ trợ" to "gói hỗ trợ". */
const HOMOGRAPHS: readonly (readonly [RegExp, string])[] = [
  [/(?<!\p{L})tầng(?!\p{L})/giu, "lầu"],
  [/(?<!\p{L})tăng(?=\s+\d)/giu, "lên"],
  [/(?<!\p{L})gọi(?=\s+(?:hỗ trợ|tiền))/giu, "điện"],
];

/** All words that a page shows, folded and written out (plainWords), one space between words and " . " between blocks, as the patterns expect. */
export function wordsOfPage({
  title,
  text,
  drawn,
}: Pick<PageFacts, "title" | "text" | "drawn">): string {
  let shown = `${title}\n${text}\n${drawn}`.normalize("NFC");
  for (const [word, other] of HOMOGRAPHS) shown = shown.replace(word, other);
  return plainWords(
    foldText(shown)
      .replace(HIDDEN_DIGITS, (hidden) => "0".repeat(hidden.length))
      .replace(/\s+/g, (blank) => (blank.includes("\n") ? " . " : " ")),
  );
}
