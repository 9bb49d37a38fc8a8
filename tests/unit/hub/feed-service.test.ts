import { mkdir, rename, symlink, writeFile } from "node:fs/promises";
import { connect } from "node:net";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { type HubForTest, hubForTest } from "./hub-for-test.ts";

const HASH = "a".repeat(64);
let hub: HubForTest;

beforeEach(async () => {
  hub = await hubForTest();
  const files: Record<string, string> = {
    "metadata/timestamp.json": '{"signed":1}',
    "metadata/1.root.json": '{"root":1}',
    "metadata/3.snapshot.json": '{"snapshot":3}',
    "metadata/3.targets.json": '{"targets":3}',
    "metadata/3.local%2Fhanoi.json": '{"delegated":3}',
    "metadata/root.json": '{"root":"unversioned"}',
    [`targets/${HASH}.blocklist.bin`]: "\u0000\u0001binary",
    [`targets/deltas/${HASH}.1-2.gz`]: "delta",
    "targets/plain.txt": "plain",
    "targets/.hidden": "secret",
    ".git/config": "secret",
    "secret.txt": "secret",
    "keys/root.pem": "secret",
  };
  for (const [name, content] of Object.entries(files)) {
    const path = join(hub.feedFolder, name);
    await mkdir(join(path, ".."), { recursive: true });
    await writeFile(path, content);
  }
});

/** Sends a path exactly as written: fetch would tidy up "..". */
function rawGet(path: string): Promise<string> {
  const { hostname, port } = new URL(hub.url);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname);
    let text = "";
    socket.setEncoding("utf8");
    socket.on("data", (part) => {
      text += part;
    });
    socket.on("end", () => resolve(text));
    socket.on("error", reject);
    socket.write(`GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`);
  });
}

