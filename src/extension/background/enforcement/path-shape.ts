import { type PathCondition, pathConditions, splitName } from "./path-conditions.ts";
import { PRIORITY } from "./priority.ts";

/** A path entry as the rules that stop it. */
export interface PathShape {
  priority: number;
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
 * The requests that a path entry covers, in as few rules as possible, since browsers take a limited number: one for most,
 * where pathConditions needs eight. What such a rule finds beyond its entry, a guard of higher priority lets through.
 *
 * "|http*://host/path^" would also find the entry inside another address ("/to?u=http://host/path") and before characters
 * that do not end a path ("/path+more"). Addresses that look like that in any way pass the guards, and if they are
 * listed all the same, the background, told of the navigation (see path-hosts.ts), shows the warning page.
 *
 * Grammar: https://developer.chrome.com/docs/extensions/reference/api/declarativeNetRequest; tried in Chromium 156.
 *
 * @param name "host/path", "host/path?query" or "host?query"
 * @returns null if rules can't express it
 */
export function pathShape(name: string): PathShape | null {
  const parts = splitName(name);
  if (parts === null) return null;
  const { host, path, query } = parts;
  // The guard against addresses within addresses would let it through.
  if (query?.includes("://")) {
    return { priority: PRIORITY.exactPath, conditions: pathConditions(name) };
  }
  const condition = (rest: string): PathCondition => ({
    urlFilter: `|http*://${host}${rest}`,
    isUrlFilterCaseSensitive: true,
    requestDomains: [host],
  });
  if (query !== null) {
    // A closing slash makes no difference to an entry. With a fragment it is left to the background.
    const paths = path === "" ? ["/"] : [path, `${path}/`];
    return {
      priority: PRIORITY.endedPath,
      conditions: paths.map((one) => condition(`${one}?${query}|`)),
    };
  }
  if (GOES_ON_IN_PATH.test(path)) {
    return {
      priority: PRIORITY.endedPath,
      conditions: ["|", "/", "?"].map((after) => condition(path + after)),
    };
  }
  return { priority: PRIORITY.plainPath, conditions: [condition(`${path}^`)] };
}

/** What must pass the rules above: addresses as regular expressions, each with its place among them. */
export const GUARDS = [
  { priority: PRIORITY.guardAddressWithin, regexFilter: "^https?://.+://" },
  {
    priority: PRIORITY.guardGoesOn,
    regexFilter: `^https?://[^/]+/(?:[^?#]*)${GOES_ON}`,
  },
] as const;
