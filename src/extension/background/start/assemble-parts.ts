import { profileOf } from "../../../core/settings/settings.ts";
import type { BuildConfig } from "../../build-config.ts";
import type { Platform } from "../../platform/platform.ts";
import { createCheckWindow } from "../check/check-window.ts";
import { createChecks } from "../check/checks.ts";
import { createSelections } from "../check/selections.ts";
import { createChromiumEnforcement } from "../enforcement/chromium-enforcement.ts";
import type { Enforcement } from "../enforcement/enforcement.ts";
import { createClearedHosts } from "../evidence/cleared-hosts.ts";
import { createFlaggedPages } from "../evidence/flagged-pages.ts";
import { createPageEvidence } from "../evidence/page-evidence.ts";
import { feedSource } from "../lists/feed-source.ts";
import { installPackaged } from "../lists/install-packaged.ts";
import { createKnowledgeSource } from "../lists/knowledge-source.ts";
import { type PackagedArtifact, readPackagedFeed } from "../lists/packaged-feed.ts";
import { createSync } from "../lists/sync.ts";
import { noted } from "../noted.ts";
import { createOverrides } from "../overrides.ts";
import { pathsLeft } from "../paths-left.ts";
import { createPolicySource } from "../policy-source.ts";
import { createPublicState } from "../public-state.ts";
import { createPageReports } from "../reports/page-reports.ts";
import { createReportQueue } from "../reports/report-queue.ts";
import { createReportStore } from "../reports/report-store.ts";
import { createRouter } from "../router.ts";
import { runSelfTest } from "../self-test/run-self-test.ts";
import { openStoreOrSpare } from "../store/open-store-or-spare.ts";
import { createBlockHistory } from "../tabs/block-history.ts";
import { createBlockedFrames } from "../tabs/blocked-frames.ts";
import { createFrameFlood } from "../tabs/frame-flood.ts";
import { createFrameNotices } from "../tabs/frame-notices.ts";
import type { Initiators } from "../tabs/navigation-initiators.ts";
import { createTabBadges } from "../tabs/tab-badges.ts";
import { warningAddress } from "../tabs/warning-address.ts";
import { createAwareness } from "../told/awareness.ts";
import { createContentSource } from "../told/content-source.ts";
import { storedDecisions } from "../told/stored-decisions.ts";
import { updateContent } from "../told/update-content.ts";
import { createUserSettings } from "../user-settings.ts";
import { createVerdicts } from "../verdicts.ts";
import { createListTakeUp } from "./list-take-up.ts";
import { createPageLooks } from "./page-looks.ts";
import { createPolicyTakeUp } from "./policy-take-up.ts";
import { createProblems } from "./problems.ts";

export type Parts = Awaited<ReturnType<typeof assembleParts>>;

