import { noted } from "../noted.ts";
import type { PolicySource } from "../policy-source.ts";
import type { Awareness } from "../told/awareness.ts";
import type { UserSettings } from "../user-settings.ts";
import type { ListTakeUp } from "./list-take-up.ts";
import type { Problems } from "./problems.ts";

export interface PolicyTakeUp {
  /** @returns true if another policy is in force now */
  take(): Promise<boolean>;
  /**
   * This background's first look at the policy, however often it is asked for. Over after POLICY_LIMIT at the latest: what
   * comes later is still taken up.
   */
  first(): Promise<void>;
}

/**
 * Milliseconds that whatever waits for the policy waits for it. Chromium takes about 2 s while it starts, and may leave a
 * worker without any answer that begins right after another was killed (156).
 */
export const POLICY_LIMIT = 5000;

/** Asks for the policy of this machine, and brings all that hangs on it to what it says. */
export function createPolicyTakeUp(needs: {
  policy: Pick<PolicySource, "refresh">;
  installFromPackage: () => Promise<void>;
  settings: Pick<UserSettings, "post">;
  lists: Pick<ListTakeUp, "takeUp">;
  awareness: Pick<Awareness, "announce">;
  problems: Problems;
  pause: (milliseconds: number) => Promise<void>;
}): PolicyTakeUp {
  const { policy, installFromPackage, settings, lists, awareness, problems, pause } = needs;
  let first: Promise<void> | null = null;

  async function take(): Promise<boolean> {
    try {
      const changed = await policy.refresh();
      problems.set("policy", null);
      if (!changed) return false;
    } catch (error) {
      // The last good one goes on.
      problems.failed("policy", error);
      return false;
    }
    await installFromPackage();
    await noted(settings.post());
    await lists.takeUp();
    await noted(awareness.announce());
    return true;
  }

  return {
    take,
    first() {
      first ??= Promise.race([take().then(() => undefined), pause(POLICY_LIMIT)]);
      return first;
    },
  };
}
