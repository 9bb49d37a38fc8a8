/** Largest file that is opened, in bytes, and the most pixels that are looked at: phones make up to 50 million. */
const MAX_BYTES = 30 * 1024 * 1024;
const MAX_PIXELS = 64_000_000;

export type OpenedPicture =
  | { ok: true; bitmap: ImageBitmap }
  | { ok: false; problem: "too-big" | "unreadable" };

/**
 * Opens a picture that somebody chose, pasted or dropped. Never rejects.
 *
 * @returns a bitmap that is for the caller to close
 */
export async function openPicture(file: Blob): Promise<OpenedPicture> {
  if (file.size > MAX_BYTES) return { ok: false, problem: "too-big" };
  let bitmap: ImageBitmap;
  try {
    bitmap = await createImageBitmap(file);
  } catch {
    // No picture that this browser knows; the person is told.
    return { ok: false, problem: "unreadable" };
  }
  if (bitmap.width * bitmap.height <= MAX_PIXELS) return { ok: true, bitmap };
  bitmap.close();
  return { ok: false, problem: "too-big" };
}
