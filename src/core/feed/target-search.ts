import { delegatedRoles, keysOfRole } from "./delegations.ts";
import type { Targets } from "./metadata.ts";
import type { Delegator } from "./trusted-metadata.ts";
import type { FeedCrypto, TargetInfo } from "./types.ts";

/**
 * Finds a target through the delegations (§5.6.7): preorder, depth first, each role at most once, and no further
 * than a terminating role. A role is verified by the delegator through which it is reached, each time: that it was
 * good on another way says nothing of this one.
 *
 * @param load brings the verified metadata of a delegated role
 * @param limit most roles that are visited
 */
export async function findTarget(
  path: string,
  topLevel: Targets,
  load: (name: string, delegator: Delegator) => Promise<Targets>,
  limit: number,
  crypto: FeedCrypto,
): Promise<TargetInfo | null> {
  const visited = new Set<string>();
  const waiting: { name: string; targets: () => Promise<Targets> }[] = [
    { name: "targets", targets: async () => topLevel },
  ];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (visited.has(next.name)) continue;
    if (visited.size > limit) return null;
    visited.add(next.name);
    const targets = await next.targets();
    const found = targetsByPath(targets).get(path);
    if (found !== undefined) return found;

    const { delegations } = targets;
    if (delegations === undefined) continue;
    const children: typeof waiting = [];
    for (const { name, terminating } of await delegatedRoles(delegations, path, crypto)) {
      const role = keysOfRole(delegations, name);
      if (role === null) continue;
      children.push({ name, targets: () => load(name, { keys: delegations.keys, role }) });
      if (terminating) {
        waiting.length = 0;
        break;
      }
    }
    waiting.push(...children.reverse());
  }
  return null;
}

/** The targets that a role names itself. */
export function targetsByPath(targets: Targets): Map<string, TargetInfo> {
  return new Map(
    [...targets.targets].map(([path, { length, hashes, custom }]) => [
      path,
      { path, length, hashes, custom },
    ]),
  );
}
