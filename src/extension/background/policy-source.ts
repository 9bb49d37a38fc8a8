import { DEFAULT_POLICY, type Policy, parsePolicy } from "../../core/policy/policy.ts";
import type { ManagedPolicy } from "../platform/managed-policy.ts";
import type { Store } from "./store/store.ts";

export interface PolicySource {
  /** The policy in force: the last good one that was read, else the defaults. Never waits for the browser. */
  current(): Promise<Policy>;
  /** What is wrong with the managed policy; empty if nothing. */
  problems(): Promise<string[]>;
  /**
   * Reads what the administrator set. Chromium takes about 2 s for that while it starts (measured, Chromium 156), which
   * no verdict may wait for.
   *
   * @returns true if another policy is in force now
   */
  refresh(): Promise<boolean>;
}

/** The managed policy. One that is wrong is refused whole, and the last good one stays in force. */
export function createPolicySource(needs: { managed: ManagedPolicy; store: Store }): PolicySource {
  const { managed, store } = needs;
  let kept: Promise<Policy> | null = null;

  async function readKept(): Promise<Policy> {
    const last = parsePolicy((await store.state()).policy.lastGood);
    return last.ok ? last.policy : DEFAULT_POLICY;
  }

  return {
    current() {
      kept ??= readKept().catch((error: unknown) => {
        kept = null;
        throw error;
      });
      return kept;
    },
    problems: async () => (await store.state()).policy.problems,
    async refresh() {
      const given = await managed.read();
      const parsed = parsePolicy(given);
      const problems = parsed.ok ? [] : parsed.problems;
      const noted = (await store.state()).policy;
      const lastGood = parsed.ok ? given : noted.lastGood;
      const changed = JSON.stringify(lastGood) !== JSON.stringify(noted.lastGood);
      if (changed || JSON.stringify(problems) !== JSON.stringify(noted.problems)) {
        await store.commit((state) => ({ state: { ...state, policy: { lastGood, problems } } }));
      }
      if (changed) kept = null;
      return changed;
    },
  };
}
