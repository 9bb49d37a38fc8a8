import { beforeEach, describe, expect, test } from "vitest";
import type { PageFacts } from "../../../../../src/core/evidence/page-facts.ts";
import type { PageModel } from "../../../../../src/core/evidence/page-model.ts";
import {
  createFlaggedPages,
  type FlaggedPages,
} from "../../../../../src/extension/background/evidence/flagged-pages.ts";
import { createPageEvidence } from "../../../../../src/extension/background/evidence/page-evidence.ts";
import {
  createOverrides,
  type Overrides,
} from "../../../../../src/extension/background/overrides.ts";
import {
  createPageReports,
  type PageReports,
} from "../../../../../src/extension/background/reports/page-reports.ts";
import { openStore } from "../../../../../src/extension/background/store/store.ts";
import { createBlockedFrames } from "../../../../../src/extension/background/tabs/blocked-frames.ts";
import type { BadgeState } from "../../../../../src/extension/background/tabs/tab-badges.ts";
import { warningAddress } from "../../../../../src/extension/background/tabs/warning-address.ts";
import { createVerdicts } from "../../../../../src/extension/background/verdicts.ts";
import { createQuestionJudge } from "../../../../../src/extension/page-judge/judge-question.ts";
import type { Sender } from "../../../../../src/extension/platform/messages.ts";
import { fakeAlarms, fakeGuards, fakeMemory, fakeTabs } from "../fakes/fake-platform.ts";
import { WARNING } from "../fakes/fake-rules.ts";
import { brand, knowledge, knowledgeSource } from "../fakes/lists.ts";
import { freshDatabase } from "../fakes/workshop.ts";

const SCAM = "https://hoada-xacthuc.example/dang-nhap";
const HOTEL = "https://khachsan.example/";
const RATE = { pages: 1, found: 1 };
/** Weights of this test: a name and a secret are enough to warn, pressure makes it a block. */
const MODEL: PageModel = {
  version: 1,
  trainedOn: "this test",
  measured: { scam: RATE, benignBlocked: RATE, benignWarned: RATE },
  bias: -4,
  warnAt: 0.5,
  blockAt: 0.9,
  weights: {
    "identity:title": 3,
    "ask:password": 2,
    "text:threat": 6,
    "text:urgency": 6,
    "host:strong": 1,
  },
};

let tabs: ReturnType<typeof fakeTabs>;
let guards: ReturnType<typeof fakeGuards>;
let flagged: FlaggedPages;
let overrides: Overrides;
let memory: ReturnType<typeof fakeMemory>;
let marks: [number | null, BadgeState][];
let reports: PageReports;
let fresh: boolean;
/** Of the view that any frame fills. */
let share: number;
/** Frames in whose place the notice stands. */
let replaced: { tabId: number; frameId: number; url: string }[];
/** Whose time each judgement cost. */
let clients: string[];
/** True while every judgement has to be ended. */
let ended: boolean;

beforeEach(async () => {
  freshDatabase();
  fresh = true;
  marks = [];
  tabs = fakeTabs(
    { id: 1, url: SCAM, opener: null },
    { id: 2, url: HOTEL, opener: null },
    { id: 3, url: "https://hoada.example/", opener: null },
    { id: 4, url: "https://allowed.example/", opener: null },
    { id: 5, url: SCAM, opener: null },
  );
  guards = fakeGuards();
  memory = fakeMemory();
  const now = () => 1_000_000;
  const bank = {
    ...brand("Ngân hàng Hoa Đá", ["hoada.example"]),
    aliases: ["nganhanghoada"],
  };
  const known = {
    ...knowledge({ allow: ["allowed.example"], brands: [bank] }),
    pageModel: MODEL,
  };
  const source = knowledgeSource(known);
  flagged = createFlaggedPages({ memory, tabs });
  overrides = createOverrides({
    memory,
    rules: null,
    alarms: fakeAlarms(now),
    tabs,
    store: await openStore(),
    knowledgeSource: source,
    now,
  });
  share = 0.1;
  replaced = [];
  clients = [];
  ended = false;
  const judgeQuestion = createQuestionJudge();
  reports = createPageReports({
    tabs,
    frames: {
      shareOfView: async () => share,
      async warn(tabId, frameId, url) {
        replaced.push({ tabId, frameId, url });
        return true;
      },
    },
    blockedFrames: createBlockedFrames({ memory, tabs }),
    guards,
    verdicts: createVerdicts({ knowledgeSource: source, overrides }),
    overrides,
    evidence: createPageEvidence({
      knowledgeSource: source,
      judgePage: async (question, client) => {
        clients.push(client);
        return ended ? null : judgeQuestion(question);
      },
      careful: async () => !fresh,
    }),
    flagged,
    badges: {
      async mark(tabId, state) {
        marks.push([tabId, state]);
      },
      markAll: async () => undefined,
    },
    look: async () => ({ language: "vi", large: false }),
    warning: warningAddress(WARNING),
  });
});

