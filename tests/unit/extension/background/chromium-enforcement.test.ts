import { beforeEach, describe, expect, test } from "vitest";
import { DEFAULT_POLICY } from "../../../../src/core/policy/policy.ts";
import { driftWith } from "../../../../src/extension/background/lists/list-change.ts";
import { openWorkshop, type Workshop } from "./fakes/workshop.ts";

const DAY = 86_400_000;

let shop: Workshop;
beforeEach(async () => {
  shop = await openWorkshop();
});

const blocked = (host: string) => shop.rules.decide(`https://${host}/`).action === "redirect";

/** As a sync with a delta does: the list and the names that changed, in one transaction. */
async function update(from: string[], to: string[]): Promise<void> {
  const before = (await shop.store.state()).artifacts[0];
  const after = await shop.install("blocklist", to);
  const names = [...from.filter((n) => !to.includes(n)), ...to.filter((n) => !from.includes(n))];
  await shop.store.commit((_, drift) => ({
    drift: driftWith(
      drift,
      [
        {
          path: after.path,
          kind: "blocklist",
          from: before?.sha256 ?? null,
          to: after.sha256,
          names,
        },
      ],
      shop.now,
    ),
  }));
}

describe("enforcement in Chromium", () => {
  test("puts the list in force, and only then lets the shield be lifted", async () => {
    await shop.install("blocklist", ["evil.example"]);
    expect(await shop.enforcement().inForce()).toBe(false);
    await shop.enforcement().ensure();
    expect(blocked("evil.example")).toBe(true);
    expect(await shop.enforcement().inForce()).toBe(true);
    expect(shop.lifted).toBe(true);
  });

  test("writes nothing when a background starts and all is as it should be", async () => {
    await shop.install("blocklist", ["evil.example"]);
    await shop.enforcement().ensure();
    for (let start = 0; start < 3; start++) {
      await shop.kill();
      await shop.enforcement().ensure();
    }
    expect(shop.rules.writes).toBe(1);
  });

  test("brings a day's changes without writing the base again", async () => {
    await shop.install("blocklist", ["evil.example", "old.example"]);
    await shop.enforcement().ensure();
    await update(["evil.example", "old.example"], ["evil.example", "new.example"]);
    await shop.enforcement().ensure();
    expect([blocked("new.example"), blocked("old.example"), blocked("evil.example")]).toEqual([
      true,
      false,
      true,
    ]);
    expect(shop.rules.writes).toBe(1);
  });

  test("composes the changes of several updates exactly", async () => {
    await shop.install("blocklist", ["a.example"]);
    await shop.enforcement().ensure();
    await update(["a.example"], ["a.example", "b.example"]);
    await update(["a.example", "b.example"], ["b.example"]);
    await update(["b.example"], ["a.example"]);
    await shop.enforcement().ensure();
    expect([blocked("a.example"), blocked("b.example")]).toEqual([true, false]);
    expect(shop.rules.writes).toBe(1);
  });

  test("brings the day's changes back after the browser was started again", async () => {
    await shop.install("blocklist", ["old.example"]);
    await shop.enforcement().ensure();
    await update(["old.example"], ["new.example"]);
    await shop.enforcement().ensure();
    shop.rules.restart();
    await shop.kill();
    expect(await shop.enforcement().inForce()).toBe(false);
    await shop.enforcement().ensure();
    expect([blocked("new.example"), blocked("old.example")]).toEqual([true, false]);
    expect(shop.rules.writes).toBe(1);
  });

  test("writes a new base when a list came whole, so that no name is missed", async () => {
    await shop.install("blocklist", ["a.example"]);
    await shop.enforcement().ensure();
    await shop.install("blocklist", ["b.example"]);
    // A delta on top of it must not hide that the step before is unknown.
    await update(["b.example"], ["b.example", "c.example"]);
    await shop.enforcement().ensure();
    expect(["a.example", "b.example", "c.example"].map(blocked)).toEqual([false, true, true]);
    expect(shop.rules.writes).toBe(2);
  });

  test("mends rules that were lost without a word", async () => {
    await shop.install("blocklist", ["evil.example"]);
    await shop.enforcement().ensure();
    shop.rules.dynamic.clear();
    await shop.kill();
    await shop.enforcement().ensure();
    expect(blocked("evil.example")).toBe(true);
  });

  test("follows a policy that denies or allows a host", async () => {
    await shop.install("blocklist", ["evil.example"]);
    await shop.enforcement().ensure();
    shop.policy = { ...DEFAULT_POLICY, deny: ["denied.example"], allow: ["evil.example"] };
    shop.knowledgeSource.forget();
    await shop.enforcement().ensure();
    expect([blocked("denied.example"), blocked("evil.example")]).toEqual([true, false]);
  });

  test("keeps the old rules in force when the browser refuses the new ones, and says so", async () => {
    await shop.install("blocklist", ["evil.example"]);
    await shop.enforcement().ensure();
    await shop.install("blocklist", ["other.example"]);
    shop.lifted = false;
    shop.rules.failNext = new Error("internal error");
    await expect(shop.enforcement().ensure()).rejects.toThrow("internal error");
    expect(blocked("evil.example")).toBe(true);
    expect(await shop.enforcement().inForce()).toBe(false);
    expect(shop.lifted).toBe(false);
    await shop.enforcement().ensure();
    expect(blocked("other.example")).toBe(true);
  });

  test("killed between writing the rules and noting them, does not write them again", async () => {
    await shop.install("blocklist", ["evil.example"]);
    const { commit } = shop.store;
    shop.store.commit = () => Promise.reject(new Error("killed"));
    await expect(shop.enforcement().ensure()).rejects.toThrow("killed");
    shop.store.commit = commit;
    await shop.kill();
    await shop.enforcement().ensure();
    expect(blocked("evil.example")).toBe(true);
    expect(shop.rules.writes).toBe(1);
    expect(await shop.enforcement().inForce()).toBe(true);
  });

  test("takes changes older than a day into the base when it is quiet", async () => {
    await shop.install("blocklist", ["old.example"]);
    await shop.enforcement().ensure();
    await update(["old.example"], ["new.example"]);
    await shop.enforcement().ensure();
    await shop.enforcement().compact();
    expect(shop.rules.writes).toBe(1);
    shop.now += DAY + 1;
    await shop.enforcement().compact();
    expect(shop.rules.writes).toBe(2);
    shop.rules.restart();
    expect([blocked("new.example"), blocked("old.example")]).toEqual([true, false]);
    expect((await shop.store.drift()).hosts).toEqual([]);
  });

  test("does not write a base from a damaged list while a good one is in force", async () => {
    const { sha256 } = await shop.install("blocklist", ["evil.example"]);
    await shop.enforcement().ensure();
    await shop.store.commit(() => ({ files: new Map([[sha256, new Uint8Array(64)]]) }));
    await shop.kill();
    expect((await shop.knowledgeSource.current()).damage).toMatch(/blocklist\/scam/);
    await shop.enforcement().ensure();
    expect(blocked("evil.example")).toBe(true);
    expect(shop.rules.writes).toBe(1);
  });

  test("follows a policy all the same while a list is damaged, and writes it once", async () => {
    const { sha256 } = await shop.install("blocklist", ["evil.example"]);
    shop.policy = { ...DEFAULT_POLICY, deny: ["old.example"] };
    shop.knowledgeSource.forget();
    await shop.enforcement().ensure();
    await shop.store.commit(() => ({ files: new Map([[sha256, new Uint8Array(64)]]) }));
    await shop.kill();
    shop.policy = { ...DEFAULT_POLICY, deny: ["denied.example"], allow: ["ok.evil.example"] };
    expect(await shop.enforcement().inForce()).toBe(false);
    await shop.enforcement().ensure();
    expect(
      ["evil.example", "denied.example", "old.example", "ok.evil.example"].map(blocked),
    ).toEqual([true, true, false, false]);
    expect(await shop.enforcement().inForce()).toBe(true);
    await shop.enforcement().ensure();
    expect(shop.rules.writes).toBe(2);

    // The list is whole again and the first policy is back: all is as it was noted, but for the rules of the policy.
    shop.policy = { ...DEFAULT_POLICY, deny: ["old.example"] };
    await shop.install("blocklist", ["evil.example"]);
    await shop.enforcement().ensure();
    expect(["evil.example", "denied.example", "old.example"].map(blocked)).toEqual([
      true,
      false,
      true,
    ]);
  });

  test("writes nothing anew for what says nothing about addresses", async () => {
    await shop.install("blocklist", ["evil.example"]);
    await shop.enforcement().ensure();
    const model = { path: "model.json.gz", kind: "model" as const, category: null, sha256: "ab" };
    const artifacts = [
      ...(await shop.knowledgeSource.current()).artifacts,
      { ...model, count: null, made: 1, origin: "feed" as const },
    ];
    const opened = { ...(await shop.knowledgeSource.current()), artifacts };
    shop.knowledgeSource = { current: async () => opened, forget: () => undefined };
    await shop.enforcement().ensure();
    expect(shop.rules.writes).toBe(1);
  });
});
