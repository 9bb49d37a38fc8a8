import { beforeEach, describe, expect, test } from "vitest";
import { DEFAULT_POLICY, type Policy } from "../../../../src/core/policy/policy.ts";
import type { SomeSettings } from "../../../../src/core/settings/settings.ts";
import { settingsInForce } from "../../../../src/core/settings/settings-in-force.ts";
import type { Verdict } from "../../../../src/core/verdict/verdict.ts";
import {
  createFlaggedPages,
  type FlaggedPages,
} from "../../../../src/extension/background/evidence/flagged-pages.ts";
import { createOverrides } from "../../../../src/extension/background/overrides.ts";
import { createRouter } from "../../../../src/extension/background/router.ts";
import { openStore, type Store } from "../../../../src/extension/background/store/store.ts";
import { createBlockHistory } from "../../../../src/extension/background/tabs/block-history.ts";
import { createBlockedFrames } from "../../../../src/extension/background/tabs/blocked-frames.ts";
import type { BadgeState } from "../../../../src/extension/background/tabs/tab-badges.ts";
import { warningAddress } from "../../../../src/extension/background/tabs/warning-address.ts";
import type { ContentSource } from "../../../../src/extension/background/told/content-source.ts";
import { createVerdicts } from "../../../../src/extension/background/verdicts.ts";
import type { Answer } from "../../../../src/extension/messages.ts";
import type { Sender } from "../../../../src/extension/platform/messages.ts";
import { inTime } from "../../in-time.ts";
import { fakeAlarms, fakeMemory, fakeTabs } from "./fakes/fake-platform.ts";
import { WARNING } from "./fakes/fake-rules.ts";
import { brand, knowledge } from "./fakes/lists.ts";
import { freshDatabase } from "./fakes/workshop.ts";

const EVIL = "https://evil.example/dang-nhap";
const TOLD = { version: 1, alerts: [], sources: [] };
const SELECTION = "0b7ae1f4-3c1c-4c43-9d0a-0f5b3f2d5a10";
const POPUP = WARNING.replace("warning.html", "popup.html");

let policy: Policy;
let tabs: ReturnType<typeof fakeTabs>;
let marks: [number | null, BadgeState][];
let notices: [number, string][];
let frames: ReturnType<typeof createBlockedFrames>;
let cleared: string[];
let told: string[];
let questions: unknown[];
/** Tabs that a page led to the warning page. */
let ledTo: Set<number>;
let flagged: FlaggedPages;
let store: Store;
let chosen: SomeSettings;
let route: (message: unknown, sender: Sender) => Promise<unknown>;

