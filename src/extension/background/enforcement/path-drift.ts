import type { Blocklist } from "../../../core/blocklist/types.ts";
import { parseAddress } from "../../../core/host/address.ts";
import { judge, type Knowledge } from "../../../core/verdict/judge.ts";
import type { Rule } from "../../platform/rules.ts";
import { MAX_CONDITIONS, pathConditions } from "./path-conditions.ts";
import type { PlannedPath } from "./path-plan.ts";
import { guards, pathRule, redirectTo, shapedRules } from "./path-rules.ts";
import { pathShape } from "./path-shape.ts";
import { PRIORITY } from "./priority.ts";

/** Session rules for each of three kinds: 5,000 may be there in all, and overrides need some. */
const MAX_RULES = 1_350;
/** Path entries in the drift that are sure to fit into its rules. */
export const MAX_DRIFT_PATHS = Math.floor(MAX_RULES / MAX_CONDITIONS);

/**
 * Session rules that make the path rules of the base say what the lists of today say.
 *
 * @param touched names that came, went or came back since the base was written
 */
export function pathDrift(
  knowledge: Knowledge,
  touched: { hosts: readonly string[]; paths: readonly string[] },
  firstId: number,
): Rule[] {
  const lists = knowledge.paths.map(({ list }) => list);
  const isListed = (name: string) => lists.some((list) => list.get(name) !== null);
  const delisted = new Set(
    touched.paths.filter((name) => !isListed(name) && !isBlocked(`https://${name}`, knowledge)),
  );
  const hosts = knowledge.hosts.map(({ list }) => list);
  const freed = new Set(
    touched.hosts.filter((host) => !hosts.some((list) => list.covering(host) !== null)),
  );
  const listed = touched.paths.filter(isListed).flatMap(planned);
  return [
    ...guards(listed),
    ...shapedRules(listed, redirectTo).slice(0, MAX_RULES),
    ...exactRules(delisted, PRIORITY.delistedPath, () => ({ type: "allow" })),
    // An allowance for a path or a host also holds for what is still listed below it.
    ...exactRules(listedBelow(delisted, freed, lists), PRIORITY.relistedPath, redirectTo),
  ].map((rule, i) => ({ ...rule, id: firstId + i }));
}

function planned(name: string): PlannedPath[] {
  const shape = pathShape(name);
  return shape === null ? [] : [{ name, shape }];
}

function exactRules(
  names: Iterable<string>,
  priority: number,
  actionFor: (name: string) => Rule["action"],
): Rule[] {
  const rules: Rule[] = [];
  for (const name of names) {
    const conditions = pathConditions(name);
    if (rules.length + conditions.length > MAX_RULES) break;
    rules.push(...conditions.map((condition) => pathRule(priority, actionFor(name), condition)));
  }
  return rules;
}

/** Entries below one of these paths, or on or below one of these hosts. */
function* listedBelow(
  paths: ReadonlySet<string>,
  hosts: ReadonlySet<string>,
  lists: readonly Blocklist[],
): Iterable<string> {
  if (paths.size + hosts.size === 0) return;
  for (const list of lists) {
    for (const name of list.names()) {
      if (parentFolders(name).some((parent) => paths.has(parent)) || isOn(name, hosts)) yield name;
    }
  }
}

function isOn(name: string, hosts: ReadonlySet<string>): boolean {
  if (hosts.size === 0) return false;
  let host = name.slice(0, name.search(/[/?]/));
  while (!hosts.has(host)) {
    const dot = host.indexOf(".");
    if (dot === -1) return false;
    host = host.slice(dot + 1);
  }
  return true;
}

/** "host/a/b?q" → "host/a/b", "host/a". */
function parentFolders(name: string): string[] {
  const parents: string[] = [];
  let path = name;
  const query = path.indexOf("?");
  if (query !== -1) {
    path = path.slice(0, query);
    parents.push(path);
  }
  for (let slash = path.lastIndexOf("/"); slash > 0; slash = path.lastIndexOf("/")) {
    path = path.slice(0, slash);
    if (!path.includes("/")) break;
    parents.push(path);
  }
  return parents;
}

function isBlocked(url: string, knowledge: Knowledge): boolean {
  const parsed = parseAddress(url);
  return parsed.ok && judge(parsed.address, knowledge).level === "block";
}
