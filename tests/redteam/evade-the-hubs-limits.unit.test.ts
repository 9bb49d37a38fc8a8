import { describe, expect, it } from "vitest";
import { hubForTest, reportForTest } from "../unit/hub/hub-for-test.ts";

const ONE_REPORT = { now: () => 0, clientLimit: { burst: 1, seconds: 60 } };

describe("one client that poses as many", () => {
  it.each([
    ["made-up names", (n: number) => `client-${n}`],
    ["names in place of an address, behind a real one", (n: number) => `198.51.100.${n}, x${n}`],
    ["addresses that can't be", (n: number) => `198.51.100.${256 + n}`],
    ["nothing after the last comma", (n: number) => `198.51.100.${n},`],
    ["addresses of one IPv6 network", (n: number) => `2001:db8::${n}`],
    ["ports of one address", (n: number) => `203.0.113.9:${50_000 + n}`],
  ])("is limited as one although a proxy forwards %s", async (_, forwarded) => {
    const hub = await hubForTest({ ...ONE_REPORT, behindProxy: true });
    const statuses: number[] = [];
    for (const n of [1, 2, 3]) {
      const answer = await hub.send(reportForTest(), { "x-forwarded-for": forwarded(n) });
      statuses.push(answer.status);
    }
    expect(statuses).toEqual([201, 429, 429]);
  });
});

describe("a report that costs more than others of its length", () => {
  const fields = (count: number) =>
    Object.fromEntries(Array.from({ length: count }, (_, i) => [`field${i}`, 1]));
  const nested = `${"[".repeat(250_000)}${"]".repeat(250_000)}`;

  it.each([
    ["tens of thousands of fields", JSON.stringify({ ...reportForTest(), ...fields(30_000) })],
    ["a field of endless name", JSON.stringify({ ["x".repeat(400_000)]: 1 })],
    [
      "very deep lists",
      JSON.stringify(reportForTest()).replace('"note":', `"a":${nested},"note":`),
    ],
    ["a very long list", JSON.stringify({ ...reportForTest(), phones: Array(100_000).fill("") })],
  ])("with %s is refused in a few words", async (_, body) => {
    const hub = await hubForTest();
    const answer = await hub.send(body);
    expect([400, 422]).toContain(answer.status);
    expect((await answer.text()).length).toBeLessThan(2000);
    expect(hub.logged).toEqual([]);
  });

  it.each(["__proto__", "constructor", "toString"])(
    "with a field %s is refused and changes nothing of the hub",
    async (name) => {
      const hub = await hubForTest();
      const body = JSON.stringify(reportForTest()).replace("{", `{"${name}":{"note":"owned"},`);
      expect((await hub.send(body)).status).toBe(422);
      expect(({} as { note?: string }).note).toBeUndefined();
      expect((await hub.send(reportForTest())).status).toBe(201);
    },
  );
});
