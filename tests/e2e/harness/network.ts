import { appendFileSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { createServer as createSecureServer } from "node:https";
import type { AddressInfo, Socket } from "node:net";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { TLSSocket } from "node:tls";
import { selfSigned } from "../../../scripts/demo/self-signed.ts";

/** A request that left the browser. */
export interface Received {
  /** HTTP method, or "CONNECT" where the browser opened a TLS connection. */
  method: string;
  /** Host name as the browser asked for it, lower case, without port and root dot. */
  host: string;
  /** Host with its port, the scheme's own port left out. */
  authority: string;
  /** Whole address; "https://host:port/" for CONNECT. */
  url: string;
  /** Path with query. */
  path: string;
  headers: Readonly<Record<string, string>>;
  body: string;
  /** Milliseconds since the epoch. */
  at: number;
  /** True if no test has said that this host exists. */
  undeclared: boolean;
}

export interface Reply {
  status?: number;
  headers?: Record<string, string | string[]>;
  body?: string | Uint8Array | AsyncIterable<Uint8Array>;
  /** The answer waits until this settles. */
  after?: Promise<unknown>;
}

/** Services of the browser's makers, which it asks on its own; it has no switch for some of them. */
export const BROWSERS_OWN =
  /(^|\.)(google\.com|googleapis\.com|gvt1\.com|gstatic\.com|mozilla\.(com|org|net)|firefox\.com)$/;

/** "drop" closes the connection without an answer; "hang" never answers. */
export type Answer = Reply | "drop" | "hang";

export type Handler = (request: Received) => Answer | Promise<Answer>;

/**
 * The whole internet as the browser under test sees it: a forward proxy on loopback that answers for every host name
 * and records every request, so that nothing a browser sends can be missed.
 */
export interface Network {
  /** For the browser's proxy setting. */
  readonly port: number;
  /** SHA-256 of the key of all https hosts, in base64: for --ignore-certificate-errors-spki-list. */
  readonly keyHash: string;
  /** Everything received so far, oldest first, but for what goes to the browser's makers. */
  readonly received: readonly Received[];
  /**
   * Makes a host answer on every port, or a "host:port" on that port alone; its sub-domains are other hosts. A handler
   * replaces the one before.
   */
  serve(host: string, handler: Handler): void;
  /**
   * Requests that reached a host ("shop.example", "[2001:db8::1]") or a "host:port", those for favicons too. A connection
   * without a request (a browser's preconnect) is none.
   */
  at(host: string): Received[];
  /** Times that the browser opened a TLS connection or tunnel to a host, used or not. */
  connections(host: string): Received[];
  /** Nothing answers any more, as without a network. */
  disconnect(): Promise<void>;
  reconnect(): Promise<void>;
  close(): Promise<void>;
}

/** @param record file to which each request is appended, one JSON object a line, for checks over the whole run */
export async function openNetwork(record?: string): Promise<Network> {
  const handlers = new Map<string, Handler>();
  const received: Received[] = [];
  const sockets = new Set<Socket>();

  const take = (request: Received) => {
    if (!BROWSERS_OWN.test(request.host)) received.push(request);
    if (record !== undefined) appendFileSync(record, `${JSON.stringify(request)}\n`);
  };

  const onRequest = (request: IncomingMessage, response: ServerResponse) => {
    answer(request, response).catch((error: unknown) => {
      // The browser may go away at any time; anything else is a broken test and must be seen.
      if (!response.destroyed) console.error("The test network failed to answer:", error);
      response.destroy();
    });
  };
  const { key, cert, keyHash } = await selfSigned(["test.example"]);
  const server = createServer(onRequest);
  const secure = createSecureServer({ key, cert }, onRequest);
  server.on("connection", (socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
  });
  server.on("connect", (request: IncomingMessage, socket: Socket) => {
    const [host = "", port = ""] = splitPort(request.url ?? "");
    const authority = port === "443" ? host : `${host}:${port}`;
    const undeclared = !handlers.has(authority) && !handlers.has(host);
    take({
      method: "CONNECT",
      host,
      authority,
      url: `https://${authority}/`,
      path: "/",
      headers: {},
      body: "",
      at: Date.now(),
      undeclared,
    });
    socket.on("error", () => socket.destroy());
    if (undeclared) {
      socket.end("HTTP/1.1 502 No such host in the test network\r\n\r\n");
      return;
    }
    socket.write("HTTP/1.1 200 Connected\r\n\r\n");
    secure.emit("connection", socket);
  });

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const scheme = (request.socket as TLSSocket).encrypted ? "https" : "http";
    const url = new URL(request.url ?? "/", `${scheme}://${request.headers.host ?? "unknown"}`);
    const host = url.hostname.replace(/\.$/, "");
    const authority = url.port === "" ? host : `${host}:${url.port}`;
    const body = await text(request);
    const handler = handlers.get(authority) ?? handlers.get(host);
    const seen: Received = {
      method: request.method ?? "",
      host,
      authority,
      url: url.href,
      path: url.pathname + url.search,
      headers: Object.fromEntries(
        Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
      ),
      body,
      at: Date.now(),
      undeclared: handler === undefined,
    };
    take(seen);
    if (!handler || url.pathname === "/favicon.ico") return send(response, { status: 404 });
    const reply = await handler(seen);
    if (reply === "hang") return;
    if (reply === "drop") {
      response.destroy();
      return;
    }
    if (reply.after) await reply.after;
    await send(response, reply);
  }

  const listen = (port: number) =>
    new Promise<void>((done, fail) => {
      server.once("error", fail);
      server.listen(port, "127.0.0.1", () => {
        server.off("error", fail);
        done();
      });
    });
  const shut = () =>
    new Promise<void>((done) => {
      server.close(() => done());
      for (const socket of sockets) socket.destroy();
    });

  await listen(0);
  const { port } = server.address() as AddressInfo;
  return {
    port,
    keyHash,
    received,
    serve: (host, handler) => void handlers.set(host, handler),
    at: (host) =>
      received.filter((r) => (r.host === host || r.authority === host) && r.method !== "CONNECT"),
    connections: (host) => received.filter((r) => r.host === host && r.method === "CONNECT"),
    disconnect: shut,
    reconnect: () => listen(port),
    close: () => (server.listening ? shut() : Promise.resolve()),
  };
}

async function send(response: ServerResponse, reply: Reply): Promise<void> {
  const { status = 200, headers = {}, body = "" } = reply;
  if (response.destroyed) return;
  response.writeHead(status, { "cache-control": "no-store", ...headers });
  if (typeof body === "string" || body instanceof Uint8Array) {
    response.end(body);
    return;
  }
  await pipeline(Readable.from(body), response);
}

async function text(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString("utf8");
}

/** "host:port", "[::1]:port" → host and port. */
function splitPort(authority: string): [string, string] {
  const colon = authority.lastIndexOf(":");
  return [authority.slice(0, colon).replace(/\.$/, "").toLowerCase(), authority.slice(colon + 1)];
}
