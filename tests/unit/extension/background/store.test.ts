import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { openDB } from "idb";
import { beforeEach, describe, expect, test } from "vitest";
import { reportSchema } from "../../../../src/core/report/report.ts";
import { migrateState } from "../../../../src/extension/background/store/migrate-state.ts";
import { openStoreOrSpare } from "../../../../src/extension/background/store/open-store-or-spare.ts";
import { INITIAL_STATE, STATE_VERSION } from "../../../../src/extension/background/store/state.ts";
import { openStore } from "../../../../src/extension/background/store/store.ts";
import { aReport } from "../../a-report.ts";
import { UNKNOWN } from "../pages/fake-background.ts";
import { freshDatabase } from "./fakes/workshop.ts";

const FIXTURES = join(import.meta.dirname, "..", "..", "..", "fixtures", "state");

beforeEach(freshDatabase);

describe("stored state", () => {
  test("begins empty", () => {
    expect(migrateState(undefined)).toEqual(INITIAL_STATE);
  });

  test("of every version that was ever published is brought to the present one", () => {
    const fixtures = readdirSync(FIXTURES);
    expect(fixtures).toHaveLength(STATE_VERSION);
    for (const fixture of fixtures) {
      const old = JSON.parse(readFileSync(join(FIXTURES, fixture), "utf8"));
      const state = migrateState(old);
      expect(Object.keys(state).sort()).toEqual(Object.keys(INITIAL_STATE).sort());
      expect(state.version).toBe(STATE_VERSION);
      expect(state.artifacts).toHaveLength(old.artifacts.length);
    }
  });

  test("of a newer version is not touched", () => {
    expect(() => migrateState({ version: STATE_VERSION + 1 })).toThrow(RangeError);
  });

  test.each([null, 7, {}, { version: "1" }, { version: -1 }])(
    "that is none (%j) is refused",
    (state) => {
      expect(() => migrateState(state)).toThrow(RangeError);
    },
  );
});

