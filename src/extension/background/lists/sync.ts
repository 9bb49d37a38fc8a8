import { patchBlocklist } from "../../../core/blocklist/delta.ts";
import { type Artifact, artifactPath } from "../../../core/feed/artifacts.ts";
import { fetchArtifact } from "../../../core/feed/fetch-artifact.ts";
import type { FeedClient, TrustedFeed } from "../../../core/feed/types.ts";
import { planUpdate, type UpdateStep } from "../../../core/feed/update-plan.ts";
import type { Policy } from "../../../core/policy/policy.ts";
import { isCategoryOn, KnowledgeError } from "../../../core/verdict/knowledge.ts";
import type { SyncProblem } from "../../messages.ts";
import type { Alarms } from "../../platform/alarms.ts";
import type { InstalledArtifact } from "../store/state.ts";
import type { Bytes, Store } from "../store/store.ts";
import { describeArtifact } from "./describe-artifact.ts";
import { fileNames, filesOf, KINDS } from "./knowledge-source.ts";
import { driftWith, type ListChange } from "./list-change.ts";
import { listHistoryWith } from "./list-history.ts";
import { describeProblem } from "./sync-problem.ts";

export const SYNC_ALARM = "sync";
/** Part of the interval by which each browser's next poll is moved at random, so that they do not all come at once. */
const JITTER = 0.2;
/** Most minutes between two tries after failures. */
const MAX_BACK_OFF = 60;

export interface Feed {
  /** Changes with its address and root. */
  id: string;
  client: FeedClient;
}

export interface Sync {
  /** Brings the list up to date. Calls that overlap share one run. Failures are kept in the state, not thrown. */
  update(): Promise<void>;
  /** Sets the alarm, and updates at once if the last confirmation is older than a poll. At each start. */
  start(): Promise<void>;
  updating(): boolean;
}

