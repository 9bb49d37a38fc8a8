import type { Brand } from "../lookalike/brands.ts";
import { digitsAsLetters, foldText, pairsAsLetters } from "../lookalike/fold.ts";

/** A brand's name in a text. */
export interface Mention {
  brand: Brand;
  /** The spelling, letters and digits only. */
  name: string;
  /** Words before the name, and how many there are in all, to tell a name from a sentence that holds it. */
  at: number;
  words: number;
  /** Number of words that the name takes. */
  length: number;
}

export interface BrandMentions {
  /** All mentions in a text, in order, overlapping ones only by their longest. */
  in(text: string): Mention[];
}

/**
 * Spellings that are ordinary words or letters of many meanings. Beside a title or a logo they prove nothing, so they
 * are not looked for in pages; the brand's other spellings are.
 */
const ORDINARY = new Set(
  `tiendien dienluc congan phatnguoi vetau muaban chotot hoadondientu xuatnhapcanh thuedientu dichvu visa meta apple
zoom ups ff lq fb ais mic mps nca steam ledger highlands grab tima tamo timo cake moca lotte prudential 24h evisa bhyt
mof moj sbv a05 spc npc cpc hsc vps mbs x grabfood thanhnien nhandan baoviet soyte baohiem quochoi tracuutenmien messenger
outlook blockchainwallet playtogether cic hlbank sendo ubank congantinh lienminh conganthanhpho chinhphu visacard buudien vov`.split(
    /\s+/,
  ),
);
/** Signs that stand at names and would fold to letters of theirs. */
const SEALS = /[™℠®©]/g;
const LONGEST_NAME = 40;
const WORD = /[a-z0-9]+/g;

/** Letters and digits alone. */
function joined(text: string): string {
  return foldText(text).replace(/[^a-z0-9]/g, "");
}

/**
 * Finds names and aliases of all brands in texts of pages, however they are cut into words ("V i e t c o m b a n k",
 * "MB Bank", "vietcom-bank"). The cost grows with the text, not with the number of brands.
 */
export function indexBrandMentions(brands: readonly Brand[]): BrandMentions {
  const byName = new Map<string, Brand>();
  let longest = 0;
  for (const brand of brands) {
    const spoken = brand.name.replace(/\([^()]*\)/g, "").split(/\s\/\s|–/);
    for (const spelling of [...spoken, ...brand.aliases]) {
      const name = joined(spelling);
      if (name.length < 3 || ORDINARY.has(name) || byName.has(name)) continue;
      byName.set(name, brand);
      longest = Math.max(longest, name.length);
    }
  }
  longest = Math.min(longest, LONGEST_NAME);
  const lookUp = (name: string, asL: string, asI: string): [Brand, string] | null => {
    const readings =
      /[0-9]/.test(name) && /[a-z]{2}/.test(name) ? [name, asL, asI, pairsAsLetters(name)] : [name];
    for (const reading of readings) {
      const brand = byName.get(reading);
      if (brand !== undefined) return [brand, reading];
    }
    return null;
  };
  return {
    in(text) {
      const words = foldText(text.replace(SEALS, " ")).match(WORD) ?? [];
      // Once a word, not once for each name that it may be a part of.
      const readings = words.map(digitsAsLetters);
      const found: Mention[] = [];
      for (let at = 0; at < words.length; at++) {
        let name = "";
        let asL = "";
        let asI = "";
        let best: Mention | null = null;
        for (let end = at; end < words.length; end++) {
          name += words[end];
          asL += readings[end]?.[0];
          asI += readings[end]?.[1];
          if (name.length > longest) break;
          const hit = lookUp(name, asL, asI);
          if (hit !== null) {
            best = { brand: hit[0], name: hit[1], at, words: words.length, length: end - at + 1 };
          }
        }
        // See claimed-office.ts.
        if (best === null || (words[at] === "bo" && words[at - 1] === "lac")) continue;
        // "Mã một lần (Google Authenticator)": the app that makes anybody's codes.
        if (words[at + best.length] !== "authenticator") found.push(best);
        at += best.length - 1;
      }
      return found;
    },
  };
}
