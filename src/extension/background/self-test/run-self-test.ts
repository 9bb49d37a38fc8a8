import type { SelfTestResult, State } from "../../messages.ts";
import type { SiteAccess } from "../../platform/site-access.ts";
import type { Tabs } from "../../platform/tabs.ts";
import type { Enforcement } from "../enforcement/enforcement.ts";
import { TEST_HOST } from "../enforcement/rule-set.ts";
import type { KnowledgeSource } from "../lists/knowledge-source.ts";
import type { PolicySource } from "../policy-source.ts";
import type { Store } from "../store/store.ts";
import type { WarningAddress } from "../tabs/warning-address.ts";
import type { Verdicts } from "../verdicts.ts";
import { selfTest } from "./self-test.ts";

/** Milliseconds in which the test address must end at the warning page. */
const PATIENCE = 5_000;
const PERIOD = 100;

/** The self-test on the living background. */
export function runSelfTest(needs: {
  store: Store;
  knowledgeSource: KnowledgeSource;
  enforcement: Enforcement;
  siteAccess: Pick<SiteAccess, "granted">;
  tabs: Tabs;
  warning: WarningAddress;
  policy: PolicySource;
  verdicts: Verdicts;
  state: () => Promise<State>;
  pause: (milliseconds: number) => Promise<void>;
}): Promise<SelfTestResult> {
  const { store, knowledgeSource, enforcement, siteAccess, policy, verdicts, state } = needs;
  return selfTest({
    async list() {
      const { damage, knowledge } = await knowledgeSource.current();
      if (damage !== null) throw new Error(damage);
      const entries = knowledge.hosts.reduce((sum, { list }) => sum + list.count, 0);
      if (entries === 0) throw new Error("no list");
      // A name of the list itself must be found in it: the index fits the list.
      for (const { list } of knowledge.hosts) {
        const [first] = list.names();
        if (first !== undefined && list.get(first) === null) throw new Error(`${first} not found`);
      }
      const { covered } = (await state()).list;
      return `${entries} hosts${covered > 0 ? `, ${covered} paths beyond the browser's rules` : ""}`;
    },
    async rules() {
      const answer = await verdicts.onAddress(`https://${TEST_HOST}/`);
      if (!answer.ok || answer.verdict.level !== "block")
        throw new Error("test address not listed");
      // Before the test address is opened, so that it is only where something stops it.
      if (!(await siteAccess.granted())) throw new Error("no permission for <all_urls>");
      if (!(await enforcement.inForce()))
        throw new Error("the browser's rules are not those of the list");
      await openTestAddress(needs);
      return TEST_HOST;
    },
    async feed() {
      const { list } = await state();
      if (!list.feedConfigured) throw new Error("no feed is set up");
      if (list.freshness === "expired" || list.confirmedAt === null) {
        throw new Error(
          list.problem ? `${list.problem.code}: ${list.problem.detail}` : list.freshness,
        );
      }
      return `version ${list.version}`;
    },
    async storage() {
      const { list } = await state();
      if (list.problem?.code === "storage" || list.problem?.code === "disk-full") {
        throw new Error(list.problem.detail);
      }
      await store.commit((now) => ({ state: now }));
      return "written and read";
    },
    async policy() {
      const problems = await policy.problems();
      if (problems.length > 0) throw new Error(problems.join("; "));
      return "good";
    },
  });
}

/**
 * Opens the test address in a tab in the background, as a link would, and closes it again.
 *
 * @throws if it does not end at the warning page
 */
async function openTestAddress({
  tabs,
  warning,
  pause,
}: {
  tabs: Tabs;
  warning: WarningAddress;
  pause: (milliseconds: number) => Promise<void>;
}): Promise<void> {
  const url = `http://${TEST_HOST}/`;
  const id = await tabs.openBehind(url);
  try {
    let shown: string | undefined;
    for (let waited = 0; waited <= PATIENCE; waited += PERIOD) {
      shown = (await tabs.get(id))?.url;
      if (shown !== undefined && warning.read(shown) === url) return;
      await pause(PERIOD);
    }
    throw new Error(`the test address was not stopped: ${shown ?? "its tab is gone"}`);
  } finally {
    await tabs.close(id);
  }
}
