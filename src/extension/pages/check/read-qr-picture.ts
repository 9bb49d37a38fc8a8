import { type OpenedPicture, openPicture } from "../picture/open-picture.ts";

/** Longest side in pixels at which a code is looked for; the reader itself also looks at smaller sizes. */
const LONGEST_SIDE = 2_000;
/** Milliseconds in which the reader may try again. */
const PATIENCE = 800;

export type QrPicture =
  | { ok: true; text: string }
  | { ok: false; problem: "no-code" }
  | Extract<OpenedPicture, { ok: false }>;

/** Reads the QR code in a picture, within the page: the picture goes nowhere and is kept nowhere. Never rejects. */
export type ReadQrPicture = (picture: Blob) => Promise<QrPicture>;

export const readQrPicture: ReadQrPicture = async (picture) => {
  const opened = await openPicture(picture);
  if (!opened.ok) return opened;
  const { bitmap } = opened;
  try {
    const pixels = pixelsOf(bitmap);
    if (pixels === null) return { ok: false, problem: "unreadable" };
    // Loaded when the first picture is given.
    const { default: decode } = await import("qr/decode.js");
    return { ok: true, text: decode(pixels, { timeLimit: PATIENCE }) };
  } catch {
    // The reader throws where it finds no code; the person is told.
    return { ok: false, problem: "no-code" };
  } finally {
    bitmap.close();
  }
};

function pixelsOf(bitmap: ImageBitmap): ImageData | null {
  const scale = Math.min(1, LONGEST_SIDE / Math.max(bitmap.width, bitmap.height));
  const width = Math.max(1, Math.round(bitmap.width * scale));
  const height = Math.max(1, Math.round(bitmap.height * scale));
  const context = new OffscreenCanvas(width, height).getContext("2d");
  if (context === null) return null;
  // Of a picture with a clear ground the code is meant to be seen on white.
  context.fillStyle = "#fff";
  context.fillRect(0, 0, width, height);
  context.drawImage(bitmap, 0, 0, width, height);
  return context.getImageData(0, 0, width, height);
}