function page(given: Partial<PageFacts> = {}): PageFacts {
  return {
    address: "https://somewhere-else.example/",
    title: "Ngân hàng Hoa Đá - Đăng nhập",
    headings: [],
    marks: [],
    banner: "Ngân hàng Hoa Đá",
    closing: "",
    fields: [PASSWORD],
    forms: [{ action: "", around: "Đăng nhập" }],
    packages: [],
    linkHosts: [],
    assetHosts: [],
    script: "",
    text: "Đăng nhập Ngân hàng Hoa Đá",
    drawn: "",
    codeLength: 0,
    paragraphs: 0,
    hasArticle: false,
    fieldsOnlyIn: "page",
    ...given,
  };
}
const PASSWORD: PageFacts["fields"][number] = {
  type: "password",
  hint: "password",
  label: "Mật khẩu",
  masked: false,
  disabled: false,
  maxLength: 0,
  form: 0,
};
const THREAT = "Tài khoản của bạn sẽ bị khóa. Xác minh ngay trong 24 giờ!";

const top = (tabId: number, url: string): Sender => ({
  own: false,
  url,
  origin: new URL(url).origin,
  tabId,
  frameId: 0,
  tabUrl: url,
  inPrivate: false,
});
const frame = (tabId: number, url: string, tabUrl: string): Sender => ({
  ...top(tabId, tabUrl),
  url,
  origin: URL.canParse(url) ? new URL(url).origin : "null",
  frameId: 7,
});

describe("a page that evidence speaks against", () => {
  test("gets a banner that names the brand, its real site and the mark of care", async () => {
    await reports.take(page(), top(1, SCAM));
    expect(guards.warned).toMatchObject([
      {
        tabId: 1,
        banner: {
          origin: "https://hoada-xacthuc.example",
          text: "Trang này mang tên Ngân hàng Hoa Đá nhưng không phải trang của Ngân hàng Hoa Đá. Đừng nhập mật khẩu, mã OTP hay số thẻ.",
          real: { label: "Đến trang thật", url: "https://hoada.example/" },
        },
      },
    ]);
    expect(marks).toEqual([[1, "warned"]]);
    expect(await flagged.of(1, SCAM)).toMatchObject({
      level: "warn",
      scope: "page",
      source: "evidence",
    });
  });

  test("gives way to the warning page where a third family of evidence agrees", async () => {
    await reports.take(page({ text: THREAT }), top(1, SCAM));
    expect(guards.left).toEqual([{ tabId: 1, url: SCAM }]);
    expect(guards.warned).toEqual([]);
    expect(await flagged.of(1, `${SCAM}#x`)).toMatchObject({ level: "block" });
  });

  test("is sent to the warning page by the browser where no guard answers any more", async () => {
    guards.there = false;
    await reports.take(page({ text: THREAT }), top(1, SCAM));
    expect(tabs.open[0]?.url).toBe(`${WARNING}?after#${SCAM}`);
  });

  test("costs no other page its place: a tab that has gone on stays where it is", async () => {
    guards.there = false;
    tabs.open[0] = { id: 1, url: HOTEL, opener: null };
    await reports.take(page({ text: THREAT }), top(1, SCAM));
    expect(tabs.open[0]?.url).toBe(HOTEL);
  });

  test("that shouts of viruses is silenced, and all its tabs can be closed at once", async () => {
    await reports.take(page(), top(5, SCAM));
    const text = "Máy tính của bạn đã bị nhiễm virus Trojan!";
    await reports.take(page({ text }), top(1, SCAM));
    expect(guards.warned.map(({ banner }) => banner.closeAll)).toEqual([
      null,
      "Đóng hết các tab của trang này",
    ]);
    expect([...tabs.muted]).toEqual([1]);
  });

  test("is judged by the address that the browser tells, never by the one that it tells itself", async () => {
    await reports.take(page({ address: "https://hoada.example/" }), top(1, SCAM));
    expect(guards.warned).toHaveLength(1);
    await reports.take(page({ address: SCAM }), top(3, "https://hoada.example/"));
    expect(guards.warned).toHaveLength(1);
  });

  test("is left alone where an official site, the agency or the person's own override has spoken", async () => {
    await reports.take(page({ text: THREAT }), top(3, "https://hoada.example/"));
    await reports.take(page({ text: THREAT }), top(4, "https://allowed.example/"));
    await overrides.grant("hoada-xacthuc.example", 1, 10);
    await reports.take(page({ text: THREAT }), top(1, SCAM));
    expect([guards.left, guards.warned, marks]).toEqual([[], [], []]);
  });
});

