import { FetchError } from "../../core/feed/fetch-error.ts";
import type { FeedFetcher } from "../../core/feed/types.ts";

/** Longest time in which nothing comes, in milliseconds. */
const PATIENCE = 20_000;

/**
 * GETs a file of the feed: without cookies, credentials or referrer, revalidated with the server by its ETag, and never
 * more bytes, and for no longer, than asked for.
 */
export function browserFetcher(): FeedFetcher {
  return async (url, { maxLength, timeout }) => {
    const watch = watchTime(timeout);
    try {
      return await get(url, maxLength, watch);
    } finally {
      watch.end();
    }
  };
}

interface Watch {
  signal: AbortSignal;
  /** Something came. */
  alive(): void;
  end(): void;
}

/** Aborts once nothing has come for too long, or the whole takes too long. */
function watchTime(timeout: number): Watch {
  const controller = new AbortController();
  const tooSlow = () => controller.abort(new Error(`not whole after ${timeout / 1000} s`));
  const whole = setTimeout(tooSlow, timeout);
  const giveUp = () => controller.abort(new Error(`nothing came for ${PATIENCE / 1000} s`));
  let timer = setTimeout(giveUp, PATIENCE);
  return {
    signal: controller.signal,
    alive() {
      clearTimeout(timer);
      timer = setTimeout(giveUp, PATIENCE);
    },
    end() {
      clearTimeout(timer);
      clearTimeout(whole);
    },
  };
}

async function get(url: string, maxLength: number, watch: Watch): Promise<Uint8Array<ArrayBuffer>> {
  let answer: Response;
  try {
    answer = await fetch(url, {
      credentials: "omit",
      referrerPolicy: "no-referrer",
      cache: "no-cache",
      signal: watch.signal,
    });
  } catch (cause) {
    throw new FetchError("offline", `${url}: ${String(cause)}`, { cause });
  }
  if (!answer.ok) {
    await answer.body?.cancel();
    throw new FetchError("status", `${url}: HTTP ${answer.status}`, { status: answer.status });
  }
  return readUpTo(answer, url, maxLength, watch);
}

async function readUpTo(
  answer: Response,
  url: string,
  maxLength: number,
  watch: Watch,
): Promise<Uint8Array<ArrayBuffer>> {
  const reader = answer.body?.getReader();
  if (!reader) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      watch.alive();
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
