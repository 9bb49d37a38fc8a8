import { beforeEach, describe, expect, test } from "vitest";
import { FeedError } from "../../../../../src/core/feed/feed-error.ts";
import { installPackaged } from "../../../../../src/extension/background/lists/install-packaged.ts";
import type { PackagedArtifact } from "../../../../../src/extension/background/lists/packaged-feed.ts";
import { createSync, SYNC_ALARM } from "../../../../../src/extension/background/lists/sync.ts";
import type { PolicySource } from "../../../../../src/extension/background/policy-source.ts";
import {
  type ContentSource,
  createContentSource,
} from "../../../../../src/extension/background/told/content-source.ts";
import { storedDecisions } from "../../../../../src/extension/background/told/stored-decisions.ts";
import { updateContent } from "../../../../../src/extension/background/told/update-content.ts";
import type { SyncProblem } from "../../../../../src/extension/messages.ts";
import { type FakeFeed, fakeFeed, gunzip } from "../fakes/fake-feed.ts";
import { fakeAlarms } from "../fakes/fake-platform.ts";
import { brand, sha256 } from "../fakes/lists.ts";
import { openWorkshop, type Workshop } from "../fakes/workshop.ts";

const MINUTE = 60_000;
const LIST = "blocklist/scam.ttb.gz";
const RATE = { pages: 1, found: 1 };
const MODEL = {
  version: 1,
  trainedOn: "a test",
  measured: { scam: RATE, benignBlocked: RATE, benignWarned: RATE },
  bias: -6,
  warnAt: 0.5,
  blockAt: 0.7,
  weights: { "ask:otp": 2 },
};

const ALERT = {
  id: "alert-1",
  date: "2026-11-01",
  title: { vi: "Thử", en: "A test" },
  body: { vi: "Thử", en: "A test" },
  issuer: { vi: "Thử", en: "A test" },
  validUntil: "2026-12-01",
  severity: "urgent",
};
const alerts = (...ids: string[]) => ({
  version: 1,
  alerts: ids.map((id) => ({ ...ALERT, id })),
  sources: [],
});
/** The package's own alerts, older than any feed's. */
const PACKAGE: PackagedArtifact[] = [
  {
    about: {
      path: "alerts.json.gz",
      kind: "alerts",
      category: null,
      sha256: "0".repeat(64),
      count: 1,
      made: 0,
      origin: "package",
    },
    read: async () => new TextEncoder().encode(JSON.stringify(alerts("packaged"))),
  },
];

let shop: Workshop;
let feed: FakeFeed;
let alarms: ReturnType<typeof fakeAlarms>;
let problem: SyncProblem | null;
let changes: number;
/** What had been downloaded when the new lists were taken up. */
let downloadsBefore: string[];
let contents: ContentSource;

beforeEach(async () => {
  shop = await openWorkshop();
  feed = fakeFeed(shop.now + 7 * 24 * 60 * MINUTE);
  alarms = fakeAlarms(() => shop.now);
  problem = null;
  changes = 0;
  downloadsBefore = [];
  contents = createContentSource({ store: shop.store, packaged: async () => PACKAGE });
});

function sync(feedId = "feed", store = shop.store) {
  return createSync({
    store: shop.store,
    alarms,
    policy: async () => shop.policy,
    feed: async () => ({ id: feedId, client: feed.client }),
    gunzip,
    sha256,
    now: () => shop.now,
    random: () => 0.5,
    damaged: async () => (await shop.knowledgeSource.current()).damaged,
    async updateContent(client, trusted) {
      const damaged = contents.damaged();
      await updateContent({ store, client, gunzip, sha256, damaged }, trusted);
    },
    async onChange() {
      downloadsBefore = [...feed.downloads];
      shop.knowledgeSource.forget();
      changes++;
    },
    onProblem(next) {
      problem = next;
    },
  });
}

const minutesToNextPoll = () => ((alarms.at.get(SYNC_ALARM) ?? 0) - shop.now) / MINUTE;

async function lists(host: string): Promise<boolean> {
  const { knowledge } = await shop.knowledgeSource.current();
  return knowledge.hosts.some(({ list }) => list.covering(host) !== null);
}

