import { type Artifact, type Delta, MAX_RAW_LENGTH } from "./artifacts.ts";
import { FeedError } from "./feed-error.ts";
import type { FeedClient, TargetInfo } from "./types.ts";
import type { FetchStep } from "./update-plan.ts";

type Bytes = Uint8Array<ArrayBuffer>;

export interface FetchArtifactNeeds {
  client: Pick<FeedClient, "download">;
  /** Unzips, and throws once the output exceeds `maxLength` bytes. */
  gunzip: (bytes: Bytes, maxLength: number) => Promise<Bytes>;
  /** Lower-case hex. */
  sha256: (bytes: Bytes) => Promise<string>;
  /** Applies a raw delta to the raw base; throws if they do not belong together. */
  patch: (artifact: Artifact, base: Bytes, delta: Bytes) => Bytes | Promise<Bytes>;
  /** The raw bytes that are installed under this artifact path, or null. */
  installedBytes: (path: string) => Promise<Bytes | null>;
}

export interface FetchedArtifact {
  /** The raw file, of exactly the signed length and hash. */
  bytes: Bytes;
  via: "delta" | "full";
  /** Bytes that were downloaded to get it, a failed delta's included. */
  downloaded: number;
  /** Why a delta was not used although the plan had one; null if nothing went wrong. */
  deltaProblem: string | null;
}

/**
 * Brings the new version of one artifact, by its delta or whole. A delta that fails in any way is no reason to stop:
 * the whole file follows.
 *
 * @throws FeedError if the whole file cannot be had either
 */
export async function fetchArtifact(
  step: FetchStep,
  needs: FetchArtifactNeeds,
): Promise<FetchedArtifact> {
  let downloaded = 0;
  let deltaProblem: string | null = null;
  const count = async (target: TargetInfo) => {
    downloaded += target.length;
    return needs.client.download(target);
  };
  if (step.kind === "delta") {
    try {
      const bytes = await byDelta(step.artifact, step.delta, needs, count);
      return { bytes, via: "delta", downloaded, deltaProblem };
    } catch (error) {
      // Without a connection the whole file would fail too, after a second wait.
      if (error instanceof FeedError && error.code === "offline") throw error;
      deltaProblem = error instanceof Error ? error.message : String(error);
    }
  }
  const { artifact } = step;
  const bytes = await unzip(artifact, MAX_RAW_LENGTH[artifact.kind], needs, count);
  return { bytes, via: "full", downloaded, deltaProblem };
}

async function byDelta(
  artifact: Artifact,
  delta: Delta,
  needs: FetchArtifactNeeds,
  download: (target: TargetInfo) => Promise<Bytes>,
): Promise<Bytes> {
  const base = await needs.installedBytes(artifact.path);
  if (base === null || (await needs.sha256(base)) !== delta.from) {
    throw new FeedError("damaged", `${artifact.path}: the installed file is not the delta's base`);
  }
  const raw = await unzip(delta, MAX_RAW_LENGTH[artifact.kind], needs, download);
  const bytes = await needs.patch(artifact, base, raw);
  await checkRaw(artifact, bytes, needs);
  return bytes;
}

async function unzip(
  file: Artifact | Delta,
  limit: number,
  needs: FetchArtifactNeeds,
  download: (target: TargetInfo) => Promise<Bytes>,
): Promise<Bytes> {
  if (file.raw.length > limit) {
    throw new FeedError(
      "too-large",
      `${file.path}: ${file.raw.length} bytes, the limit is ${limit}`,
    );
  }
  const zipped = await download(file.target);
  let bytes: Bytes;
  try {
    bytes = await needs.gunzip(zipped, file.raw.length);
  } catch (cause) {
    throw new FeedError("damaged", `${file.path}: cannot be unzipped`, { cause });
  }
  await checkRaw(file, bytes, needs);
  return bytes;
}

async function checkRaw(
  file: Artifact | Delta,
  bytes: Bytes,
  needs: FetchArtifactNeeds,
): Promise<void> {
  if (bytes.length !== file.raw.length) {
    throw new FeedError(
      "damaged",
      `${file.path}: ${bytes.length} bytes unzipped, ${file.raw.length} signed`,
    );
  }
  if ((await needs.sha256(bytes)) !== file.raw.sha256) {
    throw new FeedError("damaged", `${file.path}: the unzipped file has another hash than signed`);
  }
}
