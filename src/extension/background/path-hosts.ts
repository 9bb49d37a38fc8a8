import * as z from "zod/mini";
import type { SessionMemory } from "../platform/session-memory.ts";
import { newestPaths, planPaths } from "./enforcement/path-plan.ts";
import type { OpenedKnowledge } from "./knowledge-source.ts";

/** Hosts that a browser is asked to watch at most: a filter of 5,000 takes 0.1 s to register, one of 50,000 2 s. */
export const MAX_WATCHED_HOSTS = 5_000;

const MEMORY_KEY = "path-hosts";
const keptSchema = z.object({ of: z.string(), hosts: z.array(z.string()) });

/**
 * Hosts with path entries, whose navigations are to be told: those first with the most entries that no rule stops, then
 * those with the most that rules stop without showing the warning page.
 *
 * @param memory keeps them for the next start of the background: to find them takes a second for 100,000 entries
 */
export async function pathHosts(
  { knowledge, artifacts }: Pick<OpenedKnowledge, "knowledge" | "artifacts">,
  memory: SessionMemory,
): Promise<string[]> {
  const of = artifacts.flatMap(({ kind, sha256 }) => (kind === "paths" ? sha256 : [])).join(" ");
  const kept = keptSchema.safeParse(await memory.get(MEMORY_KEY));
  if (kept.success && kept.data.of === of) return kept.data.hosts;
  const names = newestPaths(knowledge.paths.map(({ list }) => list));
  const hosts = hostsToWatch(names);
  await memory.set(MEMORY_KEY, { of, hosts });
  return hosts;
}

function hostsToWatch(newestFirst: readonly string[]): string[] {
  const { rest, blocks } = planPaths(newestFirst);
  const weights = new Map<string, { rest: number; blocked: number; all: number }>();
  const count = (names: Iterable<string>, what: "rest" | "blocked" | "all") => {
    for (const name of names) {
      const host = name.slice(0, name.search(/[/?]/));
      const weight = weights.get(host) ?? { rest: 0, blocked: 0, all: 0 };
      weight[what]++;
      weights.set(host, weight);
    }
  };
  count(newestFirst, "all");
  count(rest, "rest");
  count(
    blocks.map(({ name }) => name),
    "blocked",
  );
  return [...weights]
    .sort(([, a], [, b]) => b.rest - a.rest || b.blocked - a.blocked || b.all - a.all)
    .slice(0, MAX_WATCHED_HOSTS)
    .map(([host]) => host);
}