describe("a sync", () => {
  test("brings the feed's lists and says when it was confirmed", async () => {
    feed.publish({ blocklist: ["evil.example"] });
    await sync().update();
    expect(await lists("evil.example")).toBe(true);
    const { feed: confirmed } = await shop.store.state();
    expect(confirmed).toMatchObject({ version: 1, confirmedAt: shop.now, expires: feed.expires });
    expect(changes).toBe(1);
  });

  test("downloads nothing when nothing changed, and still confirms", async () => {
    feed.publish({ blocklist: ["evil.example"] });
    await sync().update();
    feed.downloads.length = 0;
    shop.now += 15 * MINUTE;
    await sync().update();
    expect(feed.downloads).toEqual([]);
    expect((await shop.store.state()).feed?.confirmedAt).toBe(shop.now);
    expect(changes).toBe(1);
  });

  test("takes weights of evidence that it can't read for no reason to do without the lists", async () => {
    feed.publish({ blocklist: ["evil.example"] }, { model: MODEL });
    await sync().update();
    feed.publish({ blocklist: ["evil.example", "worse.example"] }, { model: { version: 2 } });
    await sync().update();
    expect(problem).toBeNull();
    expect(await lists("worse.example")).toBe(true);
    expect((await shop.knowledgeSource.current()).knowledge.pageModel).toEqual(MODEL);
  });

  test("keeps the weights of evidence that it has where the feed brings none", async () => {
    feed.publish({ blocklist: ["evil.example"] }, { model: MODEL });
    await sync().update();
    feed.publish({ blocklist: ["worse.example"] });
    await sync().update();
    await sync().update();
    expect((await shop.knowledgeSource.current()).knowledge.pageModel).toEqual(MODEL);
    expect(changes).toBe(2);
  });

  test("takes a delta, and notes the names that came and went beside the new list", async () => {
    const many = Array.from({ length: 500 }, (_, i) => `trang-${i}.example`);
    feed.publish({ blocklist: [...many, "old.example"] });
    await sync().update();
    const [before] = (await shop.store.state()).artifacts;
    feed.publish({ blocklist: [...many, "new.example"] });
    feed.downloads.length = 0;
    await sync().update();
    expect(feed.downloads).toEqual([expect.stringContaining("deltas/")]);
    expect([await lists("new.example"), await lists("old.example")]).toEqual([true, false]);
    const drift = await shop.store.drift();
    const [after] = (await shop.store.state()).artifacts;
    expect([...drift.hosts].sort()).toEqual(["new.example", "old.example"]);
    expect(drift.heads).toEqual({ [LIST]: { from: before?.sha256, to: after?.sha256 } });
  });

  test("falls back to the whole list when the delta is damaged", async () => {
    const many = Array.from({ length: 500 }, (_, i) => `trang-${i}.example`);
    feed.publish({ blocklist: many });
    await sync().update();
    feed.publish({ blocklist: [...many, "new.example"] });
    const delta = [...(await feed.client.refresh()).targets.keys()].find((p) =>
      p.startsWith("deltas/"),
    );
    feed.tamper.set(delta ?? "", new Uint8Array([1, 2, 3]));
    await sync().update();
    expect(problem).toBeNull();
    expect(await lists("new.example")).toBe(true);
  });

  test.each(["forged", "rolled-back", "expired", "offline", "too-large"] as const)(
    "that fails (%s) leaves the list as it was and says why",
    async (code) => {
      feed.publish({ blocklist: ["evil.example"] });
      await sync().update();
      feed.failRefresh = new FeedError(code, "timestamp: bad");
      await sync().update();
      expect(problem).toMatchObject({ code, detail: "timestamp: bad" });
      expect((await shop.store.state()).sync).toMatchObject({ failures: 1, problem: { code } });
      expect(await lists("evil.example")).toBe(true);
    },
  );

  test("takes nothing of an update in which one list can't be read", async () => {
    feed.publish({ blocklist: ["evil.example"], paths: ["a.example/x"] });
    await sync().update();
    const before = await shop.store.state();
    feed.publish({ blocklist: ["new.example"], paths: ["a.example/y"] });
    for (const path of (await feed.client.refresh()).targets.keys()) {
      if (path.includes("paths/")) feed.tamper.set(path, new Uint8Array([1, 2, 3]));
    }
    await sync().update();
    expect(problem?.code).toBe("damaged");
    expect((await shop.store.state()).artifacts).toEqual(before.artifacts);
    expect([await lists("evil.example"), await lists("new.example")]).toEqual([true, false]);
  });

  test("refuses brands that do not keep to their schema", async () => {
    feed.publish(
      { blocklist: ["evil.example"] },
      { brands: { version: 1, brands: [{ name: "" }] } },
    );
    await sync().update();
    expect(problem?.code).toBe("damaged");
    expect((await shop.store.state()).artifacts).toEqual([]);
  });

  test("on a full disk leaves the old list whole and says so", async () => {
    feed.publish({ blocklist: ["evil.example"] });
    await sync().update();
    feed.publish({ blocklist: ["new.example"] });
    const { commit } = shop.store;
    shop.store.commit = () => Promise.reject(new DOMException("full", "QuotaExceededError"));
    await sync().update();
    expect(problem?.code).toBe("disk-full");
    shop.store.commit = commit;
    await shop.kill();
    expect([await lists("evil.example"), await lists("new.example")]).toEqual([true, false]);
  });

  test("fetches a list again that was damaged on the disk", async () => {
    feed.publish({ blocklist: ["evil.example"] });
    await sync().update();
    const [installed] = (await shop.store.state()).artifacts;
    const rotten = new Map([[installed?.sha256 ?? "", new Uint8Array(64)]]);
    await shop.store.commit(() => ({ files: rotten }));
    await shop.kill();
    expect(await lists("evil.example")).toBe(false);
    await sync().update();
    expect(await lists("evil.example")).toBe(true);
  });

  test("keeps one run for calls that overlap", async () => {
    feed.publish({ blocklist: ["evil.example"] });
    const one = sync();
    await Promise.all([one.update(), one.update(), one.update()]);
    expect(feed.downloads).toEqual([LIST]);
  });

  test("drops a list that left the feed, and the files of old versions", async () => {
    feed.publish({ blocklist: ["evil.example"], paths: ["a.example/x"] });
    await sync().update();
    const old = (await shop.store.state()).artifacts.map(({ sha256: name }) => name);
    feed.publish({ blocklist: ["new.example"] });
    await sync().update();
    for (const name of old) expect(await shop.store.file(name)).toBeNull();
    expect((await shop.store.state()).artifacts).toHaveLength(1);
  });

  test("does not take other categories than those that are on", async () => {
    feed.publish(
      { blocklist: ["evil.example"] },
      { brands: { version: 1, brands: [brand("A", ["a.example"])] } },
    );
    await sync().update();
    expect((await shop.store.state()).artifacts.map(({ path }) => path).sort()).toEqual([
      LIST,
      "brands.json.gz",
    ]);
  });
});