beforeEach(async () => {
  freshDatabase();
  policy = DEFAULT_POLICY;
  marks = [];
  notices = [];
  cleared = [];
  told = [];
  questions = [];
  ledTo = new Set();
  tabs = fakeTabs(
    { id: 1, url: `${WARNING}#${EVIL}`, opener: null },
    { id: 2, url: `${WARNING}#${EVIL}`, opener: 1 },
    { id: 3, url: "https://bank.example/", opener: null },
    { id: 4, url: "chrome://settings/", opener: null },
  );
  const known = knowledge({
    hosts: ["evil.example"],
    paths: ["chung.example/qua"],
    deny: ["denied.example"],
    brands: [brand("Ngân hàng", ["bank.example"])],
  });
  const memory = fakeMemory();
  flagged = createFlaggedPages({ memory, tabs });
  frames = createBlockedFrames({ memory, tabs });
  store = await openStore();
  chosen = {};
  const now = () => 1_000_000;
  const overrides = createOverrides({
    memory,
    rules: null,
    alarms: fakeAlarms(now),
    tabs,
    store,
    knowledgeSource: { current: async () => ({ knowledge: known }) },
    now,
  });
  const opened = { knowledge: known, policy, artifacts: [], damage: null, damaged: [] };
  const never = () => Promise.reject(new Error("not asked here"));
  route = createRouter({
    tabs,
    overrides,
    initiators: { isPage: (tabId) => ledTo.has(tabId) },
    verdicts: createVerdicts({
      knowledgeSource: { current: async () => opened, forget: () => undefined },
      overrides,
    }),
    frames,
    frameNotices: {
      async note(tabId, url) {
        notices.push([tabId, url]);
      },
    },
    flagged,
    pages: { take: never, again: never, banner: never },
    badges: {
      async mark(tabId, state) {
        marks.push([tabId, state]);
      },
      markAll: async () => undefined,
    },
    policy: { current: async () => policy, problems: async () => [], refresh: async () => false },
    settings: { current: never, save: never },
    store,
    history: createBlockHistory({
      store,
      settings: { current: async () => settingsInForce(chosen, policy) },
      now,
    }),
    content: {
      read: (async () => ({ content: TOLD, damage: null })) as unknown as ContentSource["read"],
    },
    check: async (subject) => {
      questions.push(subject);
      return { as: "address", answer: { ok: false, problem: "empty" } };
    },
    checkWindow: { open: never },
    selections: { take: (id) => (id === SELECTION ? { text: "0912", isPrivate: false } : null) },
    awareness: { now: never, markShown: async (keys) => void told.push(...keys) },
    warning: warningAddress(WARNING),
    reports: {
      add: never,
      all: never,
      waiting: never,
      send: never,
      hasRoom: never,
      takeDecisions: never,
      seen: never,
    },
    state: never,
    selfTest: never,
    update: never,
    pause: async () => undefined,
    scanEarly: async () => undefined,
    clearHost: async (url) => {
      cleared.push(url);
    },
    sweep: async () => undefined,
  });
});

const own = (url: string, tabId: number | null, frameId: number | null = 0): Sender => ({
  own: true,
  url,
  origin: null,
  tabId,
  frameId,
  tabUrl: null,
  inPrivate: false,
});
const warningIn = (tabId: number, url = EVIL) => own(`${WARNING}#${url}`, tabId);
const content = (
  url: string,
  tabId: number,
  frameId = 0,
  origin: string | null = null,
): Sender => ({
  own: false,
  url,
  origin,
  tabId,
  frameId,
  tabUrl: null,
  inPrivate: false,
});

describe("a message", () => {
  test.each([
    null,
    7,
    "state",
    {},
    { type: "none" },
    { type: "verdict" },
    { type: "override", url: 1 },
  ])("that is malformed (%j) gets no answer", async (message) => {
    expect(await route(message, own(POPUP, null))).toBeUndefined();
  });

  test.each([
    { type: "state" },
    { type: "verdict", url: EVIL },
    { type: "override", url: EVIL },
    { type: "revoke-override", entry: "evil.example" },
  ])("of a page's content script (%j) gets no answer", async (message) => {
    expect(await route(message, content(`${WARNING}#${EVIL}`, 1))).toBeUndefined();
  });

  test("for what people are told is answered to the extension's own pages alone", async () => {
    const request = { type: "content", kind: "alerts" };
    expect(await route(request, own(POPUP, null))).toEqual({ content: TOLD, damage: null });
    expect(await route(request, content("https://evil.example/", 1))).toBeUndefined();
    expect(await route({ type: "content", kind: "blocklist" }, own(POPUP, null))).toBeUndefined();
  });

  test("of what was shown is taken from the extension's own pages alone", async () => {
    const request = { type: "awareness-shown", keys: ["tip-w48@2026"] };
    expect(await route(request, content("https://evil.example/", 1))).toBeUndefined();
    expect(told).toEqual([]);
    expect(await route(request, own(POPUP, null))).toEqual({ ok: true });
    expect(told).toEqual(["tip-w48@2026"]);
  });

  test("about an address, a number or a message is taken from the extension's own pages alone", async () => {
    const subject = { as: "phone", number: "0912345678" };
    const request = { type: "check", subject };
    expect(await route(request, content("https://evil.example/", 1))).toBeUndefined();
    expect(questions).toEqual([]);
    expect(await route(request, own(POPUP, null))).toMatchObject({ as: "address" });
    expect(questions).toEqual([subject]);
  });

  test.each([
    { as: "phone", number: "0912 345 678" },
    { as: "account", number: "<b>", bank: null },
    { as: "message", text: "x".repeat(8_002) },
    { as: "picture" },
  ])("about what nobody can ask gets no answer: %j", async (subject) => {
    expect(await route({ type: "check", subject }, own(POPUP, null))).toBeUndefined();
    expect(questions).toEqual([]);
  });

  test("for the text that is to be checked is answered to the extension's own pages alone", async () => {
    const request = { type: "take-selection", id: SELECTION };
    expect(await route(request, content("https://evil.example/", 1))).toBeUndefined();
    expect(await route(request, own(POPUP, null))).toEqual({
      selection: { text: "0912", isPrivate: false },
    });
  });

  test("of the shield is taken from content scripts alone", async () => {
    expect(await route({ type: "shield" }, warningIn(1))).toBeUndefined();
  });
});

