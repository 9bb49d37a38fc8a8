import { beforeEach, describe, expect, test, vi } from "vitest";
import { TEST_HOST } from "../../../../src/extension/background/enforcement/rule-set.ts";
import { POLICY_LIMIT } from "../../../../src/extension/background/start/policy-take-up.ts";
import {
  ANSWER_LIMIT,
  startBackground,
} from "../../../../src/extension/background/start-background.ts";
import { OPEN_LIMIT } from "../../../../src/extension/background/store/open-store-or-spare.ts";
import type { Answer, Request } from "../../../../src/extension/messages.ts";
import { createQuestionJudge } from "../../../../src/extension/page-judge/judge-question.ts";
import type { MenuChoice, MenuItem } from "../../../../src/extension/platform/menus.ts";
import type { Sender } from "../../../../src/extension/platform/messages.ts";
import type { HostFilter, Navigation } from "../../../../src/extension/platform/navigation.ts";
import type { OwnPackage } from "../../../../src/extension/platform/own-package.ts";
import type { Platform } from "../../../../src/extension/platform/platform.ts";
import type { RequestAnswer, WebRequest } from "../../../../src/extension/platform/requests.ts";
import type { OpenTab } from "../../../../src/extension/platform/tabs.ts";
import { inTime } from "../../in-time.ts";
import { gunzip } from "./fakes/fake-feed.ts";
import { fakePackage } from "./fakes/fake-package.ts";
import {
  fakeAlarms,
  fakeBoard,
  fakeClearedScript,
  fakeGuards,
  fakeLanguageScript,
  fakeMemory,
  fakeNotifications,
  fakeSiteAccess,
  fakeTabs,
} from "./fakes/fake-platform.ts";
import { fakeRules, WARNING } from "./fakes/fake-rules.ts";
import { sha256 } from "./fakes/lists.ts";
import { freshDatabase } from "./fakes/workshop.ts";

const EVIL = "https://evil.example/";
const POPUP: Sender = {
  own: true,
  url: WARNING.replace("warning.html", "popup.html"),
  origin: null,
  tabId: null,
  frameId: null,
  tabUrl: null,
  inPrivate: false,
};

