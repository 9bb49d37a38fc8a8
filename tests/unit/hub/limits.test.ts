import { describe, expect, it } from "vitest";
import { clientKey } from "../../../src/hub/limits/client-key.ts";
import { rateLimiter } from "../../../src/hub/limits/rate-limiter.ts";

describe("a client in the rate limit", () => {
  it.each([
    ["198.51.100.7", "198.51.100.7"],
    ["::ffff:198.51.100.7", "198.51.100.7"],
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
    ["2001:DB8:0001:0002::9", "2001:db8:1:2::/64"],
    ["2001:db8::9", "2001:db8:0:0::/64"],
    ["fe80::1%eth0", "fe80:0:0:0::/64"],
    ["::1", "0:0:0:0::/64"],
  ])("with the address %s is %s", (address, key) => {
    expect(clientKey(address)).toBe(key);
  });
});

describe("a rate limit", () => {
  it("fills up evenly and never beyond its burst", () => {
    let time = 0;
    const limiter = rateLimiter({ burst: 2, seconds: 10 }, () => time);
    const take = () => limiter.take("x");
    expect([take(), take(), take()]).toEqual([0, 0, 5]);
    time = 5_000;
    expect([take(), take()]).toEqual([0, 5]);
    time = 1_000_000;
    expect([take(), take(), take()]).toEqual([0, 0, 5]);
  });

  it("stays strict when the clock is set back", () => {
    let time = 10_000;
    const limiter = rateLimiter({ burst: 1, seconds: 10 }, () => time);
    expect(limiter.take("x")).toBe(0);
    time = 0;
    expect(limiter.take("x")).toBe(10);
  });

  it("forgets those seen longest ago when very many come, not those who come again", () => {
    const limiter = rateLimiter({ burst: 2, seconds: 10 }, () => 0);
    limiter.take("often");
    limiter.take("often");
    limiter.take("once");
    limiter.take("once");
    for (let i = 0; i < 19_999; i++) {
      if (i === 10_000) limiter.take("often");
      limiter.take(String(i));
    }
    expect(limiter.take("often")).toBeGreaterThan(0);
    expect(limiter.take("once")).toBe(0);
  });
});