describe("the next sync", () => {
  test("comes after the poll interval when all is well", async () => {
    feed.publish({ blocklist: ["evil.example"] });
    await sync().update();
    expect(minutesToNextPoll()).toBeCloseTo(shop.policy.pollMinutes, 1);
  });

  test("comes soon after a failure, and later with each failure in a row", async () => {
    const waits: number[] = [];
    for (let failure = 0; failure < 9; failure++) {
      feed.failRefresh = new FeedError("server", "HTTP 500");
      await sync().update();
      waits.push(Math.round(minutesToNextPoll()));
    }
    expect(waits).toEqual([1, 2, 4, 8, 16, 32, 60, 60, 60]);
  });

  test("comes at once when a background starts with an old confirmation or another feed", async () => {
    feed.publish({ blocklist: ["evil.example"] });
    await sync().start();
    expect(feed.downloads).toEqual([LIST]);
    feed.publish({ blocklist: ["new.example"] });
    await sync().start();
    expect(await lists("new.example")).toBe(false);
    shop.now += 16 * MINUTE;
    await sync().start();
    expect(await lists("new.example")).toBe(true);
    feed.publish({ blocklist: ["other.example"] });
    await sync("another feed").start();
    expect(await lists("other.example")).toBe(true);
  });
});

describe("what people are told", () => {
  const told = async () => {
    const { content, damage } = await contents.read("alerts");
    return { alerts: content.alerts.map(({ id }) => id), damage };
  };

  test("comes from the package until the feed has brought it, and is no change of the lists", async () => {
    expect(await told()).toEqual({ alerts: ["packaged"], damage: null });
    feed.publish({ blocklist: ["evil.example"] }, { alerts: alerts("new") });
    await sync().update();
    expect(await told()).toEqual({ alerts: ["new"], damage: null });
    expect(changes).toBe(1);
    feed.publish({ blocklist: ["evil.example"] }, { alerts: alerts("newer", "newest") });
    await sync().update();
    expect(await told()).toEqual({ alerts: ["newer", "newest"], damage: null });
    expect(changes).toBe(1);
  });

  test("is fetched once the lists are taken up, so that it delays no protection", async () => {
    feed.publish({ blocklist: ["evil.example"] }, { alerts: alerts("new") });
    await sync().update();
    expect(downloadsBefore).toEqual([LIST]);
    expect(feed.downloads).toEqual([LIST, "alerts.json.gz"]);
  });

  test("holds back no list when it is nonsense or damaged, and the one before stays", async () => {
    feed.publish({ blocklist: ["evil.example"] }, { alerts: alerts("good") });
    await sync().update();
    feed.publish({ blocklist: ["evil.example", "worse.example"] }, { alerts: "nonsense" });
    await sync().update();
    expect(await lists("worse.example")).toBe(true);
    expect(problem).toBeNull();
    expect(await told()).toEqual({ alerts: ["good"], damage: expect.stringContaining("alerts: ") });

    feed.publish({ blocklist: ["worst.example"] }, { alerts: alerts("mended") });
    feed.tamper.set("alerts.json.gz", new Uint8Array([1, 2, 3]));
    await sync().update();
    expect(await lists("worst.example")).toBe(true);
    expect(problem).toBeNull();
    expect(await told()).toEqual({
      alerts: ["good"],
      damage: expect.stringContaining("alerts.json.gz"),
    });

    feed.tamper.clear();
    await sync().update();
    expect(await told()).toEqual({ alerts: ["mended"], damage: null });
  });

  test("comes from the package with a note where the feed never had any that could be read", async () => {
    feed.publish({ blocklist: ["evil.example"] }, { alerts: { version: 1, alerts: [{}] } });
    await sync().update();
    expect(await lists("evil.example")).toBe(true);
    await shop.kill();
    contents = createContentSource({ store: shop.store, packaged: async () => PACKAGE });
    expect(await told()).toEqual({
      alerts: ["packaged"],
      damage: expect.stringContaining("alerts.0.id"),
    });
  });

  test("that this version can't read is downloaded once, and again by the next version", async () => {
    feed.publish({ blocklist: ["evil.example"] }, { alerts: { version: 2 } });
    await sync().update();
    feed.downloads.length = 0;
    await sync().update();
    expect(feed.downloads).toEqual([]);
    expect((await told()).damage).not.toBeNull();
    const policy = { current: async () => shop.policy } as PolicySource;
    const extensionVersion = "next";
    await installPackaged({
      store: shop.store,
      policy,
      packaged: async () => [],
      extensionVersion,
      now: () => 0,
    });
    await sync().update();
    expect(feed.downloads).toEqual(["alerts.json.gz"]);
  });

  test("and decisions that can't be read leave the last good ones, and hold no list up", async () => {
    const key = "00112233445566778899aabbccddeeff";
    const good = { version: 1, since: "2026-01-01", decisions: [] };
    const decided = { key, outcome: "confirmed", on: "2026-11-25" };
    feed.publish({ blocklist: ["evil.example"] }, { decisions: { ...good, decisions: [decided] } });
    await sync().update();
    expect((await storedDecisions(shop.store)).told?.decisions).toEqual([decided]);
    feed.publish(
      { blocklist: ["worse.example"] },
      { decisions: { ...good, decisions: [{ key: "TT-1" }] } },
    );
    await sync().update();
    expect(await lists("worse.example")).toBe(true);
    expect((await storedDecisions(shop.store)).told?.decisions).toEqual([decided]);
    feed.publish({ blocklist: ["worst.example"] }, { decisions: good });
    await sync().update();
    expect((await storedDecisions(shop.store)).told?.decisions).toEqual([]);
  });

  test("that can't be had for want of a network is no damage", async () => {
    feed.publish({ blocklist: ["evil.example"] }, { alerts: alerts("good") });
    await sync().update();
    feed.publish({ blocklist: ["evil.example"] }, { alerts: alerts("better") });
    const download = feed.client.download;
    feed.client.download = () => Promise.reject(new FeedError("offline", "alerts.json.gz"));
    await sync().update();
    expect(await told()).toEqual({ alerts: ["good"], damage: null });
    feed.client.download = download;
    await sync().update();
    expect(await told()).toEqual({ alerts: ["better"], damage: null });
  });

  test("comes from the package with a note while its stored file is damaged, until it is fetched again", async () => {
    feed.publish({ blocklist: ["evil.example"] }, { alerts: alerts("good") });
    await sync().update();
    const stored = (await shop.store.state()).artifacts.find(({ kind }) => kind === "alerts");
    const nonsense = new TextEncoder().encode("{");
    await shop.store.commit(() => ({ files: new Map([[stored?.sha256 ?? "", nonsense]]) }));
    expect(await told()).toEqual({
      alerts: ["packaged"],
      damage: expect.stringContaining("JSON"),
    });
    await sync().update();
    expect(await told()).toEqual({ alerts: ["good"], damage: null });
  });

  const numbers = async () => (await contents.contacts())?.find("0912345678").length ?? null;
  const contact = { kind: "phone", number: "0912345678", source: "Công an thử" };

  test("of numbers of scammers comes with the feed, and goes with it", async () => {
    expect(await numbers()).toBeNull();
    const contacts = { version: 1, contacts: [contact] };
    feed.publish({ blocklist: ["evil.example"] }, { contacts });
    await sync().update();
    expect(await numbers()).toBe(1);
    feed.publish({ blocklist: ["evil.example"] }, { contacts: { version: 1, contacts: [] } });
    await sync().update();
    expect(await numbers()).toBe(0);
    feed.publish({ blocklist: ["evil.example"] });
    await sync().update();
    expect(await numbers()).toBeNull();
  });

  test("of numbers stays as it was where the new list can't be read", async () => {
    feed.publish(
      { blocklist: ["evil.example"] },
      { contacts: { version: 1, contacts: [contact] } },
    );
    await sync().update();
    feed.publish({ blocklist: ["worse.example"] }, { contacts: { version: 1, contacts: [{}] } });
    await sync().update();
    expect(await numbers()).toBe(1);
  });

  test("of one kind comes although another kind is damaged", async () => {
    const portals = {
      version: 1,
      portals: [],
      hotlines: [],
      firstAidSteps: [],
      firstAidActions: [],
      sources: [],
    };
    feed.publish({ blocklist: ["evil.example"] }, { alerts: "nonsense", portals });
    await sync().update();
    expect((await contents.read("portals")).content).toEqual(portals);
  });

  test("that can't be stored is no failure of the update", async () => {
    feed.publish({ blocklist: ["evil.example"] }, { alerts: alerts("new") });
    const full = () => Promise.reject(new DOMException("full", "QuotaExceededError"));
    await sync("feed", { ...shop.store, commit: full }).update();
    expect(problem).toBeNull();
    expect(await lists("evil.example")).toBe(true);
    expect(await told()).toEqual({ alerts: ["packaged"], damage: null });
  });

  test("goes when the feed no longer has it, and no list goes with it", async () => {
    feed.publish({ blocklist: ["evil.example"] }, { alerts: alerts("good") });
    await sync().update();
    feed.publish({ blocklist: ["evil.example"] });
    await sync().update();
    expect(await told()).toEqual({ alerts: ["packaged"], damage: null });
    expect(await lists("evil.example")).toBe(true);
  });

  test("of a newer package comes before what an older feed has brought", async () => {
    feed.publish({ blocklist: ["evil.example"] }, { alerts: alerts("old") });
    await sync().update();
    const [packaged] = PACKAGE;
    if (!packaged) throw new Error("no package");
    const newer = { ...packaged, about: { ...packaged.about, made: shop.now } };
    const opened = createContentSource({ store: shop.store, packaged: async () => [newer] });
    expect((await opened.read("alerts")).content.alerts).toMatchObject([{ id: "packaged" }]);
  });
});
