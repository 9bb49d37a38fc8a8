import * as z from "zod/mini";
import { type ArtifactKind, MAX_RAW_LENGTH, rawSchema } from "./artifacts.ts";

/** `index.json` of the snapshot that ships inside the package. It is unsigned: the package vouches for it. */
export const snapshotIndexSchema = z.object({
  version: z.literal(1),
  /** ISO 8601, UTC. */
  made: z.iso.datetime(),
  /** Each lies beside the index under its path, gzipped. */
  artifacts: z.array(
    z.object({
      path: z.string().check(z.regex(/^[a-z0-9][a-z0-9-]*(?:[./][a-z0-9-]+)*$/)),
      kind: z.enum(Object.keys(MAX_RAW_LENGTH) as ArtifactKind[]),
      category: z.nullable(z.string()),
      count: z.int(),
      made: z.iso.datetime(),
      raw: rawSchema,
    }),
  ),
  sources: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      licence: z.string(),
      url: z.optional(z.string()),
    }),
  ),
});

export type SnapshotIndex = z.infer<typeof snapshotIndexSchema>;

export interface SnapshotArtifact {
  path: string;
  kind: ArtifactKind;
  category: string | null;
  count: number;
  /** Milliseconds since the epoch. */
  made: number;
  /** SHA-256 of the unzipped file, lower-case hex. */
  sha256: string;
  /** The unzipped file. @throws Error that names it if it is not the one of the index */
  read(): Promise<Uint8Array<ArrayBuffer>>;
}

/**
 * Reads what the snapshot holds; the files themselves are read when asked for.
 *
 * @param needs.file reads a file of the snapshot's folder by its path in it
 * @throws Error if the index is missing or malformed
 */
export async function readSnapshot(needs: {
  file: (path: string) => Promise<Uint8Array<ArrayBuffer>>;
  gunzip: (bytes: Uint8Array<ArrayBuffer>, maxLength: number) => Promise<Uint8Array<ArrayBuffer>>;
  /** Lower-case hex. */
  sha256: (bytes: Uint8Array<ArrayBuffer>) => Promise<string>;
}): Promise<SnapshotArtifact[]> {
  const { file, gunzip, sha256 } = needs;
  const text = new TextDecoder().decode(await file("index.json"));
  const parsed = snapshotIndexSchema.safeParse(JSON.parse(text));
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new Error(`index.json: ${issue?.path.join(".") ?? ""}: ${issue?.message ?? "malformed"}`);
  }
  return parsed.data.artifacts.map(({ raw, made, ...about }) => ({
    ...about,
    made: Date.parse(made),
    sha256: raw.sha256,
    async read() {
      if (raw.length > MAX_RAW_LENGTH[about.kind]) throw new Error(`${about.path}: too large`);
      const bytes = await gunzip(await file(about.path), raw.length);
      if ((await sha256(bytes)) === raw.sha256) return bytes;
      throw new Error(`${about.path}: another file than index.json names`);
    },
  }));
}
