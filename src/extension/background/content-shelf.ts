import { type ContentKind, readContentArtifact } from "../../core/awareness/content-artifacts.ts";
import type { ToldContent } from "../messages.ts";
import type { PackagedArtifact } from "./packaged-feed.ts";
import type { InstalledArtifact } from "./store/state.ts";
import type { Bytes, Store } from "./store/store.ts";

export interface ContentShelf {
  /** @throws Error if not even the package's can be read */
  read<K extends ContentKind>(kind: K): Promise<ToldContent<K>>;
  /** Paths of stored files that could not be used since this background has started, so that they are fetched again. */
  damaged(): readonly string[];
}

/** Reads what the feed has brought, or what the package ships: whichever was made later, and the other if it fails. */
export function createContentShelf(needs: {
  store: Pick<Store, "state" | "file">;
  packaged: () => Promise<PackagedArtifact[]>;
}): ContentShelf {
  const { store, packaged } = needs;
  const damaged = new Set<string>();

  async function fromStore<K extends ContentKind>(kind: K, { sha256 }: InstalledArtifact) {
    const bytes: Bytes | null = await store.file(sha256);
    if (bytes === null) throw new Error(`${kind}: the stored file is gone`);
    return readContentArtifact(kind, bytes);
  }

  return {
    async read(kind) {
      const [{ artifacts, told }, pack] = await Promise.all([store.state(), packaged()]);
      const stored = artifacts.find((artifact) => artifact.kind === kind);
      const shipped = pack.find(({ about }) => about.kind === kind);
      const isNewest = stored && (stored.made ?? 0) >= (shipped?.about.made ?? 0);
      let damage = told.refused.find((refused) => refused.kind === kind)?.detail ?? null;
      if (stored && isNewest) {
        try {
          return { content: await fromStore(kind, stored), damage };
        } catch (error) {
          damage = error instanceof Error ? error.message : String(error);
          damaged.add(stored.path);
        }
      }
      if (shipped === undefined) throw new Error(damage ?? `${kind}: not in the package`);
      return { content: readContentArtifact(kind, await shipped.read()), damage };
    },
    damaged: () => [...damaged],
  };
}