describe("going on", () => {
  test("is granted to the warning page of that very address", async () => {
    const answer = await route({ type: "override", url: EVIL }, warningIn(1));
    expect(answer).toEqual({ ok: true, until: 1_000_000 + 600_000 });
  });

  test.each([
    ["the popup", () => own(POPUP, 1)],
    ["a warning page in a frame", () => own(`${WARNING}#${EVIL}`, 1, 4)],
    ["a warning page outside tabs", () => own(`${WARNING}#${EVIL}`, null, null)],
    ["the warning page of another address", () => warningIn(1, "https://other.example/")],
  ])("is refused to %s", async (_, sender) => {
    const answer = await route({ type: "override", url: EVIL }, sender());
    expect(answer).toEqual({ ok: false, problem: "sender" });
  });

  test("is refused for a host that is not listed, though a page was made to say so", async () => {
    const url = "https://bank.example/";
    const answer = await route({ type: "override", url }, warningIn(1, url));
    expect(answer).toEqual({ ok: false, problem: "not-blocked" });
  });

  test("is refused where policy locks it, and for what an agency denies", async () => {
    const url = "https://denied.example/";
    expect(await route({ type: "override", url }, warningIn(1, url))).toEqual({
      ok: false,
      problem: "locked",
    });
    policy = { ...policy, overrideAllowed: false };
    expect(await route({ type: "override", url: EVIL }, warningIn(1))).toEqual({
      ok: false,
      problem: "locked",
    });
  });

  test("is shared by a tab that was opened from the one it holds in", async () => {
    await route({ type: "override", url: EVIL }, warningIn(1));
    ledTo.add(2);
    await route({ type: "verdict", url: EVIL }, warningIn(2));
    expect(await tabs.get(2)).toMatchObject({ url: EVIL });
  });

  test("is not shared by a tab that was opened beside it and where the address was typed", async () => {
    await route({ type: "override", url: EVIL }, warningIn(1));
    await route({ type: "verdict", url: EVIL }, warningIn(2));
    expect(await tabs.get(2)).toMatchObject({ url: `${WARNING}#${EVIL}` });
  });

  test("can be revoked", async () => {
    await route({ type: "override", url: EVIL }, warningIn(1));
    await route({ type: "revoke-override", entry: "evil.example" }, own(POPUP, null));
    expect(await route({ type: "overrides" }, own(POPUP, null))).toEqual([]);
  });
});

