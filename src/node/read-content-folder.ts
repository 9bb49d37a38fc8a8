import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { type Content, readContent } from "../core/awareness/content.ts";
import type { Problem } from "../core/awareness/problem.ts";

/**
 * Reads the awareness content's folder.
 *
 * @throws Error if the folder itself can't be read; what is wrong in its files is among the problems
 */
export async function readContentFolder(
  folder: string,
): Promise<{ content: Content; problems: Problem[] }> {
  const files = new Map<string, unknown>();
  const broken: Problem[] = [];
  const names = (await readdir(folder, { recursive: true })).filter((name) =>
    name.endsWith(".json"),
  );
  for (const name of names.sort()) {
    const at = name.replaceAll(path.sep, "/");
    try {
      files.set(at, JSON.parse(await readFile(path.join(folder, name), "utf8")));
    } catch (error) {
      broken.push({ at, what: error instanceof Error ? error.message : String(error) });
    }
  }
  const { content, problems } = readContent(files);
  return { content, problems: [...broken, ...problems] };
}
