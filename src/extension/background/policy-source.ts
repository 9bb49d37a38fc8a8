import { DEFAULT_POLICY, type Policy, parsePolicy } from "../../core/policy/policy.ts";
import type { ManagedPolicy } from "../platform/managed-policy.ts";
import type { Store } from "./store/store.ts";

export interface PolicySource {
  /** The policy in force: a good managed one, else the last good one, else the defaults. */
  current(): Promise<Policy>;
  /** What is wrong with the managed policy; empty if nothing. */
  problems(): Promise<string[]>;
  /** Forgets what was read, because it may have changed. */
  forget(): void;
}

/** Reads the managed policy. One that is wrong is refused whole, and the last good one stays in force. */
export function createPolicySource(needs: { managed: ManagedPolicy; store: Store }): PolicySource {
  const { managed, store } = needs;
  let reading: Promise<{ policy: Policy; problems: string[] }> | null = null;

  async function read(): Promise<{ policy: Policy; problems: string[] }> {
    const given = await managed.read();
    const parsed = parsePolicy(given);
    const { lastGood, problems: noted } = (await store.state()).policy;
    const problems = parsed.ok ? [] : parsed.problems;
    const good = parsed.ok ? given : lastGood;
    if (JSON.stringify([good, problems]) !== JSON.stringify([lastGood, noted])) {
      await store.commit((state) => ({
        state: { ...state, policy: { lastGood: good, problems } },
      }));
    }
    if (parsed.ok) return { policy: parsed.policy, problems };
    const last = parsePolicy(lastGood);
    return { policy: last.ok ? last.policy : DEFAULT_POLICY, problems };
  }

  function now() {
    reading ??= read().catch((error: unknown) => {
      reading = null;
      throw error;
    });
    return reading;
  }

  return {
    current: async () => (await now()).policy,
    problems: async () => (await now()).problems,
    forget() {
      reading = null;
    },
  };
}
