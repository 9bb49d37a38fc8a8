import type { Verdict } from "../core/verdict/verdict.ts";

/**
 * How an imitated brand is likely to be spelled in an address, in lower case: its name without blanks and diacritics,
 * and the first label of its own site. Empty if the verdict names no imitated brand.
 */
export function brandSpellings({ level, source, brand, officialSite }: Verdict): string[] {
  if (level !== "block" && level !== "warn" && source !== "override") return [];
  const name = brand
    ?.normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/đ/gi, "d")
    .toLowerCase()
    .replace(/[^a-z0-9]/g, "");
  const label = officialSite?.replace(/^www\./, "").split(".")[0];
  return [...new Set([name, label])].filter((spelling) => typeof spelling === "string");
}
