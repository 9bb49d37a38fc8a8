import type { Audience, Scope, Sector } from "./scope.ts";

/** What a person, or an agency's policy, has said of who sits at this browser. */
export interface Profile {
  /** Empty if nothing was said. */
  audience: readonly Audience[];
  sector: Sector | null;
  /** Name without diacritics: "gia-lai". */
  province: string | null;
}

/** Somebody of whom nothing is known. */
export const ANYBODY: Profile = { audience: [], sector: null, province: null };

/**
 * Whether an item is for this person. Who has not said his sector or province gets what is for everybody, not what is
 * for one of many; who has not said what he is may be anybody, and gets what is for any group.
 */
export function isFor(
  { audience, sector, provinces }: Pick<Scope, "audience" | "sector" | "provinces">,
  profile: Profile,
): boolean {
  return (
    (audience.length === 0 ||
      profile.audience.length === 0 ||
      audience.some((one) => profile.audience.includes(one))) &&
    (sector.length === 0 || (profile.sector !== null && sector.includes(profile.sector))) &&
    (provinces.length === 0 || (profile.province !== null && provinces.includes(profile.province)))
  );
}

/** The item that is for the fewest others, the first one among equals; null if there is none. */
export function mostSpecific<T extends Pick<Scope, "audience" | "sector" | "provinces">>(
  items: readonly T[],
): T | null {
  const rank = ({ audience, sector, provinces }: T) =>
    [audience, sector, provinces].filter((list) => list.length > 0).length;
  return items.reduce<T | null>(
    (best, item) => (best === null || rank(item) > rank(best) ? item : best),
    null,
  );
}
