import { expect, test } from "vitest";
import { DEFAULT_POLICY } from "../../../../../src/core/policy/policy.ts";
import { installPackaged } from "../../../../../src/extension/background/lists/install-packaged.ts";
import type { PackagedArtifact } from "../../../../../src/extension/background/lists/packaged-feed.ts";
import { listBytes, sha256 } from "../fakes/lists.ts";
import { openWorkshop } from "../fakes/workshop.ts";

async function packaged(
  path: string,
  kind: "blocklist" | "tips",
  read: PackagedArtifact["read"],
): Promise<PackagedArtifact> {
  const hash = await sha256(new TextEncoder().encode(path));
  const category = kind === "blocklist" ? "scam" : null;
  return {
    about: { path, kind, category, count: 1, made: 0, sha256: hash, origin: "package" },
    read,
  };
}

test("the package's lists are stored, and not its lessons, which pages read from the package", async () => {
  const { store } = await openWorkshop();
  const pack = [
    await packaged("blocklist/scam.ttb.gz", "blocklist", async () => listBytes(["evil.example"])),
    await packaged("tips.json.gz", "tips", async () => {
      throw new Error("damaged");
    }),
  ];
  const policy = {
    current: async () => DEFAULT_POLICY,
    problems: async () => [],
    refresh: async () => false,
  };
  await installPackaged({
    store,
    policy,
    packaged: async () => pack,
    extensionVersion: "1.0.0",
    now: () => 7,
  });
  const { artifacts, listHistory } = await store.state();
  expect(listHistory).toEqual([{ version: 0, entries: 1, at: 7 }]);
  expect(artifacts.map(({ path }) => path)).toEqual(["blocklist/scam.ttb.gz"]);
});
