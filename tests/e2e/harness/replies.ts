import type { Handler, Received, Reply } from "./network.ts";

/**
 * An HTML page. `head` and `body` are HTML. It names an empty icon: a browser asks for /favicon.ico some time after it
 * has shown a page that names none, and a test that counts requests would take that for one of its own.
 */
export function page(title: string, body = "", head = ""): Reply {
  return {
    headers: { "content-type": "text/html; charset=utf-8" },
    body: `<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>${title}</title><link rel="icon" href="data:,">${head}</head><body><h1>${title}</h1>${body}</body></html>`,
  };
}

/** Gives a page once, and says "304 Not Modified" to whoever has it already. */
export function unchanging(reply: Reply): Handler {
  const headers = { ...reply.headers, etag: '"1"', "cache-control": "no-cache" };
  return (request) =>
    request.headers["if-none-match"] === '"1"' ? { status: 304, headers } : { ...reply, headers };
}

export function redirect(status: 301 | 302 | 303 | 307 | 308, to: string): Reply {
  return { status, headers: { location: to } };
}

export function script(source: string): Reply {
  return { headers: { "content-type": "text/javascript" }, body: source };
}

export function download(name: string, content: string): Reply {
  return {
    headers: {
      "content-type": "application/octet-stream",
      "content-disposition": `attachment; filename="${name}"`,
    },
    body: content,
  };
}

/** A site of a few pages: path (without query) → what it answers. Other paths are 404. */
export function pages(byPath: Record<string, Reply | ((request: Received) => Reply)>): Handler {
  return (request) => {
    const found = byPath[request.path.replace(/\?.*$/, "")];
    if (found === undefined) return { status: 404, body: "no such page" };
    return typeof found === "function" ? found(request) : found;
  };
}
