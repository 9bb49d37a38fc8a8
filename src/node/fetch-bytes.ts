import { readFile, stat } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { FetchError } from "../core/feed/fetch-error.ts";
import type { FeedFetcher } from "../core/feed/types.ts";

/** A server that sends nothing for so long is given up (slow retrieval attack), in milliseconds. */
const IDLE_LIMIT = 30_000;

/** Reads http:, https: and file: addresses, never more than the limit. */
export const fetchBytes: FeedFetcher = async (url, { maxLength, timeout }) =>
  url.startsWith("file:") ? readLocal(url, maxLength) : readRemote(url, maxLength, timeout);

async function readLocal(url: string, maxLength: number): Promise<Uint8Array<ArrayBuffer>> {
  try {
    const path = fileURLToPath(url);
    const file = await stat(path);
    // A link may lead to a device that never ends, and says that it is empty.
    if (!file.isFile()) throw new FetchError("status", `${url}: no file`, { status: 404 });
    if (file.size > maxLength) throw tooLarge(url, maxLength);
    return new Uint8Array(await readFile(path));
  } catch (cause) {
    if (cause instanceof FetchError) throw cause;
    if (cause instanceof Error && "code" in cause && cause.code === "ENOENT") {
      throw new FetchError("status", `${url}: no such file`, { status: 404, cause });
    }
    throw new FetchError("offline", `${url}: ${messageOf(cause)}`, { cause });
  }
}

async function readRemote(
  url: string,
  maxLength: number,
  timeout: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const abort = new AbortController();
  const idle = setTimeout(() => abort.abort(new Error("the server went silent")), IDLE_LIMIT);
  const whole = setTimeout(() => abort.abort(new Error("the server was too slow")), timeout);
  try {
    // Hashes are over the bytes as they lie on the server: nothing on the way may compress them.
    const headers = { "accept-encoding": "identity" };
    const response = await fetch(url, { headers, signal: abort.signal });
    if (!response.ok) {
      throw new FetchError("status", `${url}: HTTP ${response.status}`, {
        status: response.status,
      });
    }
    if (Number(response.headers.get("content-length")) > maxLength) throw tooLarge(url, maxLength);
    const chunks: Uint8Array[] = [];
    let length = 0;
    for await (const chunk of response.body ?? []) {
      idle.refresh();
      length += chunk.length;
      if (length > maxLength) throw tooLarge(url, maxLength);
      chunks.push(chunk);
    }
    const bytes = new Uint8Array(length);
    let at = 0;
    for (const chunk of chunks) {
      bytes.set(chunk, at);
      at += chunk.length;
    }
    return bytes;
  } catch (cause) {
    if (cause instanceof FetchError) throw cause;
    throw new FetchError("offline", `${url}: ${messageOf(cause)}`, { cause });
  } finally {
    clearTimeout(idle);
    clearTimeout(whole);
    abort.abort();
  }
}

function tooLarge(url: string, maxLength: number): FetchError {
  return new FetchError("too-large", `${url}: more than ${maxLength} bytes`);
}

/** fetch says "fetch failed" and hides why in its cause. */
function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? error.cause.message : error.message;
}
