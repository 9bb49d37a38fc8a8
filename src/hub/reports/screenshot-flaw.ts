import { readJpeg } from "../../core/report/read-jpeg.ts";

/** Longest side of a picture in pixels: a small file may still unfold into more than a reviewer's machine can hold. */
const MAX_SIDE = 4096;
/**
 * By what other programs know a PDF or a web page, wherever it stands in a file. Of a million pictures not one holds
 * such a sign by chance in its coded pixels.
 */
const OTHER_FORMATS = /%PDF-\d|<(?:script|html|body|iframe|\?php)[\s>/]/i;
/** A ZIP archive's first file and its directory (APPNOTE 4.3.7, 4.3.16). */
const ZIP_SIGNS = ["PK\u0003\u0004", "PK\u0005\u0006"];

/** Why this is no picture that a reviewer should be given, or null. @param base64 as it was sent */
export function screenshotFlaw(base64: string): string | null {
  const bytes = Buffer.from(base64, "base64");
  const jpeg = readJpeg(bytes);
  if (!jpeg.ok) return jpeg.problem;
  const { width, height } = jpeg;
  if (width === 0 || height === 0 || width > MAX_SIDE || height > MAX_SIDE) {
    return `${width} by ${height} pixels, the limit is ${MAX_SIDE} by ${MAX_SIDE}`;
  }
  const text = bytes.toString("latin1");
  if (OTHER_FORMATS.test(text) || ZIP_SIGNS.every((sign) => text.includes(sign)))
    return "it is a file of another kind, too";
  return null;
}
