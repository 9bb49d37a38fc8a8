/** Stands for what may come between two words of one sentence; full stops within numbers end none. */
const BETWEEN = "(?![a-z0-9])(?:(?!\\.(?!\\d))[^!?]){0,40}?(?<![a-z0-9])";

/**
 * Vocabularies are lists of phrases in folded words (wordsOfPage), a line a wording and its variants:
 * "(a|b)" either, "(a )?" or without, "#" a number however it is cut ("1.500.000"), " … " up to forty characters of the
 * same sentence. A blank may be missing on the page ("mienphi"). Phrases stand for whole words.
 */
export function phrases(lines: readonly string[]): RegExp {
  const patterns = lines.map((line) =>
    line
      .replaceAll(" … ", "…")
      .replace(/\((?!\?)/g, "(?:")
      .replaceAll("#", "\\d[\\d.,]{0,24}")
      .replaceAll(" ", " ?")
      .replaceAll("…", BETWEEN),
  );
  return new RegExp(`(?<![a-z0-9])(?:${patterns.join("|")})(?![a-z0-9])`, "g");
}

/** Different wordings of a vocabulary in a text, up to `most`; two that differ in numbers only are one. */
export function wordings(vocabulary: RegExp, folded: string, most = 2): number {
  const found = new Set<string>();
  for (const [wording] of folded.matchAll(vocabulary)) {
    found.add(wording.replace(/\d[\d.,]*/g, "#"));
    if (found.size >= most) break;
  }
  return found.size;
}
