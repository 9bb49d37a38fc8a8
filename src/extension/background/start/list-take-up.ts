import type { Alarms } from "../../platform/alarms.ts";
import type { Platform } from "../../platform/platform.ts";
import type { Enforcement } from "../enforcement/enforcement.ts";
import type { ClearedHosts } from "../evidence/cleared-hosts.ts";
import type { KnowledgeSource } from "../lists/knowledge-source.ts";
import type { PageLooks } from "./page-looks.ts";
import type { Problems } from "./problems.ts";

/** For `Enforcement.compact`, once the browser has had time to become quiet. */
export const COMPACT_ALARM = "compact";
const MINUTES_TO_QUIET = 2;

/** Brings what is in force to what the lists and the policy say now. */
export interface ListTakeUp {
  /** Has the browser enforce it. A refusal becomes a problem. */
  enforce(): Promise<void>;
  /** After new lists or another policy: enforces, and looks at all that is open. */
  takeUp(): Promise<void>;
}

export function createListTakeUp(needs: {
  enforcement: Enforcement;
  stayAwake: Platform["stayAwake"];
  knowledgeSource: KnowledgeSource;
  cleared: ClearedHosts;
  looks: PageLooks;
  refreshBadge: () => Promise<void>;
  alarms: Pick<Alarms, "set">;
  problems: Problems;
}): ListTakeUp {
  const {
    enforcement,
    stayAwake,
    knowledgeSource,
    cleared,
    looks,
    refreshBadge,
    alarms,
    problems,
  } = needs;

  async function enforce(): Promise<void> {
    try {
      await stayAwake(enforcement.ensure());
      problems.set("rules", null);
    } catch (error) {
      problems.failed("rules", error);
    }
  }

  return {
    enforce,
    async takeUp() {
      knowledgeSource.forget();
      await cleared.forget();
      await enforce();
      await looks.watchNavigations();
      await looks.all();
      await refreshBadge();
      await alarms.set(COMPACT_ALARM, MINUTES_TO_QUIET);
    },
  };
}