/** A browser with our extension: what outlives a background is kept between starts. */
async function browser(kind: "chromium" | "firefox", pack: OwnPackage, ...open: OpenTab[]) {
  const rules = fakeRules();
  const memory = fakeMemory();
  const closeStorage = vi.fn(async () => undefined);
  const clearedScript = fakeClearedScript("cu.example");
  const tabs = fakeTabs(...open);
  const siteAccess = fakeSiteAccess();
  const notifications = fakeNotifications();
  const opened: string[] = [];
  const windows: string[] = [];
  const menu: MenuItem[] = [];
  const frames: { tabId: number; frameId: number; url: string }[] = [];
  const watched = new Map<string, readonly HostFilter[]>();
  let clock = Date.UTC(2026, 10, 24);
  const alarms = fakeAlarms(() => clock);
  const badges = new Map<number | null, string>();
  let managed: unknown = null;
  let managedAnswers = true;
  let lifted = false;
  /** Limits, which come to an end when a test says so. */
  const limits = new Map<number, (() => void)[]>([
    [ANSWER_LIMIT, []],
    [OPEN_LIMIT, []],
    [POLICY_LIMIT, []],
  ]);

  function start() {
    let answer: (message: unknown, sender: Sender) => Promise<unknown> = () => Promise.reject();
    let choose: (choice: MenuChoice) => unknown = () => undefined;
    let ring: (name: string) => unknown = () => undefined;
    let policyChanged: () => unknown = () => undefined;
    let installed: () => unknown = () => undefined;
    let gate: (request: WebRequest) => Promise<RequestAnswer> = () => Promise.reject();
    const hear = new Map<string, (navigation: Navigation) => void>();
    const never = () => Promise.reject(new Error("no network in this test"));
    const platform: Platform = {
      tabs: {
        ...tabs,
        async openWindow(url) {
          windows.push(url);
        },
        async openBehind(url) {
          opened.push(url);
          const id = await tabs.openBehind(url);
          if (kind === "chromium") {
            const decision = rules.decide(url, id);
            if (decision.action === "redirect") await tabs.go(id, decision.to);
          } else {
            const answer = await gate({ url, tabId: id, destination: "tab", led: false });
            if (answer !== null && answer !== "cancel") await tabs.go(id, answer.redirect);
          }
          return id;
        },
      },
      guards: fakeGuards(),
      siteAccess,
      notifications,
      menus: {
        async show(items) {
          menu.splice(0, menu.length, ...items);
        },
        onChoose: (listener) => (choose = listener),
      },
      memory,
      deleteFormerMemory: async () => undefined,
      closeStorage,
      clearedScript: kind === "chromium" ? clearedScript : null,
      languageScript: fakeLanguageScript(),
      alarms: { ...alarms, onRing: (listener) => (ring = listener) },
      badge: {
        async show(tabId, { text }) {
          badges.set(tabId, text);
        },
      },
      appearance: fakeBoard(),
      languages: () => ["vi"],
      navigations: {
        watch(moment, hosts, listener) {
          watched.set(moment, hosts);
          hear.set(moment, listener);
        },
        arrivals: () => undefined,
        frames: () => undefined,
      },
      pack,
      managed: {
        read: () =>
          managedAnswers ? Promise.resolve(managed) : new Promise<never>(() => undefined),
        onChange: (listener) => (policyChanged = listener),
      },
      fetcher: never,
      postReport: async () => ({ kind: "unreachable", detail: "offline" }),
      crypto: crypto.subtle,
      rules: kind === "chromium" ? rules : null,
      lift:
        kind === "chromium"
          ? {
              async register() {
                lifted = true;
              },
              registered: async () => lifted,
            }
          : null,
      judgePage: async (question) => judgeQuestion(question),
      frames: {
        shareOfView: async () => 0,
        within: async (tabId) => frames.filter((frame) => frame.tabId === tabId),
        async warn(tabId, frameId, url) {
          const frame = frames.find((f) => f.tabId === tabId && f.frameId === frameId);
          if (frame) frame.url = `${WARNING}#${url}`;
          return frame !== undefined;
        },
      },
      holdRequests: kind === "firefox" ? (listener) => (gate = listener) : null,
      onMessage: (listener) => (answer = listener),
      onStart: () => undefined,
      onFirstInstall: (listener) => (installed = listener),
      onOnline: () => undefined,
      stayAwake: (work) => work,
      gunzip,
      sha256,
      now: () => clock,
      async pause(milliseconds) {
        const waiting = limits.get(milliseconds);
        if (waiting) await new Promise<void>((resolve) => waiting.push(resolve));
        else clock += milliseconds;
      },
      random: () => 0.5,
    };
    startBackground(platform, {
      feedUrl: null,
      trustedRoot: null,
      reportUrl: null,
      welcome: true,
    });
    return {
      ask: async <T extends Request["type"]>(request: Request & { type: T }, from = POPUP) =>
        (await answer(request, from)) as Answer<T>,
      ring: (name: string) => ring(name),
      install: () => installed(),
      choose: (choice: MenuChoice) => choose(choice),
      gate: (request: WebRequest) => gate(request),
      navigate: (moment: string, navigation: Navigation) => hear.get(moment)?.(navigation),
      async setPolicy(policy: unknown) {
        managed = policy;
        await policyChanged();
      },
    };
  }
  return {
    start,
    rules,
    tabs,
    opened,
    windows,
    menu,
    frames,
    siteAccess,
    notifications,
    memory,
    closeStorage,
    clearedScript,
    badges,
    watched,
    get lifted() {
      return lifted;
    },
    hangPolicy() {
      managedAnswers = false;
    },
    pass(milliseconds: number) {
      clock += milliseconds;
    },
    endLimit(limit: number) {
      for (const end of limits.get(limit)?.splice(0) ?? []) end();
    },
  };
}

const tab = (id: number, url: string): OpenTab => ({ id, url, opener: null });

async function enforced(background: { ask: (r: { type: "state" }) => Promise<Answer<"state">> }) {
  await inTime(async () => {
    expect((await background.ask({ type: "state" })).list.enforced).toBe(true);
  });
}

