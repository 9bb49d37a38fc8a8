import { foldText } from "../lookalike/fold.ts";
import type { Term } from "./rules.ts";

/** Before the word itself, and left out by many: "mã OTP", "tệp APK". */
const KINDS = new Set(["ma", "tep", "code", "file"]);

/**
 * The word that somebody asks for, as in "otp là gì", in either language.
 *
 * @returns null if the query names none
 */
export function termSought(glossary: readonly Term[], query: string): Term | null {
  const asked = new Set(wordsOf(query));
  const isNamed = (term: string) => {
    const words = wordsOf(term);
    const telling = words.filter((word) => words.length === 1 || !KINDS.has(word));
    return telling.length > 0 && telling.every((word) => asked.has(word));
  };
  return glossary.find(({ term }) => isNamed(term.vi) || isNamed(term.en)) ?? null;
}

function wordsOf(text: string): string[] {
  return foldText(text).match(/[a-z0-9]+/g) ?? [];
}