export function createSync(needs: {
  store: Store;
  alarms: Alarms;
  policy: () => Promise<Policy>;
  /** Null if neither build nor policy names a feed. */
  feed: () => Promise<Feed | null>;
  gunzip: (bytes: Bytes, maxLength: number) => Promise<Bytes>;
  sha256: (bytes: Bytes) => Promise<string>;
  now: () => number;
  random: () => number;
  /** Paths of stored artifacts that can't be used, so that they are fetched again. */
  damaged: () => Promise<readonly string[]>;
  /** Brings what people are told up to date; called once the lists are in place. What fails there is logged alone. */
  updateContent: (client: FeedClient, trusted: TrustedFeed) => Promise<void>;
  /** Called with the new lists in place, before the run counts as done. */
  onChange: () => Promise<void>;
  onProblem: (problem: SyncProblem | null) => void;
}): Sync {
  const { store, alarms, policy, now, random, onChange, onProblem } = needs;
  let running: Promise<void> | null = null;

  async function run(): Promise<void> {
    const feed = await needs.feed();
    if (feed === null) return alarms.clear(SYNC_ALARM);
    const settings = await policy();
    let failures = 0;
    let done: { changed: boolean; trusted: TrustedFeed } | null = null;
    try {
      done = await bringUpToDate(feed, settings);
      onProblem(null);
    } catch (error) {
      const problem = describeProblem(error, now());
      onProblem(problem);
      failures = await noteFailure(problem);
    }
    await schedule(settings, failures);
    // The lists are in: what fails from here on is no failure of the update, and must not delay the next one.
    if (done?.changed) await onChange();
    if (done) await told(feed.client, done.trusted);
  }

  async function told(client: FeedClient, trusted: TrustedFeed): Promise<void> {
    try {
      await needs.updateContent(client, trusted);
    } catch (error) {
      console.warn("Tỉnh Táo", error);
    }
  }

  async function bringUpToDate(
    { id, client }: Feed,
    settings: Policy,
  ): Promise<{ changed: boolean; trusted: TrustedFeed }> {
    const trusted = await client.refresh();
    const [{ artifacts }, damaged] = await Promise.all([store.state(), needs.damaged()]);
    const installed = new Map(
      artifacts.flatMap(({ path, kind, sha256 }) =>
        !KINDS.has(kind) || damaged.includes(path) ? [] : [[path, sha256]],
      ),
    );
    const plan = planUpdate(installed, trusted, (artifact) => isWanted(artifact, settings));
    const steps = plan.filter((step) => !dropsModel(step));

    const files = new Map<string, Bytes>();
    const next = new Map(artifacts.map((artifact) => [artifact.path, artifact]));
    const changes: ListChange[] = [];
    for (const step of steps) {
      if (step.kind === "drop") {
        next.delete(step.path);
        continue;
      }
      if (step.kind === "keep") {
        next.set(step.path, describeArtifact(step.artifact));
        continue;
      }
      let patched: { added: string[]; removed: string[] } | null = null;
      const fetched = await fetchArtifact(step, {
        client,
        gunzip: needs.gunzip,
        sha256: needs.sha256,
        patch: (artifact, base, delta) => {
          if (artifact.kind !== "blocklist" && artifact.kind !== "paths") {
            throw new Error(`${artifact.path}: no deltas of this kind`);
          }
          const { list, added, removed } = patchBlocklist(base, delta);
          patched = { added, removed };
          return list;
        },
        installedBytes: async (path) => store.file(installed.get(path) ?? ""),
      });
      const { path, kind, raw } = step.artifact;
      try {
        for (const [name, bytes] of filesOf(
          describeArtifact(step.artifact),
          fetched.bytes,
          settings,
        )) {
          files.set(name, bytes);
        }
      } catch (error) {
        // Weights that this version can't read must not hold back the lists: the ones it has go on.
        if (kind !== "model" || !(error instanceof KnowledgeError)) throw error;
        console.warn("Tỉnh Táo", error);
        continue;
      }
      next.set(path, describeArtifact(step.artifact));
      if (kind !== "blocklist" && kind !== "paths") continue;
      changes.push({
        path,
        kind,
        from: installed.get(path) ?? null,
        to: raw.sha256,
        names: fetched.via === "delta" && patched !== null ? namesOf(patched) : null,
      });
    }
    const changed = steps.some(({ kind }) => kind !== "keep");
    await swap(id, trusted, [...next.values()], files, changes);
    return { changed, trusted };
  }

  /** The one moment in which the new lists take the place of the old: list, index, drift and state in one transaction. */
  async function swap(
    id: string,
    trusted: TrustedFeed,
    artifacts: InstalledArtifact[],
    files: ReadonlyMap<string, Bytes>,
    changes: readonly ListChange[],
  ): Promise<void> {
    const at = now();
    await store.commit((state, drift) => ({
      state: {
        ...state,
        artifacts,
        listHistory: listHistoryWith(state, artifacts, trusted.version, at),
        feed: { id, version: trusted.version, expires: trusted.expires, confirmedAt: at },
        sync: { failures: 0, problem: null },
      },
      files,
      ...(changes.length > 0 || files.size > 0 ? { keepFiles: fileNames(artifacts) } : {}),
      ...(changes.length > 0 ? { drift: driftWith(drift, changes, at) } : {}),
    }));
  }

  /** @returns failures in a row */
  async function noteFailure(problem: SyncProblem): Promise<number> {
    let failures = 1;
    try {
      await store.commit((state) => {
        failures = state.sync.failures + 1;
        return { state: { ...state, sync: { failures, problem } } };
      });
    } catch (error) {
      // A disk that is full can't hold the note of it either: `onProblem` has told the rest of the background.
      console.warn("Tỉnh Táo", error);
    }
    return failures;
  }

  async function schedule({ pollMinutes }: Policy, failures: number): Promise<void> {
    const wait =
      failures === 0
        ? pollMinutes
        : Math.min(2 ** (failures - 1), Math.max(pollMinutes, MAX_BACK_OFF));
    const jitter = 1 + JITTER * (random() - 0.5);
    // The period makes it ring again even if this background is killed in the middle of the next run.
    await alarms.set(SYNC_ALARM, wait * jitter, pollMinutes);
  }

  function update(): Promise<void> {
    running ??= run().finally(() => {
      running = null;
    });
    return running;
  }

  return {
    update,
    async start() {
      const { feed, sync } = await store.state();
      const { pollMinutes } = await policy();
      const due = (feed?.confirmedAt ?? 0) + pollMinutes * 60_000;
      const next = await alarms.next(SYNC_ALARM);
      const asked = await needs.feed();
      // A clock that was set back must not silence the feed for years.
      const fromTheFuture = (feed?.confirmedAt ?? 0) > now();
      if (asked && (feed?.id !== asked.id || fromTheFuture)) return update();
      if (next === null || (due <= now() && sync.failures === 0)) return update();
    },
    updating: () => running !== null,
  };
}

function isWanted({ kind, category }: Artifact, policy: Policy): boolean {
  return KINDS.has(kind) && isCategoryOn(category, policy);
}

/** A feed without weights leaves the ones in the package in use. */
function dropsModel({ kind, path }: UpdateStep): boolean {
  return kind === "drop" && path === artifactPath("model");
}

function namesOf({ added, removed }: { added: string[]; removed: string[] }): string[] {
  return [...added, ...removed];
}
