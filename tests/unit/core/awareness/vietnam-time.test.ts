import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { vietnamTime } from "../../../../src/core/awareness/vietnam-time.ts";

const DAY = 86_400_000;
const at = (text: string) => vietnamTime(Date.parse(text));
const moments = fc.date({
  min: new Date("2020-01-01T00:00:00Z"),
  max: new Date("2060-01-01T00:00:00Z"),
  noInvalidDate: true,
});

describe("time in Viet Nam", () => {
  it("is seven hours ahead of UTC, so that its day, month, quarter and year begin at 17:00 UTC", () => {
    expect(at("2026-12-31T16:59:59Z")).toMatchObject({
      date: "2026-12-31",
      hour: 23,
      month: 12,
      quarter: 4,
      year: 2026,
    });
    expect(at("2026-12-31T17:00:00Z")).toMatchObject({
      date: "2027-01-01",
      hour: 0,
      month: 1,
      quarter: 1,
      year: 2027,
    });
  });

  it.each([
    ["2024-12-30T00:00:00+07:00", 2025, 1],
    ["2026-01-01T12:00:00+07:00", 2026, 1],
    ["2026-12-27T23:59:59+07:00", 2026, 52],
    ["2026-12-28T00:00:00+07:00", 2026, 53],
    ["2027-01-03T23:59:59+07:00", 2026, 53],
    ["2027-01-04T00:00:00+07:00", 2027, 1],
    ["2028-01-02T12:00:00+07:00", 2027, 52],
  ])("knows the ISO week of %s", (text, weekYear, week) => {
    expect(at(text)).toMatchObject({ weekYear, week });
  });

  it("gives all seven days from Monday the same week, and the next Monday another", () => {
    fc.assert(
      fc.property(moments, (moment) => {
        const day = new Date(moment.getTime() + 7 * 3_600_000).getUTCDay() || 7;
        const here = vietnamTime(moment.getTime());
        const inDays = (days: number) => vietnamTime(moment.getTime() + days * DAY);
        for (const other of [inDays(1 - day), inDays(7 - day)]) {
          expect([other.weekYear, other.week]).toEqual([here.weekYear, here.week]);
        }
        for (const other of [inDays(-day), inDays(8 - day)]) {
          expect([other.weekYear, other.week]).not.toEqual([here.weekYear, here.week]);
        }
      }),
    );
  });
});
