import type { Blocklist, Entry } from "../core/blocklist/types.ts";
import { type Artifact, type Delta, isDelta, readArtifact } from "../core/feed/artifacts.ts";
import { parseAddress } from "../core/host/address.ts";
import { pathCandidates } from "../core/verdict/path-candidates.ts";
import { OperatorError } from "../node/operator-error.ts";
import { openList } from "./build/published-lists.ts";
import { openRepository, type Repository } from "./repository.ts";
import { type PublishedUnit, unitProblem } from "./signing/read-units.ts";

export interface InspectedArtifact {
  path: string;
  kind: string;
  category: string | null;
  count: number | null;
  /** Bytes as downloaded. */
  bytes: number;
  rawBytes: number;
  /** ISO 8601, UTC. */
  made: string | null;
  /** Entries by source id; empty for other files than lists. */
  sources: Record<string, number>;
}

export interface Inspected {
  version: number;
  artifacts: InspectedArtifact[];
  deltas: { path: string; of: string; bytes: number }[];
  units: InspectedUnit[];
}

/** A unit that may publish in local/<unit>/. */
export interface InspectedUnit {
  unit: string;
  /** 0 if it has published nothing yet. */
  version: number;
  /** ISO 8601, UTC. */
  expires: string | null;
  /** Why browsers find none of its files. */
  problem: string | null;
  threshold: number;
  keyids: readonly string[];
  files: { path: string; bytes: number }[];
}

/** An entry that covers the address that was asked for, and the list it stands in. */
export interface Found extends Entry {
  list: string;
}

/**
 * Opens a feed's folder, believing only what is signed. Expiry is not judged here.
 *
 * @throws OperatorError if the folder holds no feed
 */
export async function openFeedFolder(folder: string): Promise<Repository> {
  const noKeys = { root: [], timestamp: [], snapshot: [], targets: [] };
  const repository = await openRepository(folder, noKeys);
  if (repository.version() === 0) throw new OperatorError(`${folder}: is no published feed`);
  return repository;
}

/**
 * What a feed holds.
 *
 * @param now milliseconds since the epoch
 * @throws OperatorError if a list in it is missing or damaged
 */
export async function inspectFeed(repository: Repository, now: number): Promise<Inspected> {
  const files = [...repository.targets().values()].flatMap((target) => readArtifact(target) ?? []);
  const artifacts: InspectedArtifact[] = [];
  for (const file of files.filter(isWhole)) {
    const { path, kind, category, count, raw, target, made } = file;
    const list = isList(file) ? await listOf(repository, file) : null;
    artifacts.push({
      path,
      kind,
      category,
      count,
      bytes: target.length,
      rawBytes: raw.length,
      made: made === null ? null : new Date(made).toISOString(),
      sources: list === null ? {} : countSources(list),
    });
  }
  const deltas = files
    .filter(isDelta)
    .map(({ path, of, target }) => ({ path, of, bytes: target.length }));
  const units = (await repository.units()).map((one) => inspectedUnit(one, now));
  return { version: repository.version(), artifacts, deltas, units };
}

function inspectedUnit(published: PublishedUnit, now: number): InspectedUnit {
  const { unit, version, expires, threshold, keyids, targets } = published;
  return {
    unit,
    version,
    expires: expires === null ? null : new Date(expires).toISOString(),
    problem: unitProblem(published, now),
    threshold,
    keyids,
    files: [...targets.values()].map(({ path, length }) => ({ path, bytes: length })),
  };
}

/**
 * All entries that cover a host or address.
 *
 * @throws OperatorError (exit status 2) if it is none; if a list is missing or damaged
 */
export async function findEntries(repository: Repository, written: string): Promise<Found[]> {
  const parsed = parseAddress(written);
  if (!parsed.ok) {
    throw new OperatorError(`"${written}" is no host or web address`, { exitCode: 2 });
  }
  const { address } = parsed;
  const found: Found[] = [];
  for (const target of repository.targets().values()) {
    const file = readArtifact(target);
    if (file === null || !isWhole(file) || !isList(file)) continue;
    const list = await listOf(repository, file);
    const candidates =
      file.kind === "paths"
        ? pathCandidates(address).map((name) => list.get(name))
        : [address.kind === "domain" ? list.covering(address.host) : list.get(address.host)];
    for (const entry of candidates) if (entry) found.push({ ...entry, list: file.path });
  }
  return found;
}

function isWhole(file: Artifact | Delta): file is Artifact {
  return !isDelta(file);
}

function isList({ kind }: Artifact): boolean {
  return kind === "blocklist" || kind === "paths";
}

async function listOf(repository: Repository, artifact: Artifact): Promise<Blocklist> {
  const list = await openList(repository, artifact);
  if (list === null) throw new OperatorError(`${artifact.path}: the file is missing or damaged`);
  return list;
}

function countSources(list: Blocklist): Record<string, number> {
  const counts = new Map(list.sources.map(({ id }) => [id, 0]));
  for (const name of list.names()) {
    const source = list.get(name)?.source;
    if (source !== undefined) counts.set(source, (counts.get(source) ?? 0) + 1);
  }
  return Object.fromEntries(counts);
}
