import * as z from "zod/mini";
import { hostOfPath } from "../../core/path-plan/host-of-path.ts";
import { MAX_WATCHED_HOSTS, newestPaths, planPaths } from "../../core/path-plan/path-plan.ts";
import type { SessionMemory } from "../platform/session-memory.ts";
import type { OpenedKnowledge } from "./lists/knowledge-source.ts";

/** What Chromium's rules leave to the background of the path entries. */
export interface PathsLeft {
  /** Hosts whose navigations are to be told. */
  watched: string[];
  /** Number of entries that no rule stops: their pages are loaded, and covered until they are judged. */
  covered: number;
}

const MEMORY_KEY = "paths-left";
const keptSchema = z.object({
  of: z.string(),
  watched: z.array(z.string()),
  covered: z.int(),
});

/**
 * What the rules for today's lists leave to the background.
 *
 * @param memory keeps it for the next start of the background: to find it takes a second for 100,000 entries
 */
export async function pathsLeft(
  { knowledge, artifacts }: Pick<OpenedKnowledge, "knowledge" | "artifacts">,
  memory: SessionMemory,
): Promise<PathsLeft> {
  const of = artifacts.flatMap(({ kind, sha256 }) => (kind === "paths" ? sha256 : [])).join(" ");
  const kept = keptSchema.safeParse(await memory.get(MEMORY_KEY));
  if (kept.success && kept.data.of === of) return kept.data;
  const left = find(newestPaths(knowledge.paths.map(({ list }) => list)));
  await memory.set(MEMORY_KEY, { of, ...left });
  return left;
}

/**
 * Watched are first of all the hosts on which rules only stop the request, since nothing else leads to the warning page
 * there; then those with the most entries that no rule stops.
 */
function find(newestFirst: readonly string[]): PathsLeft {
  const { rest, blocks } = planPaths(newestFirst);
  const blocked = new Set(blocks.map(({ name }) => hostOfPath(name)));
  const counts = new Map<string, { rest: number; all: number }>();
  const count = (names: Iterable<string>, what: "rest" | "all") => {
    for (const name of names) {
      const host = hostOfPath(name);
      const sum = counts.get(host) ?? { rest: 0, all: 0 };
      sum[what]++;
      counts.set(host, sum);
    }
  };
  count(newestFirst, "all");
  count(rest, "rest");
  const watched = [...counts]
    .sort(
      ([first, a], [second, b]) =>
        Number(blocked.has(second)) - Number(blocked.has(first)) ||
        b.rest - a.rest ||
        b.all - a.all,
    )
    .slice(0, MAX_WATCHED_HOSTS)
    .map(([host]) => host);
  return { watched, covered: rest.length };
}
