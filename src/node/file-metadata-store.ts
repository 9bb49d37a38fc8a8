import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { encodeRoleName } from "../core/feed/role-name.ts";
import type { MetadataStore } from "../core/feed/types.ts";
import { readFileIfAny } from "./read-file-if-any.ts";
import { writeFileAtomic } from "./write-file-atomic.ts";

/** Trusted metadata in a folder, one file a role: "root.json", "local%2Fhue.json". */
export function fileMetadataStore(folder: string): MetadataStore {
  const pathOf = (role: string) => join(folder, `${encodeRoleName(role)}.json`);
  return {
    get: (role) => readFileIfAny(pathOf(role)),
    put: async (role, bytes) => {
      await mkdir(folder, { recursive: true });
      await writeFileAtomic(pathOf(role), bytes);
    },
    delete: (role) => rm(pathOf(role), { force: true }),
  };
}
