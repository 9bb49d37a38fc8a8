import * as z from "zod/mini";
import { FeedError } from "./feed-error.ts";
import type { TargetInfo } from "./types.ts";

// Our conventions on top of TUF. Every target is a gzip of one raw file and carries `custom` as described here.

/** Kinds of which there is one list per category. */
const LIST_KINDS = ["blocklist", "paths"] as const;
/** Kinds of which there is one JSON file. */
const FILE_KINDS = [
  "brands",
  "alerts",
  "tips",
  "portals",
  "model",
  "contacts",
  "decisions",
] as const;

export type ListKind = (typeof LIST_KINDS)[number];
export type FileKind = (typeof FILE_KINDS)[number];
export type ArtifactKind = ListKind | FileKind;

/** Largest raw (unzipped) size in bytes that a client takes, by kind. */
export const MAX_RAW_LENGTH: Readonly<Record<ArtifactKind, number>> = {
  blocklist: 64 * 1024 * 1024,
  paths: 64 * 1024 * 1024,
  brands: 4 * 1024 * 1024,
  alerts: 4 * 1024 * 1024,
  tips: 4 * 1024 * 1024,
  portals: 4 * 1024 * 1024,
  model: 4 * 1024 * 1024,
  contacts: 4 * 1024 * 1024,
  decisions: 4 * 1024 * 1024,
};

const sha256 = z.string().check(z.regex(/^[0-9a-f]{64}$/));
const category = z.string().check(z.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/), z.maxLength(64));

/** The file inside the gzip. */
export const rawSchema = z.object({
  /** Bytes. */
  length: z.int().check(z.nonnegative()),
  /** Lower-case hex. */
  sha256,
});

const facts = {
  raw: rawSchema,
  /** Number of entries, for display. */
  count: z.optional(z.int().check(z.nonnegative())),
  /** When the content was made, ISO 8601 in UTC. */
  made: z.optional(z.iso.datetime()),
};

/** `custom` of a target. Unknown fields are left alone, so that an older client reads a newer feed. */
export const artifactCustomSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.enum(LIST_KINDS), category, ...facts }),
  z.object({ kind: z.enum(FILE_KINDS), ...facts }),
  z.object({
    kind: z.literal("delta"),
    /** Path of the artifact that it leads to. */
    of: z.string(),
    /** Raw SHA-256 of the base that it applies to. */
    from: sha256,
    /** Raw SHA-256 of what it makes of it. */
    to: sha256,
    raw: rawSchema,
  }),
]);

export type ArtifactCustom = z.infer<typeof artifactCustomSchema>;
type DeltaCustom = Extract<ArtifactCustom, { kind: "delta" }>;

/** A whole file of the feed. */
export interface Artifact {
  path: string;
  kind: ArtifactKind;
  /** Null for kinds that have no categories. */
  category: string | null;
  /** Of the unzipped file. */
  raw: { length: number; sha256: string };
  count: number | null;
  /** Milliseconds since the epoch. */
  made: number | null;
  target: TargetInfo;
}

/** Makes one version of an artifact into another. */
export interface Delta {
  path: string;
  of: string;
  from: string;
  to: string;
  /** Of the unzipped delta itself. */
  raw: { length: number; sha256: string };
  target: TargetInfo;
}

/** "blocklist/scam.ttb.gz", "brands.json.gz". */
export function artifactPath(kind: ListKind, category: string): string;
export function artifactPath(kind: FileKind): string;
export function artifactPath(kind: ArtifactKind, category?: string): string {
  return category === undefined ? `${kind}.json.gz` : `${kind}/${category}.ttb.gz`;
}

/** "deltas/blocklist/scam.ttb/0123456789abcdef.ttd.gz". */
export function deltaPath(of: string, from: string): string {
  return `deltas/${of.replace(/\.gz$/, "")}/${from.slice(0, 16)}.ttd.gz`;
}

/**
 * Reads what a target is.
 *
 * @returns null if the target is none of ours: no `custom`, or a kind that this version does not know
 * @throws FeedError "damaged" if it claims a known kind and does not keep to its shape: to skip it would silently
 *   take the artifact out of the feed
 */
export function readArtifact(target: TargetInfo): Artifact | Delta | null {
  const kind = kindOf(target.custom);
  if (kind === null) return null;
  const parsed = artifactCustomSchema.safeParse(target.custom);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new FeedError(
      "damaged",
      `${target.path}: custom.${issue?.path.join(".") ?? ""} ${issue?.message ?? ""}`.trim(),
    );
  }
  const custom = parsed.data;
  if (target.path !== expectedPath(custom)) {
    throw new FeedError("damaged", `${target.path}: not the path of ${expectedPath(custom)}`);
  }
  if (custom.kind === "delta") {
    const { of, from, to, raw } = custom;
    return { path: target.path, of, from, to, raw, target };
  }
  return {
    path: target.path,
    kind: custom.kind,
    category: "category" in custom ? custom.category : null,
    raw: custom.raw,
    count: custom.count ?? null,
    made: custom.made === undefined ? null : Date.parse(custom.made),
    target,
  };
}

/** True if it makes one version of an artifact into another, false if it is one. */
export function isDelta(artifact: Artifact | Delta): artifact is Delta {
  return "of" in artifact;
}

const KNOWN: ReadonlySet<unknown> = new Set([...LIST_KINDS, ...FILE_KINDS, "delta"]);

function kindOf(custom: unknown): string | null {
  if (typeof custom !== "object" || custom === null || !("kind" in custom)) return null;
  return KNOWN.has(custom.kind) ? String(custom.kind) : null;
}

function expectedPath(custom: ArtifactCustom): string {
  if (custom.kind === "delta") return deltaPath((custom as DeltaCustom).of, custom.from);
  return "category" in custom
    ? artifactPath(custom.kind, custom.category)
    : artifactPath(custom.kind);
}