describe("a page that an override had let be", () => {
  beforeEach(async () => {
    await reports.take(page({ text: THREAT }), top(1, SCAM));
    guards.left.length = 0;
    await overrides.grant("hoada-xacthuc.example", 1, 10);
  });

  test("is left alone while it lasts, and stopped once it has ended", async () => {
    guards.shows.set(1, page({ text: THREAT }));
    await reports.again();
    expect(guards.left).toEqual([]);
    await overrides.revoke("hoada-xacthuc.example");
    await reports.again();
    expect(guards.left).toEqual([{ tabId: 1, url: SCAM }]);
  });

  test("is judged by what it shows then, and by what was known where only a frame shows it", async () => {
    await overrides.revoke("hoada-xacthuc.example");
    guards.shows.set(1, page());
    await reports.again();
    expect([guards.left, guards.warned.length]).toEqual([[], 1]);
    await reports.take(page({ text: THREAT }), top(1, SCAM));
    guards.left.length = 0;
    guards.shows.set(1, page({ fields: [], forms: [] }));
    await reports.again();
    expect(guards.left).toEqual([{ tabId: 1, url: SCAM }]);
  });
});

describe("a page that nothing speaks against", () => {
  test("leaves no trace: no banner, no mark, nothing remembered", async () => {
    const answer = await reports.take(
      page({ title: "Khách sạn", banner: "Khách sạn", text: "Đăng nhập" }),
      top(2, HOTEL),
    );
    expect(answer).toEqual({ ok: true });
    expect([guards.warned, guards.left, marks, [...memory.values.keys()]]).toEqual([
      [],
      [],
      [],
      [],
    ]);
  });

  test("but whose host imitates a brand is warned of while the list is old", async () => {
    const weak = page({ title: "Đăng nhập", banner: "", text: "Đăng nhập" });
    const alike = "https://nganhanghoada-xacthuc.example/";
    tabs.open.push({ id: 6, url: alike, opener: null });
    await reports.take(weak, top(6, alike));
    expect(guards.warned).toEqual([]);
    fresh = false;
    await reports.take(weak, top(6, alike));
    expect(guards.warned).toMatchObject([{ tabId: 6 }]);
  });
});

