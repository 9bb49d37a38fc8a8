import { createHash } from "node:crypto";
import { type FileHandle, open, realpath } from "node:fs/promises";
import { join, sep } from "node:path";
import pLimit, { type LimitFunction } from "p-limit";

const YEAR = "public, max-age=31536000, immutable";
/** May be kept, but is asked for again before each use (RFC 9111 §5.2.2.4). */
const REVALIDATE = "no-cache";
/**
 * Clients ask for the next root at every update and mostly get 404. A minute lets a cache answer these for the whole
 * country and delays a key rotation by no more than that.
 */
const MISSING = "public, max-age=60";

/** TUF: metadata with a version number in front is never written twice ("7.snapshot.json"). */
const VERSIONED_METADATA = /^\d+\.[^/]+\.json$/;
/** TUF consistent snapshots: the digest of the artifact stands before its name (SHA-256 or SHA-512). */
const HASH_NAMED = /^(?:[0-9a-f]{64}|[0-9a-f]{128})\./;
/** A name that may be asked for. No dot in front: neither hidden files nor ".." can be named. */
const SEGMENT = /^[\p{L}\p{N}_%~@+-][\p{L}\p{N}._%~@+ -]*$/u;

/** Longest file that is read whole, in bytes. */
const MAX_IN_MEMORY = 65_536;
/** Bytes of a longer file that are read at once: what a client that takes nothing costs. */
const READ_BYTES = 16384;
/** Reads at once: with hundreds of downloads under way, other requests must not wait for a read of each. */
const CONCURRENT_READS = 4;

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  json: "application/json; charset=utf-8",
  txt: "text/plain; charset=utf-8",
  csv: "text/csv; charset=utf-8",
  gz: "application/gzip",
};

/**
 * Answers GET and HEAD requests for a feed: a folder with `metadata/` and `targets/`, as the publisher writes it.
 * Files that never change (consistent snapshots, TUF 1.0 §6.2) may be kept for a year; all others carry an ETag and
 * are asked for again. Lists no folder and gives out nothing but plain files inside these two.
 *
 * @param folder path of the feed; it may appear, and its files may be replaced by rename, while the server runs
 * @returns a handler by method, path below the feed as the client wrote it ("/metadata/timestamp.json") and the
 *   If-None-Match header; the answer's body is null for HEAD and 304
 */
export function feedFolder(
  folder: string,
): (method: string, path: string, ifNoneMatch?: string | undefined) => Promise<Response> {
  const inTurn = pLimit(CONCURRENT_READS);
  return async (method, path, ifNoneMatch) => {
    const names = safeNames(path);
    const found = names && (await openInside(folder, names));
    if (!names || !found) return missing();
    const { file, size, modified, version } = found;
    try {
      const name = names.at(-1) ?? "";
      const immutable =
        names[0] === "metadata" ? VERSIONED_METADATA.test(name) : HASH_NAMED.test(name);
      // A file that never changes is known by its name; one that does, by its content, or if it is too long to be held
      // in memory for each client, by when it was written.
      const content = immutable || size > MAX_IN_MEMORY ? null : await file.readFile();
      const identity = content ?? (immutable ? names.join("/") : [...names, version].join("/"));
      const etag = `"${createHash("sha256").update(identity).digest("base64url")}"`;
      const headers: Record<string, string> = {
        "Cache-Control": immutable ? YEAR : REVALIDATE,
        ETag: etag,
        "Last-Modified": modified.toUTCString(),
        "X-Content-Type-Options": "nosniff",
      };
      if (matches(ifNoneMatch, etag)) {
        await file.close();
        return new Response(null, { status: 304, headers });
      }
      headers["Content-Type"] =
        CONTENT_TYPES[name.slice(name.lastIndexOf(".") + 1)] ?? "application/octet-stream";
      headers["Content-Length"] = String(content ? content.byteLength : size);
      if (method === "HEAD" || content) {
        await file.close();
        return new Response(method === "HEAD" ? null : content, { headers });
      }
      return new Response(contentOf(file, size, inTurn), { headers });
    } catch (error) {
      await file.close();
      throw error;
    }
  };
}

/** A file's content, read as the client takes it. Closes the file at its end or when the client goes away. */
function contentOf(
  file: FileHandle,
  size: number,
  inTurn: LimitFunction,
): ReadableStream<Uint8Array> {
  let left = size;
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const buffer = new Uint8Array(Math.min(left, READ_BYTES));
        try {
          const { bytesRead } = await inTurn(() => file.read(buffer));
          left -= bytesRead;
          if (bytesRead > 0) controller.enqueue(buffer.subarray(0, bytesRead));
          if (left > 0 && bytesRead > 0) return;
        } catch (error) {
          await file.close();
          throw error;
        }
        controller.close();
        await file.close();
      },
      cancel: () => file.close(),
    },
    { highWaterMark: 0 },
  );
}

/** The names that a path is made of, decoded once; null if it leads anywhere but into metadata/ or targets/. */
function safeNames(path: string): string[] | null {
  const names: string[] = [];
  for (const part of path.split("/").slice(1)) {
    let name: string;
    try {
      name = decodeURIComponent(part);
    } catch {
      return null;
    }
    // The file of a role such as "local/hue" is named with the slash encoded, as in its address.
    if (name.includes("/")) name = part;
    if (!SEGMENT.test(name)) return null;
    names.push(name);
  }
  if (names.length < 2 || (names[0] !== "metadata" && names[0] !== "targets")) return null;
  return names;
}

/** Opens a plain file; null if there is none or a link leads out of metadata/ or targets/. The caller closes it. */
async function openInside(
  folder: string,
  names: readonly string[],
): Promise<{ file: FileHandle; size: number; modified: Date; version: string } | null> {
  let file: FileHandle | undefined;
  try {
    const [part = "", ...rest] = names;
    const base = await realpath(join(folder, part));
    const path = await realpath(join(base, ...rest));
    if (!path.startsWith(base + sep)) return null;
    file = await open(path, "r");
    const status = await file.stat({ bigint: true });
    if (status.isFile()) {
      const version = `${status.ino} ${status.mtimeNs} ${status.size}`;
      return { file, size: Number(status.size), modified: status.mtime, version };
    }
  } catch (error) {
    await file?.close();
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    if (code === "ENOENT" || code === "ENOTDIR" || code === "ENAMETOOLONG") return null;
    throw error;
  }
  await file.close();
  return null;
}

/** RFC 9110 §13.1.2: weak comparison against a list of tags. */
function matches(ifNoneMatch: string | undefined, etag: string): boolean {
  if (ifNoneMatch === undefined) return false;
  return ifNoneMatch
    .split(",")
    .map((tag) => tag.trim().replace(/^W\//, ""))
    .some((tag) => tag === "*" || tag === etag);
}

function missing(): Response {
  return Response.json(
    { error: "not-found", message: "The feed has no such file." },
    { status: 404, headers: { "Cache-Control": MISSING } },
  );
}
