import type { Blocklist } from "../blocklist/types.ts";
import { hostOfPath } from "./host-of-path.ts";
import { type PathGroup, pathGroups } from "./path-groups.ts";
import { type PathShape, pathShape } from "./path-shape.ts";

/** How Chromium stops the path entries of a list. Firefox asks the list itself. */
export interface PathPlan {
  /** By one exact rule for one or many, which leads to the warning page. */
  groups: PathGroup[];
  /** By rules of their own, which lead to the warning page. */
  redirects: PlannedPath[];
  /** By rules of their own that only stop the request: the background, told of the navigation, shows the warning page. */
  blocks: PlannedPath[];
  /**
   * Entries of `groups` and `redirects`, which stop documents alone, whose other requests rules of their own block: as
   * many as there is room for, the newest first.
   */
  subresources: PlannedPath[];
  /** By no rule: their pages are loaded and stay covered until the background has judged them. */
  rest: string[];
  /** What the conditions of `redirects`, `blocks` and `subresources` hold for: see pathShape. */
  schemes: "each" | "any";
}

export interface PlannedPath {
  name: string;
  shape: PathShape;
}

/** Hosts that a browser is asked to watch at most: a filter of 10,000 takes 0.2 s to register, one of 50,000 2 s. */
export const MAX_WATCHED_HOSTS = 10_000;

/** Chromium takes 1,000 regular expressions; hosts, official domains and marks need some. */
const MAX_GROUPS = 880;
/** 5,000 dynamic rules may redirect or change headers; hosts and marks need some. */
const MAX_REDIRECTS = 4_980;
/** 30,000 dynamic rules in all; hosts and official domains need some. */
const MAX_PATH_RULES = 29_800;

/**
 * Deals out the browser's rules: exact ones for what most entries share, then for the newest; then, if there is room for
 * all that is left, two rules for an entry, one a scheme; otherwise one, which more spellings pass.
 */
export function planPaths(newestFirst: readonly string[]): PathPlan {
  const groups = pathGroups(newestFirst, MAX_GROUPS);
  const grouped = new Set(groups.flatMap(({ names }) => names));
  const single = newestFirst.filter((name) => !grouped.has(name));
  const room = MAX_REDIRECTS - groups.length;
  const schemes = cost(single, "each") <= room ? "each" : "any";
  const plan: PathPlan = { groups, redirects: [], blocks: [], subresources: [], rest: [], schemes };
  // A request that is only stopped ends at the browser's own error page, which says nothing, unless its host is watched.
  const watched = new Set<string>();
  let left = MAX_PATH_RULES - groups.length;
  let redirects = room;
  for (const name of single) {
    const shape = pathShape(name, schemes);
    const needed = shape?.conditions.length ?? 0;
    if (shape !== null && needed <= redirects) {
      redirects -= needed;
      left -= needed;
      plan.redirects.push({ name, shape });
    } else if (shape !== null && needed <= left && watch(hostOfPath(name))) {
      left -= needed;
      plan.blocks.push({ name, shape });
    } else {
      plan.rest.push(name);
    }
  }
  const blocked = new Set([...plan.blocks.map(({ name }) => name), ...plan.rest]);
  for (const name of newestFirst) {
    if (left === 0) break;
    const shape = blocked.has(name) ? null : pathShape(name, schemes);
    if (shape === null || shape.conditions.length > left) continue;
    left -= shape.conditions.length;
    plan.subresources.push({ name, shape });
  }
  return plan;

  function watch(host: string): boolean {
    return watched.has(host) || (watched.size < MAX_WATCHED_HOSTS && watched.add(host).has(host));
  }
}

function cost(names: readonly string[], schemes: "each" | "any"): number {
  if (names.length > MAX_REDIRECTS) return Number.POSITIVE_INFINITY;
  return names.reduce((sum, name) => sum + (pathShape(name, schemes)?.conditions.length ?? 0), 0);
}

/** Names of path entries, the newest first. */
export function newestPaths(lists: readonly Blocklist[]): string[] {
  const days = new Map<string, number>();
  for (const list of lists) {
    for (const name of list.names()) days.set(name, list.get(name)?.since ?? 0);
  }
  return [...days].sort(([, a], [, b]) => b - a).map(([name]) => name);
}