describe("a frame of the page's own", () => {
  const asks = page({ title: "", banner: "", text: "Đăng nhập" });
  const frameless = page({ fields: [], forms: [] });
  const made = (url: string): Sender => ({
    ...frame(1, url, SCAM),
    origin: new URL(SCAM).origin,
  });

  test("that has no address counts for the page around it", async () => {
    guards.shows.set(1, frameless);
    await reports.take(asks, made("about:srcdoc"));
    expect(guards.warned).toMatchObject([{ tabId: 1, banner: { ofFrame: false } }]);
  });

  test("counts for the page also from another host of the same site", async () => {
    guards.shows.set(1, frameless);
    await reports.take(asks, frame(1, "https://form.hoada-xacthuc.example/", SCAM));
    expect(guards.warned).toMatchObject([{ tabId: 1, banner: { ofFrame: false } }]);
  });
});

describe("a frame of another site that fills most of the view", () => {
  beforeEach(() => {
    share = 0.9;
  });

  test("counts for the page around it", async () => {
    guards.shows.set(1, page({ fields: [], forms: [] }));
    const asks = page({ title: "", banner: "", text: "Đăng nhập" });
    await reports.take(asks, frame(1, "https://form.example/x", SCAM));
    expect(guards.warned).toMatchObject([{ tabId: 1 }]);
    expect(await flagged.of(1, SCAM)).not.toBeNull();
  });

  test("is judged by itself where the page around it says nothing, or not what a page can say", async () => {
    guards.shows.set(2, { title: 7 });
    await reports.take(page(), frame(2, SCAM, HOTEL));
    expect(guards.warned).toMatchObject([
      { tabId: 2, banner: { origin: "https://khachsan.example" } },
    ]);
  });
});

describe("a frame of another site in a page", () => {
  const steals = page({ text: THREAT });

  test("gives way to the notice, and leaves the honest page around it", async () => {
    guards.shows.set(2, page({ title: "Khách sạn", banner: "", fields: [], forms: [] }));
    await reports.take(steals, frame(2, SCAM, HOTEL));
    expect(replaced).toEqual([{ tabId: 2, frameId: 7, url: SCAM }]);
    expect([guards.left, guards.warned, await flagged.of(2, HOTEL)]).toEqual([[], [], null]);
    expect(marks).toEqual([[2, "warned"]]);
  });

  test("gives way to the notice where a sandbox keeps its origin from it", async () => {
    await reports.take(steals, frame(2, "about:srcdoc", HOTEL));
    expect(replaced).toEqual([{ tabId: 2, frameId: 7, url: HOTEL }]);
    expect(guards.left).toEqual([]);
  });

  test("gives way in an official page too, whose address does not vouch for it", async () => {
    const mail = "https://hoada.example/";
    const other = page({ title: "Ngân hàng Đất Sét", text: THREAT });
    await reports.take(other, frame(3, "about:srcdoc", mail));
    expect(replaced).toEqual([]);
    await reports.take(steals, frame(3, SCAM, mail));
    expect(replaced).toEqual([{ tabId: 3, frameId: 7, url: SCAM }]);
  });

  test("is no double of the official page around it, whose name it does not bear itself", async () => {
    const mail = "https://hoada.example/";
    guards.shows.set(3, page({ fields: [], forms: [] }));
    const vendor = page({ title: "Khảo sát", banner: "", text: "Đăng nhập" });
    await reports.take(vendor, frame(3, "https://khaosat.example/", mail));
    await reports.take(page(), frame(3, "about:srcdoc", mail));
    expect([replaced, guards.warned]).toEqual([[], []]);
  });

  test("shows a banner of its own where evidence is thinner", async () => {
    await reports.take(page(), frame(2, SCAM, HOTEL));
    expect(guards.warned).toMatchObject([
      { tabId: 2, frameId: 7, banner: { ofFrame: true, origin: new URL(SCAM).origin } },
    ]);
    expect(replaced).toEqual([]);
  });

  test("gives way to the notice if it hides that banner, and to nothing where it was closed", async () => {
    const sender = frame(2, SCAM, HOTEL);
    await reports.banner("dismissed", sender);
    expect(replaced).toEqual([]);
    await reports.banner("removed", sender);
    expect(replaced).toEqual([{ tabId: 2, frameId: 7, url: SCAM }]);
  });

  test.each(["removed", "leave", "close-all"] as const)(
    "can bring about nothing but its own end (%s)",
    async (event) => {
      await reports.banner(event, frame(2, SCAM, HOTEL));
      expect(replaced).toHaveLength(1);
      expect([tabs.open.length, guards.left]).toEqual([5, []]);
    },
  );

  test("of a known organisation may ask for what it likes", async () => {
    guards.shows.set(1, page({ fields: [], forms: [] }));
    await reports.take(page(), frame(1, "https://hoada.example/login", SCAM));
    expect([guards.warned, replaced]).toEqual([[], []]);
  });

  test("is left alone in a page that the agency allows", async () => {
    await reports.take(steals, frame(4, SCAM, "https://allowed.example/"));
    expect([guards.warned, replaced]).toEqual([[], []]);
  });

  test("does not use up the time in which the page around it can be judged", async () => {
    await reports.take(steals, frame(2, SCAM, HOTEL));
    await reports.take(page(), top(2, HOTEL));
    expect(new Set(clients.slice(0, -1))).not.toContain(clients.at(-1));
  });
});

