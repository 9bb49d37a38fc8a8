import type { BrandMentions } from "./brand-mentions.ts";

/** What a title says that its site does with somebody else's things; with its marks, for without them "bạn" is "bán". */
const TRADES =
  /(?<!\p{L})(?:shop|acc|nick|mua|bán|thu mua|lắp (?:mạng|đặt)|sửa(?: chữa)?|bảo hành|phụ kiện|linh kiện|đại lý|phân phối|bảng giá)(?= )/gu;
/** Longest way from the trade to the name, in characters: "Sửa máy giặt Electrolux". */
const NEAR = 32;

/** Names of brands that the title says are sold, fitted or mended here: no brand says so of itself. */
export function brandsSold(title: string, mentions: BrandMentions): ReadonlySet<string> {
  const sold = new Set<string>();
  const lower = title.normalize("NFC").toLowerCase();
  for (const { index } of lower.matchAll(TRADES)) {
    const [first] = mentions.in(lower.slice(index, index + NEAR));
    if (first !== undefined) sold.add(first.brand.name);
  }
  return sold;
}
