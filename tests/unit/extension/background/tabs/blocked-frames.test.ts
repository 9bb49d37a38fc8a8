import { beforeEach, expect, test } from "vitest";
import { createBlockedFrames } from "../../../../../src/extension/background/tabs/blocked-frames.ts";
import { fakeMemory, fakeTabs } from "../fakes/fake-platform.ts";

let memory: ReturnType<typeof fakeMemory>;
let tabs: ReturnType<typeof fakeTabs>;

beforeEach(() => {
  memory = fakeMemory();
  tabs = fakeTabs(
    { id: 1, url: "https://news.example/bai#x", opener: null },
    { id: 2, url: "https://other.example/", opener: null },
  );
});

/** A background that has just started. */
const started = () => createBlockedFrames({ memory, tabs });
const frame = (n: number) => `https://evil${n}.example/`;

test("frames that were blocked at once are all remembered, but of no tab more than five", async () => {
  const frames = started();
  await Promise.all(Array.from({ length: 25 }, (_, n) => frames.add(1, frame(n))));
  expect(await started().of(1)).toEqual([20, 21, 22, 23, 24].map(frame));
  expect(await started().of(2)).toEqual([]);
});

test("of an address that a page made long, host and beginning are kept", async () => {
  await started().add(1, `https://evil.example/${"a".repeat(60_000)}`);
  const [kept] = await started().of(1);
  expect(kept).toMatch(/^https:\/\/evil\.example\/a+$/);
  expect(kept?.length).toBeLessThan(250);
  expect(JSON.stringify([...memory.values]).length).toBeLessThan(500);
});

test("a tab that went on to another page, or was closed, is forgotten", async () => {
  await started().add(1, frame(1));
  await started().add(2, frame(2));
  await tabs.go(1, "https://news.example/khac");
  tabs.open.pop();
  await started().tidy();
  expect(await started().of(1)).toEqual([]);
  expect(memory.values.get("frames")).toEqual([]);
});

test("what can't be read is passed over", async () => {
  memory.values.set("frames", [{ tabId: "1", page: 7 }]);
  expect(await started().of(1)).toEqual([]);
  await started().add(1, frame(1));
  expect(await started().of(1)).toEqual([frame(1)]);
});
