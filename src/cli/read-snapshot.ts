import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import * as z from "zod/mini";
import { MAX_RAW_LENGTH } from "../core/feed/artifacts.ts";
import type { KnowledgeFile } from "../core/verdict/knowledge.ts";
import { gunzip } from "../node/gzip.ts";
import type { FeedContent } from "./read-feed-folder.ts";

const indexSchema = z.object({
  artifacts: z.array(
    z.object({
      path: z.string(),
      kind: z.enum([
        "blocklist",
        "paths",
        "brands",
        "alerts",
        "tips",
        "portals",
        "model",
        "contacts",
      ]),
      category: z.nullish(z.string()),
      raw: z.object({ length: z.int(), sha256: z.string() }),
      /** Relative to the folder of the snapshot. */
      file: z.string(),
    }),
  ),
});

/**
 * Reads the feed that ships inside the package. It is not signed: it comes with the program itself.
 *
 * @throws Error that names the file if one is missing or is not as index.json describes it
 */
export async function readSnapshot(
  folder: string,
  wanted: (artifact: Pick<KnowledgeFile, "kind" | "category">) => boolean,
): Promise<FeedContent> {
  const index = join(folder, "index.json");
  const parsed = indexSchema.safeParse(JSON.parse(await readFile(index, "utf8")));
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new Error(`${index}: ${issue?.path.join(".") ?? ""}: ${issue?.message ?? "malformed"}`);
  }
  const files: KnowledgeFile[] = [];
  for (const { path, kind, category = null, raw, file } of parsed.data.artifacts) {
    if (!wanted({ kind, category })) continue;
    const at = join(folder, file);
    const zipped = await readFile(at);
    if (raw.length > MAX_RAW_LENGTH[kind])
      throw new Error(`${at}: ${raw.length} bytes is too large`);
    let bytes: Uint8Array<ArrayBuffer>;
    try {
      bytes = await gunzip(zipped, raw.length);
    } catch (cause) {
      throw new Error(`${at}: can't be unzipped`, { cause });
    }
    if (createHash("sha256").update(bytes).digest("hex") !== raw.sha256) {
      throw new Error(`${at}: another file than index.json names`);
    }
    files.push({ path, kind, category, bytes });
  }
  return { version: 0, files };
}