describe("a page whose judgement had to be ended", () => {
  test("is said to be unchecked, and what is typed there is held", async () => {
    ended = true;
    await reports.take(page(), top(2, HOTEL));
    expect(guards.warned).toMatchObject([
      {
        tabId: 2,
        banner: {
          text: "Tỉnh Táo không kiểm tra được trang này. Đừng nhập mật khẩu, mã OTP hay số thẻ.",
        },
      },
    ]);
    expect((await flagged.of(2, HOTEL))?.reasons).toEqual([{ code: "page-unchecked" }]);
    expect(marks).toEqual([[2, "warned"]]);
  });
});

describe("a banner", () => {
  beforeEach(() => reports.take(page(), top(1, SCAM)));

  test("that was closed is not shown again on this site in this tab, but in another", async () => {
    await reports.banner("dismissed", top(1, SCAM));
    await reports.take(page(), top(1, SCAM));
    await reports.take(page(), top(5, SCAM));
    const warned = guards.warned.map(({ tabId, banner }) => [tabId, banner.quiet]);
    expect(warned).toEqual([
      [1, false],
      [1, true],
      [5, false],
    ]);
  });

  test("that was closed does not keep a worse page of that site from being stopped", async () => {
    await reports.banner("dismissed", top(1, SCAM));
    await reports.take(page({ text: THREAT }), top(1, SCAM));
    expect(guards.left).toHaveLength(1);
  });

  test("that the page took away brings the warning page", async () => {
    await reports.banner("removed", top(1, SCAM));
    expect(guards.left).toEqual([{ tabId: 1, url: SCAM }]);
  });

  test("closes the tab, or all tabs of that site", async () => {
    await reports.banner("leave", top(1, SCAM));
    expect(tabs.open.map(({ id }) => id)).toEqual([2, 3, 4, 5]);
    await reports.take(page(), top(5, SCAM));
    tabs.open.push({ id: 8, url: "https://hoada-xacthuc.example/khac", opener: null });
    // Alarms come back from one sub-domain after the other.
    tabs.open.push({ id: 9, url: "http://x7.hoada-xacthuc.example:8080/", opener: null });
    await reports.banner("close-all", top(5, SCAM));
    expect(tabs.open.map(({ id }) => id)).toEqual([2, 3, 4]);
  });

  test.each(["removed", "leave", "close-all"] as const)(
    "of which nobody knows does nothing (%s)",
    async (event) => {
      expect(await reports.banner(event, top(2, HOTEL))).toBeUndefined();
      expect(await reports.banner(event, top(1, HOTEL))).toBeUndefined();
      expect([tabs.open.length, guards.left]).toEqual([5, []]);
    },
  );
});

test("what was found is forgotten once the tab shows another site", async () => {
  await reports.take(page(), top(1, SCAM));
  tabs.open[0] = { id: 1, url: HOTEL, opener: null };
  await flagged.tidy();
  expect(memory.values.get("flagged-pages")).toEqual([]);
});
