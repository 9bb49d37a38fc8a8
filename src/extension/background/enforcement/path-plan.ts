import type { Blocklist } from "../../../core/blocklist/types.ts";
import { type PathGroup, pathGroups } from "./path-groups.ts";
import { type PathShape, pathShape } from "./path-shape.ts";

/** How the path entries of a list are stopped. */
export interface PathPlan {
  /** By one rule for many, which leads to the warning page. */
  groups: PathGroup[];
  /** By rules of their own, which lead to the warning page. */
  redirects: PlannedPath[];
  /** By rules of their own that only stop the request: the background, told of the navigation, shows the warning page. */
  blocks: PlannedPath[];
  /** By the background alone. */
  rest: string[];
}

export interface PlannedPath {
  name: string;
  shape: PathShape;
}

/** Chromium takes 1,000 regular expressions; hosts and official domains need some. */
const MAX_GROUPS = 880;
/** 5,000 dynamic rules may redirect; hosts need some. */
const MAX_REDIRECTS = 4_980;
/** 30,000 dynamic rules in all; hosts and official domains need some. */
const MAX_PATH_RULES = 29_800;

/** Deals out the browser's rules: to groups first, then to single entries, the newest first. */
export function planPaths(newestFirst: readonly string[]): PathPlan {
  const groups = pathGroups(newestFirst, MAX_GROUPS);
  const grouped = new Set(groups.flatMap(({ names }) => names));
  const plan: PathPlan = { groups, redirects: [], blocks: [], rest: [] };
  let left = MAX_PATH_RULES - groups.length;
  let redirects = MAX_REDIRECTS - groups.length;
  for (const name of newestFirst) {
    if (grouped.has(name)) continue;
    const shape = pathShape(name);
    const cost = shape?.conditions.length ?? 0;
    if (shape === null || cost > left) {
      plan.rest.push(name);
      continue;
    }
    left -= cost;
    if (cost > redirects) plan.blocks.push({ name, shape });
    else {
      redirects -= cost;
      plan.redirects.push({ name, shape });
    }
  }
  return plan;
}

/** Names of path entries, the newest first. */
export function newestPaths(lists: readonly Blocklist[]): string[] {
  const days = new Map<string, number>();
  for (const list of lists) {
    for (const name of list.names()) days.set(name, list.get(name)?.since ?? 0);
  }
  return [...days].sort(([, a], [, b]) => b - a).map(([name]) => name);
}
