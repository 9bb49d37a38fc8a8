import en from "../../src/locales/en.json" with { type: "json" };
import reportEn from "../../src/locales/report/en.json" with { type: "json" };
import reportVi from "../../src/locales/report/vi.json" with { type: "json" };
import vi from "../../src/locales/vi.json" with { type: "json" };

const VI = { ...vi, ...reportVi };
const EN = { ...en, ...reportEn };

type StringKeys<T> = { [K in keyof T]: T[K] extends string ? K : never }[keyof T];
type Key = StringKeys<typeof VI> & StringKeys<typeof EN>;

/** What stands on the extension's pages, its blanks filled: the walk finds buttons by what people read on them. */
export type ShownText = (key: Key, words?: Readonly<Record<string, string>>) => string;

/** @param language the one that the extension's pages speak in this browser */
export function shownText(language: "vi" | "en"): ShownText {
  const texts = language === "vi" ? VI : EN;
  return (key, words = {}) =>
    texts[key].replace(/\{(\w+)\}/g, (blank, name: string) => words[name] ?? blank);
}
