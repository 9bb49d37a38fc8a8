import { matchesPattern } from "../../core/feed/path-pattern.ts";
import { OperatorError } from "../../node/operator-error.ts";
import {
  type Bytes,
  type DelegatedRoleJson,
  expiryAfter,
  SPEC_VERSION,
  signMetadata,
  type TargetFileJson,
} from "./signed-metadata.ts";
import type { SigningKey } from "./signing-key.ts";
import { isTargetPath } from "./target-path.ts";

/**
 * The delegated role of a province, ministry or other unit: "local-hue". Without a slash, which web servers treat
 * differently in a file's name: the role's file must be found on any of them.
 *
 * @throws OperatorError if the name of the unit has other characters than a-z, 0-9 and single hyphens
 */
export function unitRole(unit: string): string {
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(unit)) {
    throw new OperatorError(`"${unit}" is no name of a unit: a-z, 0-9 and single hyphens only`);
  }
  return `local-${unit}`;
}

/** The unit of a delegated role, or null if the role is none of a unit. */
export function unitOfRole(role: string): string | null {
  return /^local-(.+)$/.exec(role)?.[1] ?? null;
}

/** The folder of a unit's targets: "local/hue/". */
export function unitFolder(unit: string): string {
  unitRole(unit);
  return `local/${unit}/`;
}

/** How many folders deep a unit's targets may lie: "local/hue/deltas/blocklist/scam.ttb/0123456789abcdef.ttd.gz". */
const DEPTH = 4;

/** What a unit may name: everything in its own folder ("*" does not cross "/", §4.5), and nobody else may. */
function unitPaths(unit: string): string[] {
  return Array.from({ length: DEPTH }, (_, depth) => `${unitFolder(unit)}*${"/*".repeat(depth)}`);
}

/** Whether clients look for a target of this path in the unit's metadata. */
export function isUnitPath(unit: string, path: string): boolean {
  return isTargetPath(path) && unitPaths(unit).some((pattern) => matchesPattern(path, pattern));
}

export function strayPath(unit: string, path: string): OperatorError {
  return new OperatorError(
    `${path}: is no path in ${unitFolder(unit)}: at most ${DEPTH} folders deep, of A-Z, a-z, 0-9 and ._~@+-, without a dot in front of a name`,
  );
}

/** The delegation of a unit's own folder to its keys. It terminates: where the unit names nothing, nobody else is asked. */
export function unitDelegation(
  unit: string,
  keyids: string[],
  threshold: number,
): DelegatedRoleJson {
  return { name: unitRole(unit), keyids, threshold, terminating: true, paths: unitPaths(unit) };
}

/**
 * A unit's own metadata, to be handed to the national publisher: the unit's key need never leave the unit.
 *
 * @param version one more than the unit's last
 * @param targets by path, all in the unit's folder
 */
export function signUnitMetadata(
  unit: string,
  version: number,
  targets: Readonly<Record<string, TargetFileJson>>,
  signers: readonly SigningKey[],
  { now, days }: { now: number; days: number },
): Bytes {
  const stray = Object.keys(targets).find((path) => !isUnitPath(unit, path));
  if (stray !== undefined) throw strayPath(unit, stray);
  return signMetadata(
    {
      _type: "targets",
      spec_version: SPEC_VERSION,
      version,
      expires: expiryAfter(now, days),
      targets,
    },
    signers,
  );
}
