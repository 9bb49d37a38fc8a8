import { gunzip } from "./gzip.ts";
import { readOrdinaryFile } from "./open-ordinary-file.ts";

/** Largest text that is read, unpacked, in bytes. */
const MAX_LENGTH = 1024 * 1024 * 1024;

/**
 * A UTF-8 text file as a whole, unpacked if it is gzip (told by content, not by name), without a byte order mark.
 *
 * @throws Error that names the file, if it can't be read or unpacked
 */
export async function readTextFile(path: string): Promise<string> {
  try {
    const bytes = await readOrdinaryFile(path);
    const isGzip = bytes[0] === 0x1f && bytes[1] === 0x8b;
    return new TextDecoder().decode(isGzip ? await gunzip(bytes, MAX_LENGTH) : bytes);
  } catch (cause) {
    throw new Error(`${path}: ${cause instanceof Error ? cause.message : String(cause)}`, {
      cause,
    });
  }
}
