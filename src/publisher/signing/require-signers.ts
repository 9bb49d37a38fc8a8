import { TOP_LEVEL_ROLES, type TopLevelRole } from "../../core/feed/role-name.ts";
import { OperatorError } from "../../node/operator-error.ts";
import type { RoleSigners } from "./key-folder.ts";
import type { RootJson } from "./signed-metadata.ts";

/**
 * Says in the operator's words which keys are missing, before work begins that would end without them.
 *
 * @param input.root the published root, null before the first publish
 * @param input.folder the feed's
 * @param input.thresholds signatures that a role takes in the first root, 1 unless given
 * @throws OperatorError
 */
export function requireSigners(input: {
  root: RootJson | null;
  signers: RoleSigners;
  folder: string;
  keyFolder: string;
  roles?: readonly TopLevelRole[];
  thresholds: Partial<Record<TopLevelRole, number>>;
  /** Milliseconds since the epoch; if given, an expired root is refused too. */
  now?: number;
}): void {
  const { root, signers, folder, keyFolder } = input;
  if (root === null) {
    for (const role of input.roles ?? TOP_LEVEL_ROLES) {
      const needed = input.thresholds[role] ?? 1;
      const found = signers[role].length;
      if (found >= needed) continue;
      throw new OperatorError(
        found === 0
          ? `the first build needs ${role}.pem, which is not in ${keyFolder}`
          : `the first build needs ${needed} keys of the ${role}; ${keyFolder} holds ${found}`,
      );
    }
    return;
  }
  if (input.now !== undefined && Date.parse(root.expires) <= input.now) {
    throw new OperatorError(
      `nothing can be published: the root of ${folder} has expired (${root.expires}); renew it: feed rotate-root ${folder} --keys DIR`,
    );
  }
  const roles = input.roles ?? TOP_LEVEL_ROLES.filter((role) => role !== "root");
  for (const role of roles) {
    const { keyids, threshold } = root.roles[role];
    const known = signers[role].filter(({ keyid }) => keyids.includes(keyid)).length;
    if (known >= threshold) continue;
    if (known > 0) {
      throw new OperatorError(
        `${known} of the ${threshold} ${role} keys that must sign ${folder} are in ${keyFolder}`,
      );
    }
    throw new OperatorError(
      signers[role].length === 0
        ? `${role}.pem is not in ${keyFolder}`
        : `the keys in ${keyFolder} are not those that sign ${folder} (${role})`,
    );
  }
}
