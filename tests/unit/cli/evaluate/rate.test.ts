import { describe, expect, it } from "vitest";
import { rate } from "../../../../src/cli/evaluate/rate.ts";

describe("a measured rate", () => {
  it("comes with Wilson's 95 % interval", () => {
    // Worked by hand for 10 of 50: 0.112 to 0.330.
    const { rate: share, interval } = rate(10, 50);
    expect(share).toBe(0.2);
    expect(interval?.[0]).toBeCloseTo(0.1124, 3);
    expect(interval?.[1]).toBeCloseTo(0.3304, 3);
  });

  it("is bounded by three in n where nothing, or all, was counted", () => {
    expect(rate(0, 30_000).interval).toEqual([0, 0.0001]);
    expect(rate(100, 100).interval).toEqual([0.97, 1]);
  });

  it("is unknown where there was nothing to count in", () => {
    expect(rate(0, 0)).toEqual({ count: 0, of: 0, rate: null, interval: null });
  });
});
