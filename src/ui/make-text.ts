import type { PARAMETERS } from "../locales/parameters.ts";
import type { Language } from "./language-of.ts";

export type Message = string | { one: string; other: string };
type Parameters = typeof PARAMETERS;
type Given<K extends string> = K extends keyof Parameters
  ? [parameters: Record<Parameters[K][number], string | number>]
  : [];

/** Renders texts of one language. Keys and parameters are checked by the compiler. */
export interface TextOf<Keys extends string> {
  <K extends Keys>(key: K, ...given: Given<K>): string;
  language: Language;
  /** Number in the language's own digit grouping: 4.966 in Vietnamese, 4,966 in English. */
  number(value: number): string;
}

/**
 * Runs in browsers and in Node alike.
 *
 * Numbers given as parameters are grouped as the language does; pass codes and versions as strings. Where a text has
 * plural forms, the parameter `count` chooses.
 *
 * @param messages the texts in that language
 */
export function makeText<Keys extends string>(
  language: Language,
  messages: Readonly<Record<Keys, Message>>,
): TextOf<Keys> {
  const numbers = new Intl.NumberFormat(language);
  const plurals = new Intl.PluralRules(language);

  const t = (key: Keys, given: Record<string, string | number> = {}): string => {
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
  return Object.assign(t as Omit<TextOf<Keys>, "language" | "number"> & typeof t, {
    language,
    number: (value: number) => numbers.format(value),
  }) as TextOf<Keys>;
}
