import { FeedError } from "../../core/feed/feed-error.ts";
import { parseMetadata } from "../../core/feed/metadata.ts";
import { targetsByPath } from "../../core/feed/target-search.ts";
import { OperatorError } from "../../node/operator-error.ts";
import type { FeedFiles } from "./feed-files.ts";
import { type Bytes, sha256 } from "./signed-metadata.ts";
import { isUnitPath, strayPath, unitRole } from "./unit-metadata.ts";

/** What a unit hands in to be published. */
export interface HandedIn {
  unit: string;
  /** Signed by the unit (signUnitMetadata). */
  metadata: Bytes;
  /** Those of its files that are new. */
  files: readonly { path: string; bytes: Bytes }[];
}

/**
 * Checks that a unit's metadata follows the last, stays in the unit's folder and has all its files. Its signatures are
 * checked when it is published.
 *
 * @param last version that is published, 0 if none is
 * @param published where files are that the unit does not hand in again
 * @returns its version and all its files
 * @throws OperatorError
 */
export async function checkHandedIn(
  { unit, metadata, files }: HandedIn,
  last: number,
  published: Pick<FeedFiles, "readTarget">,
): Promise<{ version: number; files: { path: string; bytes: Bytes }[] }> {
  const name = unitRole(unit);
  const signed = read(name, metadata);
  if (signed.version <= last) {
    throw new OperatorError(`${name}: version ${signed.version} does not follow ${last}`);
  }
  const given = new Map(files.map(({ path, bytes }) => [path, bytes]));
  const all: { path: string; bytes: Bytes }[] = [];
  for (const target of targetsByPath(signed).values()) {
    const { path } = target;
    if (!isUnitPath(unit, path)) throw strayPath(unit, path);
    const bytes = given.get(path) ?? (await published.readTarget(target));
    if (bytes === null || sha256(bytes) !== target.hashes.sha256) {
      throw new OperatorError(`${path}: the file is missing or is not what was signed`);
    }
    all.push({ path, bytes });
  }
  return { version: signed.version, files: all };
}

function read(name: string, metadata: Bytes) {
  try {
    return parseMetadata("targets", metadata, name).signed;
  } catch (cause) {
    if (!(cause instanceof FeedError)) throw cause;
    throw new OperatorError(cause.message, { cause });
  }
}
