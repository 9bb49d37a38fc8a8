import { readFile } from "node:fs/promises";
import { createServer, type RequestListener } from "node:http";
import { createServer as createTlsServer } from "node:https";
import { createServer as createPort, type Server } from "node:net";
import { join } from "node:path";
import { generate } from "selfsigned";
import type { CorpusPage } from "./read-corpus.ts";

/** First byte of a TLS record of the kind "handshake" (RFC 8446 §5.1). */
const TLS_HANDSHAKE = 22;

/**
 * Serves each page of a corpus at its own address, found by Host and path: plain HTTP and TLS on one port of this
 * machine, because browsers turn http:// into https:// for names that are preloaded (.app, .dev).
 */
export async function serveCorpus(folder: string, pages: readonly CorpusPage[]): Promise<Server> {
  const files = new Map(pages.map((page) => [keyOf(new URL(page.url)), join(folder, page.file)]));
  const answer: RequestListener = async (request, response) => {
    request.resume();
    if (request.method !== "GET" && request.method !== "HEAD") {
      response.writeHead(204, {
        "access-control-allow-origin": "*",
        "access-control-allow-headers": "*",
      });
      response.end();
      return;
    }
    const address = `http://${request.headers.host}${request.url}`;
    const file = URL.canParse(address) ? files.get(keyOf(new URL(address))) : undefined;
    if (file === undefined) {
      response.writeHead(404, { "content-type": "text/plain" }).end("not found\n");
      return;
    }
    response.writeHead(200, {
      "content-type": "text/html; charset=utf-8",
      "cache-control": "no-store",
    });
    response.end(await readFile(file));
  };
  const made = await generate([{ name: "commonName", value: "corpus.invalid" }], { keySize: 2048 });
  const plain = createServer(answer);
  const tls = createTlsServer({ key: made.private, cert: made.cert }, answer);
  const port = createPort((socket) => {
    socket.on("error", () => socket.destroy());
    socket.once("readable", () => {
      const first: Buffer | null = socket.read();
      if (first === null) {
        socket.destroy();
        return;
      }
      socket.unshift(first);
      (first[0] === TLS_HANDSHAKE ? tls : plain).emit("connection", socket);
    });
  });
  return new Promise((resolve, reject) => {
    port.once("error", reject);
    port.listen(0, "127.0.0.1", () => resolve(port));
  });
}

function keyOf({ hostname, pathname }: URL): string {
  return `${hostname}${pathname}`;
}
