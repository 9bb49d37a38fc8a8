import { readFile } from "node:fs/promises";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";

/** What the guide page shows. */
export interface GuideState {
  /** Requests that reached a host. */
  requests: { listed: number; bank: number };
  feed: {
    version: number;
    hosts: number;
    update: { fullBytes: number; deltaBytes: number } | null;
  };
  reports: { receipt: string; url: string }[];
}

export interface GuideServer {
  url: string;
  stop(): Promise<void>;
}

const HERE = join(import.meta.dirname, "guide");
const UI = join(import.meta.dirname, "../../src/ui");

const FILES: Readonly<Record<string, { file: string; type: string }>> = {
  "/": { file: join(HERE, "guide.html"), type: "text/html; charset=utf-8" },
  "/guide.css": { file: join(HERE, "guide.css"), type: "text/css; charset=utf-8" },
  "/guide.js": { file: join(HERE, "guide.js"), type: "text/javascript; charset=utf-8" },
  "/parts.css": { file: join(UI, "parts.css"), type: "text/css; charset=utf-8" },
  "/tokens.css": { file: join(UI, "tokens.css"), type: "text/css; charset=utf-8" },
};

/**
 * Serves the guide on loopback.
 *
 * @param hosts names that stand in the page as {{name}}
 * @param publish adds the newcomer to the list; rejects with a sentence for people
 */
export async function startGuideServer(
  hosts: Readonly<Record<string, string>>,
  state: () => GuideState,
  publish: () => Promise<void>,
): Promise<GuideServer> {
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const path = new URL(request.url ?? "/", "http://guide").pathname;
    if (request.method === "GET" && path === "/state") {
      response.setHeader("Content-Type", "application/json");
      response.end(JSON.stringify(state()));
      return;
    }
    if (request.method === "POST" && path === "/publish") {
      // Other pages in this browser must not publish.
      if (request.headers["sec-fetch-site"] !== "same-origin") {
        response.writeHead(403).end();
        return;
      }
      try {
        await publish();
        response.writeHead(204).end();
      } catch (error) {
        response.writeHead(500, { "Content-Type": "text/plain; charset=utf-8" });
        response.end(error instanceof Error ? error.message : String(error));
      }
      return;
    }
    const found = request.method === "GET" ? FILES[path] : undefined;
    if (found === undefined) {
      response.writeHead(404).end();
      return;
    }
    const text = await readFile(found.file, "utf8");
    response.setHeader("Content-Type", found.type);
    response.end(text.replace(/{{(\w+)}}/g, (_, name: string) => hosts[name] ?? ""));
  };
  const server = createServer((request, response) => {
    response.setHeader("Cache-Control", "no-store");
    answer(request, response).catch((error: unknown) => response.destroy(error as Error));
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
