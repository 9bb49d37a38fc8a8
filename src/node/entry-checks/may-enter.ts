import { isPublicSuffix, registrableDomain } from "../../core/host/domain.ts";
import type { Brand, Brands } from "../../core/lookalike/brands.ts";
import type { CanonicalEntry } from "./canonical-entry.ts";
import { governmentPart } from "./government.ts";
import { createHostSet, type HostSet } from "./host-set.ts";
import { isOwnPage } from "./own-page.ts";
import type { Rule, Violation } from "./rule.ts";
import type { SharedPlaces } from "./shared-file.ts";
import { specialPurpose } from "./special-address.ts";

export interface CheckNeeds {
  brands: Brands;
  shared: SharedPlaces;
  /** Null if none was given: popular sites are then not protected. */
  popular: HostSet | null;
}

/**
 * The checks that each entry must pass before anything is published. A host entry covers all its sub-domains, so it
 * is also asked what lies below it.
 *
 * @returns a function that gives the first rule that an entry breaks, or null if it may enter
 */
export function createChecks({
  brands,
  shared,
  popular,
}: CheckNeeds): (entry: CanonicalEntry) => Violation | null {
  const official = createHostSet(brands.all.flatMap(literalDomains));

  const checkHost = ({ host }: CanonicalEntry): Violation | null => {
    const registrable = registrableDomain(host);
    if (registrable === null) {
      return isPublicSuffix(host)
        ? broken("public-suffix", `everybody's names below ${host}`)
        : broken("single-label", "not a name of the public Internet");
    }
    // "www." is the same site under another name.
    const bare = host.startsWith("www.") ? host.slice(4) : null;
    if (bare !== null && isPublicSuffix(bare)) {
      return broken("public-suffix", `the site of ${bare}, below which everybody has names`);
    }
    const state = governmentPart(host, registrable);
    if (state !== null) return broken("government", `a site of the state (${state})`);
    const owner = brands.officialOwner(host);
    if (owner) return broken("official-domain", `belongs to ${owner.brand.name} (${owner.domain})`);
    const branded = official.below(host);
    if (branded !== null) return broken("official-domain", `covers ${branded}`);
    if (shared.hosts.has(host) || (bare !== null && shared.hosts.has(bare))) {
      return broken("shared-host", "strangers publish side by side here");
    }
    const rented = shared.hosts.below(host);
    if (rented !== null) return broken("shared-host", `covers ${rented}, which strangers share`);
    return popular === null ? null : checkPopular(host, popular);
  };

  const checkPath = ({ name, host }: CanonicalEntry): Violation | null => {
    const registrable = registrableDomain(host);
    const state = registrable === null ? null : governmentPart(host, registrable);
    if (state !== null) return broken("government", `a page of the state (${state})`);
    const owner = brands.officialOwner(host);
    if (owner && !owner.userContent) {
      return broken("official-domain", `${owner.brand.name} itself writes on ${host}`);
    }
    // A path entry covers its sub-folders: docs.google.com/forms would be everybody's forms.
    if (shared.folders.has(name)) return broken("shared-path", "strangers publish below it");
    const site = isOwnPage(name) ? (owner ? host : bigSite(host)) : null;
    return site === null ? null : broken("own-page", `${site} itself writes there, for everybody`);
  };

  /** The site with pages for everybody that a host is, or null. */
  const bigSite = (host: string): string | null => {
    const names = host.startsWith("www.") ? [host, host.slice(4)] : [host];
    return names.find((name) => shared.hosts.has(name) || popular?.has(name)) ?? null;
  };

  return (entry) => {
    if (entry.kind !== "domain") {
      const purpose = specialPurpose(entry.host);
      return purpose === null ? null : broken("special-address", `the address is for ${purpose}`);
    }
    if (entry.scope === "host") return checkHost(entry);
    if (!entry.host.includes("."))
      return broken("single-label", "not a name of the public Internet");
    return checkPath(entry);
  };
}

function checkPopular(host: string, popular: HostSet): Violation | null {
  if (popular.has(host)) return broken("popular", "a popular site");
  const bare = host.startsWith("www.") ? host.slice(4) : null;
  if (bare !== null && popular.has(bare)) return broken("popular", `the popular site ${bare}`);
  const below = popular.below(host);
  return below === null ? null : broken("popular", `covers the popular site ${below}`);
}

/** Patterns ("congan.*.gov.vn") are asked through officialOwner; what lies above them is the state's anyway. */
function literalDomains(brand: Brand): string[] {
  return [...brand.domains, ...brand.userContent].filter((domain) => !domain.includes("*"));
}

function broken(rule: Rule, why: string): Violation {
  return { rule, why };
}
