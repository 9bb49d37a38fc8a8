import { buildBlocklist } from "../../../../src/core/blocklist/build-blocklist.ts";
import type { Entry, Listing, ListSource } from "../../../../src/core/blocklist/types.ts";
import { parseAddress } from "../../../../src/core/host/address.ts";
import { type Brand, brandsSchema } from "../../../../src/core/lookalike/brands.ts";
import { type Policy, policySchema } from "../../../../src/core/policy/policy.ts";
import { judge } from "../../../../src/core/verdict/judge.ts";
import { type KnowledgeFile, openKnowledge } from "../../../../src/core/verdict/knowledge.ts";
import type { Verdict } from "../../../../src/core/verdict/verdict.ts";

export const SOURCES: readonly ListSource[] = [
  { id: "vn", name: "Danh sách Việt Nam", licence: "MIT" },
];

export const BRANDS: readonly Brand[] = [
  {
    name: "Vietcombank",
    aliases: ["vietcombank", "vcb"],
    domains: ["vietcombank.com.vn", "vcb.example"],
    userContent: [],
    sector: "bank",
    grade: "B",
  },
  {
    name: "Google",
    aliases: ["google"],
    domains: ["google.com"],
    userContent: ["sites.google.com"],
    sector: "tech",
    grade: "A",
  },
  {
    name: "Công an tỉnh",
    aliases: ["cong an"],
    domains: ["congan.*.gov.vn"],
    userContent: [],
    sector: "police",
    grade: "A",
  },
];

export function listFile(
  kind: "blocklist" | "paths",
  names: Iterable<string | [string, Partial<Listing>]>,
  category = "scam",
): KnowledgeFile {
  const entries = [...names].map((given): Entry => {
    const [name, listing] = typeof given === "string" ? [given, {}] : given;
    return { name, form: null, brand: null, source: "vn", since: 20_000, ...listing };
  });
  const bytes = buildBlocklist(entries, { sources: SOURCES });
  return { path: `${kind}/${category}.ttb.gz`, kind, category, bytes };
}

export function brandsFile(brands: readonly Brand[] = BRANDS): KnowledgeFile {
  const json = JSON.stringify(brandsSchema.parse({ version: 1, brands }));
  return {
    path: "brands.json.gz",
    kind: "brands",
    category: null,
    bytes: new TextEncoder().encode(json),
  };
}

/** Asks about one address. `overridden` are hosts that the person goes on to until the year 2100. */
export function verdictOn(
  input: string,
  files: readonly KnowledgeFile[],
  policy: Partial<Policy> = {},
  overridden: readonly string[] = [],
): Verdict {
  const parsed = parseAddress(input);
  if (!parsed.ok) throw new Error(`${input}: ${parsed.problem}`);
  const knowledge = openKnowledge(files, {
    feedVersion: 7,
    policy: policySchema.parse(policy),
    overriddenUntil: (host) => (overridden.includes(host) ? Date.UTC(2100, 0) : null),
  });
  return judge(parsed.address, knowledge);
}
