import { constants } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";

/** Larger files are nobody's list, metadata or content. */
const MAX_FILE = 1024 * 1024 * 1024;

/**
 * Opens a file to be read that has an end: pipes and devices, also behind a link, would be read for ever.
 *
 * @throws Error that says in words why not, or the system's
 */
export async function openOrdinaryFile(path: string): Promise<FileHandle> {
  // Without waiting: a pipe opens only when somebody writes to it. Windows knows no such flag.
  const file = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  const there = await file.stat();
  const fault = there.isDirectory()
    ? codedError("EISDIR", "is a folder")
    : !there.isFile()
      ? codedError("EINVAL", "is a pipe or a device, a file is needed")
      : there.size > MAX_FILE
        ? codedError("EFBIG", "is over 1 GiB")
        : null;
  if (fault === null) return file;
  await file.close();
  throw fault;
}

/** The bytes of a file that has an end. */
export async function readOrdinaryFile(path: string): Promise<Uint8Array<ArrayBuffer>> {
  const file = await openOrdinaryFile(path);
  try {
    return new Uint8Array(await file.readFile());
  } finally {
    await file.close();
  }
}

const codedError = (code: string, message: string) => Object.assign(new Error(message), { code });
