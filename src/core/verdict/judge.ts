import type { Blocklist, Entry } from "../blocklist/types.ts";
import type { PageModel } from "../evidence/page-model.ts";
import { type Address, hostWithParents } from "../host/address.ts";
import { type Brands, officialSiteOf } from "../lookalike/brands.ts";
import type { Resemblance } from "../lookalike/lookalike.ts";
import { pathCandidates } from "./path-candidates.ts";
import type { Reason, Verdict } from "./verdict.ts";

/** A list with the category it belongs to. */
export interface CategoryList {
  /** "scam", or a category that is off unless policy turns it on, as "gambling". */
  category: string;
  list: Blocklist;
}

/** Of what stands before "@". */
const MOST_SHOWN = 60;

/** All that a verdict on an address is derived from. */
export interface Knowledge {
  /** Version of the feed; 0 if there is none. */
  feedVersion: number;
  /** Host scope and path scope; where several lists name an address, the first of them answers. */
  hosts: readonly CategoryList[];
  paths: readonly CategoryList[];
  brands: Brands;
  /** Weights of evidence in pages; absent where no file brings them. They are no part of the verdict on an address. */
  pageModel?: PageModel;
  /** Canonical hosts that the agency's policy denies and allows; each covers its sub-domains. */
  deny: ReadonlySet<string>;
  allow: ReadonlySet<string>;
  /** Until when (milliseconds since the epoch) the person's own override of this host lasts, or null. */
  overriddenUntil(host: string): number | null;
}

/**
 * The one place where sources of knowledge are weighed (design §6): agency deny > agency allow > live override >
 * official domain > path entry > host entry > look-alike > nothing known. Evidence in the page comes after the lists.
 * Where an official domain carries strangers' pages (sites.google.com), it is no answer and the lists are asked.
 *
 * @param resemblance whom the host resembles most. Given, a strong one warns of a host that no list names: for the
 *   command line and for messages. A browser leaves it out, since there an address alone never warns.
 */
export function judge(
  address: Address,
  knowledge: Knowledge,
  resemblance: Resemblance | null = null,
): Verdict {
  const verdict = weigh(address, knowledge, resemblance);
  const { credentials, host } = address;
  if (credentials === "") return verdict;
  const reason: Reason = { code: "before-at", shown: credentials.slice(0, MOST_SHOWN), host };
  return { ...verdict, reasons: [reason, ...verdict.reasons] };
}

function weigh(address: Address, knowledge: Knowledge, resemblance: Resemblance | null): Verdict {
  const { feedVersion } = knowledge;
  const walk = hostWithParents(address.host, address.kind);

  const denied = walk.find((host) => knowledge.deny.has(host));
  if (denied !== undefined) {
    return {
      level: "block",
      scope: "host",
      source: "agency-deny",
      reasons: [{ code: "agency-deny", entry: denied }],
      feedVersion,
    };
  }
  const allowed = walk.find((host) => knowledge.allow.has(host));
  if (allowed !== undefined) {
    return {
      level: "none",
      scope: "host",
      source: "agency-allow",
      reasons: [{ code: "agency-allow", entry: allowed }],
      feedVersion,
    };
  }
  const until = knowledge.overriddenUntil(address.host);
  if (until !== null) {
    const without = { ...knowledge, overriddenUntil: () => null };
    return overridden(weigh(address, without, resemblance), until);
  }
  const owner = address.kind === "domain" ? knowledge.brands.officialOwner(address.host) : null;
  if (owner && !owner.userContent) {
    return {
      level: "official",
      scope: "host",
      source: "official",
      reasons: [{ code: "official", organisation: owner.brand.name, domain: owner.domain }],
      brand: owner.brand.name,
      officialSite: officialSiteOf(owner.brand) ?? owner.domain,
      feedVersion,
    };
  }
  const paths = pathListsFor(address, knowledge);
  if (paths.length > 0) {
    const names = pathCandidates(address);
    for (const from of paths) {
      const entry = firstEntry(names, from.list);
      if (entry) return listed(entry, "path", from, knowledge);
    }
  }
  for (const from of knowledge.hosts) {
    const { list } = from;
    const entry = address.kind === "domain" ? list.covering(address.host) : list.get(address.host);
    if (entry) return listed(entry, "host", from, knowledge);
  }
  if (resemblance?.strong && !owner) return resembling(resemblance, knowledge);
  return {
    level: "none",
    scope: null,
    source: "unknown",
    reasons: owner
      ? [{ code: "user-content", organisation: owner.brand.name, domain: owner.domain }]
      : [...(OF_STATE.test(address.host) ? [STATE_ENDING] : []), { code: "nothing-known" }],
    feedVersion,
  };
}

