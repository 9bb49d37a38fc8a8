import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { DemoError } from "./demo-error.ts";

/**
 * Makes a folder the demo's own and empties it, so that two demos never share one.
 *
 * @returns gives it up
 * @throws DemoError if another demo runs in it
 */
export async function claimFolder(folder: string): Promise<() => Promise<void>> {
  const lock = join(folder, "demo.pid");
  const owner = Number(await readFile(lock, "utf8").catch(() => "0"));
  if (owner > 0 && isAlive(owner)) {
    throw new DemoError(`Another demo is running (process ${owner}). Close its browser first.`);
  }
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  await mkdir(folder, { recursive: true });
  await writeFile(lock, String(process.pid));
  return () => rm(lock, { force: true });
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it lives, but belongs to somebody else.
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
