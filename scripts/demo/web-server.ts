import {
  createServer as createHttp,
  type IncomingMessage,
  type RequestListener,
  type ServerResponse,
} from "node:http";
import { createServer as createHttps } from "node:https";
import { type AddressInfo, createServer as createTcp, type Socket } from "node:net";
import { createSecureContext } from "node:tls";
import { selfSigned } from "./self-signed.ts";

/** Answers for every demo host and counts what reaches each. */
export interface WebServer {
  port: number;
  /** SHA-256 of the certificate's public key, base64. */
  keyHash: string;
  /** Requests that reached this host, favicons included. */
  requests(host: string): number;
  /** Encrypted connections that named this host, with or without a request. */
  connections(host: string): number;
  stop(): Promise<void>;
}

/** First byte of a TLS handshake record (RFC 8446 §5.1); no HTTP method begins with it. */
const TLS_HANDSHAKE = 0x16;

/**
 * One port of loopback that speaks http and https, since the browser is told one port for a name, whatever the scheme.
 *
 * @param answer gets the host, lower case and without port
 */
export async function startWebServer(
  names: readonly string[],
  answer: (host: string, request: IncomingMessage, response: ServerResponse) => void,
): Promise<WebServer> {
  const requests = new Map<string, number>();
  const connections = new Map<string, number>();
  const count = (counts: Map<string, number>, host: string): void => {
    counts.set(host, (counts.get(host) ?? 0) + 1);
  };

  const listener: RequestListener = (request, response) => {
    const host = (request.headers.host ?? "").toLowerCase().replace(/\.?(?::\d+)?$/, "");
    count(requests, host);
    response.setHeader("Cache-Control", "no-store");
    answer(host, request, response);
  };
  const { key, cert, keyHash } = await selfSigned(names);
  const context = createSecureContext({ key, cert });
  const plain = createHttp(listener);
  const secure = createHttps(
    {
      SNICallback(name, done) {
        count(connections, name.toLowerCase());
        done(null, context);
      },
    },
    listener,
  );

  const sockets = new Set<Socket>();
  const server = createTcp((socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
    // A browser closes connections as it likes.
    socket.on("error", () => socket.destroy());
    socket.once("data", (first: Buffer) => {
      socket.pause();
      socket.unshift(first);
      (first[0] === TLS_HANDSHAKE ? secure : plain).emit("connection", socket);
      process.nextTick(() => socket.resume());
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    keyHash,
    requests: (host) => requests.get(host) ?? 0,
    connections: (host) => connections.get(host) ?? 0,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}
