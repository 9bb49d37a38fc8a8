import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, describe, expect, it } from "vitest";
import { fetchBytes } from "../../../src/node/fetch-bytes.ts";

const failure = (problem: string) => expect.objectContaining({ name: "FetchError", problem });
const servers: Server[] = [];

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});

describe("over HTTP", () => {
  it("gives the body", async () => {
    const url = await serve((_, response) => response.end("xin chào"));
    expect(
      new TextDecoder().decode(await fetchBytes(url, { maxLength: 100, timeout: 60_000 })),
    ).toBe("xin chào");
  });

  it("gives the bytes as they lie on the server, not compressed on the way", async () => {
    let asked: string | undefined;
    const url = await serve((request, response) => {
      asked = request.headers["accept-encoding"];
      response.end("x");
    });
    await fetchBytes(url, { maxLength: 1, timeout: 60_000 });
    expect(asked).toBe("identity");
  });

  it("tells the status when it is no success", async () => {
    const url = await serve((_, response) => response.writeHead(404).end());
    await expect(fetchBytes(url, { maxLength: 1, timeout: 60_000 })).rejects.toMatchObject({
      problem: "status",
      status: 404,
    });
  });

  it("takes exactly as much as allowed", async () => {
    const url = await serve((_, response) => response.end("12345"));
    expect(await fetchBytes(url, { maxLength: 5, timeout: 60_000 })).toHaveLength(5);
    await expect(fetchBytes(url, { maxLength: 4, timeout: 60_000 })).rejects.toEqual(
      failure("too-large"),
    );
  });

  it("stops reading a body without end", async () => {
    let sent = 0;
    const url = await serve((_, response) => {
      const chunk = Buffer.alloc(16_384);
      const send = () => {
        while (!response.destroyed && response.write(chunk)) sent += chunk.length;
      };
      response.on("drain", send);
      send();
    });
    await expect(fetchBytes(url, { maxLength: 100_000, timeout: 60_000 })).rejects.toEqual(
      failure("too-large"),
    );
    expect(sent).toBeLessThan(50_000_000);
  });

  it("takes a body that breaks off for no answer", async () => {
    const url = await serve((_, response) => {
      response.writeHead(200, { "content-length": "100" });
      response.write("half", () => response.destroy());
    });
    await expect(fetchBytes(url, { maxLength: 100, timeout: 60_000 })).rejects.toEqual(
      failure("offline"),
    );
  });

  it("says what is wrong when nobody answers", async () => {
    const url = await serve((_, response) => response.end());
    const server = servers.pop() as Server;
    await new Promise((resolve) => server.close(resolve));
    const error = await fetchBytes(url, { maxLength: 1, timeout: 60_000 }).catch(
      (caught: unknown) => caught,
    );
    expect(error).toEqual(failure("offline"));
    expect(String(error)).toContain("ECONNREFUSED");
  });
});

describe("from a file", () => {
  it("gives its bytes, keeps the limit, and takes a missing one for 404", async () => {
    const folder = await mkdtemp(join(tmpdir(), "fetch-bytes-"));
    await writeFile(join(folder, "a b"), "12345");
    const url = pathToFileURL(join(folder, "a b")).href;
    expect(await fetchBytes(url, { maxLength: 5, timeout: 60_000 })).toHaveLength(5);
    await expect(fetchBytes(url, { maxLength: 4, timeout: 60_000 })).rejects.toEqual(
      failure("too-large"),
    );
    await expect(fetchBytes(`${url}c`, { maxLength: 5, timeout: 60_000 })).rejects.toMatchObject({
      status: 404,
    });
    await rm(folder, { recursive: true });
  });
});
