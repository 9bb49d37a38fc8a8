import type { BuildConfig } from "../build-config.ts";
import type { State, SyncProblem } from "../messages.ts";
import type { SiteAccess } from "../platform/site-access.ts";
import type { Enforcement } from "./enforcement/enforcement.ts";
import { feedAddress } from "./lists/feed-source.ts";
import type { KnowledgeSource, OpenedKnowledge } from "./lists/knowledge-source.ts";
import { listState } from "./lists/list-state.ts";
import type { PolicySource } from "./policy-source.ts";
import type { ReportQueue } from "./reports/report-queue.ts";
import type { Store } from "./store/store.ts";

/** What the popup and the warning page are told of the extension's state. */
export function createPublicState(needs: {
  store: Store;
  knowledgeSource: KnowledgeSource;
  policy: PolicySource;
  reports: ReportQueue;
  reportUrl: () => Promise<string | null>;
  enforcement: Enforcement;
  /** See `ListState.covered`. */
  covered: (opened: OpenedKnowledge) => Promise<number>;
  siteAccess: Pick<SiteAccess, "granted" | "inPrivate">;
  config: BuildConfig;
  extensionVersion: string;
  updating: () => boolean;
  /** What went wrong in this background's life, the worst first. */
  problems: () => readonly (SyncProblem | null)[];
  now: () => number;
}): () => Promise<State> {
  const {
    store,
    knowledgeSource,
    policy,
    reports,
    reportUrl,
    enforcement,
    siteAccess,
    config,
    now,
  } = needs;
  return async () => {
    const [state, opened, settings, policyProblems, waiting, url, enforced, access, inPrivate] =
      await Promise.all([
        store.state(),
        knowledgeSource.current(),
        policy.current(),
        policy.problems(),
        reports.waiting(),
        reportUrl(),
        enforcement.inForce(),
        siteAccess.granted(),
        siteAccess.inPrivate(),
      ]);
    const covered = await needs.covered(opened);
    const at = now();
    const damage: SyncProblem | null =
      opened.damage === null ? null : { code: "damaged", detail: opened.damage, at };
    const withdrawn: SyncProblem | null = access
      ? null
      : { code: "site-access", detail: "no permission for <all_urls>", at };
    const refused: SyncProblem | null =
      policyProblems.length === 0
        ? null
        : { code: "policy", detail: policyProblems.join("; "), at };
    return {
      list: listState({
        state,
        opened,
        covered,
        pollMinutes: settings.pollMinutes,
        enforced,
        updating: needs.updating(),
        feedConfigured: feedAddress(config, settings.feedUrl) !== null,
        problems: [withdrawn, damage, ...needs.problems(), state.sync.problem, refused],
        now: at,
      }),
      override: { allowed: settings.overrideAllowed, minutes: settings.overrideMinutes },
      reportsWaiting: waiting,
      reportsAccepted: url !== null,
      extensionVersion: needs.extensionVersion,
      inPrivate,
      policyProblems,
    };
  };
}
