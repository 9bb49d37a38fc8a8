import { hostOfPath } from "../../../core/path-plan/host-of-path.ts";
import { originExpression } from "../../../core/path-plan/path-groups.ts";
import { PATH_MARK, PATH_MARK_HEADER } from "../../path-mark.ts";
import type { Rule } from "../../platform/rules.ts";
import { collectHosts } from "./collect-hosts.ts";
import { PRIORITY } from "./priority.ts";
import { DOCUMENT_TYPES } from "./resource-types.ts";

/** Hosts with more labels share a rule that marks their sub-domains too. */
const MOST_LABELS = 8;

/**
 * Rules that mark the pages of hosts with these path entries, so that their shield stays until the background has judged
 * the very address (see path-mark.ts). There is no limit to the hosts of one rule, unlike to rules.
 *
 * Ids are for the caller to give.
 *
 * @param names of path entries
 */
export function markRules(names: Iterable<string>): Rule[] {
  const hosts = new Set<string>();
  for (const name of names) hosts.add(hostOfPath(name));
  const byLabels = new Map<number, string[]>();
  for (const host of hosts) {
    // IPv6 has no sub-domains that would have to be told from it.
    const labels = host.includes(":") ? 0 : Math.min(host.split(".").length, MOST_LABELS + 1);
    const same = byLabels.get(labels);
    if (same === undefined) byLabels.set(labels, [host]);
    else same.push(host);
  }
  return [...byLabels].flatMap(([labels, same]) => {
    const requestDomains = collectHosts(same);
    if (requestDomains.length === 0) return [];
    const exact = labels > 0 && labels <= MOST_LABELS;
    return {
      id: 0,
      priority: PRIORITY.pathMark,
      action: MARK,
      condition: {
        requestDomains,
        ...(exact ? { regexFilter: `${originExpression(labels)}/` } : {}),
        resourceTypes: DOCUMENT_TYPES,
      },
    };
  });
}

// Not appended: browsers stop reading at the first thing that is no timing, so a server could hide the mark behind one.
const MARK = {
  type: "modifyHeaders",
  responseHeaders: [{ header: PATH_MARK_HEADER, operation: "set", value: PATH_MARK }],
} as Rule["action"];
