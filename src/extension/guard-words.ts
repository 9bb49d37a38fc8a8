import en from "../locales/guard/en.json" with { type: "json" };
import vi from "../locales/guard/vi.json" with { type: "json" };
import type { Language } from "../ui/language-of.ts";

/** What the guard says in pages. */
export type GuardWord = "unchecked" | "reload";

/** Name of a text in the package's locale files, which have it in both languages: guard.js, in every page, has none. */
export const guardMessage = (word: GuardWord, language: Language): string =>
  `guard_${word}_${language}`;

/** All of them for the locale files. */
export function guardMessages(): Record<string, { message: string }> {
  const words: readonly GuardWord[] = ["unchecked", "reload"];
  return Object.fromEntries(
    words.flatMap((word) =>
      Object.entries({ vi, en }).map(([language, texts]) => [
        guardMessage(word, language as Language),
        { message: texts[`guard.${word}`] },
      ]),
    ),
  );
}
