import { type Brands, indexBrands } from "../../core/lookalike/brands.ts";
import { readBrandsFile } from "../brands-file.ts";
import { DEFAULT_FILES } from "../default-files.ts";
import type { CanonicalEntry } from "./canonical-entry.ts";
import { type HostSet, readPopularHosts } from "./host-set.ts";
import { createChecks } from "./may-enter.ts";
import type { Violation } from "./rule.ts";
import { readSharedPlaces, type SharedPlaces } from "./shared-file.ts";

/** What may never enter a list, with the knowledge that it rests on. */
export interface EntryChecks {
  /** @returns the first rule that an entry breaks, or null if it may enter */
  check(entry: CanonicalEntry): Violation | null;
  brands: Brands;
  shared: SharedPlaces;
  popular: HostSet;
}

/**
 * Reads the lists that ship, and further ones. The publisher holds sources to them and the hub reviewers' decisions, so
 * that no decision is noted that a build would refuse.
 *
 * @param more paths; `brands` stands in place of the file that ships
 * @throws OperatorError that names the file and the place in it
 */
export async function readChecks(
  more: { brands?: string; shared?: readonly string[]; popular?: readonly string[] } = {},
): Promise<EntryChecks> {
  const brands = indexBrands(await readBrandsFile(more.brands ?? DEFAULT_FILES.brands));
  const shared = await readSharedPlaces([DEFAULT_FILES.sharedHosts, ...(more.shared ?? [])]);
  const popular = await readPopularHosts([DEFAULT_FILES.wellKnownHosts, ...(more.popular ?? [])]);
  return { check: createChecks({ brands, shared, popular }), brands, shared, popular };
}