/** A question to the database that it never answers. */
function unanswered<T extends IDBRequest>(kind: { prototype: T }): T {
  const deaf = { addEventListener: () => undefined, removeEventListener: () => undefined };
  return Object.assign(Object.create(kind.prototype), deaf);
}

beforeEach(freshDatabase);

const judgeQuestion = createQuestionJudge();

describe("a background in Chromium", () => {
  test("welcomes whoever installs it, unless the agency says no", async () => {
    const chromium = await browser("chromium", await fakePackage({ hosts: ["evil.example"] }));
    const background = chromium.start();
    await enforced(background);
    expect(chromium.tabs.open).toEqual([]);
    await background.install();
    expect(chromium.tabs.open).toMatchObject([{ url: expect.stringMatching(/welcome\.html$/) }]);
    await background.setPolicy({ welcome: false });
    await background.install();
    expect(chromium.tabs.open).toHaveLength(1);
  });

  test("protects from the list in the package, before any network", async () => {
    const chromium = await browser("chromium", await fakePackage({ hosts: ["evil.example"] }));
    const background = chromium.start();
    await enforced(background);
    const { list } = await background.ask({ type: "state" });
    expect(list).toMatchObject({
      freshness: "stale",
      version: 0,
      entries: 1,
      problem: null,
      feedConfigured: false,
    });
    expect(chromium.rules.decide(EVIL)).toMatchObject({ action: "redirect" });
    expect(chromium.lifted).toBe(true);
  });

  test("sends a tab that is on its way to a listed page to the warning as soon as it starts", async () => {
    const pack = await fakePackage({ hosts: ["evil.example"] });
    const chromium = await browser("chromium", pack, tab(1, EVIL), tab(2, "https://ok.example/"));
    chromium.start();
    await inTime(() => expect(chromium.tabs.open[0]?.url).toBe(`${WARNING}?after#${EVIL}`));
    expect(chromium.tabs.open[1]?.url).toBe("https://ok.example/");
  });

  test("sends the popups that a listed page wrote itself there too, unless the person went on to that page", async () => {
    const pack = await fakePackage({ hosts: ["evil.example"] });
    const blank = (id: number) => tab(id, "about:blank");
    const blob = tab(2, "blob:https://evil.example/0d2f");
    const opened = { ...blank(5), opener: 4 };
    const chromium = await browser(
      "chromium",
      pack,
      blank(1),
      blob,
      blank(3),
      tab(4, EVIL),
      opened,
    );
    for (const id of [1, 5]) chromium.tabs.makers.set(id, "https://evil.example");
    await chromium.memory.set("overrides", [
      { entry: "evil.example", until: Date.UTC(2027, 0), tabs: [4] },
    ]);
    chromium.start();
    const maker = `${WARNING}#https://evil.example/`;
    await inTime(() => {
      expect(chromium.tabs.open.map(({ url }) => url)).toEqual([
        maker,
        maker,
        "about:blank",
        EVIL,
        "about:blank",
      ]);
    });
  });

  test("offers to check a link or a marked text, and hands it to its own window once", async () => {
    const chromium = await browser("chromium", await fakePackage({}));
    const background = chromium.start();
    await inTime(() =>
      expect(chromium.menu).toEqual([
        { id: "link", title: "Kiểm tra đường link này", on: "link" },
        { id: "selection", title: "Kiểm tra đoạn đã chọn", on: "selection" },
      ]),
    );
    background.choose({ id: "link", text: EVIL, isPrivate: true });
    await inTime(() => expect(chromium.windows).toHaveLength(1));
    const [page, id = ""] = chromium.windows[0]?.split("#") ?? [];
    expect(page).toBe(WARNING.replace("warning.html", "check.html"));
    expect(id).not.toContain("evil");
    const selection = { text: EVIL, isPrivate: true };
    expect(await background.ask({ type: "take-selection", id })).toEqual({ selection });
    expect(await background.ask({ type: "take-selection", id })).toEqual({ selection: null });
  });

  test("what fails at the start of the background keeps nothing that comes after it from being done", async () => {
    const chromium = await browser("chromium", await fakePackage({ hosts: ["evil.example"] }));
    chromium.closeStorage.mockRejectedValue(new Error("not in this browser"));
    const log = vi.spyOn(console, "error").mockImplementation(() => undefined);
    await enforced(chromium.start());
    await inTime(() => expect(chromium.menu).not.toEqual([]));
    log.mockRestore();
  });

  test("a browser that never tells its policy holds up neither the welcome nor what comes after", async () => {
    const chromium = await browser("chromium", await fakePackage({ hosts: ["evil.example"] }));
    chromium.hangPolicy();
    const background = chromium.start();
    await enforced(background);
    void background.install();
    await inTime(() => {
      chromium.endLimit(POLICY_LIMIT);
      expect(chromium.tabs.open.map(({ url }) => url).join()).toContain("welcome.html");
    });
  });

  test("follows a managed policy, and a broken one leaves the last good one in force", async () => {
    const pack = await fakePackage({ hosts: ["evil.example"], gambling: ["bai.example"] });
    const chromium = await browser("chromium", pack);
    const background = chromium.start();
    await enforced(background);
    const stopped = (host: string) =>
      chromium.rules.decide(`https://${host}/`).action === "redirect";
    expect(stopped("bai.example")).toBe(false);
    await background.setPolicy({
      categories: ["gambling"],
      deny: ["denied.example"],
      allow: ["evil.example"],
    });
    expect(["bai.example", "denied.example", "evil.example"].map(stopped)).toEqual([
      true,
      true,
      false,
    ]);
    await background.setPolicy({ deny: ["not a host"] });
    expect(["bai.example", "denied.example", "evil.example"].map(stopped)).toEqual([
      true,
      true,
      false,
    ]);
    const { policyProblems, list } = await background.ask({ type: "state" });
    expect(policyProblems).toEqual([expect.stringMatching(/^deny/)]);
    expect(list.problem?.code).toBe("policy");
    await background.setPolicy(null);
    expect(["bai.example", "denied.example", "evil.example"].map(stopped)).toEqual([
      false,
      false,
      true,
    ]);
    expect((await background.ask({ type: "state" })).policyProblems).toEqual([]);
  });

  test("takes a newer list from a newer package, and never an older one", async () => {
    const first = await browser(
      "chromium",
      await fakePackage({ hosts: ["old.example"] }, { made: 2 }),
    );
    await enforced(first.start());
    const newer = await fakePackage({ hosts: ["new.example"] }, { made: 3, version: "0.2.0" });
    const second = await browser("chromium", newer);
    const background = second.start();
    await enforced(background);
    expect(await background.ask({ type: "verdict", url: "https://new.example/" })).toMatchObject({
      verdict: { level: "block" },
    });
  });

  test("opens the alert when its notification is clicked", async () => {
    const chromium = await browser("chromium", await fakePackage({ hosts: ["evil.example"] }));
    chromium.start();
    await chromium.notifications.click("alert:gia-dien-luc");
    expect(chromium.tabs.open.map(({ url }) => url)).toEqual([
      WARNING.replace("warning.html", "popup.html#/alerts/gia-dien-luc"),
    ]);
  });

  test("says that nobody is protected when the package holds no list and nothing is stored", async () => {
    const pack = await fakePackage({});
    pack.files.clear();
    const chromium = await browser("chromium", pack);
    const background = chromium.start();
    await inTime(async () => {
      const { list } = await background.ask({ type: "state" });
      expect(list).toMatchObject({ freshness: "none", entries: 0 });
      expect(list.problem).not.toBeNull();
    });
    await inTime(() => expect(chromium.badges.get(null)).toBe("?"));
  });

  test("passes its self-test but for the feed that this build has not", async () => {
    const chromium = await browser("chromium", await fakePackage({ hosts: ["evil.example"] }));
    const background = chromium.start();
    await enforced(background);
    expect((await background.ask({ type: "self-test" })).code).toBe("TT-OOFOO");
    chromium.rules.dynamic.clear();
    const { code, checks } = await background.ask({ type: "self-test" });
    expect(code).toBe("TT-ORFOO");
    expect(checks.find(({ name }) => name === "rules")).toMatchObject({ passed: false });
  });

  test.each(["chromium", "firefox"] as const)(
    "puts a notice in place of a frame that was open before its host was listed: %s",
    async (kind) => {
      const pack = await fakePackage({ hosts: ["evil.example"] });
      const some = await browser(kind, pack, tab(1, "https://ok.example/"));
      some.frames.push({ tabId: 1, frameId: 4, url: EVIL });
      some.frames.push({ tabId: 1, frameId: 5, url: "https://other.example/" });
      some.start();
      await inTime(() => expect(some.frames[0]?.url).toBe(`${WARNING}#${EVIL}`));
      expect(some.frames[1]?.url).toBe("https://other.example/");
      expect(some.tabs.open[0]?.url).toBe("https://ok.example/");
    },
  );

  test("fails its self-test where the test address opens in a tab after all", async () => {
    const chromium = await browser("chromium", await fakePackage({ hosts: ["evil.example"] }));
    const background = chromium.start();
    await enforced(background);
    vi.spyOn(chromium.rules, "decide").mockReturnValue({ action: "none" });
    vi.spyOn(chromium.rules, "redirects").mockResolvedValue(true);
    const { code, checks } = await background.ask({ type: "self-test" });
    expect(code).toBe("TT-ORFOO");
    expect(checks.find(({ name }) => name === "rules")?.detail).toContain("was not stopped");
    expect(await chromium.tabs.all()).toEqual([]);
  });

  test("closes what a person went on to when the time is over", async () => {
    const pack = await fakePackage({ hosts: ["evil.example"] });
    const chromium = await browser("chromium", pack, tab(1, `${WARNING}#${EVIL}`));
    const background = chromium.start();
    await enforced(background);
    const warning = { ...POPUP, url: `${WARNING}#${EVIL}`, tabId: 1, frameId: 0 };
    await background.ask({ type: "override", url: EVIL }, warning);
    expect(chromium.rules.decide(EVIL, 1)).toEqual({ action: "allow" });
    await chromium.tabs.go(1, EVIL);
    chromium.pass(10 * 60_000 + 1);
    await background.ring("overrides");
    expect(chromium.rules.decide(EVIL, 1)).toMatchObject({ action: "redirect" });
    expect(chromium.tabs.open[0]?.url).toBe(`${WARNING}?after#${EVIL}`);
  });

  test("sends a tab to the warning that came to a listed page while the background was still starting", async () => {
    const pack = await fakePackage({ hosts: ["evil.example"] });
    const chromium = await browser("chromium", pack, tab(1, "https://ok.example/"));
    const { rules, tabs } = chromium;
    const write = rules.replaceDynamic;
    rules.replaceDynamic = async (...given) => {
      await write(...given);
      if (tabs.open[0]) tabs.open[0].url = EVIL;
    };
    chromium.start();
    await inTime(() => expect(tabs.open[0]?.url).toBe(`${WARNING}?after#${EVIL}`));
  });

  test("counts the paths that the browser has no rule for", async () => {
    const pack = await fakePackage({ paths: ["chung.example/a*b", "chung.example/view/x"] });
    const chromium = await browser("chromium", pack);
    expect((await chromium.start().ask({ type: "state" })).list.covered).toBe(1);
    const firefox = await browser("firefox", pack);
    expect((await firefox.start().ask({ type: "state" })).list.covered).toBe(0);
  });

  test("is told by the browser of pages on hosts with listed paths, and of official ones", async () => {
    const pack = await fakePackage({ hosts: ["evil.example"] });
    const chromium = await browser("chromium", pack, tab(1, "https://ok.example/"));
    const background = chromium.start();
    await enforced(background);
    await inTime(() => expect(chromium.watched.has("begun")).toBe(true));
    background.navigate("begun", { tabId: 1, frameId: 0, url: EVIL });
    await inTime(() => expect(chromium.tabs.open[0]?.url).toBe(`${WARNING}#${EVIL}`));
  });
});

