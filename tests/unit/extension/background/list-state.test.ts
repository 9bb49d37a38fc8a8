import { describe, expect, test } from "vitest";
import { freshness } from "../../../../src/extension/background/list-state.ts";
import { INITIAL_STATE } from "../../../../src/extension/background/store/state.ts";

const MINUTE = 60_000;
const NOW = Date.UTC(2026, 10, 25);

function after(minutes: number, pollMinutes: number, expiresIn = 1e9) {
  const confirmedAt = NOW - minutes * MINUTE;
  const feed = { id: "f", version: 1, expires: NOW + expiresIn, confirmedAt };
  return freshness({ ...INITIAL_STATE, feed }, true, pollMinutes, NOW);
}

describe("a list is fresh", () => {
  test("for an hour after the feed has confirmed it", () => {
    expect([after(0, 5), after(60, 15), after(61, 15)]).toEqual(["fresh", "fresh", "stale"]);
  });

  test("as long as it can be where policy lets it ask less often", () => {
    expect([after(60, 60), after(180, 60), after(181, 60)]).toEqual(["fresh", "fresh", "stale"]);
    expect(after(2 * 1440, 1440)).toBe("fresh");
  });

  test("never once its signature has run out, or by a clock that was set back", () => {
    expect([after(1, 1440, -1), after(-5, 15)]).toEqual(["expired", "stale"]);
  });
});
