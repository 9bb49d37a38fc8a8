import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { hubForTest, reportForTest } from "../unit/hub/hub-for-test.ts";

const FIXTURES = join(import.meta.dirname, "../fixtures/pictures");
const CHROMIUM = readFileSync(join(FIXTURES, "chromium-canvas.jpg"));
const FIREFOX = readFileSync(join(FIXTURES, "firefox-canvas.jpg"));

const SOF0 = 0xc0;
const SOF2 = 0xc2;
const DHT = 0xc4;
const SOS = 0xda;
const DRI = 0xdd;
const COMMENT = 0xfe;
const app = (n: number) => 0xe0 + n;

/** A segment (T.81, B.1.1.4). */
function segment(marker: number, ...parts: (string | Uint8Array)[]): Buffer {
  const content = Buffer.concat(
    parts.map((part) => (typeof part === "string" ? Buffer.from(part, "latin1") : part)),
  );
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(content.length + 2, 2);
  return Buffer.concat([head, content]);
}

/** The first segment of this kind. */
function find(picture: Buffer, marker: number): { at: number; bytes: Buffer } {
  let at = 2;
  while (picture[at + 1] !== marker) at += 2 + picture.readUInt16BE(at + 2);
  return { at, bytes: picture.subarray(at, at + 2 + picture.readUInt16BE(at + 2)) };
}

/** The picture with bytes put in front of its first segment of this kind. */
function before(marker: number, ...added: Buffer[]): Buffer {
  const { at } = find(CHROMIUM, marker);
  return Buffer.concat([CHROMIUM.subarray(0, at), ...added, CHROMIUM.subarray(at)]);
}

/** The picture with its coded pixels replaced. */
function withPixels(change: (pixels: Buffer) => Buffer): Buffer {
  const { at, bytes } = find(CHROMIUM, SOS);
  const begin = at + bytes.length;
  const pixels = change(CHROMIUM.subarray(begin, -2));
  return Buffer.concat([CHROMIUM.subarray(0, begin), pixels, CHROMIUM.subarray(-2)]);
}

const profile = (content: string) => segment(app(2), "ICC_PROFILE\0\u0001\u0001", content);

function withProfile(content: string): Buffer {
  const { at, bytes } = find(CHROMIUM, app(2));
  return Buffer.concat([
    CHROMIUM.subarray(0, at),
    profile(content),
    CHROMIUM.subarray(at + bytes.length),
  ]);
}

function frame(marker: number, width: number, height: number): Buffer {
  const copy = Buffer.from(find(CHROMIUM, SOF0).bytes);
  copy[1] = marker;
  copy.writeUInt16BE(height, 5);
  copy.writeUInt16BE(width, 7);
  return copy;
}

function withFrame(marker: number, width: number, height: number): Buffer {
  const { at, bytes } = find(CHROMIUM, SOF0);
  return Buffer.concat([
    CHROMIUM.subarray(0, at),
    frame(marker, width, height),
    CHROMIUM.subarray(at + bytes.length),
  ]);
}

const text = (content: string) => Buffer.from(content, "latin1");
const ZIP = text(`PK\u0003\u0004${"\0".repeat(26)}evil.exePK\u0005\u0006${"\0".repeat(18)}`);
const HTML = text("<!doctype html><script>alert(1)</script>");

