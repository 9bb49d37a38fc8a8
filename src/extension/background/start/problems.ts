import type { SyncProblem } from "../../messages.ts";
import { describeProblem } from "../lists/sync-problem.ts";

/** The worst first. */
const PARTS = ["store", "package", "rules", "sync", "policy"] as const;
type Part = (typeof PARTS)[number];

/** Where the part that failed says more than what failed in it. */
const CODES: Partial<Record<Part, (code: SyncProblem["code"]) => SyncProblem["code"]>> = {
  package: (code) => (code === "disk-full" ? code : "damaged"),
  rules: () => "rules",
  policy: () => "policy",
};

/** What is wrong with each part in this background's life. */
export interface Problems {
  /** Takes the place of what was wrong with this part; null if it is well. */
  set(part: Part, problem: SyncProblem | null): void;
  /** Logs the error too. */
  failed(part: Part, error: unknown): void;
  /** The worst first; null for what is well. */
  all(): readonly (SyncProblem | null)[];
}

export function createProblems(now: () => number): Problems {
  const problems = new Map<Part, SyncProblem | null>();
  return {
    set: (part, problem) => void problems.set(part, problem),
    failed(part, error) {
      console.error("Tỉnh Táo", error);
      const problem = describeProblem(error, now());
      problems.set(part, { ...problem, code: CODES[part]?.(problem.code) ?? problem.code });
    },
    all: () => PARTS.map((part) => problems.get(part) ?? null),
  };
}
