import en from "../locales/en.json" with { type: "json" };
import type { PARAMETERS } from "../locales/parameters.ts";
import vi from "../locales/vi.json" with { type: "json" };

export type Language = "vi" | "en";

/** Vietnamese is the first language: a key that is not there does not exist. */
export type Key = keyof typeof vi;

type Message = string | { one: string; other: string };
type Parameters = typeof PARAMETERS;
type Given<K extends Key> = K extends keyof Parameters
  ? [parameters: Record<Parameters[K][number], string | number>]
  : [];

/** Renders interface texts of one language. Keys and parameters are checked by the compiler. */
export interface Text {
  <K extends Key>(key: K, ...given: Given<K>): string;
  language: Language;
  /** Number in the language's own digit grouping: 4.966 in Vietnamese, 4,966 in English. */
  number(value: number): string;
}

/**
 * Runs in browsers and in Node alike.
 *
 * Numbers given as parameters are grouped as the language does; pass codes and versions as strings. Where a text has
 * plural forms, the parameter `count` chooses.
 */
export function createText(language: Language): Text {
  const messages: Record<Key, Message> = language === "vi" ? vi : en;
  const numbers = new Intl.NumberFormat(language);
  const plurals = new Intl.PluralRules(language);

  const t = (key: Key, given: Record<string, string | number> = {}): string => {
    const message = messages[key];
    const template =
      typeof message === "string"
        ? message
        : message[plurals.select(Number(given.count)) === "one" ? "one" : "other"];
    return template.replace(/\{(\w+)\}/g, (_, name: string) => {
      const value = given[name];
      if (value === undefined) throw new Error(`Text "${key}" lacks its parameter "${name}"`);
      return typeof value === "number" ? numbers.format(value) : value;
    });
  };
  return Object.assign(t as Omit<Text, "language" | "number"> & typeof t, {
    language,
    number: (value: number) => numbers.format(value),
  }) as Text;
}

/**
 * The language to speak: what the person chose, otherwise Vietnamese for whoever reads Vietnamese, and English elsewhere.
 *
 * @param understood BCP 47 tags of the browser's interface and of the languages it asks pages for, as "vi-VN"
 */
export function languageOf(
  understood: readonly string[],
  chosen: Language | null = null,
): Language {
  return chosen ?? (understood.some((tag) => /^vi\b/i.test(tag)) ? "vi" : "en");
}
