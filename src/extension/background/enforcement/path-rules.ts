import type { PathCondition } from "../../../core/path-plan/path-conditions.ts";
import type { PathPlan, PlannedPath } from "../../../core/path-plan/path-plan.ts";
import { GUARDS } from "../../../core/path-plan/path-shape.ts";
import type { Rule, RuleCondition } from "../../platform/rules.ts";
import { collectHosts } from "./collect-hosts.ts";
import { PRIORITY } from "./priority.ts";
import { ALL_TYPES, DOCUMENT_TYPES, SUBRESOURCE_TYPES } from "./resource-types.ts";

/**
 * The rules of a plan. Ids are for the caller to give.
 *
 * @param warningUrl address of the warning page
 */
export function pathRules(plan: PathPlan, warningUrl: string): Rule[] {
  return [
    ...plan.groups.map(({ condition }) =>
      pathRule(PRIORITY.exactPath, toWarning(warningUrl), condition),
    ),
    ...guards([...plan.redirects, ...plan.blocks, ...plan.subresources], plan.schemes),
    ...shapedRules(plan.redirects, redirectTo),
    ...shapedRules(plan.blocks, () => BLOCK),
    ...subresourceRules(plan.subresources),
  ];
}

/** Ids are for the caller to give. */
export function shapedRules(
  paths: readonly PlannedPath[],
  actionFor: (name: string) => Rule["action"],
): Rule[] {
  return paths.flatMap(({ name, shape }) =>
    shape.conditions.map((condition) =>
      pathRule(PRIORITY_OF[shape.strength], actionFor(name), condition),
    ),
  );
}

/** Block everything but documents at these paths. Ids are for the caller to give. */
export function subresourceRules(paths: readonly PlannedPath[]): Rule[] {
  return paths.flatMap(({ shape }) =>
    shape.conditions.map((condition) => subresourceRule(PRIORITY_OF[shape.strength], condition)),
  );
}

/** Blocks everything but documents. Its id is 0: the caller gives it one. */
export function subresourceRule(priority: number, condition: PathCondition): Rule {
  const resourceTypes = SUBRESOURCE_TYPES;
  return { id: 0, priority, action: BLOCK, condition: { ...condition, resourceTypes } };
}

const BLOCK: Rule["action"] = { type: "block" };

const PRIORITY_OF = {
  exact: PRIORITY.exactPath,
  ended: PRIORITY.endedPath,
  plain: PRIORITY.plainPath,
} as const;

/** What the rules of these paths must let through: see core/path-plan/path-shape.ts. */
export function guards(paths: readonly PlannedPath[], schemes: PathPlan["schemes"]): Rule[] {
  if (paths.length === 0) return [];
  const hosts = new Set(
    paths.flatMap(({ shape }) => shape.conditions.flatMap((one) => one.requestDomains ?? [])),
  );
  const requestDomains = collectHosts(hosts);
  const guard = (priority: number, regexFilter: string) =>
    pathRule(priority, { type: "allow" }, { regexFilter, requestDomains });
  return [
    ...(schemes === "any" ? [guard(PRIORITY.guardAddressWithin, GUARDS.within)] : []),
    guard(PRIORITY.guardGoesOn, GUARDS.goesOn),
  ];
}

/**
 * A rule for documents if it redirects, otherwise for every type of request. Its id is 0: who puts the rules together
 * numbers them.
 */
export function pathRule(
  priority: number,
  action: Rule["action"],
  condition: PathCondition | RuleCondition,
): Rule {
  const resourceTypes = action.type === "redirect" ? DOCUMENT_TYPES : ALL_TYPES;
  return { id: 0, priority, action, condition: { ...condition, resourceTypes } };
}

/** To the warning page about a path entry. */
export const redirectTo = (name: string): Rule["action"] => ({
  type: "redirect",
  redirect: { extensionPath: `/warning.html#https://${name}` },
});

/** To the warning page about the very address that a regular expression has found. */
export const toWarning = (warningUrl: string): Rule["action"] => ({
  type: "redirect",
  redirect: { regexSubstitution: `${warningUrl}#\\0` },
});
