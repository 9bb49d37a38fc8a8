import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Alert } from "../../../../src/core/awareness/alert.ts";
import {
  afterShowing,
  type Cadence,
  current,
  type Due,
  due,
  type Seen,
} from "../../../../src/core/awareness/due.ts";
import type { Profile } from "../../../../src/core/awareness/is-for.ts";
import { AUDIENCES, SECTORS } from "../../../../src/core/awareness/scope.ts";
import { SHIPPED } from "./shipped-content.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const NEVER: Seen = { keys: [], lastAt: null };
const ANYBODY: Profile = { audience: [], sector: null, province: null };
const ALWAYS: Cadence = {
  off: false,
  weekly: true,
  monthly: true,
  quarterly: true,
  quietHours: null,
};
/** Wednesday, week 48, in Viet Nam. */
const NOON = Date.parse("2026-11-25T12:00:00+07:00");

const text = { vi: "Thử", en: "A test" };

function alert(id: string, about: Partial<Alert> = {}): Alert {
  return {
    id,
    forms: ["fake-evn"],
    audience: [],
    sector: [],
    provinces: [],
    sources: [],
    date: "2026-11-20",
    title: text,
    body: text,
    issuer: text,
    validUntil: "2026-12-20",
    severity: "normal",
    ...about,
  };
}

function dueNow(about: Partial<Parameters<typeof due>[0]> & { alerts?: Alert[] } = {}): Due {
  const { alerts = [], ...input } = about;
  return due({
    now: NOON,
    profile: ANYBODY,
    seen: NEVER,
    cadence: ALWAYS,
    content: { ...SHIPPED, alerts },
    ...input,
  });
}

const ids = (items: Due["items"]) => items.map(({ item }) => item.id);
const everything = ({ urgent, items }: Due) => [...urgent, ...items];

describe("what is due", () => {
  it("is this week's tip, this month's theme and this quarter's campaign", () => {
    expect(ids(dueNow().items)).toEqual(["tip-w48", "theme-11", "campaign-q4"]);
  });

  it("follows the calendar of Viet Nam, not of UTC", () => {
    const lastHour = Date.parse("2026-11-30T23:30:00+07:00");
    expect(ids(dueNow({ now: lastHour }).items)).toContain("theme-11");
    expect(ids(dueNow({ now: lastHour + HOUR }).items)).toContain("theme-12");
  });

  it("comes once, and again the year after", () => {
    const first = dueNow();
    const seen = afterShowing(NEVER, everything(first), NOON);
    expect(dueNow({ seen }).items).toEqual([]);
    expect(ids(dueNow({ seen, now: NOON + 7 * DAY }).items)).toEqual(["tip-w49", "theme-12"]);
    const year = Date.parse("2027-11-24T12:00:00+07:00");
    expect(ids(dueNow({ seen, now: year }).items)).toContain("tip-w47");
    expect(ids(dueNow({ seen, now: year + 7 * DAY }).items)).toContain("tip-w48");
  });

  it("is no tip of its own in a 53rd week", () => {
    const week52 = Date.parse("2026-12-22T12:00:00+07:00");
    const seen = afterShowing(NEVER, dueNow({ now: week52 }).items, week52);
    expect(ids(dueNow({ seen, now: week52 + 7 * DAY }).items)).toEqual([]);
    expect(ids(dueNow({ seen, now: week52 + 14 * DAY }).items)).toContain("tip-w01");
  });

  it("leaves out what policy has switched off, and everything if all is off", () => {
    const cadence = { ...ALWAYS, weekly: false, quarterly: false };
    expect(ids(dueNow({ cadence }).items)).toEqual(["theme-11"]);
    const alerts = [alert("now", { severity: "urgent" })];
    expect(dueNow({ alerts, cadence: { ...ALWAYS, off: true } })).toEqual({
      urgent: [],
      items: [],
      summary: false,
    });
  });

  it("prefers a local tip to the general one of the same week", () => {
    const local = { id: "tip-local", week: 48, provinces: ["gia-lai"] };
    const tips = [...SHIPPED.tips, { ...SHIPPED.tips[47], ...local } as (typeof SHIPPED.tips)[0]];
    const content = { ...SHIPPED, alerts: [], tips };
    const there = { ...ANYBODY, province: "gia-lai" };
    expect(ids(dueNow({ content, profile: there }).items)).toContain("tip-local");
    expect(ids(dueNow({ content }).items)).toContain("tip-w48");
  });
});

