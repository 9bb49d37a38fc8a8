import { mkdtempSync, rmSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { onTestFinished } from "vitest";

/** A folder that is gone when the test ends, with a way to put files into it. */
export function temporaryFolder(): {
  path: string;
  write(name: string, content: string | Uint8Array): Promise<string>;
} {
  const folder = mkdtempSync(path.join(tmpdir(), "tinhtao-publisher-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return {
    path: folder,
    async write(name, content) {
      const file = path.join(folder, name);
      await mkdir(path.dirname(file), { recursive: true });
      await writeFile(file, content);
      return file;
    },
  };
}
