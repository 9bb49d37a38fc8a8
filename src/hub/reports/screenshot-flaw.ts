import { jpegSize } from "../../core/report/jpeg-size.ts";

/** Longest side of a picture in pixels: a small file may still unfold into more than a reviewer's machine can hold. */
const MAX_SIDE = 4096;

/** Why this is no picture that a reviewer should be given, or null. @param base64 as it was sent */
export function screenshotFlaw(base64: string): string | null {
  const size = jpegSize(Buffer.from(base64, "base64"));
  if (size === null) return "this is no JPEG picture";
  const { width, height } = size;
  if (width === 0 || height === 0 || width > MAX_SIDE || height > MAX_SIDE) {
    return `${width} by ${height} pixels, the limit is ${MAX_SIDE} by ${MAX_SIDE}`;
  }
  return null;
}
