import { foldText } from "../lookalike/fold.ts";
import { excerptOf } from "./excerpt.ts";
import { isSyllable } from "./syllable.ts";

/** A message made ready to be read. */
export interface MessageText {
  /** The message as it was given, its middle left out if it is long. */
  given: string;
  /** Folded: lower case, no marks, look-alike letters undone; punctuation stays. */
  folded: string;
  /** The words of the folded text, with what is put between or in place of their letters undone ("kh0a", "n.a.p"). */
  words: string[];
  /** How many signs were put between letters or in place of them, by the hundred characters. */
  noise: number;
}

/** With a scheme or "www.", or a bare host whose labels are whole: not "n.a.p". */
const ADDRESS =
  /(?:h(?:tt|xx)ps?:\/\/|www\.)\S+|(?<![a-z0-9.@-])(?:[a-z0-9-]{2,40}\.){1,4}(?:com|net|org|vn|top|xyz|vip|cc|shop|site|club|icu|info|app|link|ly|me|gl|page|edu|gov|store|online|pro|life|live|win|click|io|co|to|asia)(?![a-z0-9]|\.[a-z0-9])(?:\/\S*)?/g;

/** Reads a message of any length in any script; never throws. */
export function readMessage(message: string): MessageText {
  // Invalid Unicode (lone surrogates) would make some functions throw.
  const given = excerptOf(message).toWellFormed();
  const folded = foldText(given).replace(/\s+/g, " ").trim();
  let noise = 0;
  const count = (replaced: string) => () => {
    noise++;
    return replaced;
  };
  const undone = folded
    // What stands in an address disguises nothing.
    .replace(ADDRESS, (address) => address.replace(/[^a-z0-9]+/g, " "))
    // A blank left out after a sentence disguises nothing.
    .replace(/(?<![a-z.])[a-z]{2,7}(?:[.,;:!?][a-z]{2,7}){1,4}(?![a-z.])/g, (run) => {
      const parts = run.split(/[.,;:!?]/);
      return parts.every(isSyllable) ? parts.join(" ") : run;
    })
    .replace(
      /(?<=[a-z])0(?=[a-z])|(?<=\b[a-z]{1,3})0(?![a-z0-9])|(?<![a-z0-9])0(?=[a-z]{2})/g,
      count("o"),
    )
    .replace(/(?<=[a-z])[!|1](?=[a-z])/g, count("i"))
    .replace(/(?<=[a-z])@|@(?=[a-z])(?<![a-z0-9]@)/g, count("a"))
    .replace(/(?<=[a-z])['’](?:s|t|re|ll|ve|m|d)(?![a-z'’])/g, " ")
    .replace(/(?<=[a-z])['"`´‘’:;,.*^~_](?=[a-z])/g, count(""));
  const words = undone.match(/[a-z]+|\d+/g) ?? [];
  return { given, folded, words, noise: (noise * 100) / Math.max(folded.length, 40) };
}
