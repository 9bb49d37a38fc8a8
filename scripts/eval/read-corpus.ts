import { readFile } from "node:fs/promises";
import { join } from "node:path";
import * as z from "zod/mini";

/** A text that a row may leave out, or give as null. */
function named(otherwise: string) {
  return z.pipe(
    z.nullish(z.string()),
    z.transform((given) => given ?? otherwise),
  );
}

const pageSchema = z.object({
  id: z.string(),
  /** Relative to the folder of the corpus. */
  file: z.string(),
  url: z.url(),
  label: z.enum(["scam", "benign"]),
  expect: z.optional(z.enum(["block", "warn", "none"])),
  kind: named(""),
  /** Joined by "+". */
  evasion: named("none"),
});

export type CorpusPage = z.infer<typeof pageSchema>;

/** @throws Error that names the line of pages.jsonl that is wrong */
export async function readCorpus(folder: string): Promise<CorpusPage[]> {
  const file = join(folder, "pages.jsonl");
  const lines = (await readFile(file, "utf8")).split("\n");
  return lines.flatMap((line, index) => {
    if (line.trim() === "") return [];
    try {
      return [z.parse(pageSchema, JSON.parse(line))];
    } catch (error) {
      throw new Error(`${file}:${index + 1}: ${error instanceof Error ? error.message : error}`);
    }
  });
}
