import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";
import { describe, expect, it, onTestFinished } from "vitest";
import { readLines } from "../../../src/node/read-lines.ts";
import { temporaryFolder } from "../publisher/temporary-folder.ts";

async function all(from: string): Promise<string[]> {
  const lines: string[] = [];
  for await (const batch of readLines(from)) {
    expect(batch.first).toBe(lines.length + 1);
    lines.push(...batch.lines);
  }
  return lines;
}

async function serve(status: number, body: Uint8Array): Promise<string> {
  const server = createServer((_, response) => response.writeHead(status).end(body));
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  onTestFinished(() => void server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/list`;
}

describe("the lines of a source", () => {
  it("come without line ends and byte order mark, also the last one without an end", async () => {
    const folder = temporaryFolder();
    expect(await all(await folder.write("a", "\uFEFFone\r\ntwo\n\nlừa đảo"))).toEqual([
      "one",
      "two",
      "",
      "lừa đảo",
    ]);
    expect(await all(await folder.write("empty", ""))).toEqual([]);
  });

  it("are unpacked whatever the file's name is", async () => {
    const folder = temporaryFolder();
    const text = Array.from({ length: 50_000 }, (_, i) => `host${i}.example`);
    expect(await all(await folder.write("list.txt", gzipSync(text.join("\n"))))).toEqual(text);
  });

  it("come from web addresses too", async () => {
    expect(await all(await serve(200, Buffer.from("a\nb\n")))).toEqual(["a", "b"]);
    expect(await all(await serve(200, gzipSync("a\nb\n")))).toEqual(["a", "b"]);
  });

  it("are refused with the reason if they can't be had whole", async () => {
    const folder = temporaryFolder();
    await expect(all(`${folder.path}/none`)).rejects.toThrow(/none: no such file/);
    await expect(all(folder.path)).rejects.toThrow(/is a folder/);
    const cut = await folder.write("cut.gz", gzipSync("a\n".repeat(1000)).subarray(0, -9));
    await expect(all(cut)).rejects.toThrow(/cut\.gz: the gzip data ends too early/);
    await expect(all(await serve(404, Buffer.from("no")))).rejects.toThrow(/answered 404/);
    await expect(all(await serve(200, gzipSync("a\n").subarray(0, 15)))).rejects.toThrow(
      /list: the gzip/,
    );
    await expect(all("http://host.invalid/list")).rejects.toThrow(
      /^http:..host\.invalid.list: host name/,
    );
    const blob = await folder.write("blob", "x".repeat(3 * 1024 * 1024));
    await expect(all(blob)).rejects.toThrow(/line 1 has over/);
  });
});
