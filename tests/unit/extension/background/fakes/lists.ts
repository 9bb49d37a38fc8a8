import { createHash } from "node:crypto";
import { buildBlocklist } from "../../../../../src/core/blocklist/build-blocklist.ts";
import { openBlocklist } from "../../../../../src/core/blocklist/open-blocklist.ts";
import type { Blocklist } from "../../../../../src/core/blocklist/types.ts";
import { type Brand, indexBrands } from "../../../../../src/core/lookalike/brands.ts";
import { DEFAULT_POLICY } from "../../../../../src/core/policy/policy.ts";
import type { Knowledge } from "../../../../../src/core/verdict/judge.ts";
import type { KnowledgeSource } from "../../../../../src/extension/background/lists/knowledge-source.ts";
import type { Bytes } from "../../../../../src/extension/background/store/store.ts";

const SOURCES = [{ id: "test", name: "Nguồn thử", licence: "CC0-1.0" }];

export function listBytes(
  names: readonly string[],
  since: (name: string) => number = () => 20_000,
) {
  const entries = names.map((name) => ({
    name,
    form: null,
    brand: null,
    source: "test",
    since: since(name),
  }));
  return buildBlocklist(entries, { sources: SOURCES });
}

export function list(names: readonly string[], since?: (name: string) => number): Blocklist {
  return openBlocklist(listBytes(names, since));
}

export interface Known {
  hosts?: readonly string[];
  paths?: readonly string[];
  brands?: readonly Brand[];
  deny?: readonly string[];
  allow?: readonly string[];
}

export function knowledge({
  hosts = [],
  paths = [],
  brands = [],
  deny = [],
  allow = [],
}: Known): Knowledge {
  return {
    feedVersion: 1,
    hosts: [{ category: "scam", list: list(hosts) }],
    paths: [{ category: "scam", list: list(paths) }],
    brands: indexBrands(brands),
    deny: new Set(deny),
    allow: new Set(allow),
    overriddenUntil: () => null,
  };
}

/** Knowledge that stays as it is, under the default policy. */
export function knowledgeSource(known: Knowledge): Pick<KnowledgeSource, "current" | "forget"> {
  const opened = {
    knowledge: known,
    policy: DEFAULT_POLICY,
    artifacts: [],
    damage: null,
    damaged: [],
  };
  return { current: async () => opened, forget: () => undefined };
}

export function brand(name: string, domains: string[], userContent: string[] = []): Brand {
  return { name, aliases: [], domains, userContent, sector: "bank", grade: "A" };
}

export const sha256 = async (bytes: Bytes | string): Promise<string> =>
  createHash("sha256").update(bytes).digest("hex");
