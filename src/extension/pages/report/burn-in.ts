import { MAX_SCREENSHOT_BYTES } from "../../../core/report/report.ts";
import { type CoverBox, pixelsOf } from "./cover-box.ts";

/** Longest side of the picture that is sent, in pixels. */
const MAX_SIDE = 1600;
/** Tried one after the other until the picture is small enough. */
const ATTEMPTS: readonly { scale: number; quality: number }[] = [
  { scale: 1, quality: 0.8 },
  { scale: 1, quality: 0.6 },
  { scale: 0.75, quality: 0.6 },
  { scale: 0.5, quality: 0.5 },
  { scale: 0.35, quality: 0.4 },
];

/** Reads a picture. @param source data: address @throws if it is none */
export async function readPicture(source: string): Promise<HTMLImageElement> {
  const image = new Image();
  image.src = source;
  await image.decode();
  return image;
}

/**
 * Draws a picture anew with black where the boxes lie, and encodes it. What lay below them is in no byte of it, nor is
 * anything else that the first file may have carried.
 *
 * @returns a JPEG in base64, or null if it can't be made small enough
 */
export async function burnIn(
  image: HTMLImageElement,
  boxes: readonly CoverBox[],
): Promise<string | null> {
  const fit = Math.min(1, MAX_SIDE / Math.max(image.naturalWidth, image.naturalHeight));
  for (const { scale, quality } of ATTEMPTS) {
    const canvas = drawn(image, boxes, fit * scale);
    const base64 = canvas.toDataURL("image/jpeg", quality).replace(/^data:image\/jpeg;base64,/, "");
    // A browser that can't encode answers with another type or with nothing.
    if (base64.startsWith("data:") || base64 === "") return null;
    if ((base64.length / 4) * 3 <= MAX_SCREENSHOT_BYTES) return base64;
  }
  return null;
}

function drawn(
  image: HTMLImageElement,
  boxes: readonly CoverBox[],
  scale: number,
): HTMLCanvasElement {
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.round(image.naturalWidth * scale));
  canvas.height = Math.max(1, Math.round(image.naturalHeight * scale));
  const pen = canvas.getContext("2d");
  if (pen === null) throw new Error("the browser can't draw");
  pen.drawImage(image, 0, 0, canvas.width, canvas.height);
  pen.fillStyle = "#000000";
  for (const box of boxes) {
    const { x, y, width, height } = pixelsOf(box, canvas);
    pen.fillRect(x, y, width, height);
  }
  return canvas;
}
