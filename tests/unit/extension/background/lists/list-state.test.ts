import { describe, expect, test } from "vitest";
import { freshness } from "../../../../../src/extension/background/lists/list-state.ts";
import { INITIAL_STATE } from "../../../../../src/extension/background/store/state.ts";

const MINUTE = 60_000;
const NOW = Date.UTC(2026, 10, 25);

function freshAfter(minutes: number, pollMinutes: number, expiresIn = 1e9) {
  const confirmedAt = NOW - minutes * MINUTE;
  const feed = { id: "f", version: 1, expires: NOW + expiresIn, confirmedAt };
  return freshness({ ...INITIAL_STATE, feed }, true, pollMinutes, NOW);
}

describe("a list is fresh", () => {
  test("for an hour after the feed has confirmed it", () => {
    expect([freshAfter(0, 5), freshAfter(60, 15), freshAfter(61, 15)]).toEqual([
      "fresh",
      "fresh",
      "stale",
    ]);
  });

  test("as long as it can be where policy lets it ask less often", () => {
    expect([freshAfter(60, 60), freshAfter(180, 60), freshAfter(181, 60)]).toEqual([
      "fresh",
      "fresh",
      "stale",
    ]);
    expect(freshAfter(2 * 1440, 1440)).toBe("fresh");
  });

  test("never once its signature has run out, or by a clock that was set back", () => {
    expect([freshAfter(1, 1440, -1), freshAfter(-5, 15)]).toEqual(["expired", "stale"]);
  });
});
