import type { Freshness, ListState, SyncProblem } from "../messages.ts";
import type { Shelf } from "./library.ts";
import type { State } from "./store/state.ts";

/** After a confirmation by the feed the list counts as fresh for this long, in milliseconds. */
const FRESH = 60 * 60 * 1000;

/**
 * The list as people are told of it.
 *
 * @param problems what is wrong beside the last sync, the worst first
 */
export function listState(needs: {
  state: State;
  shelf: Pick<Shelf, "artifacts">;
  enforced: boolean;
  updating: boolean;
  feedConfigured: boolean;
  problems: readonly (SyncProblem | null)[];
  now: number;
}): ListState {
  const { state, shelf, enforced, updating, feedConfigured, now } = needs;
  const lists = shelf.artifacts.filter(({ kind }) => kind === "blocklist" || kind === "paths");
  const made = lists.flatMap((list) => list.made ?? []);
  const fromFeed = lists.some(({ origin }) => origin === "feed");
  return {
    freshness: freshness(state, lists.length > 0, now),
    version: fromFeed ? (state.feed?.version ?? 0) : 0,
    entries: lists.reduce((sum, { count }) => sum + (count ?? 0), 0),
    madeAt: made.length > 0 ? Math.max(...made) : null,
    confirmedAt: state.feed?.confirmedAt ?? null,
    problem: needs.problems.find((problem) => problem !== null) ?? state.sync.problem,
    updating,
    enforced,
    feedConfigured,
  };
}

export function freshness({ feed }: State, someList: boolean, now: number): Freshness {
  if (!someList) return "none";
  if (feed === null) return "stale";
  if (feed.expires <= now) return "expired";
  return now - feed.confirmedAt <= FRESH && feed.confirmedAt <= now ? "fresh" : "stale";
}
