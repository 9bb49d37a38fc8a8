import type { Brand } from "../../../core/lookalike/brands.ts";
import type { HostFilter } from "../../platform/navigation.ts";

/**
 * Where people hand over money or papers: there the toolbar shows the check mark by itself. The sites that people have
 * open all day, platforms and shops, are left out: the background would never sleep. For these the popup says so.
 */
const MARKED_SECTORS = new Set([
  "bank",
  "digital-bank",
  "wallet",
  "government",
  "securities",
  "consumer-finance",
  "utility",
]);

/** Filters for the official hosts whose pages carry the mark. They may let more through: the verdict decides. */
export function officialHosts(brands: readonly Brand[]): HostFilter[] {
  const domains = brands
    .filter(({ sector }) => MARKED_SECTORS.has(sector))
    .flatMap((brand) => brand.domains);
  return [...new Set(domains)].flatMap((domain): HostFilter[] => {
    const star = domain.indexOf("*");
    if (star === -1) return [{ equals: domain }, { suffix: `.${domain}` }];
    const suffix = domain.slice(domain.lastIndexOf("*") + 1);
    return star === 0 ? [{ suffix }] : [{ prefix: domain.slice(0, star), suffix }];
  });
}