describe("alerts", () => {
  it("come first, urgent ones apart", () => {
    const alerts = [alert("calm"), alert("fire", { severity: "urgent" })];
    const now = dueNow({ alerts });
    expect(ids(now.urgent)).toEqual(["fire"]);
    expect(ids(now.items)[0]).toBe("calm");
  });

  it("are due from the day they were given to the end of the last day they hold", () => {
    const alerts = [alert("one")];
    const shown = (moment: string) =>
      ids(dueNow({ alerts, now: Date.parse(`${moment}+07:00`) }).items).includes("one");
    expect(shown("2026-11-19T23:59:59")).toBe(false);
    expect(shown("2026-11-20T00:00:00")).toBe(true);
    expect(shown("2026-12-20T23:59:59")).toBe(true);
    expect(shown("2026-12-21T00:00:00")).toBe(false);
  });

  it("come again when they are given again", () => {
    const seen = afterShowing(NEVER, dueNow({ alerts: [alert("one")] }).items, NOON);
    expect(ids(dueNow({ seen, alerts: [alert("one")] }).items)).toEqual([]);
    expect(ids(dueNow({ seen, alerts: [alert("one", { date: "2026-11-25" })] }).items)).toEqual([
      "one",
    ]);
  });

  it("reach their province, sector and group; who has not said his group gets them all", () => {
    const alerts = [
      alert("gia-lai", { provinces: ["gia-lai"] }),
      alert("schools", { sector: ["education"] }),
      alert("elderly", { audience: ["elderly", "rural"] }),
    ];
    const reached = (profile: Partial<Profile>) =>
      ids(dueNow({ alerts, profile: { ...ANYBODY, ...profile } }).items).filter((id) =>
        alerts.some((one) => one.id === id),
      );
    expect(reached({})).toEqual(["elderly"]);
    expect(reached({ audience: ["students"] })).toEqual([]);
    expect(reached({ audience: ["students", "rural"], province: "gia-lai" })).toEqual([
      "gia-lai",
      "elderly",
    ]);
    expect(reached({ audience: ["office"], sector: "education" })).toEqual(["schools"]);
  });
});

describe("what holds now", () => {
  it("is the tip of my line of work or my group where there is one, and the one for everybody where I said nothing", () => {
    const week4 = Date.parse("2026-01-21T05:00:00Z");
    const tip = (who: Partial<Profile>) =>
      current({ now: week4, profile: { ...ANYBODY, ...who }, content: SHIPPED }).tip?.item.id;
    expect(tip({})).toBe("tip-w04");
    expect(tip({ sector: "industry" })).toBe("tip-w04-industry");
    expect(tip({ audience: ["workers"] })).toBe("tip-w04-workers");
    expect(tip({ audience: ["elderly"], sector: "health" })).toBe("tip-w04");
  });

  it("stays when it was shown: alerts for this person, urgent ones first, then the newest, and what the calendar says", () => {
    const alerts = [
      alert("old", { date: "2026-11-01" }),
      alert("new"),
      alert("elsewhere", { provinces: ["gia-lai"] }),
      alert("over", { validUntil: "2026-11-24" }),
      alert("fire", { date: "2026-11-01", severity: "urgent" }),
    ];
    const now = current({ now: NOON, profile: ANYBODY, content: { ...SHIPPED, alerts } });
    expect(ids(now.alerts)).toEqual(["fire", "new", "old"]);
    expect([now.tip?.key, now.theme?.key, now.campaign?.key]).toEqual([
      "tip-w48@2026",
      "theme-11@2026",
      "campaign-q4@2026",
    ]);
  });
});

describe("quiet hours", () => {
  const cadence = { ...ALWAYS, quietHours: { from: 21, to: 7 } };
  const alerts = [alert("calm"), alert("fire", { severity: "urgent" })];
  const at = (time: string) =>
    dueNow({ alerts, cadence, now: Date.parse(`2026-11-25T${time}:00+07:00`) });

  it("go over midnight and let urgent alerts through alone", () => {
    for (const time of ["21:00", "23:59", "00:00", "06:59"]) {
      expect(at(time).items, time).toEqual([]);
      expect(ids(at(time).urgent), time).toEqual(["fire"]);
    }
    for (const time of ["20:59", "07:00"]) expect(at(time).items.length, time).toBeGreaterThan(0);
  });

  it("may lie within one day", () => {
    const noon = { ...ALWAYS, quietHours: { from: 12, to: 14 } };
    expect(dueNow({ cadence: noon }).items).toEqual([]);
    expect(dueNow({ cadence: noon, now: NOON + 2 * HOUR }).items).not.toEqual([]);
  });
});

describe("a computer that was off", () => {
  const seen = afterShowing(NEVER, everything(dueNow()), NOON);

  it("for four weeks gets one summary of what holds now, and nothing that is over", () => {
    const back = NOON + 28 * DAY;
    const alerts = [
      alert("over", { validUntil: "2026-12-01" }),
      alert("still", { validUntil: "2026-12-31" }),
    ];
    const now = dueNow({ seen, now: back, alerts });
    expect(now.summary).toBe(true);
    expect(ids(now.items)).toEqual(["still", "tip-w52", "theme-12"]);
    const after = afterShowing(seen, everything(now), back);
    expect(dueNow({ seen: after, now: back + HOUR, alerts })).toEqual({
      urgent: [],
      items: [],
      summary: false,
    });
  });

  it("for less gets them one by one, and a single thing is no summary", () => {
    expect(dueNow({ seen, now: NOON + 27 * DAY }).summary).toBe(false);
    const weekly = { ...ALWAYS, monthly: false, quarterly: false };
    expect(dueNow({ seen, now: NOON + 28 * DAY, cadence: weekly })).toMatchObject({
      items: [{ kind: "tip" }],
      summary: false,
    });
  });

  it("is a new one's first day too", () => {
    expect(dueNow().summary).toBe(true);
  });
});

