import { createHash } from "node:crypto";
import { gunzipSync, gzipSync } from "node:zlib";
import { diffBlocklists } from "../../../../../src/core/blocklist/delta.ts";
import { artifactPath, deltaPath, type ListKind } from "../../../../../src/core/feed/artifacts.ts";
import { FeedError } from "../../../../../src/core/feed/feed-error.ts";
import type { FeedClient, TargetInfo } from "../../../../../src/core/feed/types.ts";
import type { Bytes } from "../../../../../src/extension/background/store/store.ts";
import { listBytes } from "./lists.ts";

const hash = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

/** A feed whose signatures are taken for good: what a client gives out after it has verified them. */
export interface FakeFeed {
  client: FeedClient;
  version: number;
  expires: number;
  downloads: string[];
  /** Thrown by the next refresh. */
  failRefresh: Error | null;
  /** Changes what the server gives for a path. */
  tamper: Map<string, Uint8Array>;
  /** Publishes lists with deltas from the ones before, and other files as JSON. */
  publish(
    lists: Partial<Record<ListKind, readonly string[]>>,
    files?: {
      brands?: unknown;
      model?: unknown;
      alerts?: unknown;
      portals?: unknown;
      contacts?: unknown;
      decisions?: unknown;
    },
  ): void;
}

export function fakeFeed(expires: number): FakeFeed {
  let targets = new Map<string, TargetInfo>();
  const files = new Map<string, Uint8Array>();
  const published = new Map<ListKind, Bytes>();

  function target(path: string, raw: Uint8Array, custom: object): void {
    const zipped = gzipSync(raw);
    files.set(path, zipped);
    targets.set(path, {
      path,
      length: zipped.length,
      hashes: { sha256: hash(zipped) },
      custom: { ...custom, raw: { length: raw.length, sha256: hash(raw) } },
    });
  }

  const feed: FakeFeed = {
    version: 0,
    expires,
    downloads: [],
    failRefresh: null,
    tamper: new Map(),
    publish(lists, json = {}) {
      targets = new Map();
      feed.version++;
      for (const [kind, names] of Object.entries(lists) as [ListKind, readonly string[]][]) {
        const bytes = listBytes(names);
        const path = artifactPath(kind, "scam");
        const made = "2026-11-01T00:00:00.000Z";
        target(path, bytes, { kind, category: "scam", count: names.length, made });
        const before = published.get(kind);
        if (before && hash(before) !== hash(bytes)) {
          const delta = diffBlocklists(before, bytes);
          const [from, to] = [hash(before), hash(bytes)];
          target(deltaPath(path, from), delta, { kind: "delta", of: path, from, to });
        }
        published.set(kind, bytes);
      }
      const kinds = ["brands", "model", "alerts", "portals", "contacts", "decisions"] as const;
      for (const kind of kinds) {
        if (json[kind] === undefined) continue;
        target(artifactPath(kind), new TextEncoder().encode(JSON.stringify(json[kind])), { kind });
      }
    },
    client: {
      async refresh() {
        if (feed.failRefresh) {
          const error = feed.failRefresh;
          feed.failRefresh = null;
          throw error;
        }
        const { version } = feed;
        return {
          version,
          timestampVersion: version,
          expires: feed.expires,
          changed: true,
          targets,
        };
      },
      trusted: async () => null,
      target: async (path) => targets.get(path) ?? null,
      async download({ path }) {
        feed.downloads.push(path);
        const bytes = feed.tamper.get(path) ?? files.get(path);
        if (!bytes) throw new FeedError("not-found", path);
        return new Uint8Array(bytes);
      },
    },
  };
  return feed;
}

export async function gunzip(bytes: Uint8Array, maxLength: number): Promise<Bytes> {
  return new Uint8Array(gunzipSync(bytes, { maxOutputLength: maxLength }));
}
