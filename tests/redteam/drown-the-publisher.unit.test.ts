import { spawnSync } from "node:child_process";
import { symlink } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";
import { expect, onTestFinished, test } from "vitest";
import { readFileIfAny } from "../../src/node/read-file-if-any.ts";
import { readLines } from "../../src/node/read-lines.ts";
import { readTextFile } from "../../src/node/read-text-file.ts";
import { readUnitFiles } from "../../src/publisher/unit-files.ts";
import { temporaryFolder } from "../unit/publisher/temporary-folder.ts";

// Whoever hands in a list or a unit's folder can make it something that never ends, or that leads elsewhere.

async function readAll(from: string): Promise<void> {
  for await (const _ of readLines(from));
}

const LINES = Buffer.alloc(64 * 1024 * 1024, `${"a".repeat(65_535)}\n`);
/** Gzip files one after the other are one: a few hundred kilobytes that unpack to over a gigabyte. */
const bomb = () => Buffer.concat(new Array<Buffer>(17).fill(gzipSync(LINES)));

async function serve(body: Buffer): Promise<string> {
  const server = createServer((_, response) => response.end(body));
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  onTestFinished(() => void server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/list`;
}

test("a packed list that unpacks to over a gigabyte is refused, as a file and from a web address", async () => {
  const file = await temporaryFolder().write("list.gz", bomb());
  await expect(readAll(file)).rejects.toThrow(/list\.gz: is over 1 GiB/);
  await expect(readAll(await serve(bomb()))).rejects.toThrow(/is over 1 GiB/);
});

test.each(["a pipe", "a link to a device without an end", "a folder"])(
  "what is no file is refused at once: %s",
  async (what) => {
    const folder = temporaryFolder();
    await folder.write("keep", "");
    const path = `${folder.path}/list`;
    if (what === "a pipe") spawnSync("mkfifo", [path]);
    else await symlink(what === "a folder" ? folder.path : "/dev/zero", path);
    for (const read of [readAll, readTextFile, readFileIfAny])
      await expect(read(path)).rejects.toThrow(/is a (?:pipe or a device|folder)/);
  },
);

test.each([
  ["a secret", "/etc/hostname"],
  ["a device", "/dev/zero"],
  ["a folder", "/etc"],
])("a unit's folder with a link to %s is refused, and says which", async (_, to) => {
  const folder = temporaryFolder();
  await folder.write("local.json", "{}");
  await symlink(to, `${folder.path}/more.json`);
  await expect(readUnitFiles(folder.path, "unit")).rejects.toThrow(/more\.json: is a link/);
});
