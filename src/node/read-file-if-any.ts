import { readOrdinaryFile } from "./open-ordinary-file.ts";

/** The bytes of a file, or null if there is no such file. */
export async function readFileIfAny(path: string): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    return await readOrdinaryFile(path);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw error;
  }
}
