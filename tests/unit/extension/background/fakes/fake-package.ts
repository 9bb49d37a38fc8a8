import { gzipSync } from "node:zlib";
import { artifactPath } from "../../../../../src/core/feed/artifacts.ts";
import type { OwnPackage } from "../../../../../src/extension/platform/own-package.ts";
import { listBytes, sha256 } from "./lists.ts";

const NOTHING_TO_TELL = {
  alerts: { version: 1, alerts: [], sources: [] },
  tips: {
    version: 1,
    ...{ forms: [], tips: [], themes: [], campaigns: [], quiz: [], rules: [], statements: [] },
    ...{ groups: [], glossary: [], templates: [], spots: [], sources: [] },
  },
};

/** A package with a feed inside. `made` is a day in November 2026. */
export async function fakePackage(
  lists: { hosts?: readonly string[]; paths?: readonly string[]; gambling?: readonly string[] },
  { made = 1, version = "0.1.0" } = {},
): Promise<OwnPackage & { files: Map<string, Uint8Array<ArrayBuffer>> }> {
  const files = new Map<string, Uint8Array<ArrayBuffer>>();
  const artifacts: object[] = [];
  const put = async (
    path: string,
    kind: string,
    category: string | null,
    raw: Uint8Array<ArrayBuffer>,
    count: number,
  ) => {
    files.set(`/snapshot/${path}`, new Uint8Array(gzipSync(raw)));
    artifacts.push({
      path,
      kind,
      category,
      count,
      made: `2026-11-${String(made).padStart(2, "0")}T00:00:00.000Z`,
      raw: { length: raw.length, sha256: await sha256(raw) },
    });
  };
  for (const [kind, category, names] of [
    ["blocklist", "scam", lists.hosts],
    ["paths", "scam", lists.paths],
    ["blocklist", "gambling", lists.gambling],
  ] as const) {
    const path = artifactPath(kind, category);
    if (names) await put(path, kind, category, listBytes(names), names.length);
  }
  for (const [kind, told] of Object.entries(NOTHING_TO_TELL)) {
    await put(`${kind}.json.gz`, kind, null, new TextEncoder().encode(JSON.stringify(told)), 0);
  }
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
