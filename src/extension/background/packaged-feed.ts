import * as z from "zod/mini";
import { MAX_RAW_LENGTH } from "../../core/feed/artifacts.ts";
import type { OwnPackage } from "../platform/own-package.ts";
import type { InstalledArtifact } from "./store/state.ts";
import type { Bytes } from "./store/store.ts";

const FOLDER = "/snapshot/";

/** `snapshot/index.json` of the package, as the publisher writes it. */
const indexSchema = z.object({
  version: z.literal(1),
  artifacts: z.array(
    z.object({
      path: z.string().check(z.regex(/^[a-z0-9][a-z0-9./-]*$/)),
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
      category: z.nullable(z.string()),
      raw: z.object({ length: z.int(), sha256: z.string() }),
      count: z.nullable(z.int()),
      made: z.nullable(z.iso.datetime()),
    }),
  ),
});

export interface PackagedArtifact {
  about: InstalledArtifact;
  /** The unzipped file. @throws Error if the package is damaged */
  read(): Promise<Bytes>;
}

/** The feed that ships inside the package, so that a browser is protected before its first download. */
export async function readPackagedFeed(needs: {
  pack: OwnPackage;
  gunzip: (bytes: Bytes, maxLength: number) => Promise<Bytes>;
  sha256: (bytes: Bytes) => Promise<string>;
}): Promise<PackagedArtifact[]> {
  const { pack, gunzip, sha256 } = needs;
  const text = new TextDecoder().decode(await pack.read(`${FOLDER}index.json`));
  const { artifacts } = indexSchema.parse(JSON.parse(text));
  return artifacts.map(({ path, kind, category, raw, count, made }) => ({
    about: {
      path,
      kind,
      category,
      sha256: raw.sha256,
      count,
      made: made === null ? null : Date.parse(made),
      origin: "package",
    },
    async read() {
      if (raw.length > MAX_RAW_LENGTH[kind]) throw new Error(`${path}: too large`);
      const bytes = await gunzip(await pack.read(FOLDER + path), raw.length);
      if ((await sha256(bytes)) !== raw.sha256) throw new Error(`${path}: damaged in the package`);
      return bytes;
    },
  }));
}
