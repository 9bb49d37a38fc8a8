import type { Freshness, ListState, SyncProblem } from "../../messages.ts";
import type { State } from "../store/state.ts";
import type { OpenedKnowledge } from "./knowledge-source.ts";

/** A list counts as fresh until this many polls in a row have brought no confirmation, and for an hour in any case. */
const POLLS_OF_FRESH = 3;
const HOUR = 60 * 60_000;

/**
 * The list as people are told of it.
 *
 * @param problems what is wrong beside the last sync, the worst first
 */
export function listState(needs: {
  state: State;
  opened: Pick<OpenedKnowledge, "artifacts">;
  covered: number;
  pollMinutes: number;
  enforced: boolean;
  updating: boolean;
  feedConfigured: boolean;
  problems: readonly (SyncProblem | null)[];
  now: number;
}): ListState {
  const { state, opened, covered, enforced, updating, feedConfigured, now } = needs;
  const lists = opened.artifacts.filter(({ kind }) => kind === "blocklist" || kind === "paths");
  const made = lists.flatMap((list) => list.made ?? []);
  const fromFeed = lists.some(({ origin }) => origin === "feed");
  return {
    freshness: freshness(state, lists.length > 0, needs.pollMinutes, now),
    version: fromFeed ? (state.feed?.version ?? 0) : 0,
    entries: lists.reduce((sum, { count }) => sum + (count ?? 0), 0),
    covered,
    madeAt: made.length > 0 ? Math.max(...made) : null,
    confirmedAt: state.feed?.confirmedAt ?? null,
    problem: needs.problems.find((problem) => problem !== null) ?? state.sync.problem,
    updating,
    enforced,
    feedConfigured,
  };
}

/** @param pollMinutes between two looks at the feed, as policy has it: less often asked, a list is fresh for longer */
export function freshness(
  { feed }: State,
  someList: boolean,
  pollMinutes: number,
  now: number,
): Freshness {
  if (!someList) return "none";
  if (feed === null) return "stale";
  if (feed.expires <= now) return "expired";
  const fresh = Math.max(HOUR, POLLS_OF_FRESH * pollMinutes * 60_000);
  return now - feed.confirmedAt <= fresh && feed.confirmedAt <= now ? "fresh" : "stale";
}
