import type { Artifact } from "../../../core/feed/artifacts.ts";
import { FeedError } from "../../../core/feed/feed-error.ts";
import { fetchArtifact } from "../../../core/feed/fetch-artifact.ts";
import type { FeedClient, TrustedFeed } from "../../../core/feed/types.ts";
import { type FetchStep, planUpdate } from "../../../core/feed/update-plan.ts";
import { describeArtifact } from "../lists/describe-artifact.ts";
import { fileNames } from "../lists/knowledge-source.ts";
import type { InstalledArtifact, RefusedContent } from "../store/state.ts";
import type { Bytes, Store } from "../store/store.ts";
import { checkTold, isToldKind, type ToldKind } from "./told-kinds.ts";

/** Failures that say nothing against the artifact: the next update mends them. */
const PASSING: ReadonlySet<FeedError["code"]> = new Set(["offline", "server"]);

/**
 * Brings what people are told and ask up to date, after the lists. An artifact that can't be had or read leaves the one before
 * in place; that is noted, and the next update tries again, unless the very same file could not be read before.
 *
 * @param damaged paths of stored artifacts that can't be used
 * @returns true if anything else is to be told now
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
): Promise<boolean> {
  const { store, client, gunzip, sha256, damaged } = needs;

  const fetched = (step: FetchStep) =>
    fetchArtifact(step, {
      client,
      gunzip,
      sha256,
      installedBytes: async () => null,
      patch: () => {
        throw new Error(`${step.artifact.path}: no deltas of this kind`);
      },
    });

  /** The artifact's bytes, or why they can't be used; null if they can't be had now. */
  async function bring(step: FetchStep, kind: ToldKind): Promise<Bytes | RefusedContent | null> {
    let bytes: Bytes;
    try {
      ({ bytes } = await fetched(step));
    } catch (error) {
      console.warn("Tỉnh Táo", error);
      const passing = error instanceof FeedError && PASSING.has(error.code);
      return passing ? null : refusal(step.artifact, kind, error, false);
    }
    try {
      await checkTold(kind, bytes);
      return bytes;
    } catch (error) {
      console.warn("Tỉnh Táo", error);
      return refusal(step.artifact, kind, error, true);
    }
  }

  const { artifacts, told } = await store.state();
  const installed = new Map(
    artifacts.flatMap(({ path, kind, sha256: hash }) =>
      isToldKind(kind) && !damaged.includes(path) ? [[path, hash]] : [],
    ),
  );
  const news = new Map<string, InstalledArtifact | null>();
  const files = new Map<string, Bytes>();
  const refused: RefusedContent[] = [];
  for (const step of planUpdate(installed, feed, ({ kind }) => isToldKind(kind))) {
    if (step.kind === "keep") continue;
    if (step.kind === "drop") {
      news.set(step.path, null);
      continue;
    }
    const { artifact } = step;
    if (!isToldKind(artifact.kind)) continue;
    const before = told.refused.find(({ path }) => path === artifact.path);
    if (before?.unreadable && before.sha256 === artifact.raw.sha256) {
      refused.push(before);
      continue;
    }
    const brought = (await bring(step, artifact.kind)) ?? before;
    if (brought instanceof Uint8Array) {
      files.set(artifact.raw.sha256, brought);
      news.set(artifact.path, describeArtifact(artifact));
    } else if (brought) refused.push(brought);
  }
  if (news.size === 0 && JSON.stringify(refused) === JSON.stringify(told.refused)) return false;
  await store.commit((state) => {
    const others = state.artifacts.filter(({ path }) => !news.has(path));
    const now = [...others, ...[...news.values()].filter((artifact) => artifact !== null)];
    return {
      state: { ...state, artifacts: now, told: { ...state.told, refused } },
      files,
      keepFiles: fileNames(now),
    };
  });
  return news.size > 0;
}

function refusal(
  { path, raw }: Artifact,
  kind: ToldKind,
  error: unknown,
  unreadable: boolean,
): RefusedContent {
  const detail = error instanceof Error ? error.message : String(error);
  return { kind, path, sha256: raw.sha256, detail, unreadable };
}
