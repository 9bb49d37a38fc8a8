import type { ListState, SyncProblem } from "../../messages.ts";
import type { KnownState } from "../use-state-of-background.ts";

/** The list's state as one word: for the header's sign and its sentence. */
export type Standing =
  | ListState["freshness"]
  | "problem"
  | "unenforced"
  | "loading"
  | "unreachable";

/** Failures that mend themselves; while the list is fresh they are no news. */
const PASSING: ReadonlySet<SyncProblem["code"]> = new Set(["offline", "server"]);

/** What matters most comes first: no list, not enforced, expired, then the rest. */
export function standing({ state, failure }: Pick<KnownState, "state" | "failure">): Standing {
  if (failure) return "unreachable";
  if (!state) return "loading";
  const { freshness, enforced, problem } = state.list;
  if (freshness === "none") return "none";
  if (!enforced) return "unenforced";
  if (freshness === "expired") return "expired";
  if (problem && !PASSING.has(problem.code)) return "problem";
  return freshness;
}