describe("a feed that is served", () => {
  it("lets the timestamp be asked for each time, for the price of a 304 when nothing changed", async () => {
    const address = `${hub.url}/metadata/timestamp.json`;
    const first = await fetch(address);
    expect(await first.text()).toBe('{"signed":1}');
    expect(first.headers.get("cache-control")).toBe("no-cache");
    expect(first.headers.get("content-type")).toBe("application/json; charset=utf-8");
    const etag = first.headers.get("etag") ?? "";
    const second = await fetch(address, { headers: { "if-none-match": `"other", W/${etag}` } });
    expect([second.status, await second.text()]).toEqual([304, ""]);
    expect(second.headers.get("etag")).toBe(etag);
  });

  it("gives the new timestamp at once when the publisher has put one in its place", async () => {
    const address = `${hub.url}/metadata/timestamp.json`;
    const etag = (await fetch(address)).headers.get("etag") ?? "";
    const next = join(hub.feedFolder, "metadata/next");
    await writeFile(next, '{"signed":2}');
    await rename(next, join(hub.feedFolder, "metadata/timestamp.json"));
    const answer = await fetch(address, { headers: { "if-none-match": etag } });
    expect([answer.status, await answer.text()]).toEqual([200, '{"signed":2}']);
  });

  it.each([
    ["metadata/1.root.json", "application/json; charset=utf-8"],
    ["metadata/3.snapshot.json", "application/json; charset=utf-8"],
    ["metadata/3.targets.json", "application/json; charset=utf-8"],
    ["metadata/3.local%2Fhanoi.json", "application/json; charset=utf-8"],
    [`targets/${HASH}.blocklist.bin`, "application/octet-stream"],
    [`targets/deltas/${HASH}.1-2.gz`, "application/gzip"],
  ])("lets caches keep %s for a year", async (path, type) => {
    const answer = await fetch(`${hub.url}/${path}`);
    expect(answer.status).toBe(200);
    expect(answer.headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
    expect(answer.headers.get("content-type")).toBe(type);
    expect(answer.headers.get("content-encoding")).toBeNull();
    expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
    const again = await fetch(`${hub.url}/${path}`, {
      headers: { "if-none-match": answer.headers.get("etag") ?? "" },
    });
    expect(again.status).toBe(304);
  });

  it.each(["metadata/root.json", "targets/plain.txt"])(
    "has caches ask again for %s, whose name doesn't say its version",
    async (path) => {
      const answer = await fetch(`${hub.url}/${path}`);
      expect([answer.status, answer.headers.get("cache-control")]).toEqual([200, "no-cache"]);
    },
  );

  it("answers HEAD with the length and no body", async () => {
    const answer = await fetch(`${hub.url}/targets/${HASH}.blocklist.bin`, { method: "HEAD" });
    expect([answer.status, answer.headers.get("content-length")]).toEqual([200, "8"]);
    expect(await answer.text()).toBe("");
  });

  it("lets a cache keep the answer that there is no next root, for a minute", async () => {
    const answer = await fetch(`${hub.url}/metadata/2.root.json`);
    expect([answer.status, answer.headers.get("cache-control")]).toEqual([
      404,
      "public, max-age=60",
    ]);
  });

  it("may be read by any web page, conditional requests included", async () => {
    const preflight = await fetch(`${hub.url}/metadata/timestamp.json`, {
      method: "OPTIONS",
      headers: {
        origin: "https://tool.example",
        "access-control-request-method": "GET",
        "access-control-request-headers": "if-none-match",
      },
    });
    expect(preflight.headers.get("access-control-allow-origin")).toBe("*");
    expect(preflight.headers.get("access-control-allow-headers")).toContain("if-none-match");
    const answer = await fetch(`${hub.url}/metadata/timestamp.json`);
    expect(answer.headers.get("access-control-allow-origin")).toBe("*");
  });

  it("answers 503 and tells the operator why when the disk does not give it out", async () => {
    await symlink("loop.json", join(hub.feedFolder, "metadata/loop.json"));
    const answer = await fetch(`${hub.url}/metadata/loop.json`);
    expect(answer.status).toBe(503);
    expect(await answer.json()).toMatchObject({ error: "feed-unavailable" });
    expect(hub.logged).toEqual([expect.stringMatching(/^the feed can't be read: ELOOP/)]);
  });

  it("can't be written", async () => {
    const answer = await fetch(`${hub.url}/metadata/timestamp.json`, { method: "PUT", body: "x" });
    expect(answer.status).toBe(405);
  });
});

describe("what isn't the feed", () => {
  it.each([
    "/metadata/",
    "/metadata",
    "/targets/deltas",
    "/targets/deltas/",
    "/secret.txt",
    "/keys/root.pem",
    "/metadata/../secret.txt",
    "/metadata/..%2fsecret.txt",
    "/metadata/%2e%2e/secret.txt",
    "/metadata/..%5csecret.txt",
    "/metadata/..\\secret.txt",
    "/metadata/%252e%252e/secret.txt",
    "/targets/./plain.txt/../../secret.txt",
    "/targets//etc/passwd",
    "/targets/.hidden",
    "/targets/%2ehidden",
    "/metadata/../.git/config",
    "/metadata/timestamp.json%00",
    "/metadata/%",
    "/metadata/%ff",
    `/targets/${"a".repeat(5000)}`,
    "//metadata/timestamp.json",
  ])("isn't given out: %s", async (path) => {
    const answer = await rawGet(path);
    expect(answer).toMatch(/^HTTP\/1\.1 (?:404|400)/);
    expect(answer).not.toContain("secret");
  });

  it("isn't reached through a link that leads out of its two folders", async () => {
    await symlink(join(hub.feedFolder, "secret.txt"), join(hub.feedFolder, "targets/inside.txt"));
    await symlink("/etc/hostname", join(hub.feedFolder, "targets/outside.txt"));
    await symlink(join(hub.feedFolder, "targets/plain.txt"), join(hub.feedFolder, "targets/same"));
    const status = async (name: string) => (await fetch(`${hub.url}/targets/${name}`)).status;
    expect(await status("inside.txt")).toBe(404);
    expect(await status("outside.txt")).toBe(404);
    expect(await status("same")).toBe(200);
  });
});

it("answers 404 for a feed that was never published, and serves it once it is", async () => {
  const empty = await hubForTest({ feedFolder: join(hub.feedFolder, "later") });
  expect((await fetch(`${empty.url}/metadata/timestamp.json`)).status).toBe(404);
  await mkdir(join(empty.feedFolder, "metadata"));
  await writeFile(join(empty.feedFolder, "metadata/timestamp.json"), "{}");
  expect((await fetch(`${empty.url}/metadata/timestamp.json`)).status).toBe(200);
});
