import { describe, expect, it } from "vitest";
import { type MetadataType, parseMetadata } from "../../../../src/core/feed/metadata.ts";
import { FeedSimulator, utf8 } from "../../../fixtures/feed/feed-simulator.ts";

const damaged = expect.objectContaining({ name: "FeedError", code: "damaged" });
const feed = new FeedSimulator();
const files: Record<MetadataType, string> = {
  root: "metadata/1.root.json",
  timestamp: "metadata/timestamp.json",
  snapshot: "metadata/1.snapshot.json",
  targets: "metadata/1.targets.json",
};

interface File {
  signed: Record<string, unknown>;
  signatures: unknown;
  [field: string]: unknown;
}

/** A good file of this type with a change. */
function changed(type: MetadataType, change: (file: File) => void): Uint8Array<ArrayBuffer> {
  const file = JSON.parse(new TextDecoder().decode(feed.file(files[type]))) as File;
  change(file);
  return utf8(JSON.stringify(file));
}

describe.each(["root", "timestamp", "snapshot", "targets"] as const)("%s metadata", (type) => {
  it("is read, with fields that nobody knows left in what is signed", () => {
    const bytes = changed(type, (file) => {
      file.signed["x-new"] = { b: 1, a: "ắ" };
      file["x-outside"] = 1;
    });
    const parsed = parseMetadata(type, bytes);
    expect(parsed.signed._type).toBe(type);
    expect(new TextDecoder().decode(parsed.signedBytes)).toContain('"x-new":{"a":"ắ","b":1}');
  });

  it.each<[string, (file: File) => void]>([
    ["of another type", (file) => (file.signed._type = "mirrors")],
    ["without a version", (file) => delete file.signed.version],
    ["of version 0", (file) => (file.signed.version = 0)],
    ["of a version with a fraction", (file) => (file.signed.version = 1.5)],
    ["of another specification", (file) => (file.signed.spec_version = "2.0.0")],
    ["without expiry", (file) => delete file.signed.expires],
    [
      "that expires on a day that is none",
      (file) => (file.signed.expires = "2026-02-30T00:00:00Z"),
    ],
    ["that expires in local time", (file) => (file.signed.expires = "2026-02-03T00:00:00+07:00")],
    ["without signatures", (file) => delete file.signatures],
    ["with signatures of the wrong shape", (file) => (file.signatures = { a: "00" })],
    ["with a number that has no canonical form", (file) => (file.signed.x = 0.5)],
  ])("%s is refused", (_, change) => {
    expect(() => parseMetadata(type, changed(type, change))).toThrow(damaged);
  });

  it.each(["", "null", "[]", "{}", '{"signed":1,"signatures":[]}', "[".repeat(100_000)])(
    "that is %.20j is refused",
    (text) => {
      expect(() => parseMetadata(type, utf8(text))).toThrow(damaged);
    },
  );

  it("that is no UTF-8 is refused", () => {
    const bytes = feed.file(files[type]).slice();
    bytes[bytes.length - 3] = 0xff;
    expect(() => parseMetadata(type, bytes)).toThrow(damaged);
  });
});

it.each<[MetadataType, string, unknown]>([
  ["root", "keys", []],
  ["root", "roles", { root: { keyids: [], threshold: 1 } }],
  ["timestamp", "meta", {}],
  ["timestamp", "meta", { "snapshot.json": { version: 0 } }],
  ["snapshot", "meta", { "targets.json": { version: 1, length: -1 } }],
  ["snapshot", "meta", { "targets.json": { version: 1, hashes: {} } }],
  ["targets", "targets", { a: { length: 1 } }],
  ["targets", "targets", { a: { length: 1, hashes: { sha256: "../x" } } }],
  ["targets", "delegations", { keys: {} }],
  ["targets", "delegations", { keys: {}, roles: [{ name: "A" }] }],
  [
    "targets",
    "delegations",
    { keys: {}, succinct_roles: { keyids: [], threshold: 1, bit_length: 33, name_prefix: "b" } },
  ],
  [
    "targets",
    "delegations",
    {
      keys: {},
      roles: [
        {
          name: "A",
          keyids: [],
          threshold: 1,
          terminating: false,
          paths: [],
          path_hash_prefixes: [],
        },
      ],
    },
  ],
])("%s with %s of the wrong shape is refused", (type, field, value) => {
  const bytes = changed(type, (file) => {
    file.signed[field] = value;
  });
  expect(() => parseMetadata(type, bytes)).toThrow(damaged);
});
