import { FetchError } from "../../core/feed/fetch-error.ts";
import type { FeedFetcher } from "../../core/feed/types.ts";

/** Longest wait for an answer to begin, and for it to end, in milliseconds. */
const PATIENCE = 120_000;

/**
 * GETs a file of the feed: without cookies, credentials or referrer, revalidated with the server by its ETag, and never
 * more bytes than asked for.
 */
export function browserFetcher(): FeedFetcher {
  return async (url, { maxLength }) => {
    let answer: Response;
    try {
      answer = await fetch(url, {
        credentials: "omit",
        referrerPolicy: "no-referrer",
        cache: "no-cache",
        signal: AbortSignal.timeout(PATIENCE),
      });
    } catch (cause) {
      throw new FetchError("offline", `${url}: ${String(cause)}`, { cause });
    }
    if (!answer.ok) {
      await answer.body?.cancel();
      throw new FetchError("status", `${url}: HTTP ${answer.status}`, { status: answer.status });
    }
    return readUpTo(answer, url, maxLength);
  };
}

async function readUpTo(
  answer: Response,
  url: string,
  maxLength: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const reader = answer.body?.getReader();
  if (!reader) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      length += value.length;
      if (length > maxLength) {
        await reader.cancel();
        throw new FetchError("too-large", `${url}: more than ${maxLength} bytes`);
      }
      chunks.push(value);
    }
  } catch (cause) {
    if (cause instanceof FetchError) throw cause;
    throw new FetchError("offline", `${url}: broken off after ${length} bytes`, { cause });
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}
