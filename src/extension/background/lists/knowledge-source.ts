import { buildIndex } from "../../../core/blocklist/list-index.ts";
import type { Policy } from "../../../core/policy/policy.ts";
import type { Knowledge } from "../../../core/verdict/judge.ts";
import {
  isCategoryOn,
  KnowledgeError,
  type KnowledgeFile,
  openKnowledge,
} from "../../../core/verdict/knowledge.ts";
import type { PolicySource } from "../policy-source.ts";
import type { InstalledArtifact, State } from "../store/state.ts";
import type { Bytes, Store } from "../store/store.ts";
import type { PackagedArtifact } from "./packaged-feed.ts";

/** What the verdicts of this browser are derived from, and how whole it is. */
export interface OpenedKnowledge {
  /** Overrides left out: see `Overrides`. */
  knowledge: Knowledge;
  policy: Policy;
  /** What it was opened from. */
  artifacts: readonly InstalledArtifact[];
  /** Why a stored file could not be used and the package's had to do, or nothing at all; null if all is well. */
  damage: string | null;
  /** Paths of the stored files that could not be used. */
  damaged: readonly string[];
}

export interface KnowledgeSource {
  current(): Promise<OpenedKnowledge>;
  /** Must be called when artifacts or policy have changed. */
  forget(): void;
}

/** Kinds that say something about addresses, or help to judge pages. */
export const KINDS: ReadonlySet<string> = new Set(["blocklist", "paths", "brands", "model"]);

/**
 * Opens the installed artifacts, once in a background's life. A damaged one is replaced by the one in the package, or
 * left out, and `damage` says so; the next update brings it whole.
 */
export function createKnowledgeSource(needs: {
  store: Store;
  policy: PolicySource;
  packaged: () => Promise<PackagedArtifact[]>;
}): KnowledgeSource {
  const { store, policy: policySource, packaged } = needs;
  let opening: Promise<OpenedKnowledge> | null = null;

  async function open(): Promise<OpenedKnowledge> {
    const [policy, state] = await Promise.all([policySource.current(), store.state()]);
    // Nothing could be stored yet, the disk may be full: the package itself must do.
    if (state.artifacts.length === 0) return fromPackage(state, policy);
    const wanted = state.artifacts.filter(
      ({ kind, category }) => KINDS.has(kind) && isCategoryOn(category, policy),
    );
    const read = await Promise.all(wanted.map((artifact) => readWhole(artifact, store)));
    try {
      return openWith(wanted, read, state, policy);
    } catch (error) {
      if (!(error instanceof KnowledgeError)) throw error;
      return mend(wanted, read, state, policy);
    }
  }

  async function fromPackage(state: State, policy: Policy): Promise<OpenedKnowledge> {
    try {
      const on = (await packaged()).filter(
        ({ about: { kind, category } }) => KINDS.has(kind) && isCategoryOn(category, policy),
      );
      const files = await Promise.all(
        on.map(async ({ about, read }) => ({ ...about, bytes: await read() })),
      );
      return openWith(
        on.map(({ about }) => about),
        files,
        state,
        policy,
      );
    } catch (error) {
      // Policy and feed still count; the list is said to be missing.
      const damage = error instanceof Error ? error.message : String(error);
      return { ...openWith([], [], state, policy), damage };
    }
  }

  /** Goes through the files one by one, to find out which can't be used. */
  async function mend(
    wanted: readonly InstalledArtifact[],
    read: readonly KnowledgeFile[],
    state: State,
    policy: Policy,
  ): Promise<OpenedKnowledge> {
    const spare = await packaged();
    const artifacts: InstalledArtifact[] = [];
    const files: KnowledgeFile[] = [];
    const damage: string[] = [];
    const damaged: string[] = [];
    for (const [i, artifact] of wanted.entries()) {
      const file = read[i] as KnowledgeFile;
      try {
        openWith([artifact], [file], state, policy);
        artifacts.push(artifact);
        files.push(file);
      } catch (error) {
        if (!(error instanceof KnowledgeError)) throw error;
        damage.push(error.message);
        damaged.push(artifact.path);
        const substitute = spare.find(({ about }) => about.path === artifact.path);
        if (!substitute) continue;
        artifacts.push(substitute.about);
        files.push({ ...artifact, bytes: await substitute.read() });
      }
    }
    return { ...openWith(artifacts, files, state, policy), damage: damage.join("; "), damaged };
  }

  return {
    current() {
      opening ??= open().catch((error: unknown) => {
        opening = null;
        throw error;
      });
      return opening;
    },
    forget() {
      opening = null;
    },
  };
}

function openWith(
  artifacts: readonly InstalledArtifact[],
  files: readonly KnowledgeFile[],
  state: State,
  policy: Policy,
): OpenedKnowledge {
  const feedVersion = artifacts.some(({ origin }) => origin === "feed")
    ? (state.feed?.version ?? 0)
    : 0;
  const knowledge = openKnowledge(files, { feedVersion, policy, overriddenUntil: () => null });
  return { knowledge, policy, artifacts, damage: null, damaged: [] };
}

async function readWhole(artifact: InstalledArtifact, store: Store): Promise<KnowledgeFile> {
  const { path, kind, category, sha256 } = artifact;
  const isList = kind === "blocklist" || kind === "paths";
  const nothing = new Uint8Array();
  try {
    const [bytes, index] = await Promise.all([
      store.file(sha256),
      isList ? store.file(indexName(sha256)) : null,
    ]);
    const file = { path, kind, category, bytes: bytes ?? nothing };
    return index === null ? file : { ...file, index };
  } catch (error) {
    // What can't be read is treated like what is missing or damaged: an empty file is no list, and `mend` says so.
    console.warn("Tỉnh Táo", path, error);
    return { path, kind, category, bytes: nothing };
  }
}

const indexName = (sha256: string) => `${sha256}.index`;

/**
 * The files under which an artifact is stored: its bytes, and for a list the index made of them.
 *
 * @throws KnowledgeError if the artifact can't be read: it must not be installed
 */
export function filesOf(
  artifact: Pick<InstalledArtifact, "path" | "kind" | "category" | "sha256">,
  bytes: Bytes,
  policy: Policy,
): Map<string, Bytes> {
  const files = new Map([[artifact.sha256, bytes]]);
  let file: KnowledgeFile = { ...artifact, bytes };
  if (artifact.kind === "blocklist" || artifact.kind === "paths") {
    let index: Bytes;
    try {
      index = buildIndex(bytes);
    } catch (error) {
      throw new KnowledgeError(artifact.path, error);
    }
    files.set(indexName(artifact.sha256), index);
    file = { ...file, index };
  }
  openKnowledge([file], { feedVersion: 0, policy, overriddenUntil: () => null });
  return files;
}

/** Names of all files that these artifacts need. */
export function fileNames(artifacts: readonly InstalledArtifact[]): Set<string> {
  return new Set(artifacts.flatMap(({ sha256 }) => [sha256, indexName(sha256)]));
}
