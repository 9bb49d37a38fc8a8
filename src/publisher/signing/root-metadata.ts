import { TOP_LEVEL_ROLES, type TopLevelRole } from "../../core/feed/role-name.ts";
import { OperatorError } from "../../node/operator-error.ts";
import type { RoleSigners } from "./key-folder.ts";
import { type RootJson, SPEC_VERSION } from "./signed-metadata.ts";
import type { PublicKey, SigningKey } from "./signing-key.ts";

export interface NextRoot {
  /** Keys of the roles that change; the first root needs all four roles. */
  keys: Partial<Record<TopLevelRole, readonly { keyid: string; public: PublicKey }[]>>;
  thresholds?: Partial<Record<TopLevelRole, number>>;
  expires: string;
}

/**
 * The root that follows, or the first.
 *
 * @throws OperatorError if a role would have fewer keys than its threshold: nobody could sign for it any more
 */
export function nextRoot(previous: RootJson | null, next: NextRoot): RootJson {
  const keys: RootJson["keys"] = {};
  const roles = {} as RootJson["roles"];
  for (const role of TOP_LEVEL_ROLES) {
    const known = previous?.roles[role];
    const given = next.keys[role];
    for (const keyid of given ? [] : (known?.keyids ?? [])) {
      const key = previous?.keys[keyid];
      if (key !== undefined) keys[keyid] = key;
    }
    for (const key of given ?? []) keys[key.keyid] = key.public;
    const keyids = [...new Set(given?.map((key) => key.keyid) ?? known?.keyids ?? [])].sort();
    const threshold = next.thresholds?.[role] ?? known?.threshold ?? 1;
    if (!Number.isInteger(threshold) || threshold < 1 || keyids.length < threshold) {
      throw new OperatorError(
        `${role}: has ${keyids.length} keys and a threshold of ${threshold}: nobody could sign for it`,
      );
    }
    roles[role] = { keyids, threshold };
  }
  return {
    _type: "root",
    spec_version: SPEC_VERSION,
    version: (previous?.version ?? 0) + 1,
    expires: next.expires,
    consistent_snapshot: true,
    keys,
    roles,
  };
}

/**
 * The keys at hand that this root lets sign for a role.
 *
 * @throws OperatorError if they are fewer than it takes
 */
export function signersFor(
  role: TopLevelRole,
  root: RootJson,
  signers: RoleSigners,
): readonly SigningKey[] {
  const { keyids, threshold } = root.roles[role];
  const usable = signers[role].filter(({ keyid }) => keyids.includes(keyid));
  if (new Set(usable.map(({ keyid }) => keyid)).size < threshold) {
    throw new OperatorError(
      `${role}: ${usable.length} of its keys are at hand, signing takes ${threshold} (key ids ${keyids
        .map((keyid) => keyid.slice(0, 8))
        .join(", ")})`,
    );
  }
  return usable;
}
