import { mkdir, readdir, rename, rm, rmdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { OperatorError } from "../node/operator-error.ts";
import { readFileIfAny } from "../node/read-file-if-any.ts";

/**
 * Puts files in place of all that a folder held: whole or not at all.
 *
 * @param folder new, empty, or made by this function before
 * @param marker file that tells a folder of this kind
 * @param kind what the folder is, for the message
 * @throws OperatorError if it holds other things
 */
export async function replaceFolder(
  folder: string,
  files: ReadonlyMap<string, Uint8Array | string>,
  { marker, kind }: { marker: string; kind: string },
): Promise<void> {
  const before = await stateOf(folder, marker);
  if (before === "foreign") throw new OperatorError(`${folder}: is there, and is no ${kind}`);
  const fresh = `${path.resolve(folder)}.new`;
  const old = `${path.resolve(folder)}.old`;
  await rm(fresh, { recursive: true, force: true });
  for (const [name, content] of files) {
    const file = path.join(fresh, name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, content);
  }
  await rm(old, { recursive: true, force: true });
  if (before === "empty") await rmdir(folder);
  if (before === "ours") await rename(folder, old);
  await rename(fresh, folder);
  await rm(old, { recursive: true, force: true });
}

async function stateOf(
  folder: string,
  marker: string,
): Promise<"none" | "empty" | "ours" | "foreign"> {
  try {
    const names = await readdir(folder);
    if (names.length === 0) return "empty";
    return (await readFileIfAny(path.join(folder, marker))) === null ? "foreign" : "ours";
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    if (code === "ENOENT") return "none";
    if (code === "ENOTDIR") return "foreign";
    throw error;
  }
}
