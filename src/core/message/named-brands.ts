import type { Brand } from "../lookalike/brands.ts";
import { foldText } from "../lookalike/fold.ts";
import { COMMON_NAMES } from "../lookalike/words.ts";

/** Sectors in whose name people are asked for money or secrets. Others are named in passing. */
const ASKING = new Set(
  "bank digital-bank wallet government utility logistics ecommerce telecom securities consumer-finance payment crypto".split(
    " ",
  ),
);
const MOST_WORDS_OF_NAME = 6;

/**
 * @returns a function that finds the brands which a text names, each once, in order of appearance; a name is one word
 *   or several ("ngan hang ngoai thuong"), and of two at one place the longer one
 */
export function createBrandFinder(brands: readonly Brand[]): (words: readonly string[]) => Brand[] {
  const byName = new Map<string, Brand>();
  for (const brand of brands) {
    if (!ASKING.has(brand.sector)) continue;
    for (const alias of [...brand.aliases, foldText(brand.name)]) {
      const name = (alias.match(/[a-z0-9]+/g) ?? []).join(" ");
      if (name.length < 3 || COMMON_NAMES.has(name)) continue;
      if (!byName.has(name)) byName.set(name, brand);
    }
  }
  return (words) => {
    const found = new Set<Brand>();
    for (let at = 0; at < words.length; ) {
      let taken = 1;
      for (let count = Math.min(MOST_WORDS_OF_NAME, words.length - at); count > 0; count--) {
        const brand = byName.get(words.slice(at, at + count).join(" "));
        if (brand === undefined) continue;
        found.add(brand);
        taken = count;
        break;
      }
      at += taken;
    }
    return [...found];
  };
}
