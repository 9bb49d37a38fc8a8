import type { Brands } from "../../core/lookalike/brands.ts";

/**
 * Finds the brand that a source means: sources write "Vietcombank", "VIETCOMBANK" or "Ngân hàng Ngoại thương".
 *
 * @returns a function from the source's word to the brand's name in the brands artifact, or null if none is meant
 */
export function createBrandNames(brands: Brands): (written: string) => string | null {
  const names = new Map<string, string>();
  // The first brand that has an alias keeps it; a name goes before any alias.
  for (const { name, aliases } of brands.all) {
    for (const alias of aliases) {
      if (!names.has(folded(alias))) names.set(folded(alias), name);
    }
  }
  for (const { name } of brands.all) names.set(folded(name), name);
  return (written) => names.get(folded(written)) ?? null;
}

/** Lower case without diacritics, as aliases are written. */
function folded(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll("đ", "d")
    .replace(/\s+/g, " ")
    .trim();
}
