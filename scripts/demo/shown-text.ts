import vi from "../../src/locales/vi.json" with { type: "json" };

type Key = { [K in keyof typeof vi]: (typeof vi)[K] extends string ? K : never }[keyof typeof vi];

/** What stands on the extension's pages in Vietnamese, its blanks filled: the walk finds buttons by what people read. */
export function shownText(key: Key, words: Readonly<Record<string, string>> = {}): string {
  return vi[key].replace(/\{(\w+)\}/g, (blank, name: string) => words[name] ?? blank);
}