/** Given to state bodies alone (VNNIC); their sites are broken into like others, so that it proves nothing more. */
const OF_STATE = /\.gov\.vn$/;
const STATE_ENDING: Reason = { code: "state-ending" };

/** Characters from which on the names of an address cost more than to ask first whether its host has path entries. */
const LONG_ADDRESS = 4_000;

function pathListsFor({ url, host }: Address, { paths }: Knowledge): readonly CategoryList[] {
  if (url.length < LONG_ADDRESS) return paths;
  return paths.filter(({ list }) => !list.pathsOn(host).next().done);
}

/** Who goes on to a page is still told why it was stopped, and a report from there says it too. */
function overridden(verdict: Verdict, until: number): Verdict {
  const reason: Reason = { code: "override", until };
  const isStopped = verdict.level === "block" || verdict.level === "warn";
  return {
    ...(isStopped ? verdict : { feedVersion: verdict.feedVersion }),
    level: "none",
    scope: "host",
    source: "override",
    reasons: isStopped ? [reason, ...verdict.reasons] : [reason],
  };
}

function firstEntry(names: readonly string[], list: Blocklist): Entry | null {
  for (const name of names) {
    const entry = list.get(name);
    if (entry) return entry;
  }
  return null;
}

function listed(
  entry: Entry,
  scope: "host" | "path",
  { category, list }: CategoryList,
  { brands, feedVersion }: Knowledge,
): Verdict {
  const since = entry.since > 0 ? isoDay(entry.since) : null;
  const publisher = list.sources.find(({ id }) => id === entry.source)?.name ?? entry.source;
  const reasons: Reason[] = [{ code: "listed", entry: entry.name, scope, publisher, since }];
  if (category !== "scam") reasons.push({ code: "category", category });
  if (entry.form !== null) reasons.push({ code: "form", form: entry.form });
  if (entry.brand !== null) reasons.push({ code: "imitates", brand: entry.brand });
  const brand = entry.brand === null ? null : brands.named(entry.brand);
  const officialSite = brand === null ? null : officialSiteOf(brand);
  return {
    level: "block",
    scope,
    source: scope === "path" ? "path-list" : "host-list",
    reasons,
    ...(entry.brand === null ? {} : { brand: entry.brand }),
    ...(officialSite === null ? {} : { officialSite }),
    ...(entry.form === null ? {} : { form: entry.form }),
    ...(since === null ? {} : { listedSince: since }),
    feedVersion,
  };
}

function resembling(
  { class: kind, brand, evidence }: Resemblance,
  { brands, feedVersion }: Knowledge,
): Verdict {
  const known = brand === null ? null : brands.named(brand);
  const officialSite = known === null ? null : officialSiteOf(known);
  return {
    level: "warn",
    scope: "host",
    source: "evidence",
    reasons: [{ code: "look-alike", class: kind, brand, label: evidence.label }],
    ...(brand === null ? {} : { brand }),
    ...(officialSite === null ? {} : { officialSite }),
    feedVersion,
  };
}

/** Days since 1970-01-01 → "YYYY-MM-DD". */
function isoDay(day: number): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 10);
}
