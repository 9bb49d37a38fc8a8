import { beforeEach, describe, expect, test } from "vitest";
import { parseAddress } from "../../../../src/core/host/address.ts";
import { judge, type Knowledge } from "../../../../src/core/verdict/judge.ts";
import { createOverrides, OVERRIDE_ALARM } from "../../../../src/extension/background/overrides.ts";
import { openStore, type Store } from "../../../../src/extension/background/store/store.ts";
import { fakeAlarms, fakeMemory, fakeTabs } from "./fakes/fake-platform.ts";
import { type FakeRules, fakeRules } from "./fakes/fake-rules.ts";
import { knowledge } from "./fakes/lists.ts";
import { freshDatabase } from "./fakes/workshop.ts";

const HOST = "evil.example";

let now: number;
let store: Store;
let rules: FakeRules;
const parts = { memory: fakeMemory(), tabs: fakeTabs(), alarms: fakeAlarms(() => now) };

/** What is listed. */
let known: Knowledge;
const knowledgeSource = { current: async () => ({ knowledge: known }) };

/** A background that has just started: all it knows lies in the browser. */
const started = () => createOverrides({ ...parts, rules, store, knowledgeSource, now: () => now });

beforeEach(async () => {
  freshDatabase();
  store = await openStore();
  rules = fakeRules();
  now = 1_000_000;
  known = knowledge({ hosts: [HOST], paths: ["forms.example/a", "forms.example/c"] });
  parts.memory = fakeMemory();
  parts.alarms = fakeAlarms(() => now);
  parts.tabs = fakeTabs(
    { id: 1, url: "about:blank", opener: null },
    { id: 2, url: "about:blank", opener: 1 },
    { id: 3, url: "about:blank", opener: null },
  );
});

/** A tab that shows a listed address asks to share what its opener may. */
const join = (url: string, tabId: number) => {
  const parsed = parseAddress(url);
  if (!parsed.ok) throw new Error(parsed.problem);
  return started().join(parsed.address, judge(parsed.address, known), tabId);
};

const open = (tabId: number, host = HOST) =>
  rules.decide(`https://${host}/`, tabId).action === "allow";

