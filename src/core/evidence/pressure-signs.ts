import { wordings } from "./phrases.ts";
import { ALARM, PRESSURE, type PressureSign } from "./pressure-words.ts";

/**
 * Signs by which a page presses or lures, each with the number of its wordings, 2 standing for more. Alone they prove
 * nothing: articles quote them.
 *
 * @param folded words as wordsOfPage gives them
 */
export function pressureSigns(folded: string): Map<PressureSign, number> {
  const signs = new Map<PressureSign, number>();
  for (const [sign, vocabulary] of Object.entries(PRESSURE) as [PressureSign, RegExp][]) {
    if (sign === "infected" && folded.search(ALARM) < 0) continue;
    const count = wordings(vocabulary, folded);
    if (count > 0) signs.set(sign, count);
  }
  return signs;
}
