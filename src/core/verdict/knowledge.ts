import type * as z from "zod/mini";
import { openBlocklist } from "../blocklist/open-blocklist.ts";
import { type PageModel, pageModelSchema } from "../evidence/page-model.ts";
import type { ArtifactKind } from "../feed/artifacts.ts";
import { type Brand, brandsSchema, indexBrands } from "../lookalike/brands.ts";
import type { Policy } from "../policy/policy.ts";
import type { CategoryList, Knowledge } from "./judge.ts";

/** The category that is always on. */
export const SCAM = "scam";

/** A file of the feed as it is after unzipping, verified by the feed's client. */
export interface KnowledgeFile {
  /** Path in the feed, for error messages. */
  path: string;
  kind: ArtifactKind;
  /** Null for kinds that have no categories. */
  category: string | null;
  bytes: ArrayBuffer | Uint8Array<ArrayBuffer>;
  /** Of a list, as buildIndex made it for these bytes; without it opening takes much longer. */
  index?: ArrayBuffer | Uint8Array<ArrayBuffer>;
}

/** A file of the feed that can't be used. The message begins with its path. */
export class KnowledgeError extends Error {
  readonly path: string;

  constructor(path: string, cause: unknown) {
    super(`${path}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
    this.name = "KnowledgeError";
    this.path = path;
  }
}

/** True if files of this category count under this policy, so that others need not be fetched or opened. */
export function isCategoryOn(category: string | null, { categories }: Policy): boolean {
  return category === null || category === SCAM || categories.some((on) => on === category);
}

/**
 * Puts the files of a feed in use. Kinds that say nothing about addresses and categories that are off are passed over.
 *
 * @throws KnowledgeError if any file that counts can't be read: nothing is left out silently
 */
export function openKnowledge(
  files: Iterable<KnowledgeFile>,
  settings: {
    feedVersion: number;
    policy: Policy;
    overriddenUntil: Knowledge["overriddenUntil"];
  },
): Knowledge {
  const { feedVersion, policy, overriddenUntil } = settings;
  const hosts: CategoryList[] = [];
  const paths: CategoryList[] = [];
  const brands: Brand[] = [];
  let pageModel: PageModel | null = null;
  for (const file of files) {
    if (!isCategoryOn(file.category, policy)) continue;
    try {
      if (file.kind === "blocklist") hosts.push(openList(file));
      else if (file.kind === "paths") paths.push(openList(file));
      else if (file.kind === "brands") brands.push(...readJson(file, brandsSchema).brands);
      else if (file.kind === "model") pageModel = readJson(file, pageModelSchema);
    } catch (error) {
      throw new KnowledgeError(file.path, error);
    }
  }
  return {
    feedVersion,
    hosts: hosts.sort(scamFirst),
    paths: paths.sort(scamFirst),
    brands: indexBrands(brands),
    ...(pageModel === null ? {} : { pageModel }),
    deny: new Set(policy.deny),
    allow: new Set(policy.allow),
    overriddenUntil,
  };
}

function openList({ category, bytes, index }: KnowledgeFile): CategoryList {
  return { category: category ?? SCAM, list: openBlocklist(bytes, index) };
}

function readJson<T>({ bytes }: KnowledgeFile, schema: z.ZodMiniType<T>): T {
  const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  const parsed = schema.safeParse(JSON.parse(text));
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new Error(`${issue?.path.join(".") ?? ""}: ${issue?.message ?? "malformed"}`);
}

/** The worse reason to be blocked is the one to be told. */
function scamFirst(a: CategoryList, b: CategoryList): number {
  return Number(b.category === SCAM) - Number(a.category === SCAM);
}
