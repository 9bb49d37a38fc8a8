import { isContentKind, readContentArtifact } from "../../core/awareness/content-artifacts.ts";
import { fetchArtifact } from "../../core/feed/fetch-artifact.ts";
import type { FeedClient, TrustedFeed } from "../../core/feed/types.ts";
import { type FetchStep, planUpdate } from "../../core/feed/update-plan.ts";
import { describeArtifact } from "./describe-artifact.ts";
import { fileNames } from "./library.ts";
import type { InstalledArtifact } from "./store/state.ts";
import type { Bytes, Store } from "./store/store.ts";

/**
 * Brings what people are told up to date, after the lists. An artifact that can't be had or read leaves the one before
 * in place, and the next update tries again.
 *
 * @param damaged paths of stored artifacts that can't be used
 */
export async function updateContent(
  needs: {
    store: Store;
    client: FeedClient;
    gunzip: (bytes: Bytes, maxLength: number) => Promise<Bytes>;
    sha256: (bytes: Bytes) => Promise<string>;
    damaged: readonly string[];
  },
  feed: Pick<TrustedFeed, "targets">,
): Promise<void> {
  const { store, client, gunzip, sha256, damaged } = needs;

  async function bytesOf(step: FetchStep): Promise<Bytes | null> {
    const { kind, path } = step.artifact;
    try {
      const { bytes } = await fetchArtifact(step, {
        client,
        gunzip,
        sha256,
        installedBytes: async () => null,
        patch: () => {
          throw new Error(`${path}: no deltas of this kind`);
        },
      });
      if (isContentKind(kind)) readContentArtifact(kind, bytes);
      return bytes;
    } catch (error) {
      console.warn("Tỉnh Táo", path, error);
      return null;
    }
  }

  const { artifacts } = await store.state();
  const installed = new Map(
    artifacts.flatMap(({ path, kind, sha256: hash }) =>
      isContentKind(kind) && !damaged.includes(path) ? [[path, hash]] : [],
    ),
  );
  const news = new Map<string, InstalledArtifact | null>();
  const files = new Map<string, Bytes>();
  for (const step of planUpdate(installed, feed, ({ kind }) => isContentKind(kind))) {
    if (step.kind === "keep") continue;
    if (step.kind === "drop") {
      news.set(step.path, null);
      continue;
    }
    const bytes = await bytesOf(step);
    if (bytes === null) continue;
    files.set(step.artifact.raw.sha256, bytes);
    news.set(step.path, describeArtifact(step.artifact));
  }
  if (news.size === 0) return;
  await store.commit((state) => {
    const others = state.artifacts.filter(({ path }) => !news.has(path));
    const now = [...others, ...[...news.values()].filter((artifact) => artifact !== null)];
    return { state: { ...state, artifacts: now }, files, keepFiles: fileNames(now) };
  });
}