describe("the shield", () => {
  test("is lifted on a page that is not listed", async () => {
    expect(await route({ type: "shield" }, content("https://bank.example/", 3))).toEqual({
      action: "reveal",
    });
  });

  test("spares a host further questions where its service worker gave the page out, but not for a private window", async () => {
    const fromWorker = { type: "shield", fromWorker: true };
    const bank = content("https://bank.example/", 3);
    await route({ type: "shield" }, bank);
    await route(fromWorker, { ...bank, inPrivate: true });
    await route(fromWorker, content(EVIL, 3));
    expect(cleared).toEqual([]);
    await route(fromWorker, bank);
    expect(cleared).toEqual(["https://bank.example/"]);
  });

  test("stays on a listed page, whose tab is sent to the warning", async () => {
    await tabs.go(3, EVIL);
    expect(await route({ type: "shield" }, content(EVIL, 3))).toEqual({
      action: "warn",
      url: EVIL,
    });
    await inTime(async () =>
      expect(await tabs.get(3)).toMatchObject({ url: `${WARNING}?after#${EVIL}` }),
    );
    expect(cleared).toEqual([]);
  });

  test("leaves a tab alone that went on by itself meanwhile", async () => {
    await tabs.go(3, `${WARNING}#${EVIL}?from=guard`);
    expect(await route({ type: "shield" }, content(EVIL, 3))).toEqual({
      action: "warn",
      url: EVIL,
    });
    await new Promise((next) => setTimeout(next));
    expect(await tabs.get(3)).toMatchObject({ url: `${WARNING}#${EVIL}?from=guard` });
  });

  test("stays on a listed frame, which is noted and whose tab stays", async () => {
    expect(await route({ type: "shield" }, content(EVIL, 3, 5))).toEqual({
      action: "warn",
      url: EVIL,
    });
    expect(await tabs.get(3)).toMatchObject({ url: "https://bank.example/" });
    expect(notices).toEqual([[3, EVIL]]);
  });

  test("stays on a page that has changed its address to a listed one, which no page can say of another host", async () => {
    const came = content("https://chung.example/", 3);
    const now = { type: "shield", url: "https://chung.example/qua" };
    await tabs.go(3, now.url);
    expect(await route(now, came)).toEqual({ action: "warn", url: now.url });
    await inTime(async () =>
      expect(await tabs.get(3)).toMatchObject({ url: `${WARNING}?after#${now.url}` }),
    );
    expect(await route({ type: "shield", url: EVIL }, came)).toEqual({ action: "reveal" });
    expect(await route({ type: "shield", url: "https://bank.example/" }, content(EVIL, 3))).toEqual(
      { action: "warn", url: EVIL },
    );
  });

  test("judges a document without an address by who made it", async () => {
    const blank = content("about:blank", 3, 0, "https://evil.example");
    expect(await route({ type: "shield" }, blank)).toEqual({
      action: "warn",
      url: "https://evil.example",
    });
    expect(await route({ type: "shield" }, content("about:blank", 3, 0, "null"))).toEqual({
      action: "reveal",
    });
  });

  test("is lifted on a listed page that the person went on to", async () => {
    await route({ type: "override", url: EVIL }, warningIn(1));
    expect(await route({ type: "shield", fromWorker: true }, content(EVIL, 1))).toEqual({
      action: "reveal",
    });
    // Other tabs may not show it.
    expect(cleared).toEqual([]);
  });
});

describe("what a tab shows", () => {
  const verdictOf = (tabId: number) => route({ type: "tab-verdict", tabId }, own(POPUP, null));

  test("is what it was kept from showing, on the warning page", async () => {
    expect(await verdictOf(1)).toMatchObject({ url: EVIL, verdict: { level: "block" } });
  });

  test("is nothing for a page of the browser or a tab that is gone", async () => {
    const nothing = { url: null, verdict: null, blockedFrames: [] };
    expect([await verdictOf(4), await verdictOf(99)]).toEqual([nothing, nothing]);
  });

  test("comes with the blocked frames in it, until it goes on to another page", async () => {
    await frames.add(3, EVIL);
    expect(await verdictOf(3)).toMatchObject({
      verdict: { level: "official" },
      blockedFrames: [EVIL],
    });
    const tab = tabs.open.find(({ id }) => id === 3);
    if (tab) tab.url = "https://other.example/";
    expect(await verdictOf(3)).toMatchObject({ blockedFrames: [] });
  });
});

