import { type PathCondition, pathConditions, splitName } from "./path-conditions.ts";

/** A path entry as the rules that stop it. */
export interface PathShape {
  /** What passes it though it need not: nothing; GUARDS.within; or both guards. */
  strength: "exact" | "ended" | "plain";
  /** One rule each. */
  conditions: PathCondition[];
}

/**
 * A character that "^" takes for the end of an entry though the path goes on ("/view/x+y"). After a slash it does no
 * harm, because no entry ends with one ("/@name", "/~name").
 */
const GOES_ON = "[^/?#][^A-Za-z0-9_.%/?#-]";
const GOES_ON_IN_PATH = new RegExp(GOES_ON);

/**
 * The requests that a path entry covers, in as few rules as possible, since browsers take a limited number: one or two for
 * most, where pathConditions needs eight. What such a rule finds beyond its entry, a guard of higher priority lets through.
 *
 * "|https://host/path^" also holds before characters that do not end a path ("/path+more"), and one rule for both
 * schemes, "|http*://host/path^", also inside another address ("/to?u=http://host/path"). Addresses that look like that in
 * any way pass the guards, and if they are listed all the same, the page stays covered until the background has judged
 * it (see extension/path-mark.ts).
 *
 * Grammar: https://developer.chrome.com/docs/extensions/reference/api/declarativeNetRequest; tried in Chromium 156.
 *
 * @param name "host/path", "host/path?query" or "host?query"
 * @param schemes "each": two rules for each that "any" needs, and no guard against addresses within addresses
 * @returns null if rules can't express it
 */
export function pathShape(name: string, schemes: "each" | "any"): PathShape | null {
  const parts = splitName(name);
  if (parts === null) return null;
  const { host, path, query } = parts;
  // The guard against addresses within addresses would let it through.
  if (schemes === "any" && query?.includes("://")) {
    return { strength: "exact", conditions: pathConditions(name) };
  }
  const conditions = (rests: readonly string[]): PathCondition[] =>
    (schemes === "any" ? ["http*"] : ["http", "https"]).flatMap((scheme) =>
      rests.map((rest) => ({
        urlFilter: `|${scheme}://${host}${rest}`,
        isUrlFilterCaseSensitive: true,
        requestDomains: [host],
      })),
    );
  if (query !== null) {
    // A closing slash makes no difference to an entry. With a fragment it is left to the background.
    const paths = path === "" ? ["/"] : [path, `${path}/`];
    return { strength: "ended", conditions: conditions(paths.map((one) => `${one}?${query}|`)) };
  }
  if (GOES_ON_IN_PATH.test(path)) {
    const rests = ["|", "/", "?"].map((after) => path + after);
    return { strength: "ended", conditions: conditions(rests) };
  }
  return { strength: "plain", conditions: conditions([`${path}^`]) };
}

/** What must pass the rules above, as regular expressions on the whole address. */
export const GUARDS = {
  /** Passes "ended" and "plain" ones that are for both schemes. */
  within: "^https?://.+://",
  /** Passes "plain" ones. */
  goesOn: `^https?://[^/]+/(?:[^?#]*)${GOES_ON}`,
} as const;
