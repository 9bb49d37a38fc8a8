import { beforeEach, expect, test } from "vitest";
import type { Verdict } from "../../../../../src/core/verdict/verdict.ts";
import { createBlockedFrames } from "../../../../../src/extension/background/tabs/blocked-frames.ts";
import { createFrameFlood } from "../../../../../src/extension/background/tabs/frame-flood.ts";
import {
  createFrameNotices,
  type FrameNotices,
} from "../../../../../src/extension/background/tabs/frame-notices.ts";
import { fakeAlarms, fakeMemory, fakeTabs } from "../fakes/fake-platform.ts";

const EVIL = "https://evil.example/";
const SOURCES: Record<string, Pick<Verdict, "level" | "source">> = {
  "evil.example": { level: "block", source: "host-list" },
  "denied.example": { level: "block", source: "agency-deny" },
};

let notices: FrameNotices;
let frames: ReturnType<typeof createBlockedFrames>;
let marks: [number | null, string][];
let history: [string, boolean][];
let asked: string[];

beforeEach(() => {
  const memory = fakeMemory();
  const tabs = fakeTabs(
    { id: 1, url: "https://news.example/", opener: null },
    { id: 2, url: "https://news.example/", opener: null, inPrivate: true },
  );
  frames = createBlockedFrames({ memory, tabs });
  marks = [];
  history = [];
  asked = [];
  notices = createFrameNotices({
    tabs,
    frames,
    flood: createFrameFlood({ memory, rules: null, alarms: fakeAlarms(() => 0), tabs }),
    verdicts: {
      async onAddress(url) {
        asked.push(url);
        const known = SOURCES[new URL(url).hostname] ?? { level: "none", source: "unknown" };
        return { ok: true, verdict: { scope: "host", reasons: [], feedVersion: 1, ...known } };
      },
    },
    badges: {
      async mark(tabId, state) {
        marks.push([tabId, state]);
      },
    },
    history: {
      async note(url, _, { inPrivate }) {
        history.push([url, inPrivate]);
      },
    },
  });
});

test("a listed frame marks its tab, and is in the history", async () => {
  await notices.shown(1, EVIL);
  await notices.shown(2, EVIL);
  expect(marks).toEqual([
    [1, "warned"],
    [2, "warned"],
  ]);
  expect(await frames.of(1)).toEqual([EVIL]);
  expect(history).toEqual([
    [EVIL, false],
    [EVIL, true],
  ]);
});

test("a frame that an agency denies says nothing against the page around it", async () => {
  await notices.shown(1, "https://denied.example/");
  expect([marks, await frames.of(1)]).toEqual([[], []]);
  expect(history).toHaveLength(1);
});

test("a notice that nothing speaks for, as one that a page has opened by itself, marks nothing", async () => {
  await notices.shown(1, "https://bank.example/");
  expect([marks, await frames.of(1), history]).toEqual([[], [], []]);
});

test("one that was noted before is not judged again", async () => {
  await frames.add(1, "https://stolen.example/");
  await notices.shown(1, "https://stolen.example/");
  expect([asked, marks]).toEqual([[], []]);
});

test("of a page that floods itself with notices, no more than its share is looked at", async () => {
  for (let n = 0; n < 200; n++) await notices.shown(1, `${EVIL}${n}`);
  expect(asked).toHaveLength(50);
});
