import { beforeEach, describe, expect, test } from "vitest";
import type { Alert } from "../../../../../src/core/awareness/alert.ts";
import { openStore, type Store } from "../../../../../src/extension/background/store/store.ts";
import { placeOfAnnouncement } from "../../../../../src/extension/background/told/announcements.ts";
import {
  type Awareness,
  createAwareness,
  type Reader,
} from "../../../../../src/extension/background/told/awareness.ts";
import type { ContentSource } from "../../../../../src/extension/background/told/content-source.ts";
import { SHIPPED } from "../../../core/awareness/shipped-content.ts";
import { fakeAlarms, fakeMemory, fakeNotifications } from "../fakes/fake-platform.ts";
import { freshDatabase } from "../fakes/workshop.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Wednesday, week 48. */
const NOON = Date.parse("2026-11-25T12:00:00+07:00");
const TIP = "tip-w48@2026";
const REGULAR = [TIP, "theme-11@2026", "campaign-q4@2026"];

let now: number;
let store: Store;
let alerts: Alert[];
let reader: Reader;
let damaged: "tips" | "alerts" | null;
let memory: ReturnType<typeof fakeMemory>;
let notifications: ReturnType<typeof fakeNotifications>;
let alarms: ReturnType<typeof fakeAlarms>;
let marked: number;
let awareness: Awareness;

function alert(id: string, about: Partial<Alert> = {}): Alert {
  const [model] = SHIPPED.alerts;
  if (!model) throw new Error("no alert to copy");
  const { audience, sector, provinces } = { audience: [], sector: [], provinces: [] };
  const everywhere = { audience, sector, provinces, forms: ["fake-evn"] };
  const now = { date: "2026-11-24", validUntil: "2026-12-24", severity: "normal" as const };
  const title = { vi: `Cảnh báo ${id}`, en: `Alert ${id}` };
  return { ...model, ...everywhere, ...now, id, title, ...about };
}

/** A background that has just been woken. */
function wake(): Awareness {
  const read = (async (kind: string) => {
    if (kind === damaged) throw new Error(`${kind}: damaged`);
    const content = kind === "alerts" ? { alerts, sources: SHIPPED.sources } : SHIPPED;
    return { content, damage: null };
  }) as unknown as ContentSource["read"];
  return createAwareness({
    store,
    content: { read },
    memory,
    alarms,
    notifications,
    reader: async () => reader,
    async onUrgent() {
      marked = await wake().urgent();
    },
    now: () => now,
  });
}

beforeEach(async () => {
  freshDatabase();
  now = NOON;
  store = await openStore();
  alerts = [];
  reader = {
    profile: { audience: [], sector: null, province: null },
    cadence: { off: false, weekly: true, monthly: true, quarterly: true, quietHours: null },
    language: "vi",
    notifications: "on",
  };
  damaged = null;
  memory = fakeMemory();
  notifications = fakeNotifications();
  alarms = fakeAlarms(() => now);
  marked = 0;
  awareness = wake();
});

const newOnes = async () => {
  const { alerts: told, tip, theme, campaign } = await wake().now();
  const all = [...told, tip, theme, campaign].filter((item) => item !== null);
  return all.filter(({ isNew }) => isNew).map(({ key }) => key);
};
const titles = () => [...notifications.shown.values()].map(({ title }) => title);

describe("what the popup is told", () => {
  test("is new until it was shown, and stays when it is not new any more", async () => {
    alerts = [alert("a")];
    expect(await newOnes()).toEqual(["a@2026-11-24", ...REGULAR]);
    await awareness.markShown(["a@2026-11-24", TIP]);
    expect(await newOnes()).toEqual(REGULAR.slice(1));
    expect((await wake().now()).alerts).toHaveLength(1);
    alerts = [alert("a", { date: "2026-11-25" })];
    expect(await newOnes()).toContain("a@2026-11-25");
  });

  test("is chosen by place and sector", async () => {
    alerts = [alert("hue", { provinces: ["hue"] }), alert("schools", { sector: ["education"] })];
    expect((await awareness.now()).alerts).toEqual([]);
    reader.profile = { audience: [], sector: "education", province: "hue" };
    expect((await awareness.now()).alerts.map(({ item }) => item.id)).toEqual(["hue", "schools"]);
  });

  test("keeps what is over apart, newest first, chosen by place too, and never new", async () => {
    const over = { validUntil: "2026-11-24" };
    alerts = [
      alert("older", { date: "2026-10-01", ...over }),
      alert("a"),
      alert("newer", { date: "2026-11-01", severity: "urgent", ...over }),
      alert("hue", { date: "2026-11-02", provinces: ["hue"], ...over }),
      alert("coming", { date: "2026-12-01" }),
    ];
    const { alerts: holding, past } = await awareness.now();
    expect(holding.map(({ item }) => item.id)).toEqual(["a"]);
    expect(past.map(({ item, isNew }) => [item.id, isNew])).toEqual([
      ["newer", false],
      ["older", false],
    ]);
    expect(await awareness.urgent()).toBe(0);
  });

  test("says what to do, from the lessons on an alert's forms", async () => {
    alerts = [alert("a")];
    const lesson = SHIPPED.forms.find(({ id }) => id === "fake-evn");
    expect((await awareness.now()).alerts[0]?.todo).toEqual(lesson?.todo);
  });

  test("brings nothing up by itself where that is switched off, and is there to be read", async () => {
    alerts = [alert("a", { severity: "urgent" })];
    reader.cadence.off = true;
    expect(await newOnes()).toEqual([]);
    expect(await awareness.now()).toMatchObject({ off: true, alerts: [{ key: "a@2026-11-24" }] });
    expect(await awareness.urgent()).toBe(0);
  });

  test("brings the alerts also where nothing else can be read, and says so", async () => {
    alerts = [alert("a")];
    damaged = "tips";
    expect(await awareness.now()).toMatchObject({
      alerts: [{ key: "a@2026-11-24", todo: [] }],
      tip: null,
      damage: { alerts: null, tips: "tips: damaged" },
    });
  });
});

