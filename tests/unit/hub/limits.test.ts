import { describe, expect, it } from "vitest";
import { clientKey } from "../../../src/hub/limits/client-key.ts";
import { fairPool } from "../../../src/hub/limits/fair-pool.ts";
import { rateLimiter } from "../../../src/hub/limits/rate-limiter.ts";

describe("a client in the rate limit", () => {
  it.each([
    ["198.51.100.7", "198.51.100.7"],
    ["::ffff:198.51.100.7", "198.51.100.7"],
    ["::ffff:c633:6407", "198.51.100.7"],
    ["0:0:0:0:0:ffff:c633:6407", "198.51.100.7"],
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1:0::/56"],
    ["2001:DB8:0001:0002::9", "2001:db8:1:0::/56"],
    ["2001:db8:1:23ff::1", "2001:db8:1:2300::/56"],
    ["2001:db8::9", "2001:db8:0:0::/56"],
    ["fe80::1%eth0", "fe80:0:0:0::/56"],
    ["::1", "0:0:0:0::/56"],
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

describe("a fair pool", () => {
  /** A pool, and the names of the shares that had to make room, in order. */
  function poolForTest(total: number, perClient: number) {
    const pool = fairPool({ total, perClient });
    const revoked: string[] = [];
    const take = (client: string, share: string, amount = 1) =>
      pool.take(client, amount, () => revoked.push(share));
    return { take, revoked };
  }

  it("grants a newcomer's share at the cost of the client that holds the most", () => {
    const { take, revoked } = poolForTest(4, 4);
    take("quiet", "quiet 1");
    for (const n of [1, 2, 3]) take("greedy", `greedy ${n}`);
    take("new", "new 1");
    take("new", "new 2");
    expect(revoked).toEqual(["greedy 1", "greedy 2"]);
  });

  it("makes a client that passes its own part lose its oldest share", () => {
    const { take, revoked } = poolForTest(100, 2);
    for (const n of [1, 2, 3]) take("greedy", `greedy ${n}`);
    expect(revoked).toEqual(["greedy 1"]);
  });

  it("takes back the share of the client seen first where all hold the same, never the new one", () => {
    const { take, revoked } = poolForTest(3, 3);
    for (const client of ["a", "b", "c", "d", "e"]) take(client, client);
    expect(revoked).toEqual(["a", "b"]);
  });

  it("weighs shares by their amount", () => {
    const { take, revoked } = poolForTest(100, 100);
    for (const n of [1, 2, 3]) take("many small", `small ${n}`, 10);
    take("one big", "big", 60);
    take("new", "new", 20);
    expect(revoked).toEqual(["big"]);
  });

  it("has room again for what was returned, once", () => {
    const { take, revoked } = poolForTest(2, 2);
    const release = take("a", "a 1");
    take("b", "b 1");
    release();
    release();
    take("c", "c 1");
    expect(revoked).toEqual([]);
    take("c", "c 2");
    expect(revoked).toEqual(["b 1"]);
  });

  it("grants also what is larger than itself", () => {
    const { take, revoked } = poolForTest(1, 1);
    take("a", "a", 5);
    take("b", "b", 5);
    expect(revoked).toEqual(["a"]);
  });
});
