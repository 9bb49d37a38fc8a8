import { type OpenedPicture, openPicture } from "../picture/open-picture.ts";
import { readPicture } from "./burn-in.ts";

/** Longest side in pixels of what is covered; no larger one is sent. */
const MAX_SIDE = 1600;

export type PictureFile =
  | { ok: true; picture: HTMLImageElement }
  | Extract<OpenedPicture, { ok: false }>;

/**
 * Opens a picture that somebody chose or pasted. It is drawn anew at once, so that what the file says beside the
 * picture (place, time, telephone: EXIF) goes no further. Never rejects.
 */
export async function readPictureFile(file: Blob): Promise<PictureFile> {
  const opened = await openPicture(file);
  if (!opened.ok) return opened;
  const { bitmap } = opened;
  try {
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
