import { noted } from "../noted.ts";
import type { PolicySource } from "../policy-source.ts";
import type { Awareness } from "../told/awareness.ts";
import type { UserSettings } from "../user-settings.ts";
import type { ListTakeUp } from "./list-take-up.ts";
import type { Problems } from "./problems.ts";

export interface PolicyTakeUp {
  /** @returns true if another policy is in force now */
  take(): Promise<boolean>;
  /** This background's first look at the policy, however often it is asked for. */
  first(): Promise<boolean>;
}

/** Asks for the policy of this machine, and brings all that hangs on it to what it says. */
export function createPolicyTakeUp(needs: {
  policy: Pick<PolicySource, "refresh">;
  installFromPackage: () => Promise<void>;
  settings: Pick<UserSettings, "post">;
  lists: Pick<ListTakeUp, "takeUp">;
  awareness: Pick<Awareness, "announce">;
  problems: Problems;
}): PolicyTakeUp {
  const { policy, installFromPackage, settings, lists, awareness, problems } = needs;
  let taken: Promise<boolean> | null = null;

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
      taken ??= take();
      return taken;
    },
  };
}
