import { mkdir, readdir } from "node:fs/promises";
import { join } from "node:path";
import { TOP_LEVEL_ROLES, type TopLevelRole } from "../../core/feed/role-name.ts";
import { OperatorError } from "../../node/operator-error.ts";
import { systemReason } from "../../node/system-reason.ts";
import { createKeyFile, readKeyFile, type SigningKey } from "./signing-key.ts";

/**
 * The keys at hand, by role. A role may have several, and may have none: the root's keys belong on a medium that is
 * put in only to make or rotate a root.
 */
export type RoleSigners = Record<TopLevelRole, SigningKey[]>;

/** "root.pem", "root-2.pem", "timestamp-backup.pem" */
const KEY_FILE = /^(root|timestamp|snapshot|targets)(-[a-z0-9]+)*\.pem$/;

/**
 * Makes new keys as files "root-1.pem", "root-2.pem", …, or "timestamp.pem" where a role has but one.
 *
 * @param count keys by role, one each unless given
 * @throws OperatorError if one of the files exists; none that exists is touched
 */
export async function createKeyFolder(
  folder: string,
  count: Partial<Record<TopLevelRole, number>> = {},
): Promise<RoleSigners> {
  const taken = (await makeKeyFolder(folder)).filter((name) => KEY_FILE.test(name));
  if (taken.length > 0) {
    throw new OperatorError(`${folder}: holds keys already (${taken.sort().join(", ")})`);
  }
  const signers = noSigners();
  for (const role of TOP_LEVEL_ROLES) {
    const keys = count[role] ?? 1;
    for (let number = 1; number <= keys; number++) {
      const name = keys === 1 ? `${role}.pem` : `${role}-${number}.pem`;
      signers[role].push(await createKeyFile(join(folder, name)));
    }
  }
  return signers;
}

/**
 * Makes a folder for keys that its owner alone may read.
 *
 * @returns the names of what is in it already
 * @throws OperatorError
 */
export async function makeKeyFolder(folder: string): Promise<string[]> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    return await readdir(folder);
  } catch (cause) {
    throw new OperatorError(`${folder}: ${systemReason(cause)}`, { cause });
  }
}

/** @throws OperatorError if the folder can't be read or a key file in it is none */
export async function readKeyFolder(folder: string): Promise<RoleSigners> {
  let names: string[];
  try {
    names = await readdir(folder);
  } catch (cause) {
    throw new OperatorError(`${folder}: ${systemReason(cause)}`, { cause });
  }
  const signers = noSigners();
  for (const name of names.sort()) {
    const role = KEY_FILE.exec(name)?.[1] as TopLevelRole | undefined;
    if (role !== undefined) signers[role].push(await readKeyFile(join(folder, name)));
  }
  return signers;
}

function noSigners(): RoleSigners {
  return { root: [], timestamp: [], snapshot: [], targets: [] };
}
