import type { ContentKind } from "../../../core/awareness/content-kind.ts";
import type { ContactList } from "../../../core/contact/contact-list.ts";
import type { ToldContent } from "../../messages.ts";
import type { PackagedArtifact } from "../lists/packaged-feed.ts";
import type { InstalledArtifact } from "../store/state.ts";
import type { Bytes, Store } from "../store/store.ts";
import type { ToldKind } from "./told-kinds.ts";

export interface ContentSource {
  /** @throws Error if not even the package's can be read */
  read<K extends ContentKind>(kind: K): Promise<ToldContent<K>>;
  /** Phone numbers and accounts of scammers; null where neither feed nor package has a list that can be read. */
  contacts(): Promise<ContactList | null>;
  /** Paths of stored files that could not be used since this background has started, so that they are fetched again. */
  damaged(): readonly string[];
}

// What reads the artifacts is set up when first needed: a background that starts must answer about addresses at once.

/** Reads what the feed has brought, or what the package ships: whichever was made later, and the other if it fails. */
export function createContentSource(needs: {
  store: Pick<Store, "state" | "file">;
  packaged: () => Promise<PackagedArtifact[]>;
}): ContentSource {
  const { store, packaged } = needs;
  const damaged = new Set<string>();
  let opened: { sha256: string; list: ContactList } | null = null;

  async function stored({ kind, sha256 }: InstalledArtifact): Promise<Bytes> {
    const bytes: Bytes | null = await store.file(sha256);
    if (bytes === null) throw new Error(`${kind}: the stored file is gone`);
    return bytes;
  }

  /** @param open makes of the bytes what is wanted; what it throws says that they can't be used */
  async function newest<T>(
    kind: ToldKind,
    open: (bytes: Bytes, about: InstalledArtifact) => T,
  ): Promise<{ content: T | null; damage: string | null }> {
    const [{ artifacts, told }, pack] = await Promise.all([store.state(), packaged()]);
    const installed = artifacts.find((artifact) => artifact.kind === kind);
    const shipped = pack.find(({ about }) => about.kind === kind);
    const isNewest = installed && (installed.made ?? 0) >= (shipped?.about.made ?? 0);
    let damage = told.refused.find((refused) => refused.kind === kind)?.detail ?? null;
    if (installed && isNewest) {
      try {
        return { content: open(await stored(installed), installed), damage };
      } catch (error) {
        damage = error instanceof Error ? error.message : String(error);
        damaged.add(installed.path);
      }
    }
    const content = shipped === undefined ? null : open(await shipped.read(), shipped.about);
    return { content, damage };
  }

  return {
    async read(kind) {
      const { readContentArtifact } = await import("../../../core/awareness/content-artifacts.ts");
      const { content, damage } = await newest(kind, (bytes) => readContentArtifact(kind, bytes));
      if (content === null) throw new Error(damage ?? `${kind}: not in the package`);
      return { content, damage };
    },
    async contacts() {
      const { openContacts } = await import("../../../core/contact/contact-list.ts");
      const { content, damage } = await newest("contacts", (bytes, { sha256 }) => {
        // Reading tens of thousands of them takes longer than a question should.
        if (opened?.sha256 !== sha256) opened = { sha256, list: openContacts(bytes) };
        return opened.list;
      });
      if (damage !== null) console.warn("Tỉnh Táo", damage);
      return content;
    },
    damaged: () => [...damaged],
  };
}
