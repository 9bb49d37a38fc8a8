import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { type HubProcess, hubProcess } from "./hub-process.ts";

/** Most memory that the hub may have had at once, in bytes. */
const MEMORY_LIMIT = 400 * 2 ** 20;
/** Milliseconds in which a person's report must be answered while the attack goes on. */
const REPORT_TIME = 2_000;

const LIST = `targets/${"a".repeat(64)}.blocklist.bin`;
const CHANGING_FILE = "targets/popular.bin";
const FEED = { [LIST]: new Uint8Array(8_000_000), [CHANGING_FILE]: new Uint8Array(8_000_000) };

const head = (start: string, ...headers: string[]) =>
  [`${start} HTTP/1.1`, "Host: hub", ...headers, "", ""].join("\r\n");
const get = (path: string) => head(`GET ${path}`);
const post = (...headers: string[]) =>
  head("POST /v1/reports", "Content-Type: application/json", ...headers);

/** Nobody reads an answer in any of these. */
const ATTACKS: readonly (readonly [name: string, attack: (hub: HubProcess) => Promise<unknown>])[] =
  [
    ["pipelined requests", (hub) => hub.flood(600, get("/v1/health").repeat(1500))],
    ["pipelined downloads", (hub) => hub.flood(600, get(`/${LIST}`).repeat(1500))],
    ["pipelined HEAD requests", (hub) => hub.flood(600, head("HEAD /metadata/x").repeat(1500))],
    ["downloads of the list", (hub) => hub.flood(1000, get(`/${LIST}`))],
    ["downloads of a file that changes", (hub) => hub.flood(600, get(`/${CHANGING_FILE}`))],
    [
      "downloads from many addresses",
      async (hub) => {
        for (let n = 10; n < 16; n++) await hub.flood(200, get(`/${LIST}`), `127.0.0.${n}`);
      },
    ],
    [
      "uploads that never end",
      (hub) => hub.flood(700, post("Content-Length: 560000") + "x".repeat(559_000)),
    ],
    [
      "uploads of unknown length that never end",
      (hub) => {
        const chunk = `8000\r\n${"x".repeat(0x8000)}\r\n`;
        return hub.flood(700, post("Transfer-Encoding: chunked") + chunk.repeat(17));
      },
    ],
  ];

/** Tries again, as a browser does: on a busy machine the first try may take longer. */
async function reportGoesThrough(hub: HubProcess): Promise<boolean> {
  for (let attempt = 0; attempt < 15; attempt++) {
    try {
      return (await hub.sendReport(AbortSignal.timeout(REPORT_TIME))) === 201;
    } catch (error) {
      if (!(error instanceof Error)) throw error;
    }
  }
  return false;
}

// The memory of a process is read from /proc.
describe.skipIf(process.platform !== "linux")("the hub under attack", () => {
  it.each(ATTACKS)("keeps its memory bounded and takes a report during %s", async (_, attack) => {
    const hub = await hubProcess(FEED);
    await attack(hub);
    await sleep(300);
    expect(await reportGoesThrough(hub)).toBe(true);
    await sleep(300);
    expect(hub.peakMemory()).toBeLessThan(MEMORY_LIMIT);
  });

  it("closes the oldest connections of an address that opens thousands and says nothing", async () => {
    const hub = await hubProcess();
    await hub.flood(2000, "");
    expect(await reportGoesThrough(hub)).toBe(true);
    await expect.poll(() => hub.openFiles()).toBeLessThan(512 + 100);
  });

  it("leaves a quiet client its connection while thousands come from other addresses", async () => {
    const hub = await hubProcess();
    const [quiet] = await hub.flood(1, "", "127.0.0.9");
    for (let n = 10; n < 20; n++) await hub.flood(300, "GET /", `127.0.0.${n}`);
    const answer = new Promise<string>((resolve) => {
      quiet?.once("data", (data) => resolve(String(data)));
      quiet?.on("close", () => resolve("closed"));
    });
    quiet?.resume();
    quiet?.write(get("/v1/health"));
    expect(await answer).toMatch(/^HTTP\/1\.1 200 /);
  });

  it("prints nothing about clients that break off, and closes their files", async () => {
    const hub = await hubProcess(FEED);
    const before = { printed: hub.printed(), files: hub.openFiles() };
    const sockets = [
      ...(await hub.flood(50, get(`/${LIST}`))),
      ...(await hub.flood(50, `${post("Content-Length: 50000")}{`)),
      ...(await hub.flood(50, `${post("Transfer-Encoding: chunked")}1\r\n{\r\n`)),
    ];
    await sleep(300);
    for (const socket of sockets) socket.destroy();
    await expect.poll(() => hub.openFiles()).toBeLessThan(before.files + 10);
    expect(await reportGoesThrough(hub)).toBe(true);
    expect(hub.printed()).toBe(before.printed);
  });

  it("serves a whole office behind one address at once", async () => {
    const hub = await hubProcess({ [LIST]: new Uint8Array(1_000_000) });
    const downloads = Array.from({ length: 200 }, async () => {
      const answer = await fetch(`${hub.url}/${LIST}`);
      return (await answer.arrayBuffer()).byteLength;
    });
    const reports = Array.from({ length: 100 }, () => hub.sendReport(AbortSignal.timeout(60_000)));
    expect(new Set(await Promise.all(downloads))).toEqual(new Set([1_000_000]));
    expect(new Set(await Promise.all(reports))).toEqual(new Set([201]));
  });
});
