import { parseAddress } from "../../../core/host/address.ts";
import { MAX_CONDITIONS, pathConditions } from "../../../core/path-plan/path-conditions.ts";
import { exactCondition } from "../../../core/path-plan/path-groups.ts";
import type { PlannedPath } from "../../../core/path-plan/path-plan.ts";
import { pathShape } from "../../../core/path-plan/path-shape.ts";
import { judge, type Knowledge } from "../../../core/verdict/judge.ts";
import type { Rule } from "../../platform/rules.ts";
import { listedBelow } from "./listed-below.ts";
import { markRules } from "./mark-rules.ts";
import { guards, pathRule, redirectTo, shapedRules } from "./path-rules.ts";
import { PRIORITY } from "./priority.ts";

/** Session rules for each of three kinds: 5,000 may be there in all, and overrides need some. */
const MAX_RULES = 1_350;
/** Of each kind: session rules may have 1,000 regular expressions in all, and marks and overrides need some. */
const MAX_EXPRESSIONS = 200;
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
  const listed = touched.paths.filter(isListed);
  const exact = new Set(
    listed.filter((name) => exactCondition(name) !== null).slice(0, MAX_EXPRESSIONS),
  );
  const shaped = listed.filter((name) => !exact.has(name)).flatMap(planned);
  return [
    ...markRules(listed),
    ...exactRules(exact, PRIORITY.exactPath, redirectTo),
    ...guards(shaped, "each"),
    ...shapedRules(shaped, redirectTo).slice(0, MAX_RULES - exact.size),
    ...exactRules(delisted, PRIORITY.delistedPath, () => ({ type: "allow" })),
    // An allowance for a path or a host also holds for what is still listed below it.
    ...exactRules(
      listedBelow({ paths: delisted, hosts: freed }, lists),
      PRIORITY.relistedPath,
      redirectTo,
    ),
  ].map((rule, i) => ({ ...rule, id: firstId + i }));
}

function planned(name: string): PlannedPath[] {
  const shape = pathShape(name, "each");
  return shape === null ? [] : [{ name, shape }];
}

function exactRules(
  names: Iterable<string>,
  priority: number,
  actionFor: (name: string) => Rule["action"],
): Rule[] {
  const rules: Rule[] = [];
  let expressions = 0;
  for (const name of names) {
    const expression = expressions < MAX_EXPRESSIONS ? exactCondition(name) : null;
    if (expression !== null) expressions++;
    const conditions = expression === null ? pathConditions(name) : [expression];
    if (rules.length + conditions.length > MAX_RULES) break;
    rules.push(...conditions.map((condition) => pathRule(priority, actionFor(name), condition)));
  }
  return rules;
}

function isBlocked(url: string, knowledge: Knowledge): boolean {
  const parsed = parseAddress(url);
  return parsed.ok && judge(parsed.address, knowledge).level === "block";
}