const ATTACKS: readonly (readonly [name: string, picture: Buffer, problem: RegExp])[] = [
  ["a second frame of another size", before(SOS, frame(SOF0, 4000, 4000)), /more than one picture/],
  ["a larger frame in front", before(SOF0, frame(SOF0, 8, 8)), /more than one picture/],
  ["a frame for other programs", before(SOF0, frame(SOF2, 4000, 4000)), /more than a plain/],
  ["65,500 by 65,500 pixels", withFrame(SOF0, 65_500, 65_500), /the limit is/],
  ["no lines, which stand behind the pixels", withFrame(SOF0, 64, 0), /the limit is/],
  ["progressive coding", withFrame(SOF2, 64, 48), /more than a plain/],
  [
    "many scans",
    withPixels((pixels) => Buffer.concat(Array(50).fill(find(CHROMIUM, SOS).bytes).concat(pixels))),
    /more than a plain/,
  ],
  [
    "restart markers without end",
    withPixels(() => Buffer.alloc(10_000, "\xff\xd0", "latin1")),
    /more than a plain/,
  ],
  ["a restart interval", before(SOS, segment(DRI, "\0\u0001")), /more than a plain/],
  [
    "the place where it was taken",
    before(0xdb, segment(app(1), "Exif\0\0MM\0*GPS")),
    /more than a plain/,
  ],
  [
    "a thumbnail of what was covered",
    before(0xdb, segment(app(0), "JFXX\0\u0010", FIREFOX)),
    /more than a plain/,
  ],
  ["further pictures (MPF)", before(0xdb, segment(app(2), "MPF\0MM\0*")), /more than a plain/],
  ["a web page in its colour profile", withProfile(`${"\0".repeat(128)}${HTML}`), /another kind/],
  ["a long colour profile", withProfile("\0".repeat(60_000)), /more than a plain/],
  ["a second colour profile", before(SOF0, profile("")), /more than a plain/],
  ["a comment", before(SOF0, segment(COMMENT, HTML)), /more than a plain/],
  ["application data", before(SOF0, segment(app(13), "Photoshop 3.0\0")), /more than a plain/],
  [
    "thousands of tables",
    before(SOF0, ...Array(2000).fill(find(CHROMIUM, DHT).bytes)),
    /more than a plain/,
  ],
  ["a picture behind its end", Buffer.concat([CHROMIUM, FIREFOX]), /more than a plain/],
  ["an archive behind its end", Buffer.concat([CHROMIUM, ZIP]), /more than a plain/],
  ["a single byte behind its end", Buffer.concat([CHROMIUM, text("\n")]), /more than a plain/],
  [
    "an archive among its pixels",
    withPixels((pixels) => Buffer.concat([pixels, ZIP])),
    /another kind/,
  ],
  [
    "a web page among its pixels",
    withPixels((pixels) => Buffer.concat([HTML, pixels])),
    /another kind/,
  ],
  [
    "a PDF among its pixels",
    withPixels((pixels) => Buffer.concat([text("%PDF-1.7\n"), pixels])),
    /another kind/,
  ],
  ["its end cut off", CHROMIUM.subarray(0, -300), /cut off/],
  ["its pixels cut out", withPixels(() => Buffer.alloc(0)), /cut off/],
  ["a PNG in its place", text("\x89PNG\r\n\u001a\n\0\0\0\rIHDR"), /no JPEG/],
  ["a WebP in its place", text("RIFF\u0010\0\0\0WEBPVP8 "), /no JPEG/],
  [
    "an SVG in its place",
    text('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'),
    /no JPEG/,
  ],
];

describe("a picture that carries something else to the reviewers", () => {
  it.each(ATTACKS)("is refused with what is wrong: %s", async (_, picture, problem) => {
    const hub = await hubForTest();
    const answer = await hub.send(reportForTest({ screenshot: picture.toString("base64") }));
    expect(answer.status).toBe(422);
    expect(await answer.text()).toMatch(problem);
    expect([...hub.store.list()]).toEqual([]);
  });
});

describe("a picture as a browser's canvas encodes it", () => {
  it.each([
    ["Chromium", CHROMIUM],
    ["Firefox", FIREFOX],
  ])("is taken and kept unchanged: %s", async (_, picture) => {
    const hub = await hubForTest();
    const answer = await hub.send(reportForTest({ screenshot: picture.toString("base64") }));
    expect(answer.status).toBe(201);
    const { receipt } = (await answer.json()) as { receipt: string };
    expect(Buffer.compare(hub.store.screenshot(receipt) ?? Buffer.of(), picture)).toBe(0);
  });
});
