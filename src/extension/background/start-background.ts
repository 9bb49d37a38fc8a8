import { profileOf } from "../../core/settings/settings.ts";
import { languageOf } from "../../ui/language-of.ts";
import type { BuildConfig } from "../build-config.ts";
import type { SyncProblem } from "../messages.ts";
import { ASKED_KEY } from "../platform/guard-link.ts";
import type { Platform } from "../platform/platform.ts";
import { createAccusedPages } from "./accused-pages.ts";
import { placeOfAnnouncement } from "./announcements.ts";
import { type Arrivals, createArrivals } from "./arrivals.ts";
import { AWARENESS_ALARM, createAwareness } from "./awareness.ts";
import { createBlockHistory } from "./block-history.ts";
import { createBlockedFrames } from "./blocked-frames.ts";
import { createCheckWindow } from "./check-window.ts";
import { createChecks } from "./checks.ts";
import { createContentShelf } from "./content-shelf.ts";
import { createChromiumEnforcement } from "./enforcement/chromium-enforcement.ts";
import type { Enforcement } from "./enforcement/enforcement.ts";
import { answerRequest } from "./enforcement/request-gate.ts";
import { feedSource } from "./feed-source.ts";
import { createFrameWatch } from "./frame-watch.ts";
import { installPackaged } from "./install-packaged.ts";
import { createLibrary } from "./library.ts";
import { officialHosts } from "./official-hosts.ts";
import { createOverrides, OVERRIDE_ALARM } from "./overrides.ts";
import { type PackagedArtifact, readPackagedFeed } from "./packaged-feed.ts";
import { createPageEvidence } from "./page-evidence.ts";
import { createPageReports } from "./page-reports.ts";
import { pathHosts } from "./path-hosts.ts";
import { createPolicySource } from "./policy-source.ts";
import { createPublicState } from "./public-state.ts";
import { createReportQueue, REPORT_ALARM } from "./report-queue.ts";
import { createRouter } from "./router.ts";
import { runSelfTest } from "./run-self-test.ts";
import { createSelections } from "./selections.ts";
import { createSpareGate } from "./spare-gate.ts";
import { openStoreOrSpare } from "./store/open-store-or-spare.ts";
import { storedDecisions } from "./stored-decisions.ts";
import { createSync, SYNC_ALARM } from "./sync.ts";
import { describeProblem } from "./sync-problem.ts";
import { createTabBadges } from "./tab-badges.ts";
import { createTabWatch } from "./tab-watch.ts";
import { updateContent } from "./update-content.ts";
import { createUserSettings } from "./user-settings.ts";
import { createVerdicts } from "./verdicts.ts";
import { warningAddress } from "./warning-address.ts";

const COMPACT_ALARM = "compact";
/** Hosts whose pages need not ask again. */
const MAX_ASKED = 500;

/**
 * Puts the background together and starts it. Listeners are registered before the first wait, so that what woke the
 * background reaches it; all that they need comes later.
 */
export function startBackground(platform: Platform, config: BuildConfig): void {
  const arrivals = createArrivals(platform.navigations, platform.pack.url("/warning.html"));
  const ready = assemble(platform, config, arrivals);
  ready.catch((error: unknown) => console.error("Tỉnh Táo", error));

  platform.onMessage(async (message, sender) => (await ready).route(message, sender));
  platform.alarms.onRing(async (name) => (await ready).ring(name));
  platform.managed.onChange(async () => (await ready).policyChanged());
  platform.onOnline(async () => (await ready).online());
  platform.notifications.onClick(async (id) => {
    const popup = platform.pack.url("/popup.html");
    await platform.tabs.openInFront(`${popup}#${placeOfAnnouncement(id)}`);
  });
  platform.menus.onChoose(async (choice) => (await ready).menuChosen(choice));
  platform.siteAccess.onChange(async () => (await ready).siteAccessChanged());
  const spareGate = createSpareGate({
    packaged: () => readPackagedFeed({ ...platform }),
    warning: warningAddress(platform.pack.url("/warning.html")),
    failed(error) {
      console.error("Tỉnh Táo", error);
      // What was chosen can't be read.
      createTabBadges(platform.badge, async () => languageOf(platform.languages()))
        .mark(null, "outdated")
        .catch((again: unknown) => console.error("Tỉnh Táo", again));
    },
  });
  platform.holdRequests?.(async (request) => {
    try {
      return await (await ready).answerRequest(request);
    } catch (error) {
      console.error("Tỉnh Táo", error);
      return spareGate(request);
    }
  });
  // Nothing to do on the event itself: a background that starts does all it has to. But without a listener an update or
  // a start of the browser would not start it.
  platform.onStart(() => undefined);
  if (config.welcome) platform.onFirstInstall(async () => (await ready).welcome());
}

