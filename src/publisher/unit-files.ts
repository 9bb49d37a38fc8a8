import { lstat, readdir } from "node:fs/promises";
import path from "node:path";
import { FeedError } from "../core/feed/feed-error.ts";
import { parseMetadata } from "../core/feed/metadata.ts";
import { readOrdinaryFile } from "../node/open-ordinary-file.ts";
import { OperatorError, onDisk } from "../node/operator-error.ts";
import { readFileIfAny } from "../node/read-file-if-any.ts";
import type { Bytes } from "./signing/signed-metadata.ts";
import { unitFolder, unitRole } from "./signing/unit-metadata.ts";

/**
 * A unit's files by their paths in the feed.
 *
 * @param folder whose content becomes local/<unit>/
 * @throws OperatorError if there are none
 */
export async function readUnitFiles(
  folder: string,
  unit: string,
): Promise<{ path: string; bytes: Bytes }[]> {
  const files: { path: string; bytes: Bytes }[] = [];
  for (const name of await namesBelow(folder)) {
    const target = unitFolder(unit) + name;
    const file = path.join(folder, name);
    // What lies outside would be published for everybody.
    if ((await onDisk(file, () => lstat(file))).isSymbolicLink())
      throw new OperatorError(`${file}: is a link, which may lead out of the folder`);
    files.push({ path: target, bytes: await readBytes(file) });
  }
  if (files.length === 0) throw new OperatorError(`${folder}: holds no files`);
  return files;
}

async function namesBelow(folder: string): Promise<string[]> {
  const entries = await onDisk(folder, () =>
    readdir(folder, { recursive: true, withFileTypes: true }),
  );
  return entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .map((name) => name.replaceAll("\\", "/"))
    .sort();
}

/** @throws OperatorError that says in words why the file can't be read */
export function readBytes(file: string): Promise<Bytes> {
  return onDisk(file, () => readOrdinaryFile(file));
}

/**
 * @param file metadata that the unit has signed before
 * @returns its version, 0 if there is no such file
 * @throws OperatorError if the file is something else
 */
export async function readUnitVersion(file: string, unit: string): Promise<number> {
  const bytes = await onDisk(file, () => readFileIfAny(file));
  if (bytes === null) return 0;
  try {
    return parseMetadata("targets", bytes, unitRole(unit)).signed.version;
  } catch (cause) {
    if (!(cause instanceof FeedError)) throw cause;
    throw new OperatorError(`${file}: is not what a unit has signed: ${cause.message}`, { cause });
  }
}
