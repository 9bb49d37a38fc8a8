export type Jpeg =
  | { ok: true /** In pixels. */; width: number; height: number }
  | { ok: false; problem: string };

/** Longest colour profile; Chromium writes one of 472 bytes, Firefox none. */
const MAX_PROFILE_BYTES = 1024;
/** All tables that a picture can use: 4 of quantisation and 8 of Huffman codes, each with its segment's head. */
const MAX_TABLE_BYTES = 4 * 69 + 8 * 277;

/**
 * Reads a picture as the browsers' canvas encoders write it: a baseline JPEG (ITU-T T.81) of one frame and one scan, with
 * nothing before, between or behind. All that such a picture doesn't need is refused: a second frame, which other
 * programs may show in place of the first; comments and application data (EXIF, places, thumbnails, further pictures);
 * many scans or restarts, which cost a viewer hours; whatever stands behind the end.
 */
export function readJpeg(bytes: Uint8Array): Jpeg {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return flaw("this is no JPEG picture");
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let frame: { width: number; height: number; components: number } | null = null;
  let tableBytes = 0;
  let hasProfile = false;
  let at = 2;
  while (at + 4 <= bytes.length) {
    const marker = view.getUint16(at);
    const length = view.getUint16(at + 2);
    const segment = bytes.subarray(at + 4, at + 2 + length);
    if (length < 2 || segment.length !== length - 2) return CUT_OFF;
    switch (marker) {
      case APP0:
        if (at !== 2 || !isPlainJfif(segment)) return TOO_MUCH;
        break;
      case APP2:
        if (hasProfile || !isProfile(segment)) return TOO_MUCH;
        hasProfile = true;
        break;
      case DQT:
      case DHT:
        tableBytes += length + 2;
        if (tableBytes > MAX_TABLE_BYTES) return TOO_MUCH;
        break;
      case SOF0: {
        if (frame !== null) return flaw("it holds more than one picture");
        const components = segment[5] ?? 0;
        if (segment[0] !== 8 || ![1, 3].includes(components)) return UNUSUAL;
        if (segment.length !== 6 + 3 * components) return UNUSUAL;
        frame = { height: view.getUint16(at + 5), width: view.getUint16(at + 7), components };
        break;
      }
      case SOS: {
        if (frame === null || segment[0] !== frame.components) return UNUSUAL;
        if (segment.length !== 4 + 2 * frame.components) return UNUSUAL;
        const { width, height } = frame;
        return scanFlaw(bytes.subarray(at + 2 + length)) ?? { ok: true, width, height };
      }
      default:
        return marker >> 8 === 0xff && marker !== EOI ? TOO_MUCH : CUT_OFF;
    }
    at += 2 + length;
  }
  return CUT_OFF;
}

const APP0 = 0xffe0;
const APP2 = 0xffe2;
const DQT = 0xffdb;
const DHT = 0xffc4;
const SOF0 = 0xffc0;
const SOS = 0xffda;
const EOI = 0xffd9;

const CUT_OFF = flaw("the JPEG picture is damaged or cut off");
const TOO_MUCH = flaw("the JPEG file holds more than a plain picture");
const UNUSUAL = flaw("the JPEG picture is of a kind that browsers don't write");

function flaw(problem: string): { ok: false; problem: string } {
  return { ok: false, problem };
}

/** JFIF 1.02: version, density, and a thumbnail of no size. */
function isPlainJfif(segment: Uint8Array): boolean {
  return segment.length === 14 && startsWith(segment, "JFIF\0") && !segment[12] && !segment[13];
}

/** The one part of an ICC profile of one part (ICC.1, annex B.4). */
function isProfile(segment: Uint8Array): boolean {
  return segment.length <= MAX_PROFILE_BYTES && startsWith(segment, "ICC_PROFILE\0\u0001\u0001");
}

function startsWith(bytes: Uint8Array, text: string): boolean {
  return [...text].every((character, i) => bytes[i] === character.charCodeAt(0));
}

/** What is wrong with coded pixels and the end of the file behind them, or null. */
function scanFlaw(bytes: Uint8Array): Jpeg | null {
  let at = bytes.indexOf(0xff);
  // Within coded pixels 0xFF is always followed by 0 (T.81, B.1.1.5).
  while (at !== -1 && bytes[at + 1] === 0) at = bytes.indexOf(0xff, at + 2);
  if (at === -1 || at + 1 === bytes.length) return CUT_OFF;
  if (bytes[at + 1] !== (EOI & 0xff) || at + 2 !== bytes.length) return TOO_MUCH;
  return at === 0 ? CUT_OFF : null;
}
