import { mkdir, open, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { OperatorError } from "../../node/operator-error.ts";

/** Locks of this process. In a container every process may be number 1, so the number alone doesn't tell. */
const held = new Set<string>();

/**
 * Runs work that writes a feed while no other process of this machine does. A lock whose process has died is taken
 * over.
 *
 * @throws OperatorError if another publisher is at work
 */
export async function withPublishLock<T>(folder: string, work: () => Promise<T>): Promise<T> {
  await mkdir(folder, { recursive: true });
  const path = join(folder, ".publishing");
  if (!(await take(path))) {
    const owner = Number(await readFile(path, "utf8"));
    if (owner === process.pid ? held.has(path) : isAlive(owner)) {
      throw new OperatorError(`${folder}: process ${owner} is publishing here; wait until it ends`);
    }
    await rm(path, { force: true });
    if (!(await take(path))) throw new OperatorError(`${folder}: another publisher was quicker`);
  }
  held.add(path);
  try {
    return await work();
  } finally {
    held.delete(path);
    await rm(path, { force: true });
  }
}

async function take(path: string): Promise<boolean> {
  try {
    const file = await open(path, "wx");
    await file.writeFile(String(process.pid));
    await file.close();
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
    throw error;
  }
}

function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it lives, but belongs to another user.
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