async function assemble(platform: Platform, config: BuildConfig, arrivals: Arrivals) {
  const { siteAccess } = platform;
  const { tabs, memory, openMemory, alarms, pack, rules, lift, navigations, gunzip, sha256, now } =
    platform;
  const warning = warningAddress(pack.url("/warning.html"));
  const { store, problem: storeProblem } = await openStoreOrSpare(now);
  const policy = createPolicySource({ managed: platform.managed, store });
  const { languages, appearance: board } = platform;
  const settings = createUserSettings({ store, policy, board, languages });

  let packagedFeed: Promise<PackagedArtifact[]> | null = null;
  const packaged = () => {
    packagedFeed ??= readPackagedFeed({ pack, gunzip, sha256 });
    return packagedFeed;
  };
  const library = createLibrary({ store, policy, packaged });
  const contentShelf = createContentShelf({ store, packaged });
  const overrides = createOverrides({ memory, rules, alarms, tabs, store, library, now });
  const verdicts = createVerdicts({ library, overrides });
  const badges = createTabBadges(platform.badge, settings.language);
  const frames = createBlockedFrames({ memory, tabs });
  const accused = createAccusedPages({ memory, tabs });
  const enforcement: Enforcement =
    rules && lift
      ? createChromiumEnforcement({
          rules,
          lift,
          siteAccess,
          store,
          library,
          sha256: (text) => sha256(new TextEncoder().encode(text)),
          warningUrl: warning.page,
          now,
        })
      : {
          ensure: async () => undefined,
          compact: async () => undefined,
          inForce: siteAccess.granted,
        };

  let packageProblem: SyncProblem | null = null;
  let rulesProblem: SyncProblem | null = null;
  let syncProblem: SyncProblem | null = null;
  let policyProblem: SyncProblem | null = null;

  const watch = createTabWatch({ tabs, badges, verdicts, warning });
  const frameWatch = createFrameWatch({ frames: platform.frames, verdicts });

  async function sweepTabs(): Promise<void> {
    for (const { id, url } of await tabs.all()) await noted(watch(id, url));
  }

  async function sweepFrames(): Promise<void> {
    for (const { id } of await tabs.all()) await noted(frameWatch.lookWithin(id));
  }

  async function sweep(): Promise<void> {
    await sweepTabs();
    await sweepFrames();
  }

  /** What goes wrong with one tab must not keep others from being looked at. */
  async function noted(work: Promise<void>): Promise<void> {
    try {
      await work;
    } catch (error) {
      console.error("Tỉnh Táo", error);
    }
  }

  const look = (tabId: number, url: string) => noted(watch(tabId, url));

  async function enforce(): Promise<void> {
    try {
      await platform.stayAwake(enforcement.ensure());
      rulesProblem = null;
    } catch (error) {
      console.error("Tỉnh Táo", error);
      rulesProblem = { ...describeProblem(error, now()), code: "rules" };
    }
  }

  /** After new lists or another policy. */
  async function takeUp(): Promise<void> {
    library.forget();
    await openMemory.set(ASKED_KEY, []);
    await enforce();
    await watchNavigations();
    await sweep();
    await refreshBadge();
    await alarms.set(COMPACT_ALARM, 2);
  }

  /** Asks the browser to tell of navigations that matter, and of no others. */
  async function watchNavigations(): Promise<void> {
    const shelf = await library.shelf();
    const { knowledge } = shelf;
    const hosts = (await pathHosts(shelf, memory)).map((host) => ({ equals: host }));
    navigations.watch("begun", hosts, ({ tabId, frameId, url }) => {
      if (frameId === 0) void look(tabId, url);
    });
    navigations.watch("framed", hosts, ({ tabId, frameId, url }) => {
      void noted(frameWatch.look(tabId, frameId, url));
    });
    navigations.watch("shown", officialHosts(knowledge.brands.all), ({ tabId, frameId, url }) => {
      if (frameId === 0) void look(tabId, url);
    });
  }

  const sync = createSync({
    store,
    alarms,
    policy: policy.current,
    feed: feedSource({ platform, config, policy: policy.current, store }),
    gunzip,
    sha256,
    now,
    random: platform.random,
    damaged: async () => (await library.shelf()).damaged,
    async updateContent(client, trusted) {
      const damaged = [...contentShelf.damaged(), ...(await storedDecisions(store)).damaged];
      if (await updateContent({ store, client, gunzip, sha256, damaged }, trusted)) {
        await awareness.announce();
      }
      const { told } = await storedDecisions(store);
      if (told) await reports.takeDecisions(told);
    },
    async onChange() {
      try {
        await takeUp();
      } catch (error) {
        console.error("Tỉnh Táo", error);
        rulesProblem = { ...describeProblem(error, now()), code: "rules" };
      }
    },
    onProblem(problem) {
      syncProblem = problem;
    },
  });

  const update = () => platform.stayAwake(sync.update());

  const reportUrl = async () => (await policy.current()).reportUrl ?? config.reportUrl;
  const reports = createReportQueue({
    store,
    post: platform.postReport,
    alarms,
    reportUrl,
    sha256,
    now,
    pause: platform.pause,
  });

  const publicState = createPublicState({
    store,
    library,
    policy,
    reports,
    reportUrl,
    enforcement,
    siteAccess,
    config,
    extensionVersion: pack.version,
    updating: sync.updating,
    // The worst first.
    problems: () => [storeProblem, packageProblem, rulesProblem, syncProblem, policyProblem],
    now,
  });

  async function refreshBadge(): Promise<void> {
    await badges.markAll((await publicState()).list, await awareness.urgent());
  }

  const awareness = createAwareness({
    store,
    content: contentShelf,
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
    await sweepTabs();
  }

  const pages = createPageReports({
    tabs,
    guards: platform.guards,
    verdicts,
    overrides,
    evidence: createPageEvidence({
      library,
      careful: async () => (await publicState()).list.freshness !== "fresh",
    }),
    accused,
    badges,
    look: settings.look,
    warning,
  });

  const route = createRouter({
    tabs,
    verdicts,
    overrides,
    arrivals,
    reports,
    badges,
    frames,
    pages,
    accused,
    policy,
    store,
    history: createBlockHistory({ store, settings, now }),
    settings: {
      current: settings.current,
      async save(changes) {
        const saved = await settings.save(changes);
        await noted(refreshMarks());
        await noted(awareness.announce());
        return saved;
      },
    },
    content: contentShelf,
    check: createChecks({ library, verdicts, content: contentShelf, pack }),
    checkWindow,
    selections,
    awareness,
    warning,
    state: publicState,
    selfTest: () =>
      runSelfTest({
        store,
        library,
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
    async noteAsked(host) {
      const asked = ((await openMemory.get(ASKED_KEY)) as string[] | undefined) ?? [];
      if (!asked.includes(host))
        await openMemory.set(ASKED_KEY, [...asked, host].slice(-MAX_ASKED));
    },
    sweep: closeAgain,
  });

  let policyTaken: Promise<boolean> | null = null;

  /** This background's first look at the policy. */
  function firstPolicy(): Promise<boolean> {
    policyTaken ??= takePolicy();
    return policyTaken;
  }

  /** What an override had opened. */
  async function closeAgain(): Promise<void> {
    await sweep();
    await noted(pages.again());
  }

  /** A matter of a millisecond unless this version has just been installed. */
  async function installFromPackage(): Promise<void> {
    try {
      const extensionVersion = pack.version;
      if (await installPackaged({ store, policy, packaged, extensionVersion, now }))
        library.forget();
      packageProblem = null;
    } catch (error) {
      console.error("Tỉnh Táo", error);
      const problem = describeProblem(error, now());
      packageProblem = { ...problem, code: problem.code === "disk-full" ? "disk-full" : "damaged" };
    }
  }

  /** @returns true if another policy is in force now */
  async function takePolicy(): Promise<boolean> {
    try {
      const changed = await policy.refresh();
      policyProblem = null;
      if (!changed) return false;
    } catch (error) {
      // The last good one goes on.
      console.error("Tỉnh Táo", error);
      policyProblem = { ...describeProblem(error, now()), code: "policy" };
      return false;
    }
    await installFromPackage();
    await noted(settings.post());
    await takeUp();
    await noted(awareness.announce());
    return true;
  }

  await installFromPackage();
  // Before anything else: the tab that may be loading a listed page at this moment.
  const swept = noted(sweepTabs());

  async function start(): Promise<void> {
    await swept;
    await noted(overrides.tidy());
    await enforce();
    await watchNavigations();
    await noted(sweepFrames());
    await frames.tidy();
    await accused.tidy();
    await openMemory.openToContentScripts();
    await refreshBadge();
    await noted(checkWindow.offer());
    await firstPolicy();
    await noted(settings.post());
    await platform.stayAwake(sync.start());
    await noted(awareness.start());
    await reports.send();
  }
  start().catch((error: unknown) => console.error("Tỉnh Táo", error));

  return {
    route,
    async ring(name: string) {
      if (name === SYNC_ALARM) await update();
      else if (name === REPORT_ALARM) await reports.send();
      else if (name === COMPACT_ALARM) await platform.stayAwake(enforcement.compact());
      else if (name === AWARENESS_ALARM) await awareness.announce();
      else if (name === OVERRIDE_ALARM) {
        await overrides.tidy();
        await closeAgain();
      }
      if (name === SYNC_ALARM) await refreshBadge();
    },
    async welcome() {
      await firstPolicy();
      if ((await policy.current()).welcome) await tabs.openInFront(pack.url("/welcome.html"));
    },
    async policyChanged() {
      if (await takePolicy()) await update();
    },
    /** Given back, it covers what was opened without it. */
    async siteAccessChanged() {
      await refreshBadge();
      await enforce();
      await sweep();
      await refreshBadge();
    },
    async online() {
      await Promise.all([update(), reports.send(true)]);
    },
    menuChosen: checkWindow.chosen,
    answerRequest: (request: Parameters<typeof answerRequest>[0]) =>
      answerRequest(request, { verdicts, overrides, warning }),
  };
}
