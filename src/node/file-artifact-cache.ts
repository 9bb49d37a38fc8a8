import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { encodeRoleName } from "../core/feed/role-name.ts";
import type { ArtifactCache } from "../core/feed/types.ts";
import { readFileIfAny } from "./read-file-if-any.ts";
import { writeFileAtomic } from "./write-file-atomic.ts";

/** Downloaded targets in a folder, one file a target path; a new version takes the place of the old. */
export function fileArtifactCache(folder: string): ArtifactCache {
  const pathOf = (path: string) => join(folder, encodeRoleName(path));
  return {
    get: ({ path }) => readFileIfAny(pathOf(path)),
    put: async ({ path }, bytes) => {
      await mkdir(folder, { recursive: true });
      await writeFileAtomic(pathOf(path), bytes);
    },
  };
}
