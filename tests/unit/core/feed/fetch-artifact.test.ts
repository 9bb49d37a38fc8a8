import { createHash } from "node:crypto";
import { gunzipSync, gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { artifactPath, deltaPath } from "../../../../src/core/feed/artifacts.ts";
import { FeedError } from "../../../../src/core/feed/feed-error.ts";
import {
  type FetchArtifactNeeds,
  fetchArtifact,
} from "../../../../src/core/feed/fetch-artifact.ts";
import type { TargetInfo } from "../../../../src/core/feed/types.ts";
import { type FetchStep, planUpdate } from "../../../../src/core/feed/update-plan.ts";
import { utf8 } from "../../../fixtures/feed/feed-simulator.ts";

type Bytes = Uint8Array<ArrayBuffer>;
const failure = (code: string) => expect.objectContaining({ name: "FeedError", code });
const sha = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");
const PATH = artifactPath("blocklist", "scam");
const OLD = utf8("old list");
const NEW = utf8("the new list, which is longer than its delta by far: ".repeat(20));
const DELTA = utf8("append!");

/** A plan's one step from OLD to NEW, and a world in which it works, with what to change in it. */
function world(change: Partial<FetchArtifactNeeds> & { installed?: string } = {}) {
  const files = new Map<string, Bytes>();
  const targets = new Map<string, TargetInfo>();
  const add = (path: string, raw: Bytes, custom: object) => {
    const bytes = new Uint8Array(gzipSync(raw));
    files.set(path, bytes);
    const described = { ...custom, raw: { length: raw.length, sha256: sha(raw) } };
    const hashes = { sha256: sha(bytes) };
    targets.set(path, { path, length: bytes.length, hashes, custom: described });
  };
  add(PATH, NEW, { kind: "blocklist", category: "scam" });
  const deltaFile = deltaPath(PATH, sha(OLD));
  add(deltaFile, DELTA, { kind: "delta", of: PATH, from: sha(OLD), to: sha(NEW) });
  const installed = new Map(change.installed === "" ? [] : [[PATH, change.installed ?? sha(OLD)]]);
  const step = planUpdate(installed, { targets }, () => true)[0] as FetchStep;
  const downloads: string[] = [];
  const needs: FetchArtifactNeeds = {
    client: {
      download: async ({ path }) => {
        downloads.push(path);
        return files.get(path) as Bytes;
      },
    },
    gunzip: async (bytes, maxLength) =>
      new Uint8Array(gunzipSync(bytes, { maxOutputLength: maxLength })),
    sha256: async (bytes) => sha(bytes),
    patch: () => NEW,
    installedBytes: async () => OLD,
    ...change,
  };
  return { step, needs, downloads, deltaFile, files, targets };
}

describe("bringing a new version of an artifact", () => {
  it("by its delta costs the delta alone", async () => {
    const { step, needs, downloads, deltaFile, targets } = world();
    const fetched = await fetchArtifact(step, needs);
    expect(fetched).toEqual({
      bytes: NEW,
      via: "delta",
      downloaded: targets.get(deltaFile)?.length,
      deltaProblem: null,
    });
    expect(downloads).toEqual([deltaFile]);
  });

  it("whole where there is no delta", async () => {
    const { step, needs, downloads } = world({ installed: "" });
    expect(await fetchArtifact(step, needs)).toMatchObject({ bytes: NEW, via: "full" });
    expect(downloads).toEqual([PATH]);
  });

  it.each<[string, Partial<FetchArtifactNeeds>]>([
    ["patches to something else", { patch: () => OLD }],
    [
      "can't be applied",
      {
        patch: () => {
          throw new Error("not its base");
        },
      },
    ],
    ["has lost its base", { installedBytes: async () => null }],
    ["finds another base than was installed", { installedBytes: async () => utf8("other") }],
  ])("falls back to the whole file when the delta %s", async (_, change) => {
    const { step, needs } = world(change);
    const fetched = await fetchArtifact(step, needs);
    expect(fetched).toMatchObject({ bytes: NEW, via: "full" });
    expect(fetched.deltaProblem).not.toBeNull();
  });

  it("falls back to the whole file when the delta can't be downloaded or unzipped", async () => {
    const gone = world();
    const download = gone.needs.client.download;
    gone.needs.client = {
      download: async (target) => {
        if (target.path === gone.deltaFile) throw new FeedError("not-found", "gone");
        return download(target);
      },
    };
    expect(await fetchArtifact(gone.step, gone.needs)).toMatchObject({
      via: "full",
      deltaProblem: "gone",
    });
    const odd = world();
    odd.files.set(odd.deltaFile, utf8("no gzip"));
    expect(await fetchArtifact(odd.step, odd.needs)).toMatchObject({ via: "full" });
  });

  it("does not try the whole file without a connection", async () => {
    const { step, needs, downloads } = world();
    needs.client = {
      download: async ({ path }) => {
        downloads.push(path);
        throw new FeedError("offline", "no route");
      },
    };
    await expect(fetchArtifact(step, needs)).rejects.toEqual(failure("offline"));
    expect(downloads).toHaveLength(1);
  });

  it.each<[string, Bytes]>([
    ["unzips to more than signed", new Uint8Array(gzipSync(new Uint8Array(NEW.length + 1)))],
    ["unzips to less than signed", new Uint8Array(gzipSync(NEW.subarray(1)))],
    ["unzips to other content", new Uint8Array(gzipSync(new Uint8Array(NEW.length)))],
    ["is no gzip", utf8("text")],
  ])("fails when the whole file %s", async (_, bytes) => {
    const { step, needs, files } = world({ installed: "" });
    files.set(PATH, bytes);
    await expect(fetchArtifact(step, needs)).rejects.toEqual(failure("damaged"));
  });

  it("never unzips further than the signed length", async () => {
    const limits: number[] = [];
    const { step, needs } = world({
      installed: "",
      gunzip: async (_, maxLength) => {
        limits.push(maxLength);
        return NEW;
      },
    });
    await fetchArtifact(step, needs);
    expect(limits).toEqual([NEW.length]);
  });
});
