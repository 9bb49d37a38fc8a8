import { readPicture } from "./burn-in.ts";

/** Largest file that is opened, in bytes, and the most pixels that are looked at: phones make up to 50 million. */
const MAX_BYTES = 30 * 1024 * 1024;
const MAX_PIXELS = 64_000_000;
/** Longest side in pixels of what is covered; no larger one is sent. */
const MAX_SIDE = 1600;

export type PictureFile =
  | { ok: true; picture: HTMLImageElement }
  | { ok: false; problem: "too-big" | "unreadable" };

/**
 * Opens a picture that somebody chose or pasted. It is drawn anew at once, so that what the file says beside the
 * picture (place, time, telephone: EXIF) goes no further. Never rejects.
 */
export async function readPictureFile(file: Blob): Promise<PictureFile> {
  if (file.size > MAX_BYTES) return { ok: false, problem: "too-big" };
  let bitmap: ImageBitmap;
  try {
    bitmap = await createImageBitmap(file);
  } catch {
    // No picture that this browser knows; the person is told.
    return { ok: false, problem: "unreadable" };
  }
  try {
    if (bitmap.width * bitmap.height > MAX_PIXELS) return { ok: false, problem: "too-big" };
    return { ok: true, picture: await readPicture(drawnAnew(bitmap)) };
  } catch (error) {
    console.warn("Tỉnh Táo", error);
    return { ok: false, problem: "unreadable" };
  } finally {
    bitmap.close();
  }
}

/** As a PNG in a data: address. */
function drawnAnew(bitmap: ImageBitmap): string {
  const scale = Math.min(1, MAX_SIDE / Math.max(bitmap.width, bitmap.height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.round(bitmap.width * scale));
  canvas.height = Math.max(1, Math.round(bitmap.height * scale));
  const pen = canvas.getContext("2d");
  if (pen === null) throw new Error("the browser can't draw");
  // What is clear in a PNG would turn black in a JPEG.
  pen.fillStyle = "#ffffff";
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  return canvas.toDataURL("image/png");
}
