import * as z from "zod/mini";
import { hostWithParents } from "../host/address.ts";

/** Grade of confirmation of a brand's domains: A official source, B several, C one, L believed. */
const brandSchema = z.object({
  name: z.string().check(z.minLength(1)),
  /** Folded: lower case, no diacritics. */
  aliases: z.array(z.string()),
  /** Canonical hosts; a "*" label stands for exactly one label. See officialSiteOf for the one to lead people to. */
  domains: z.array(z.string()).check(z.minLength(1)),
  /** Hosts among or below these domains where strangers publish: they earn no official mark, path entries fire there. */
  userContent: z._default(z.array(z.string()), []),
  sector: z.string(),
  grade: z.enum(["A", "B", "C", "L"]),
});

/** The `brands` artifact. */
export const brandsSchema = z.object({ version: z.literal(1), brands: z.array(brandSchema) });

export type Brand = z.infer<typeof brandSchema>;

/** Answers which organisation a host officially belongs to. */
export interface Brands {
  all: readonly Brand[];
  /** The brand by its exact name, or null. */
  named(name: string): Brand | null;
  /** The brand that officially owns this canonical host or a parent of it, and the domain that says so. */
  officialOwner(host: string): Owner | null;
}

export interface Owner {
  brand: Brand;
  domain: string;
  /** True if what stands on this host is written by strangers. */
  userContent: boolean;
}

/** The first domain that is one host: a pattern ("congan.*.gov.vn") leads nowhere. Null if all are patterns. */
export function officialSiteOf({ domains }: Brand): string | null {
  return domains.find((domain) => !domain.includes("*")) ?? null;
}

/** Makes brands findable by name and by host. The order counts: of two that claim a domain, the first has it. */
export function indexBrands(brands: readonly Brand[]): Brands {
  const byName = new Map(brands.map((brand) => [brand.name, brand]));
  const byDomain = new Map<string, Brand>();
  const patterns: { labels: string[]; brand: Brand }[] = [];
  for (const brand of brands) {
    for (const domain of brand.domains) {
      if (domain.includes("*")) patterns.push({ labels: domain.split("."), brand });
      // The first brand that names a domain keeps it: later rows are legacy names of the same house.
      else if (!byDomain.has(domain)) byDomain.set(domain, brand);
    }
  }
  const owner = (brand: Brand, domain: string, host: string): Owner => ({
    brand,
    domain,
    userContent: brand.userContent.some((shared) => host === shared || host.endsWith(`.${shared}`)),
  });
  return {
    all: brands,
    named: (name) => byName.get(name) ?? null,
    officialOwner(host) {
      for (const domain of hostWithParents(host, "domain")) {
        const brand = byDomain.get(domain);
        if (brand) return owner(brand, domain, host);
      }
      const labels = host.split(".");
      for (const { labels: pattern, brand } of patterns) {
        const tail = labels.slice(-pattern.length);
        const fits =
          tail.length === pattern.length && pattern.every((p, i) => p === "*" || p === tail[i]);
        if (fits) return owner(brand, tail.join("."), host);
      }
      return null;
    },
  };
}
