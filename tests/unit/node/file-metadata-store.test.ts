import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { fileArtifactCache } from "../../../src/node/file-artifact-cache.ts";
import { fileMetadataStore } from "../../../src/node/file-metadata-store.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "metadata-store-"));
});
afterEach(() => rm(folder, { recursive: true }));

it("keeps each role as one file inside the folder, whatever the role is called", async () => {
  const store = fileMetadataStore(join(folder, "new"));
  expect(await store.get("root")).toBeNull();
  for (const role of ["root", "../root", "local/hue"]) {
    await store.put(role, new TextEncoder().encode(role));
  }
  expect((await readdir(join(folder, "new"))).sort()).toEqual([
    "..%2Froot.json",
    "local%2Fhue.json",
    "root.json",
  ]);
  expect(new TextDecoder().decode((await store.get("../root")) ?? undefined)).toBe("../root");
});

it("replaces and deletes", async () => {
  const store = fileMetadataStore(folder);
  await store.put("root", Uint8Array.of(1));
  await store.put("root", Uint8Array.of(2));
  expect(await store.get("root")).toEqual(Uint8Array.of(2));
  expect(await readdir(folder)).toEqual(["root.json"]);
  await store.delete("root");
  await store.delete("root");
  expect(await store.get("root")).toBeNull();
});

it("a new version of a downloaded target takes the place of the old", async () => {
  const cache = fileArtifactCache(join(folder, "targets"));
  const target = { path: "a/b.gz", length: 1, hashes: {}, custom: undefined };
  expect(await cache.get(target)).toBeNull();
  await cache.put(target, Uint8Array.of(1));
  await cache.put(target, Uint8Array.of(2));
  expect(await cache.get(target)).toEqual(Uint8Array.of(2));
  expect(await readdir(join(folder, "targets"))).toEqual(["a%2Fb.gz"]);
});
