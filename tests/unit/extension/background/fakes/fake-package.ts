import { gzipSync } from "node:zlib";
import { artifactPath } from "../../../../../src/core/feed/artifacts.ts";
import type { OwnPackage } from "../../../../../src/extension/platform/own-package.ts";
import { listBytes, sha256 } from "./lists.ts";

/** A package with a feed inside. `made` is a day in November 2026. */
export async function fakePackage(
  lists: { hosts?: readonly string[]; gambling?: readonly string[] },
  { made = 1, version = "0.1.0" } = {},
): Promise<OwnPackage & { files: Map<string, Uint8Array<ArrayBuffer>> }> {
  const files = new Map<string, Uint8Array<ArrayBuffer>>();
  const artifacts: object[] = [];
  const put = async (category: string, names: readonly string[]) => {
    const raw = listBytes(names);
    const path = artifactPath("blocklist", category);
    files.set(`/snapshot/${path}`, new Uint8Array(gzipSync(raw)));
    artifacts.push({
      path,
      kind: "blocklist",
      category,
      count: names.length,
      made: `2026-11-${String(made).padStart(2, "0")}T00:00:00.000Z`,
      raw: { length: raw.length, sha256: await sha256(raw) },
    });
  };
  if (lists.hosts) await put("scam", lists.hosts);
  if (lists.gambling) await put("gambling", lists.gambling);
  files.set(
    "/snapshot/index.json",
    new TextEncoder().encode(
      JSON.stringify({ version: 1, made: "2026-11-01T00:00:00.000Z", artifacts, sources: [] }),
    ),
  );
  return {
    files,
    version,
    url: (path) => `chrome-extension://abcdefghijklmnopabcdefghijklmnop${path}`,
    async read(path) {
      const bytes = files.get(path);
      if (!bytes) throw new Error(`the package has no ${path}`);
      return bytes;
    },
  };
}