describe("a page that evidence speaks against", () => {
  const SEEN = "https://hoada-xacthuc.example/dang-nhap";
  const VERDICT: Verdict = {
    level: "warn",
    scope: "page",
    source: "evidence",
    reasons: [{ code: "page-identity", name: "Ngân hàng" }],
    brand: "Ngân hàng",
    feedVersion: 1,
  };

  beforeEach(async () => {
    tabs.open[2] = { id: 3, url: SEEN, opener: null };
    await flagged.note(3, SEEN, VERDICT);
  });

  test("is shown with its reasons by the popup of that tab", async () => {
    const request = { type: "tab-verdict", tabId: 3 };
    expect(await route(request, own(POPUP, null))).toMatchObject({ url: SEEN, verdict: VERDICT });
  });

  test("is known to the warning page in that tab for that very address, and to no other", async () => {
    tabs.open[2] = { id: 3, url: `${WARNING}#${SEEN}`, opener: null };
    const request = { type: "verdict", url: SEEN };
    expect(await route(request, warningIn(3, SEEN))).toEqual({ ok: true, verdict: VERDICT });
    for (const [url, sender] of [
      [SEEN, warningIn(2, SEEN)],
      [SEEN, own(POPUP, null)],
      [SEEN, own(`${WARNING}#${SEEN}`, 3, 5)],
      [`${SEEN}/khac`, warningIn(3, `${SEEN}/khac`)],
    ] as const) {
      const answer = await route({ type: "verdict", url }, sender);
      expect(answer).toMatchObject({ ok: true, verdict: { level: "none" } });
    }
  });

  test("can be gone on to from its warning page, in that tab alone", async () => {
    tabs.open[2] = { id: 3, url: `${WARNING}#${SEEN}`, opener: null };
    const request = { type: "override", url: SEEN };
    expect(await route(request, warningIn(2, SEEN))).toMatchObject({ problem: "not-blocked" });
    expect(await route(request, warningIn(3, SEEN))).toMatchObject({ ok: true });
    expect(await route({ type: "overrides" }, own(POPUP, null))).toMatchObject([
      { entry: "hoada-xacthuc.example", tabId: 3 },
    ]);
  });

  test("can't be made up by a page: what a guard sends is taken from content scripts alone", async () => {
    expect(await route({ type: "banner", event: "leave" }, own(POPUP, 3))).toBeUndefined();
    expect(await route({ type: "page-facts", facts: {} }, content(SEEN, 3))).toBeUndefined();
  });
});

describe("the history", () => {
  const ask = (sender: Sender) => route({ type: "verdict", url: EVIL }, sender);
  /** What was blocked, once the note of it is written. */
  const blocked = () =>
    inTime(async () => {
      const { blocked: visits } = (await route(
        { type: "history" },
        own(POPUP, null),
      )) as Answer<"history">;
      expect(visits).not.toEqual([]);
      return visits;
    });
  const nothing = async () => {
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(await store.blocked.all()).toEqual([]);
  };

  test("tells what was blocked and why, the same page once", async () => {
    await ask(warningIn(1));
    await blocked();
    await ask(warningIn(1));
    await inTime(async () => expect((await blocked())[0]?.times).toBe(2));
    expect(await blocked()).toMatchObject([
      { host: "evil.example", frame: false, at: 1_000_000, verdict: { source: "host-list" } },
    ]);
  });

  test("knows nothing of what was only checked, or opened in a private window", async () => {
    await ask(own(POPUP, null));
    await ask({ ...warningIn(1), inPrivate: true });
    await nothing();
  });

  test("is not kept where the person does not want it", async () => {
    chosen = { keepHistory: false };
    await ask(warningIn(1));
    await nothing();
  });

  test("is forgotten when the person says so, with where he went on", async () => {
    await ask(warningIn(1));
    await route({ type: "override", url: EVIL }, warningIn(1));
    await blocked();
    await route({ type: "clear-history" }, own(POPUP, null));
    expect(await route({ type: "history" }, own(POPUP, null))).toEqual({
      blocked: [],
      goneOn: [],
      lists: [],
    });
  });

  test("is for the extension's own pages alone", async () => {
    for (const type of ["history", "clear-history", "settings"]) {
      expect(await route({ type }, content("https://evil.example/", 1))).toBeUndefined();
    }
    const save = { type: "save-settings", changes: { language: "en" } };
    expect(await route(save, content("https://evil.example/", 1))).toBeUndefined();
  });
});
