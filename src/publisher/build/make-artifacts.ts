import type { Content } from "../../core/awareness/content.ts";
import { contentArtifacts } from "../../core/awareness/content-artifacts.ts";
import type { ContentKind } from "../../core/awareness/content-kind.ts";
import { type Contact, writeContacts } from "../../core/contact/contact-list.ts";
import type { PageModel } from "../../core/evidence/page-model.ts";
import { type Artifact, type ArtifactCustom, artifactPath } from "../../core/feed/artifacts.ts";
import type { Brand } from "../../core/lookalike/brands.ts";
import { currentDecisions, type Decisions } from "../../core/report/decisions.ts";
import { gzip } from "../../node/gzip.ts";
import type { Repository, TargetInput } from "../repository.ts";
import { sha256 } from "../signing/signed-metadata.ts";
import type { ListFile } from "./make-lists.ts";

type Bytes = Uint8Array<ArrayBuffer>;

/** A raw file that becomes an artifact. */
export type RawFile =
  | Pick<ListFile, "path" | "kind" | "category" | "raw" | "count">
  | {
      path: string;
      kind: "brands" | "model" | "contacts" | "decisions";
      raw: Bytes;
      count: number;
    }
  | ContentFile;

/** `made` is the day of its newest item, ISO 8601 in UTC. */
interface ContentFile {
  path: string;
  kind: ContentKind;
  raw: Bytes;
  count: number;
  made: string;
}

export interface MadeArtifact {
  file: RawFile;
  /** Lower-case hex, of the raw file. */
  sha256: string;
  target: TargetInput;
  /** True if the raw file is another than the published one. */
  changed: boolean;
}

/** The `brands` artifact's raw file. */
export function brandsFile(brands: readonly Brand[]): RawFile {
  const raw = new TextEncoder().encode(JSON.stringify({ version: 1, brands }));
  return { path: artifactPath("brands"), kind: "brands", raw, count: brands.length };
}

/** The `model` artifact's raw file; its entries are the weights. */
export function modelFile(model: PageModel): RawFile {
  const raw = new TextEncoder().encode(JSON.stringify(model));
  const count = Object.keys(model.weights).length;
  return { path: artifactPath("model"), kind: "model", raw, count };
}

/** The `contacts` artifact's raw file; none if they are left as they are. */
export function contactFiles(contacts: readonly Contact[] | null): RawFile[] {
  if (contacts === null) return [];
  const raw = writeContacts(contacts);
  return [{ path: artifactPath("contacts"), kind: "contacts", raw, count: contacts.length }];
}

/**
 * The `decisions` artifact's raw file, without what has grown too old to be told.
 *
 * @param now milliseconds since the epoch
 */
export function decisionsFile({ decisions }: Decisions, now: number): RawFile {
  const current = currentDecisions(decisions, now);
  const raw = new TextEncoder().encode(JSON.stringify(current));
  return {
    path: artifactPath("decisions"),
    kind: "decisions",
    raw,
    count: current.decisions.length,
  };
}

/** The raw files of what people are told: `alerts`, `portals` and `tips`. */
export function contentFiles(content: Content): ContentFile[] {
  return contentArtifacts(content).map(({ kind, count, newest, json }) => {
    const raw = new TextEncoder().encode(JSON.stringify(json));
    const made = `${newest}T00:00:00.000Z`;
    return { path: artifactPath(kind), kind, raw, count, made };
  });
}

/**
 * Zips a raw file and describes it. What is published already with the same content stays as it is, byte for byte, so
 * that a build that changes nothing publishes nothing.
 *
 * @param published the artifact of this path that is published, if any
 * @param made ISO 8601, UTC
 */
export async function makeArtifact(
  file: RawFile,
  published: Artifact | undefined,
  repository: Pick<Repository, "read">,
  made: string,
): Promise<MadeArtifact> {
  const hash = sha256(file.raw);
  if (published !== undefined && published.raw.sha256 === hash) {
    const bytes = await repository.read(published.target);
    if (bytes !== null) {
      const { path, custom } = published.target;
      return { file, sha256: hash, target: { path, bytes, custom }, changed: false };
    }
  }
  const facts = { raw: { length: file.raw.length, sha256: hash }, count: file.count, made };
  const custom: ArtifactCustom =
    "category" in file
      ? { kind: file.kind, category: file.category, ...facts }
      : { kind: file.kind, ...facts };
  const bytes = await gzip(file.raw);
  return { file, sha256: hash, target: { path: file.path, bytes, custom }, changed: true };
}
