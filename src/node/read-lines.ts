import { Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import { openOrdinaryFile } from "./open-ordinary-file.ts";
import { OperatorError } from "./operator-error.ts";
import { systemReason } from "./system-reason.ts";

/** Consecutive lines of a text, without their line ends. */
export interface LineBatch {
  /** Number of the first line, from 1. */
  first: number;
  lines: string[];
}

/** No honest line is longer; without a limit a file without line ends would fill the memory. */
const MAX_LINE = 1024 * 1024;
/** Largest list that is read, unpacked: ten times the largest public one. */
const MAX_BYTES = 1024 * 1024 * 1024;
const DOWNLOAD_MS = 10 * 60_000;
const GZIP_MAGIC = [0x1f, 0x8b] as const;

/**
 * Lines of a text file or of what a web address answers, unpacked if it is gzip (told by content, not by name).
 * Line ends are LF or CRLF; a byte order mark is dropped.
 *
 * @param from a file path or an http(s) address
 * @throws OperatorError that names `from`, if it can't be read to its end
 */
export async function* readLines(from: string): AsyncGenerator<LineBatch> {
  try {
    yield* splitLines(bounded(unpacked(isWebAddress(from) ? download(from) : onDisk(from))));
  } catch (error) {
    if (error instanceof OperatorError) throw error;
    throw new OperatorError(`${from}: ${systemReason(error)}`, { cause: error });
  }
}

async function* download(address: string): AsyncGenerator<Uint8Array> {
  const response = await fetch(address, { signal: AbortSignal.timeout(DOWNLOAD_MS) });
  if (!response.ok) {
    await response.body?.cancel();
    throw new OperatorError(`${address}: the server answered ${response.status}`);
  }
  yield* response.body ?? [];
}

async function* onDisk(file: string): AsyncGenerator<Uint8Array> {
  yield* (await openOrdinaryFile(file)).createReadStream();
}

/** A packed list may be a thousand times longer than it looks. */
async function* bounded(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let size = 0;
  for await (const chunk of chunks) {
    size += chunk.byteLength;
    if (size > MAX_BYTES) throw new Error("is over 1 GiB: no list");
    yield chunk;
  }
}

async function* unpacked(input: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const chunks = input[Symbol.asyncIterator]();
  const first = await chunks.next();
  if (first.done) return;
  const rest = (async function* () {
    yield first.value;
    for (let next = await chunks.next(); !next.done; next = await chunks.next()) yield next.value;
  })();
  const gzip = GZIP_MAGIC.every((byte, i) => first.value[i] === byte);
  if (!gzip) {
    yield* rest;
    return;
  }
  const source = Readable.from(rest);
  const gunzip = createGunzip();
  source.on("error", (error) => gunzip.destroy(error));
  yield* source.pipe(gunzip);
}

async function* splitLines(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<LineBatch> {
  const decoder = new TextDecoder("utf-8");
  let rest = "";
  let first = 1;
  for await (const chunk of chunks) {
    const text = rest + decoder.decode(chunk, { stream: true });
    const lines = text.split("\n");
    rest = lines.pop() ?? "";
    if (rest.length > MAX_LINE) {
      throw new Error(`line ${first + lines.length} has over ${MAX_LINE} characters: no list`);
    }
    if (lines.length > 0) {
      yield { first, lines: lines.map(withoutReturn) };
      first += lines.length;
    }
  }
  rest += decoder.decode();
  if (rest !== "") yield { first, lines: [withoutReturn(rest)] };
}

function withoutReturn(line: string): string {
  return line.endsWith("\r") ? line.slice(0, -1) : line;
}

export function isWebAddress(from: string): boolean {
  return /^https?:\/\//i.test(from);
}
