import { hostWithParents, parseAddress } from "../../core/host/address.ts";
import { OperatorError } from "../operator-error.ts";
import { readLines } from "../read-lines.ts";

/** Hosts to protect, asked from both sides: the host itself, and what would be blocked with one of its parents. */
export interface HostSet {
  readonly size: number;
  has(host: string): boolean;
  /** A host of the set below this one, or null. */
  below(host: string): string | null;
}

/** @param domains those that are in the set with all names below them */
export function createHostSet(hosts: Iterable<string>, domains: Iterable<string> = []): HostSet {
  const whole = new Set(domains);
  const set = new Set([...hosts, ...whole]);
  const examples = new Map<string, string>();
  for (const host of set) {
    for (const parent of hostWithParents(host, "domain").slice(1)) {
      if (!examples.has(parent)) examples.set(parent, host);
    }
  }
  return {
    size: set.size,
    has: (host) =>
      set.has(host) || hostWithParents(host, "domain").some((parent) => whole.has(parent)),
    below: (host) => examples.get(host) ?? null,
  };
}

/**
 * Reads lists of popular hosts: one a line, or "rank,host" as in Tranco, Umbrella and the like; gzipped or not;
 * "#" starts a comment. A header line is allowed. "*.host" stands for the host and all names below it.
 *
 * @throws OperatorError for a line that is neither: a list that is only half understood would protect only half
 */
export async function readPopularHosts(files: readonly string[]): Promise<HostSet> {
  const hosts: string[] = [];
  const domains: string[] = [];
  for (const file of files) {
    const before = hosts.length;
    for await (const batch of readLines(file)) {
      for (const [i, line] of batch.lines.entries()) {
        const host = popularHost(line.replace(/^\*\./, ""));
        if (host?.includes(".") && line.startsWith("*.")) domains.push(host);
        if (host === null && batch.first + i > 1) {
          throw new OperatorError(`${file}:${batch.first + i}: no host, nor "rank,host": ${line}`);
        }
        // Umbrella counts top-level domains too ("com"): they are no hosts, and no list may name them anyway.
        if (host?.includes(".")) hosts.push(host);
      }
    }
    if (hosts.length === before) throw new OperatorError(`${file}: holds no host`);
  }
  return createHostSet(hosts, domains);
}

/** @returns "" for a line without one, null for a line that can't be understood */
function popularHost(line: string): string | null {
  const text = line.trim();
  if (text === "" || text.startsWith("#")) return "";
  const fields = text.split(/[,;\t]/).map((field) => field.trim().replace(/^"(.*)"$/, "$1"));
  const result = parseAddress(fields.find((field) => !/^\d*$/.test(field)) ?? "");
  return result.ok ? result.address.host : null;
}