/** Makes the parts of a background and connects them. Nothing begins here but what each needs in order to exist. */
export async function assembleParts(
  platform: Platform,
  config: BuildConfig,
  initiators: Initiators,
) {
  const { siteAccess, stayAwake, navigations } = platform;
  const { tabs, memory, alarms, pack, rules, lift, gunzip, sha256, now } = platform;
  const warning = warningAddress(pack.url("/warning.html"));
  const problems = createProblems(now);
  const { store, problem: storeProblem } = await openStoreOrSpare(now, platform.pause);
  problems.set("store", storeProblem);
  const policy = createPolicySource({ managed: platform.managed, store });
  const { languages, languageScript, appearance: board } = platform;
  const settings = createUserSettings({ store, policy, board, languageScript, languages });

  let packagedFeed: Promise<PackagedArtifact[]> | null = null;
  const packaged = () => {
    packagedFeed ??= readPackagedFeed({ pack, gunzip, sha256 });
    return packagedFeed;
  };
  const knowledgeSource = createKnowledgeSource({ store, policy, packaged });
  const contentSource = createContentSource({ store, packaged });
  const overrides = createOverrides({ memory, rules, alarms, tabs, store, knowledgeSource, now });
  const verdicts = createVerdicts({ knowledgeSource, overrides });
  const badges = createTabBadges(platform.badge, settings.language);
  const frames = createBlockedFrames({ memory, tabs });
  const frameFlood = createFrameFlood({ memory, rules, alarms, tabs });
  const history = createBlockHistory({ store, settings, now });
  const frameNotices = createFrameNotices({
    tabs,
    verdicts,
    frames,
    flood: frameFlood,
    badges,
    history,
  });
  const flagged = createFlaggedPages({ memory, tabs });
  const cleared = createClearedHosts({ script: platform.clearedScript, verdicts, knowledgeSource });
  const enforcement: Enforcement =
    rules && lift
      ? createChromiumEnforcement({
          rules,
          lift,
          siteAccess,
          store,
          knowledgeSource,
          sha256: (text) => sha256(new TextEncoder().encode(text)),
          warningUrl: warning.page,
          now,
        })
      : {
          ensure: async () => undefined,
          compact: async () => undefined,
          inForce: siteAccess.granted,
        };
  const looks = createPageLooks({
    tabs,
    frames: platform.frames,
    navigations,
    memory,
    knowledgeSource,
    verdicts,
    badges,
    warning,
  });
  const lists = createListTakeUp({
    enforcement,
    stayAwake,
    knowledgeSource,
    cleared,
    looks,
    refreshBadge,
    alarms,
    problems,
  });

  const reportUrl = async () => (await policy.current()).reportUrl ?? config.reportUrl;
  const reports = createReportQueue({
    reports: createReportStore({ stored: store.reports, memory }),
    post: platform.postReport,
    alarms,
    reportUrl,
    sha256,
    now,
    pause: platform.pause,
  });

  const awareness = createAwareness({
    store,
    content: contentSource,
    memory,
    alarms,
    notifications: platform.notifications,
    async reader() {
      const [{ settings: set, locked }, language] = await Promise.all([
        settings.current(),
        settings.language(),
      ]);
      const { cadence } = set;
      const off = locked.includes("notifications") ? "fixed" : "off";
      const notifications = set.notifications ? "on" : off;
      return { profile: profileOf(set), cadence, language, notifications };
    },
    onUrgent: refreshBadge,
    now,
  });

  const sync = createSync({
    store,
    alarms,
    policy: policy.current,
    feed: feedSource({ platform, config, policy: policy.current, store }),
    gunzip,
    sha256,
    now,
    random: platform.random,
    damaged: async () => (await knowledgeSource.current()).damaged,
    async updateContent(client, trusted) {
      const damaged = [...contentSource.damaged(), ...(await storedDecisions(store)).damaged];
      if (await updateContent({ store, client, gunzip, sha256, damaged }, trusted)) {
        await awareness.announce();
      }
      const { told } = await storedDecisions(store);
      if (told) await reports.takeDecisions(told);
    },
    async onChange() {
      try {
        await lists.takeUp();
      } catch (error) {
        problems.failed("rules", error);
      }
    },
    onProblem: (problem) => problems.set("sync", problem),
  });
  const update = () => stayAwake(sync.update());

  const publicState = createPublicState({
    store,
    knowledgeSource,
    policy,
    reports,
    reportUrl,
    enforcement,
    covered: async (opened) => (rules ? (await pathsLeft(opened, memory)).covered : 0),
    siteAccess,
    config,
    extensionVersion: pack.version,
    updating: sync.updating,
    problems: problems.all,
    now,
  });

  async function refreshBadge(): Promise<void> {
    await badges.markAll((await publicState()).list, await awareness.urgent());
  }

  /** A matter of a millisecond unless this version has just been installed. */
  async function installFromPackage(): Promise<void> {
    try {
      const extensionVersion = pack.version;
      if (await installPackaged({ store, policy, packaged, extensionVersion, now }))
        knowledgeSource.forget();
      problems.set("package", null);
    } catch (error) {
      problems.failed("package", error);
    }
  }

  const policyTakeUp = createPolicyTakeUp({
    policy,
    installFromPackage,
    settings,
    lists,
    awareness,
    problems,
    pause: platform.pause,
  });

  const selections = createSelections(() => crypto.randomUUID());
  const checkWindow = createCheckWindow({
    menus: platform.menus,
    tabs,
    selections,
    language: settings.language,
    page: pack.url("/check.html"),
  });

  /** After another language was chosen. */
  async function refreshMarks(): Promise<void> {
    await noted(checkWindow.offer());
    await refreshBadge();
    await looks.tabs();
  }

  const pages = createPageReports({
    tabs,
    frames: platform.frames,
    blockedFrames: frames,
    guards: platform.guards,
    verdicts,
    overrides,
    evidence: createPageEvidence({
      knowledgeSource,
      judgePage: platform.judgePage,
      careful: async () => (await publicState()).list.freshness !== "fresh",
    }),
    flagged,
    badges,
    look: settings.look,
    warning,
  });

  /** What an override had opened. */
  async function closeAgain(): Promise<void> {
    await looks.all();
    await noted(pages.again());
  }

  const route = createRouter({
    tabs,
    verdicts,
    overrides,
    initiators,
    reports,
    badges,
    frames,
    frameNotices,
    pages,
    flagged,
    policy,
    store,
    history,
    settings: {
      current: settings.current,
      async save(changes) {
        const saved = await settings.save(changes);
        await noted(refreshMarks());
        await noted(awareness.announce());
        return saved;
      },
    },
    content: contentSource,
    check: createChecks({ knowledgeSource, verdicts, content: contentSource, pack }),
    checkWindow,
    selections,
    awareness,
    warning,
    state: publicState,
    selfTest: () =>
      runSelfTest({
        store,
        knowledgeSource,
        enforcement,
        siteAccess,
        state: publicState,
        policy,
        verdicts,
        tabs,
        warning,
        pause: platform.pause,
      }),
    update,
    clearHost: cleared.add,
    scanEarly: platform.guards.scanEarly,
    sweep: closeAgain,
    pause: platform.pause,
  });

  return {
    problems,
    policy,
    settings,
    overrides,
    verdicts,
    frames,
    frameFlood,
    frameNotices,
    flagged,
    enforcement,
    warning,
    looks,
    lists,
    policyTakeUp,
    installFromPackage,
    sync,
    update,
    reports,
    awareness,
    checkWindow,
    refreshBadge,
    closeAgain,
    route,
  };
}
