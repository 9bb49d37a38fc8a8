import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
} from "node:http";
import type { Socket } from "node:net";
import { clientKey, clientOf } from "./client-key.ts";
import { fairPool, type PoolSize } from "./fair-pool.ts";

export interface ServerLimits {
  connections: PoolSize;
  /** Longest request body that the listener reads, in bytes. */
  maxBodyBytes: number;
  behindProxy: boolean;
}

/** Unless others are given. An office or a mobile network behind one address must get along with its part. */
export const CONNECTIONS: PoolSize = { total: 1024, perClient: 512 };

/** Milliseconds in which a client must have sent the head of its request, and all of it: a picture on a poor line. */
const HEADERS_TIMEOUT = 10_000;
const REQUEST_TIMEOUT = 60_000;
/** Milliseconds between two looks at those. */
const TIMEOUT_CHECK_INTERVAL = 5_000;
/** Milliseconds after which a connection closes that neither sends nor takes anything. */
const INACTIVITY_TIMEOUT = 60_000;
/** Four times what a browser sends. */
const MAX_HEADER_BYTES = 8192;
/** Requests of one connection that may wait for their answers. Browsers and proxies send one and wait. */
const MAX_PENDING_REQUESTS = 4;
/** Bytes that are parsed at once: see parseInSlices. */
const SLICE_BYTES = 4096;
/** Bytes of request bodies that may be in memory at once. */
const BODY_MEMORY = 32 * 2 ** 20;
/** A body up to here counts as that long, a longer one as the longest: whoever sends the most is then a matter of how many. */
const SHORT_BODY_BYTES = 16_384;

/** An HTTP server whose memory stays bounded, whatever its clients send or refuse to take. */
export function guardedServer(
  listener: RequestListener,
  { connections, maxBodyBytes, behindProxy }: ServerLimits,
): Server {
  // All clients of a proxy come from its address.
  const sockets = fairPool(
    behindProxy ? { ...connections, perClient: connections.total } : connections,
  );
  const bodies = fairPool({ total: BODY_MEMORY, perClient: BODY_MEMORY });
  const pending = new WeakMap<Socket, number>();

  const server = createServer(
    {
      headersTimeout: HEADERS_TIMEOUT,
      requestTimeout: REQUEST_TIMEOUT,
      connectionsCheckingInterval: TIMEOUT_CHECK_INTERVAL,
      maxHeaderSize: MAX_HEADER_BYTES,
    },
    (incoming, outgoing) => {
      if (admit(incoming, outgoing)) listener(incoming, outgoing);
    },
  );
  server.setTimeout(INACTIVITY_TIMEOUT);
  server.on("connection", (socket) => {
    const release = sockets.take(clientKey(socket.remoteAddress ?? ""), 1, () => socket.destroy());
    socket.on("close", release);
    parseInSlices(socket);
  });

  function admit(incoming: IncomingMessage, outgoing: ServerResponse): boolean {
    const { socket } = incoming;
    // Requests that were parsed together with the one for which the connection was closed.
    if (socket.destroyed) return false;
    const waiting = (pending.get(socket) ?? 0) + 1;
    if (waiting > MAX_PENDING_REQUESTS) {
      socket.destroy();
      return false;
    }
    pending.set(socket, waiting);
    const amount = bodyMemory(incoming, maxBodyBytes);
    const release =
      amount > 0
        ? bodies.take(clientOf(incoming, behindProxy), amount, () => socket.destroy())
        : null;
    outgoing.on("close", () => {
      pending.set(socket, (pending.get(socket) ?? 1) - 1);
      release?.();
    });
    return true;
  }
  return server;
}

/**
 * Hands the parser what arrived in small pieces, and nothing after the connection was closed. By itself Node parses 64
 * KiB in one go and makes objects of the 1,600 requests that these may hold, before anybody can refuse them.
 */
function parseInSlices(socket: Socket): void {
  const push = socket.push.bind(socket);
  socket.push = (chunk: Uint8Array | null, encoding?: BufferEncoding) => {
    if (chunk === null || chunk.length <= SLICE_BYTES) return push(chunk, encoding);
    let wantsMore = true;
    for (let at = 0; at < chunk.length && !socket.destroyed; at += SLICE_BYTES) {
      wantsMore = push(chunk.subarray(at, at + SLICE_BYTES), encoding);
    }
    return wantsMore;
  };
  // Without a listener for data, Node's parser reads from the system past the socket's own methods.
  socket.on("data", () => undefined);
}

/** Memory to set aside for a request's body, in bytes. */
function bodyMemory({ headers }: IncomingMessage, maxBodyBytes: number): number {
  const length = headers["content-length"];
  if (headers["transfer-encoding"] === undefined && length === undefined) return 0;
  return Number(length ?? maxBodyBytes) <= SHORT_BODY_BYTES ? SHORT_BODY_BYTES : maxBodyBytes;
}