describe("whatever happens", () => {
  const days = fc.integer({ min: 0, max: 900 });
  const alertThen = fc
    .record({
      id: fc.constantFrom("a", "b", "c", "d"),
      from: days,
      length: fc.integer({ min: 0, max: 60 }),
      severity: fc.constantFrom("urgent" as const, "normal" as const),
      audience: fc.subarray([...AUDIENCES], { maxLength: 2 }),
      sector: fc.subarray([...SECTORS], { maxLength: 1 }),
      provinces: fc.subarray(["gia-lai", "hue"], { maxLength: 1 }),
    })
    .map(({ from, length, ...about }) => {
      const day = (n: number) => new Date(NOON + n * DAY).toISOString().slice(0, 10);
      return alert(about.id, { ...about, date: day(from), validUntil: day(from + length) });
    });
  const alerts = fc.uniqueArray(alertThen, { maxLength: 6, selector: ({ id }) => id });
  const profile: fc.Arbitrary<Profile> = fc.record({
    audience: fc.subarray([...AUDIENCES], { maxLength: 2 }),
    sector: fc.option(fc.constantFrom(...SECTORS)),
    province: fc.option(fc.constantFrom("gia-lai", "hue", "ca-mau")),
  });
  const hour = fc.integer({ min: 0, max: 23 });
  const cadence: fc.Arbitrary<Cadence> = fc.record({
    off: fc.constant(false),
    weekly: fc.boolean(),
    monthly: fc.boolean(),
    quarterly: fc.boolean(),
    quietHours: fc.option(fc.record({ from: hour, to: hour })),
  });
  /** Hours at which the browser looks, from NOON on. */
  const looks = fc
    .array(fc.integer({ min: 0, max: 900 * 24 }), { maxLength: 40 })
    .map((hours) => hours.sort((a, b) => a - b).map((h) => NOON + h * HOUR));

  it("nothing repeats itself", () => {
    fc.assert(
      fc.property(alerts, profile, cadence, looks, (given, who, how, times) => {
        let seen = NEVER;
        const shown: string[] = [];
        for (const now of times) {
          const items = everything(
            dueNow({ now, seen, alerts: given, profile: who, cadence: how }),
          );
          shown.push(...items.map(({ key }) => key));
          seen = afterShowing(seen, items, now);
        }
        expect(new Set(shown).size).toBe(shown.length);
      }),
    );
  });

  it("an urgent alert for this person is due at the first look after it was given, at any hour", () => {
    fc.assert(
      fc.property(alerts, profile, cadence, looks, (given, who, how, times) => {
        let seen = NEVER;
        for (const now of times) {
          const today = new Date(now + 7 * HOUR).toISOString().slice(0, 10);
          const result = dueNow({ now, seen, alerts: given, profile: who, cadence: how });
          const wanted = given.filter(
            ({ id, date, validUntil, severity, audience, sector, provinces }) =>
              severity === "urgent" &&
              date <= today &&
              today <= validUntil &&
              !seen.keys.includes(`${id}@${date}`) &&
              (!audience.length ||
                !who.audience.length ||
                audience.some((one) => who.audience.includes(one))) &&
              (!sector.length || sector.some((one) => one === who.sector)) &&
              (!provinces.length || provinces.some((one) => one === who.province)),
          );
          expect(ids(result.urgent).sort()).toEqual(wanted.map(({ id }) => id).sort());
          seen = afterShowing(seen, everything(result), now);
        }
      }),
    );
  });

  it("at most one tip, one theme and one campaign are due at once, however long nobody looked", () => {
    fc.assert(
      fc.property(profile, cadence, looks, (who, how, times) => {
        let seen = NEVER;
        for (const now of times) {
          const { items } = dueNow({ now, seen, profile: who, cadence: how });
          const kinds = items.map(({ kind }) => kind);
          expect(new Set(kinds).size).toBe(kinds.length);
          seen = afterShowing(seen, items, now);
        }
      }),
    );
  });

  it("somebody who looks every day gets all 52 tips, 12 themes and 4 campaigns of a year", () => {
    let seen = NEVER;
    const shown = new Set<string>();
    const start = Date.parse("2027-01-04T09:00:00+07:00");
    for (let day = 0; day < 364; day++) {
      const now = start + day * DAY;
      const { items } = dueNow({ now, seen });
      for (const id of ids(items)) shown.add(id);
      seen = afterShowing(seen, items, now);
    }
    expect(shown.size).toBe(52 + 12 + 4);
  });
});
