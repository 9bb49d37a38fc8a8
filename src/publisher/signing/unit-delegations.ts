import { OperatorError } from "../../node/operator-error.ts";
import type { TargetsJson } from "./signed-metadata.ts";
import { keyIdOf, type PublicKey } from "./signing-key.ts";
import { unitDelegation, unitRole } from "./unit-metadata.ts";

export type DelegationsJson = NonNullable<TargetsJson["delegations"]>;

/**
 * The delegations in which a unit publishes under these keys, in place of those it had.
 *
 * @param threshold how many of the keys must sign
 * @throws OperatorError if there are fewer keys than that
 */
export function withUnit(
  old: DelegationsJson | undefined,
  unit: string,
  { keys, threshold }: { keys: readonly PublicKey[]; threshold: number },
): DelegationsJson {
  const ids = [...new Set(keys.map(keyIdOf))];
  if (threshold < 1 || ids.length < threshold) {
    throw new OperatorError(
      `${unitRole(unit)}: ${ids.length} keys can't meet a threshold of ${threshold}`,
    );
  }
  const known = { ...old?.keys, ...Object.fromEntries(keys.map((key) => [keyIdOf(key), key])) };
  return ofRoles([...rolesBut(old, unit), unitDelegation(unit, ids, threshold)], known);
}

/** @throws OperatorError if the unit has no delegation */
export function withoutUnit(old: DelegationsJson | undefined, unit: string): DelegationsJson {
  const roles = rolesBut(old, unit);
  if (old === undefined || roles.length === old.roles.length) {
    throw new OperatorError(`${unitRole(unit)}: is not delegated`);
  }
  return ofRoles(roles, old.keys);
}

function rolesBut(old: DelegationsJson | undefined, unit: string): DelegationsJson["roles"] {
  return (old?.roles ?? []).filter(({ name }) => name !== unitRole(unit));
}

/** Keys that no role names any more go. */
function ofRoles(roles: DelegationsJson["roles"], known: DelegationsJson["keys"]): DelegationsJson {
  const used = new Set(roles.flatMap(({ keyids }) => keyids));
  return {
    keys: Object.fromEntries(Object.entries(known).filter(([id]) => used.has(id))),
    roles,
  };
}