describe("an override", () => {
  test("leaves no trace in a private window", async () => {
    await started().grant(HOST, 1, 10, false);
    expect(open(1)).toBe(true);
    expect(await store.overrides.all()).toEqual([]);
  });

  test("opens one host in one tab, for a limited time, and leaves a trace", async () => {
    const until = await started().grant(HOST, 1, 10);
    expect(until).toBe(now + 600_000);
    expect([open(1), open(1, `www.${HOST}`), open(2), open(1, "other.example")]).toEqual([
      true,
      true,
      false,
      false,
    ]);
    expect(await store.overrides.all()).toEqual([{ host: HOST, at: now, until }]);
    expect(parts.alarms.at.get(OVERRIDE_ALARM)).toBe(until);
  });

  test("outlives the background, and ends when its time is over", async () => {
    await started().grant(HOST, 1, 10);
    expect(await started().of(1)).toMatchObject([{ entry: HOST }]);
    now += 600_001;
    expect(await started().of(1)).toEqual([]);
    await started().tidy();
    expect(open(1)).toBe(false);
    expect(parts.alarms.at.has(OVERRIDE_ALARM)).toBe(false);
  });

  test("is shared by a tab that was opened from its tab, and by no other", async () => {
    await started().grant(HOST, 1, 10);
    expect(await join(HOST, 3)).toBe(false);
    expect(await join("other.example", 2)).toBe(false);
    expect(await join(HOST, 2)).toBe(true);
    expect([open(2), open(3)]).toEqual([true, false]);
  });

  test("of a path entry opens no other page of that host", async () => {
    const page = (path: string) => rules.decide(`https://forms.example${path}`, 1).action;
    await started().grant("forms.example/a", 1, 10);
    expect([page("/a"), page("/a/b"), page("/ab"), page("/c"), page("/")]).toEqual([
      "allow",
      "allow",
      "none",
      "none",
      "none",
    ]);
    expect(await join("forms.example/c", 2)).toBe(false);
    expect(await join("forms.example/a/b", 2)).toBe(true);
  });

  test("of a path entry opens no other entry below it, until that is opened too", async () => {
    known = knowledge({ paths: ["forms.example/a", "forms.example/a/b", "forms.example/a?x=1"] });
    const page = (path: string) => rules.decide(`https://forms.example${path}`, 1).action;
    await started().grant("forms.example/a", 1, 10);
    expect([page("/a"), page("/a/c"), page("/a/b"), page("/a/b/d"), page("/a?x=1")]).toEqual([
      "allow",
      "allow",
      "redirect",
      "redirect",
      "redirect",
    ]);
    expect(await join("forms.example/a/b", 2)).toBe(false);
    await started().grant("forms.example/a/b", 1, 10);
    expect([page("/a"), page("/a/b/d"), page("/a?x=1")]).toEqual(["allow", "allow", "redirect"]);
  });

  test("of a path entry opens it on any port", async () => {
    await started().grant("forms.example/a", 1, 10);
    expect(rules.decide("http://forms.example:8080/a", 1).action).toBe("allow");
  });

  test("can be revoked", async () => {
    await started().grant(HOST, 1, 10);
    await started().grant("other.example", 1, 10);
    await started().revoke(HOST);
    expect([open(1), open(1, "other.example")]).toEqual([false, true]);
    expect(await started().all()).toMatchObject([{ entry: "other.example", tabId: 1 }]);
  });

  /** Every write to the browser, in the order in which a kill may come between them. */
  const WRITES = ["trace", "memory", "alarm", "rules"] as const;

  /** A background that dies at its nth write: this one and all after it never happen. */
  function dyingAt(n: number, { once = false } = {}) {
    let written = 0;
    const write =
      <A extends unknown[]>(work: (...given: A) => Promise<void>) =>
      async (...given: A) => {
        written++;
        if (once ? written === n : written >= n) throw new Error("killed");
        await work(...given);
      };
    const { memory, alarms, tabs } = parts;
    return createOverrides({
      tabs,
      knowledgeSource,
      now: () => now,
      memory: { ...memory, set: write(memory.set) },
      alarms: { ...alarms, set: write(alarms.set), clear: write(alarms.clear) },
      rules: { ...rules, replaceSession: write(rules.replaceSession) },
      store: { ...store, overrides: { ...store.overrides, add: write(store.overrides.add) } },
    });
  }

  test.each(WRITES.map((name, i) => [name, i + 1] as const))(
    "cut off at its write of the %s never leaves a site open for good",
    async (_, n) => {
      await expect(dyingAt(n).grant(HOST, 1, 10)).rejects.toThrow("killed");
      expect(open(1)).toBe(false);
      await started().tidy();
      now += 600_001;
      await started().tidy();
      expect(open(1)).toBe(false);
      expect(await started().all()).toEqual([]);
    },
  );

  test.each(WRITES.map((name, i) => [name, i + 1] as const))(
    "that failed at the %s is not open later",
    async (_, n) => {
      await expect(dyingAt(n, { once: true }).grant(HOST, 1, 10)).rejects.toThrow("killed");
      await started().tidy();
      expect(open(1)).toBe(false);
      expect(await started().of(1)).toEqual([]);
    },
  );

  test("whose revocation is cut off ends at the next start", async () => {
    await started().grant(HOST, 1, 10);
    await expect(dyingAt(2).revoke(HOST)).rejects.toThrow("killed");
    await started().tidy();
    expect(open(1)).toBe(false);
  });

  test("of which only a rule is left ends at the next start", async () => {
    await started().grant(HOST, 1, 10);
    parts.memory.values.clear();
    await started().tidy();
    expect(open(1)).toBe(false);
  });

  test("that nobody has asked for, or that is over, leaves nothing to write at a start", async () => {
    const nothing = dyingAt(1);
    await nothing.tidy();
    await started().grant(HOST, 1, 10);
    now += 600_001;
    await started().tidy();
    await dyingAt(1).tidy();
    expect(open(1)).toBe(false);
  });

  test("granted twice at once is one", async () => {
    const overrides = started();
    await Promise.all([overrides.grant(HOST, 1, 10), overrides.grant(HOST, 1, 10)]);
    expect(await overrides.all()).toHaveLength(1);
  });
});
