import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import {
  type Artifact,
  artifactPath,
  deltaPath,
  readArtifact,
} from "../../../../src/core/feed/artifacts.ts";
import type { TargetInfo } from "../../../../src/core/feed/types.ts";
import { planUpdate } from "../../../../src/core/feed/update-plan.ts";

const failure = (code: string) => expect.objectContaining({ name: "FeedError", code });
const sha = (text: string) => createHash("sha256").update(text).digest("hex");
const SCAM = artifactPath("blocklist", "scam");
const GAMBLING = artifactPath("blocklist", "gambling");
const BRANDS = artifactPath("brands");

function target(path: string, length: number, custom: unknown): TargetInfo {
  return { path, length, hashes: { sha256: sha(path) }, custom };
}

function list(category: string, content: string, { length = 1000, raw = 3000 } = {}): TargetInfo {
  return target(artifactPath("blocklist", category), length, {
    kind: "blocklist",
    category,
    raw: { length: raw, sha256: sha(content) },
    count: 5,
    made: "2026-07-01T00:00:00Z",
  });
}

function brands(content: string, raw = 10): TargetInfo {
  return target(BRANDS, 9, { kind: "brands", raw: { length: raw, sha256: sha(content) } });
}

function delta(of: string, from: string, to: string, { length = 50, raw = 60 } = {}): TargetInfo {
  const [base, result] = [sha(from), sha(to)];
  return target(deltaPath(of, base), length, {
    kind: "delta",
    of,
    from: base,
    to: result,
    raw: { length: raw, sha256: sha("delta") },
  });
}

function plan(
  targets: TargetInfo[],
  installed: Record<string, string> = {},
  wanted: (artifact: Artifact) => boolean = () => true,
) {
  const feed = { targets: new Map(targets.map((info) => [info.path, info])) };
  const hashes = new Map(Object.entries(installed).map(([path, text]) => [path, sha(text)]));
  return planUpdate(hashes, feed, wanted);
}

const outline = (steps: ReturnType<typeof plan>) => steps.map(({ kind, path }) => [kind, path]);

describe("an update", () => {
  it("downloads whole what is not installed, the blocklist first", () => {
    expect(outline(plan([brands("b"), list("scam", "s")]))).toEqual([
      ["full", SCAM],
      ["full", BRANDS],
    ]);
  });

  it("keeps what is the newest already", () => {
    expect(outline(plan([list("scam", "s")], { [SCAM]: "s" }))).toEqual([["keep", SCAM]]);
  });

  it("takes the delta from the installed version, among those from others", () => {
    const steps = plan(
      [
        list("scam", "new"),
        delta(SCAM, "older", "new"),
        delta(SCAM, "old", "new"),
        delta(GAMBLING, "old", "new"),
      ],
      { [SCAM]: "old" },
    );
    expect(steps).toMatchObject([
      { kind: "delta", path: SCAM, delta: { from: sha("old"), path: deltaPath(SCAM, sha("old")) } },
    ]);
  });

  it.each<[string, TargetInfo]>([
    ["is from another version", delta(SCAM, "other", "new")],
    ["leads to another version", delta(SCAM, "old", "newer")],
    ["is not smaller than the whole", delta(SCAM, "old", "new", { length: 1000 })],
    ["is too large unzipped", delta(SCAM, "old", "new", { raw: 65 * 2 ** 20 })],
  ])("downloads the whole when the delta %s", (_, info) => {
    expect(outline(plan([list("scam", "new"), info], { [SCAM]: "old" }))).toEqual([["full", SCAM]]);
  });

  it("leaves alone what is not wanted, and drops it last if it is installed", () => {
    const notGambling = (artifact: Artifact) => artifact.category !== "gambling";
    const targets = [list("gambling", "g"), list("scam", "s")];
    expect(outline(plan(targets, {}, notGambling))).toEqual([["full", SCAM]]);
    expect(outline(plan(targets, { [GAMBLING]: "g" }, notGambling))).toEqual([
      ["full", SCAM],
      ["drop", GAMBLING],
    ]);
  });

  it("drops what is no longer in the feed", () => {
    expect(outline(plan([list("scam", "s")], { [SCAM]: "s", [BRANDS]: "b" }))).toEqual([
      ["keep", SCAM],
      ["drop", BRANDS],
    ]);
  });

  it("passes over targets that are none of ours, now or yet", () => {
    const others = [
      target("notes.txt", 5, undefined),
      target("a", 5, "text"),
      target("b", 5, { kind: "weather" }),
      target("c", 5, { kind: "constructor" }),
    ];
    expect(plan(others)).toEqual([]);
  });

  it("is refused whole when an artifact is over its limit", () => {
    const big = list("scam", "s", { raw: 64 * 2 ** 20 + 1 });
    expect(() => plan([big])).toThrow(failure("too-large"));
    expect(() => plan([brands("b", 4 * 2 ** 20 + 1)])).toThrow(failure("too-large"));
    expect(plan([list("scam", "s", { raw: 64 * 2 ** 20 }), brands("b", 4 * 2 ** 20)])).toHaveLength(
      2,
    );
  });
});

describe("the description of an artifact", () => {
  it("is read with category, count and time", () => {
    expect(readArtifact(list("scam", "s"))).toMatchObject({
      path: "blocklist/scam.ttb.gz",
      kind: "blocklist",
      category: "scam",
      count: 5,
      made: Date.parse("2026-07-01T00:00:00Z"),
    });
    expect(readArtifact(brands("b"))).toMatchObject({ category: null, count: null, made: null });
  });

  it.each<[string, TargetInfo]>([
    ["lacks the raw hash", target(BRANDS, 9, { kind: "brands", raw: { length: 1 } })],
    [
      "lacks a category",
      { ...list("scam", "s"), custom: { ...(brands("b").custom as object), kind: "paths" } },
    ],
    ["lies at another path", { ...brands("b"), path: "tips.json.gz" }],
    [
      "has a category that leads elsewhere",
      { ...list("scam", "s"), path: "blocklist/../x.ttb.gz" },
    ],
    ["is a delta at another path", { ...delta(SCAM, "a", "b"), path: "deltas/x.ttd.gz" }],
  ])("is refused if it %s, for its artifact must not vanish unnoticed", (_, info) => {
    expect(() => readArtifact(info)).toThrow(failure("damaged"));
    expect(() => plan([info])).toThrow(failure("damaged"));
  });
});