describe("a background in Firefox", () => {
  test("holds the first request until the list is open, then sends documents to the warning and ends the rest", async () => {
    const firefox = await browser("firefox", await fakePackage({ hosts: ["evil.example"] }));
    const background = firefox.start();
    const ask = (url: string, destination: WebRequest["destination"]) =>
      background.gate({ url, tabId: 1, destination, led: false });
    expect(await ask(EVIL, "tab")).toEqual({ redirect: `${WARNING}#${EVIL}` });
    expect(await ask(EVIL, "frame")).toEqual({
      redirect: `${WARNING.replace("warning.html", "notice.html")}#${EVIL}`,
    });
    expect(await ask(EVIL, "subresource")).toBe("cancel");
    expect(await ask("wss://evil.example/ws", "subresource")).toBe("cancel");
    expect(await ask("https://ok.example/", "tab")).toBeNull();
  });

  test("stops the test host in tabs alone, so that no page can use it to find the extension", async () => {
    const firefox = await browser("firefox", await fakePackage({ hosts: ["evil.example"] }));
    const background = firefox.start();
    const url = `https://${TEST_HOST}/`;
    const ask = (destination: WebRequest["destination"]) =>
      background.gate({ url, tabId: 1, destination, led: false });
    expect(await ask("tab")).toEqual({ redirect: `${WARNING}#${url}` });
    expect(await ask("frame")).toBeNull();
    expect(await ask("subresource")).toBeNull();
  });

  test("whose database never opens answers from the package in time, then goes on with a spare one and says so", async () => {
    const firefox = await browser("firefox", await fakePackage({ hosts: ["evil.example"] }));
    vi.spyOn(indexedDB, "open").mockReturnValueOnce(unanswered(IDBOpenDBRequest));
    const background = firefox.start();
    const ask = (url: string) => background.gate({ url, tabId: 1, destination: "tab", led: false });
    const answers = Promise.all([ask(EVIL), ask("https://ok.example/")]);
    firefox.endLimit(ANSWER_LIMIT);
    expect(await answers).toEqual([{ redirect: `${WARNING}#${EVIL}` }, null]);
    expect(firefox.badges.get(null)).toBe("?");

    firefox.endLimit(OPEN_LIMIT);
    const { list } = await background.ask({ type: "state" });
    expect(list).toMatchObject({ problem: { code: "storage" }, entries: 1 });
    expect(await ask(EVIL)).toEqual({ redirect: `${WARNING}#${EVIL}` });
  });

  test("whose list can't be read any more answers from the package in time, and says so", async () => {
    const firefox = await browser("firefox", await fakePackage({ hosts: ["evil.example"] }));
    const background = firefox.start();
    await background.ask({ type: "state" });
    const ask = () => background.gate({ url: EVIL, tabId: 1, destination: "tab", led: false });
    await ask();
    await background.setPolicy({ deny: ["other.example"] });
    vi.spyOn(IDBObjectStore.prototype, "get").mockReturnValue(unanswered(IDBRequest));
    void background.setPolicy({ deny: ["third.example"] });
    const answer = ask();
    await inTime(() => expect(IDBObjectStore.prototype.get).toHaveBeenCalled());
    firefox.endLimit(ANSWER_LIMIT);
    expect(await answer).toEqual({ redirect: `${WARNING}#${EVIL}` });
    vi.restoreAllMocks();
  });
});

describe.each(["chromium", "firefox"] as const)("without access to all sites, %s", (kind) => {
  test("tells so, fails its self-test without opening anything, and mends when access is back", async () => {
    const some = await browser(kind, await fakePackage({ hosts: ["evil.example"] }));
    const background = some.start();
    await enforced(background);
    expect((await background.ask({ type: "self-test" })).code).toBe("TT-OOFOO");
    expect(some.opened).toHaveLength(1);
    expect(await some.tabs.all()).toEqual([]);

    await some.siteAccess.change(false);
    const { list } = await background.ask({ type: "state" });
    expect(list).toMatchObject({ enforced: false, problem: { code: "site-access" } });
    expect((await background.ask({ type: "self-test" })).code).toBe("TT-ORFOO");
    expect(some.opened).toHaveLength(1);
    await inTime(() => expect(some.badges.get(null)).toBe("?"));

    some.tabs.open.push(tab(9, EVIL));
    await some.siteAccess.change(true);
    await enforced(background);
    expect(some.tabs.open.find(({ id }) => id === 9)?.url).toBe(`${WARNING}?after#${EVIL}`);
    expect(some.badges.get(null)).toBe("");
  });
});
