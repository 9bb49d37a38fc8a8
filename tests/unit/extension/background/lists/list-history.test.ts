import { expect, test } from "vitest";
import { listHistoryWith } from "../../../../../src/extension/background/lists/list-history.ts";
import type { InstalledArtifact } from "../../../../../src/extension/background/store/state.ts";

const artifact = (
  sha256: string,
  count: number | null,
  kind: InstalledArtifact["kind"] = "blocklist",
): InstalledArtifact => ({
  path: `${kind}/scam`,
  kind,
  category: null,
  sha256,
  count,
  made: null,
  origin: "feed",
});

test("another list leaves its version, size and time", () => {
  const before = {
    artifacts: [artifact("a", 3)],
    listHistory: [{ version: 1, entries: 3, at: 1 }],
  };
  const next = [artifact("b", 5), artifact("p", 2, "paths"), artifact("m", 300, "brands")];
  expect(listHistoryWith(before, next, 2, 9)).toEqual([
    { version: 1, entries: 3, at: 1 },
    { version: 2, entries: 7, at: 9 },
  ]);
});

test("a poll that brings the same lists, or only other things, leaves nothing", () => {
  const before = { artifacts: [artifact("a", 3), artifact("m", 1, "brands")], listHistory: [] };
  expect(listHistoryWith(before, [artifact("n", 2, "brands"), artifact("a", 3)], 2, 9)).toEqual([]);
});

test("only the newest are kept", () => {
  let state = {
    artifacts: [artifact("0", 0)],
    listHistory: listHistoryWith({ artifacts: [], listHistory: [] }, [artifact("0", 0)], 0, 0),
  };
  for (let i = 1; i <= 100; i++) {
    const artifacts = [artifact(String(i), i)];
    state = { artifacts, listHistory: listHistoryWith(state, artifacts, i, i) };
  }
  expect(state.listHistory).toHaveLength(60);
  expect(state.listHistory.at(-1)).toEqual({ version: 100, entries: 100, at: 100 });
});