describe("the store", () => {
  test("takes over the reports of its first version, which kept no tries", async () => {
    const report = { id: "1", url: "https://evil.example/" };
    const old = await openDB("tinhtao", 1, {
      upgrade(database) {
        for (const name of ["state", "metadata", "files"]) database.createObjectStore(name);
        database.createObjectStore("reports", { keyPath: "report.id" });
        database.createObjectStore("overrides", { autoIncrement: true });
      },
    });
    await old.put("reports", { report, status: "waiting", receipt: null, problem: null });
    old.close();
    const store = await openStore();
    expect(await store.reports.all()).toMatchObject([
      { report, status: "waiting", tries: 0, nextTry: 0, unreachable: false },
    ]);
  });

  test("takes over the reports of its second version, which kept no history", async () => {
    const old = await openDB("tinhtao", 2, {
      upgrade(database) {
        for (const name of ["state", "metadata", "files"]) database.createObjectStore(name);
        database.createObjectStore("reports", { keyPath: "report.id" });
        database.createObjectStore("overrides", { autoIncrement: true });
      },
    });
    await old.put("reports", { report: { id: "1" }, status: "waiting", tries: 3 });
    old.close();
    const store = await openStore();
    expect(await store.reports.all()).toMatchObject([{ tries: 3 }]);
    expect(await store.blocked.all()).toEqual([]);
  });

  test("keeps the newest of what was blocked, and a page that is tried again once", async () => {
    const store = await openStore();
    const visit = (host: string, at: number) =>
      store.blocked.note({ host, frame: false, verdict: UNKNOWN, at });
    for (let i = 0; i < 502; i++) await visit(`${i}.example`, i);
    await visit("501.example", 600);
    await visit("501.example", 600 + 3_600_000);
    const all = await store.blocked.all();
    expect(all).toHaveLength(500);
    expect(all.slice(-2)).toMatchObject([
      { host: "501.example", at: 600, times: 2 },
      { host: "501.example", times: 1 },
    ]);
    await store.blocked.clear();
    expect(await store.blocked.all()).toEqual([]);
  });
  test.each([
    ["waiting", null],
    ["sent", "TT-AB12-CD34"],
  ])(
    "takes over the reports of its second version, in the first shape: %s",
    async (status, receipt) => {
      const first = {
        id: "6f1c1f9e-3f0a-4a51-9c7d-0d5b6f3f8a11",
        kind: "scam",
        url: "https://evil.example/",
        form: "fake-investment",
        note: "Đòi mã OTP",
        writtenAt: "2026-11-24T03:00:00.000Z",
        feedVersion: 7,
        extensionVersion: "0.1.0",
      };
      const kept = { status, receipt, problem: null, tries: 3, nextTry: 9, unreachable: true };
      const old = await openDB("tinhtao", 2, {
        upgrade(database) {
          for (const name of ["state", "metadata", "files"]) database.createObjectStore(name);
          database.createObjectStore("reports", { keyPath: "report.id" });
          database.createObjectStore("overrides", { autoIncrement: true });
        },
      });
      await old.put("reports", { report: first, ...kept });
      old.close();
      const [taken] = await (await openStore()).reports.all();
      expect(taken).toEqual({
        report: { ...aReport(), ...first },
        ...kept,
        pictured: false,
        decision: null,
        news: false,
      });
      expect(reportSchema.safeParse(taken?.report).success).toBe(true);
    },
  );

  test("writes files and state together, or neither", async () => {
    const store = await openStore();
    const unclonable = { ...INITIAL_STATE, packageSeen: (() => "") as unknown as string };
    const files = new Map([["a", new Uint8Array([1])]]);
    await expect(store.commit(() => ({ files, state: unclonable }))).rejects.toThrow();
    expect(await store.file("a")).toBeNull();
    await store.commit((state) => ({ files, state: { ...state, packageSeen: "1" } }));
    expect(await store.file("a")).toEqual(new Uint8Array([1]));
    expect((await store.state()).packageSeen).toBe("1");
  });

  test("changes nothing when the change itself fails", async () => {
    const store = await openStore();
    const failing = store.commit(() => {
      throw new Error("thought better of it");
    });
    await expect(failing).rejects.toThrow("thought better of it");
    expect(await store.state()).toEqual(INITIAL_STATE);
  });

  test("gives each change what the one before has written", async () => {
    const store = await openStore();
    const count = (state: typeof INITIAL_STATE) => state.sync.failures + 1;
    const step = () =>
      store.commit((state) => ({
        state: { ...state, sync: { problem: null, failures: count(state) } },
      }));
    await Promise.all([step(), step(), step(), step()]);
    expect((await store.state()).sync.failures).toBe(4);
  });

  test("removes the files that are no longer needed", async () => {
    const store = await openStore();
    const bytes = new Uint8Array([1]);
    await store.commit(() => ({
      files: new Map([
        ["old", bytes],
        ["kept", bytes],
      ]),
    }));
    await store.commit(() => ({
      files: new Map([["new", bytes]]),
      keepFiles: new Set(["kept", "new"]),
    }));
    expect(await store.file("old")).toBeNull();
    expect(await store.file("kept")).toEqual(bytes);
    expect(await store.file("new")).toEqual(bytes);
  });

  test("keeps the metadata of two feeds apart", async () => {
    const store = await openStore();
    await store.metadata("one").put("root", new Uint8Array([1]));
    expect(await store.metadata("two").get("root")).toBeNull();
    await store.metadata("one").delete("root");
    expect(await store.metadata("one").get("root")).toBeNull();
  });

  test("that holds what a newer version has written is left alone, and a spare one takes its place", async () => {
    const store = await openStore();
    const newer = {
      ...INITIAL_STATE,
      version: STATE_VERSION + 1,
    } as unknown as typeof INITIAL_STATE;
    await store.commit(() => ({ state: newer }));
    store.close();
    const opened = await openStoreOrSpare(
      () => 5,
      () => new Promise(() => undefined),
    );
    expect(opened.problem).toMatchObject({ code: "storage", at: 5 });
    expect(await opened.store.state()).toEqual(INITIAL_STATE);
    await opened.store.commit((state) => ({ state: { ...state, packageSeen: "spare" } }));
    await expect((await openStore()).state()).rejects.toThrow(RangeError);
  });
});
