import { access } from "node:fs/promises";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { createAdaptorServer } from "@hono/node-server";
import { feedFolder } from "../../node/feed-folder.ts";
import { OperatorError } from "../../node/operator-error.ts";
import { systemReason } from "../../node/system-reason.ts";
import { type Command, readArguments, wholeNumber } from "../command-line.ts";

export const serve: Command = {
  name: "serve",
  summary: "serve a feed to browsers on this machine",
  help: `feed serve FEED [--port N]

Serves a feed on 127.0.0.1 until it is stopped, with the caching headers that a web server or CDN should send: files
that never change may be kept for a year, the timestamp is asked for again each time.

  --port N   port (8080); 0 takes a free one
  --json     print the address as JSON`,
  async run(args, needs) {
    const { values, positionals } = readArguments(
      "serve",
      args,
      {
        port: { type: "string", default: "8080" },
        json: { type: "boolean", default: false },
      },
      ["FEED"],
    );
    const [folder = ""] = positionals;
    const port = wholeNumber("serve", "port", values.port, 0, 65535);
    try {
      await access(path.join(folder, "metadata"));
    } catch (cause) {
      throw new OperatorError(`${folder}: is no published feed (it has no metadata folder)`, {
        cause,
      });
    }
    const server = createAdaptorServer({ fetch: answerFrom(folder) }) as Server;
    const url = await listen(server, port);
    needs.print(
      values.json ? JSON.stringify({ url }) : `Serving ${folder} at ${url} (Ctrl-C ends)`,
    );
    await needs.stopped();
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
    return 0;
  },
};

function answerFrom(folder: string): (request: Request) => Promise<Response> {
  const answer = feedFolder(folder);
  return async (request) => {
    if (request.method !== "GET" && request.method !== "HEAD") {
      return new Response(null, { status: 405, headers: { Allow: "GET, HEAD" } });
    }
    const ifNoneMatch = request.headers.get("if-none-match") ?? undefined;
    return answer(request.method, new URL(request.url).pathname, ifNoneMatch);
  };
}

function listen(server: Server, port: number): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once("error", (cause) => {
      reject(new OperatorError(`port ${port}: ${systemReason(cause)}`, { cause }));
    });
    server.listen(port, "127.0.0.1", () => {
      resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    });
  });
}
