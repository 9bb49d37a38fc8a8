import { beforeEach, expect, test } from "vitest";
import {
  createFrameFlood,
  FRAME_FLOOD_ALARM,
} from "../../../../../src/extension/background/tabs/frame-flood.ts";
import { fakeAlarms, fakeMemory, fakeTabs } from "../fakes/fake-platform.ts";
import { fakeRules } from "../fakes/fake-rules.ts";

const SHARE = 50;

let memory: ReturnType<typeof fakeMemory>;
let tabs: ReturnType<typeof fakeTabs>;
let rules: ReturnType<typeof fakeRules>;
let alarms: ReturnType<typeof fakeAlarms>;

beforeEach(() => {
  memory = fakeMemory();
  rules = fakeRules();
  alarms = fakeAlarms(() => 0);
  tabs = fakeTabs(
    { id: 1, url: "https://evil.example/", opener: null },
    { id: 2, url: "https://news.example/", opener: null },
  );
});

/** A background that has just started. */
const started = () => createFrameFlood({ memory, rules, alarms, tabs });
const note = async (tabId: number, times: number) => {
  const flood = started();
  await Promise.all(Array.from({ length: times }, () => flood.note(tabId)));
};
const closed = () => [...rules.session.values()].map(({ condition }) => condition.tabIds);

test("a page's frames are all stopped once it has had its share of notices, and no other tab's", async () => {
  await note(1, SHARE - 1);
  await note(2, 3);
  expect(closed()).toEqual([]);
  await note(1, 1);
  expect(closed()).toEqual([[1]]);
  expect(await started().isFull(1)).toBe(true);
  expect(await started().isFull(2)).toBe(false);
});

test("a page that changes its address on its own site begins nothing anew", async () => {
  await note(1, SHARE - 1);
  await tabs.go(1, "https://evil.example/khac?1");
  await note(1, 1);
  expect(closed()).toEqual([[1]]);
});

test("a tab that shows another site has its frames again", async () => {
  await note(1, SHARE);
  await note(2, SHARE);
  await started().tidy();
  expect(closed()).toEqual([[1, 2]]);
  await tabs.go(1, "https://shop.example/");
  expect(alarms.at.has(FRAME_FLOOD_ALARM)).toBe(true);
  await started().tidy();
  expect(closed()).toEqual([[2]]);
  tabs.open.pop();
  await started().tidy();
  expect(closed()).toEqual([]);
  expect(memory.values.has("frame-flood")).toBe(false);
});

test("where nothing was counted, a start writes no rules", async () => {
  await started().tidy();
  expect(rules.writes).toBe(0);
});

test("what can't be read begins anew", async () => {
  memory.values.set("frame-flood", [{ tabId: "1" }]);
  expect(await started().isFull(1)).toBe(false);
  await note(1, SHARE);
  expect(closed()).toEqual([[1]]);
});