describe("the toolbar", () => {
  test("tells of an urgent alert until it was shown, also to a background that was just woken", async () => {
    alerts = [alert("fire", { severity: "urgent" }), alert("calm")];
    await awareness.announce();
    expect(marked).toBe(1);
    expect(await wake().urgent()).toBe(1);
    await awareness.markShown(["fire@2026-11-24"]);
    expect(marked).toBe(0);
  });
});

describe("a notification", () => {
  test("is never shown before a person has asked for it and his browser lets us", async () => {
    alerts = [alert("fire", { severity: "urgent" })];
    reader.notifications = "off";
    await awareness.announce();
    reader.notifications = "on";
    notifications.allowed = false;
    await awareness.announce();
    expect(notifications.shown.size).toBe(0);
    notifications.allowed = true;
    await awareness.announce();
    expect(titles()).toContain("Cảnh báo khẩn: Cảnh báo fire");
  });

  test("of one alert leads to it, and is shown once", async () => {
    await awareness.announce();
    notifications.shown.clear();
    alerts = [alert("a")];
    await awareness.announce();
    expect([...notifications.shown]).toMatchObject([["alert:a", { title: "Cảnh báo a" }]]);
    expect(placeOfAnnouncement("alert:a")).toBe("/alerts/a");
    notifications.shown.clear();
    now += 2 * DAY;
    await wake().announce();
    expect(titles()).toEqual([]);
  });

  test("does not tell what was seen in the popup", async () => {
    alerts = [alert("a")];
    await awareness.markShown(["a@2026-11-24", ...REGULAR]);
    await awareness.announce();
    expect(titles()).toEqual([]);
  });

  test("is one summary after a month in which the computer was off, in the language that was chosen", async () => {
    await awareness.announce();
    notifications.shown.clear();
    now += 35 * DAY;
    const holding = { date: "2026-12-20", validUntil: "2027-01-20" };
    alerts = [
      alert("a", holding),
      alert("b", holding),
      alert("ended", { validUntil: "2026-12-01" }),
    ];
    reader.language = "en";
    memory = fakeMemory();
    await wake().start();
    expect([...notifications.shown]).toEqual([
      [
        "news",
        { title: "4 new things for you", text: expect.stringContaining("Alert a\nAlert b") },
      ],
    ]);
    expect(notifications.shown.get("news")?.text).not.toContain("ended");
  });

  test("in quiet hours tells urgent alerts alone, and the rest afterwards", async () => {
    reader.cadence.quietHours = { from: 21, to: 7 };
    alerts = [alert("fire", { severity: "urgent" }), alert("calm")];
    now = Date.parse("2026-11-25T22:00:00+07:00");
    await awareness.announce();
    expect([...notifications.shown.keys()]).toEqual(["alert:fire"]);
    now += 10 * HOUR;
    await awareness.announce();
    expect([...notifications.shown.keys()]).toEqual(["alert:fire", "news"]);
  });

  test("that the person's cadence leaves out is not shown", async () => {
    reader.cadence = { ...reader.cadence, monthly: false, quarterly: false };
    await awareness.announce();
    expect([...notifications.shown.keys()]).toEqual(["learn"]);
    notifications.shown.clear();
    reader.cadence.off = true;
    alerts = [alert("fire", { severity: "urgent" })];
    await awareness.announce();
    expect(titles()).toEqual([]);
  });
});

describe("the hourly alarm", () => {
  test("is set at the first start and not put off by later ones", async () => {
    await awareness.start();
    const at = alarms.at.get("awareness");
    expect(at).toBe(NOON + HOUR);
    now += HOUR / 2;
    await wake().start();
    expect(alarms.at.get("awareness")).toBe(at);
  });

  test("a background that wakes again in the same session reads nothing anew", async () => {
    await awareness.start();
    damaged = "alerts";
    await wake().start();
  });
});
