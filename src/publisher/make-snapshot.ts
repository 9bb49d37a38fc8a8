import path from "node:path";
import type { SnapshotIndex } from "../core/feed/snapshot.ts";
import { gzip } from "../node/gzip.ts";
import { OperatorError } from "../node/operator-error.ts";
import { readFileIfAny } from "../node/read-file-if-any.ts";
import { brandsFile, contactFiles, contentFiles, modelFile } from "./build/make-artifacts.ts";
import { makeLists } from "./build/make-lists.ts";
import { type InputFiles, readInputs } from "./build/read-inputs.ts";
import type { Progress } from "./progress.ts";
import { replaceFolder } from "./replace-folder.ts";
import { sha256 } from "./signing/signed-metadata.ts";
import type { BrokenRule } from "./sources/source-intake.ts";
import type { Source } from "./sources/sources-file.ts";

export type Snapshot =
  | { violations: BrokenRule[] }
  | { violations: null; index: SnapshotIndex; files: Map<string, Uint8Array<ArrayBuffer>> };

/**
 * Makes the snapshot: the same files give the same bytes, since its day stands in the sources file.
 *
 * @returns files by path below the snapshot's folder, the index and the licences among them; or what may not enter
 * @throws OperatorError that names the file to mend
 */
export async function makeSnapshot(input: InputFiles, progress: Progress): Promise<Snapshot> {
  const { file, brands, model, content, collect } = await readInputs(input, progress);
  if (file.snapshotDate === undefined) {
    throw new OperatorError(`${input.sources}: needs "snapshotDate": the day of the lists' state`);
  }
  const time = Date.parse(file.snapshotDate);
  const today = time / 86_400_000;
  const collected = await collect({ today, maxMalformed: 0, progress });
  if (collected.violations.length > 0) return { violations: collected.violations };
  const lists = makeLists(collected, { published: () => null, today, progress });
  const made = new Date(time).toISOString();
  const files = new Map<string, Uint8Array<ArrayBuffer>>();
  const index: SnapshotIndex = {
    version: 1,
    made,
    artifacts: [],
    sources: file.sources.map(({ id, name, licence, url }) =>
      url === undefined ? { id, name, licence } : { id, name, licence, url },
    ),
  };
  for (const one of [
    ...lists,
    brandsFile(brands),
    modelFile(model),
    ...contactFiles(collected.contacts),
    ...contentFiles(content),
  ]) {
    files.set(one.path, await gzip(one.raw));
    index.artifacts.push({
      path: one.path,
      kind: one.kind,
      category: "category" in one ? one.category : null,
      count: one.count,
      made: "made" in one ? one.made : made,
      raw: { length: one.raw.length, sha256: sha256(one.raw) },
    });
  }
  const text = new TextEncoder();
  files.set("index.json", text.encode(`${JSON.stringify(index, null, 2)}\n`));
  files.set("SOURCES.md", text.encode(await describeSources(file.sources)));
  return { violations: null, index, files };
}

/**
 * Writes the snapshot's folder: whole or not at all.
 *
 * @param folder holds nothing else than a snapshot
 * @throws OperatorError if it holds other things
 */
export function writeSnapshot(
  folder: string,
  files: ReadonlyMap<string, Uint8Array<ArrayBuffer>>,
): Promise<void> {
  return replaceFolder(folder, files, { marker: "index.json", kind: "snapshot" });
}

/** The sources with their licences in full: each list's LICENSE lies beside it. */
async function describeSources(sources: readonly Source[]): Promise<string> {
  const parts = [
    "# Sources of this snapshot",
    "Made by the publisher (`npm run -s feed -- snapshot`) from the lists in `src/content`. Official domains of brands were compiled for this project.",
  ];
  const licences = new Map<string, string[]>();
  for (const { name, licence, url, from } of sources) {
    parts.push(`- ${name}, ${licence}${url === undefined ? "" : `, <${url}>`}`);
    const file = path.join(path.dirname(from), "LICENSE");
    const bytes = await readFileIfAny(file);
    if (bytes === null) throw new OperatorError(`${file}: the licence must ship with the list`);
    const text = new TextDecoder().decode(bytes).trim();
    licences.set(text, [...(licences.get(text) ?? []), name]);
  }
  for (const [text, names] of licences) {
    parts.push(`## Licence of ${names.join(" and ")}`, `\`\`\`\n${text}\n\`\`\``);
  }
  return `${parts
    .join("\n\n")
    .replaceAll(/\n\n- /g, "\n- ")
    .replace(/\n- /, "\n\n- ")}\n`;
}
