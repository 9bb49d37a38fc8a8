import { parseAddress } from "../../../core/host/address.ts";
import {
  MAX_CONDITIONS,
  type PathCondition,
  pathConditions,
} from "../../../core/path-plan/path-conditions.ts";
import { exactCondition } from "../../../core/path-plan/path-groups.ts";
import type { PlannedPath } from "../../../core/path-plan/path-plan.ts";
import { pathShape } from "../../../core/path-plan/path-shape.ts";
import { judge, type Knowledge } from "../../../core/verdict/judge.ts";
import type { Rule } from "../../platform/rules.ts";
import { listedBelow } from "./listed-below.ts";
import { markRules } from "./mark-rules.ts";
import {
  guards,
  pathRule,
  redirectTo,
  shapedRules,
  subresourceRule,
  subresourceRules,
} from "./path-rules.ts";
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
  const shapes = listed.flatMap(planned);
  const shaped = shapes.filter(({ name }) => !exact.has(name));
  return [
    ...markRules(listed),
    ...exactRules(exact, (name, condition) => [
      pathRule(PRIORITY.exactPath, redirectTo(name), condition),
    ]),
    ...guards(shapes, "each"),
    ...[...shapedRules(shaped, redirectTo), ...subresourceRules(shapes)].slice(
      0,
      MAX_RULES - exact.size,
    ),
    ...exactRules(delisted, (_, condition) => [
      pathRule(PRIORITY.delistedPath, { type: "allow" }, condition),
    ]),
    // An allowance for a path or a host also holds for what is still listed below it.
    ...exactRules(listedBelow({ paths: delisted, hosts: freed }, lists), (name, condition) => [
      pathRule(PRIORITY.relistedPath, redirectTo(name), condition),
      subresourceRule(PRIORITY.relistedPath, condition),
    ]),
  ].map((rule, i) => ({ ...rule, id: firstId + i }));
}

function planned(name: string): PlannedPath[] {
  const shape = pathShape(name, "each");
  return shape === null ? [] : [{ name, shape }];
}

function exactRules(
  names: Iterable<string>,
  rulesFor: (name: string, condition: PathCondition) => Rule[],
): Rule[] {
  const rules: Rule[] = [];
  let expressions = 0;
  for (const name of names) {
    const expression = expressions < MAX_EXPRESSIONS ? exactCondition(name) : null;
    const conditions = expression === null ? pathConditions(name) : [expression];
    const ofName = conditions.flatMap((condition) => rulesFor(name, condition));
    if (rules.length + ofName.length > MAX_RULES) break;
    if (expression !== null) expressions += ofName.length;
    rules.push(...ofName);
  }
  return rules;
}

function isBlocked(url: string, knowledge: Knowledge): boolean {
  const parsed = parseAddress(url);
  return parsed.ok && judge(parsed.address, knowledge).level === "block";
}
