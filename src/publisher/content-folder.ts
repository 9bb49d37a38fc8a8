import type { Content } from "../core/awareness/content.ts";
import { OperatorError } from "../node/operator-error.ts";
import { readContentFolder } from "../node/read-content-folder.ts";
import { systemReason } from "../node/system-reason.ts";

/** Problems that are told at once. */
const SHOWN = 20;

/**
 * Reads the awareness content for the feed. Whether it is complete and fresh is for `content check` to say: a hotline
 * that grows old must not hold up the list.
 *
 * @throws OperatorError that names each file and the place in it that can't be read
 */
export async function readPublishedContent(folder: string): Promise<Content> {
  const { content, problems } = await read(folder);
  if (problems.length === 0) return content;
  const lines = problems.slice(0, SHOWN).map(({ at, what }) => `${folder}/${at}: ${what}`);
  if (problems.length > SHOWN) lines.push(`and ${problems.length - SHOWN} more`);
  throw new OperatorError(lines.join("\n"));
}

async function read(folder: string): ReturnType<typeof readContentFolder> {
  try {
    return await readContentFolder(folder);
  } catch (cause) {
    throw new OperatorError(`${folder}: ${systemReason(cause)}`, { cause });
  }
}
