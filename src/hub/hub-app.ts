import type { HttpBindings } from "@hono/node-server";
import { Hono } from "hono";
import { cors } from "hono/cors";
import { feedFolder } from "../node/feed-folder.ts";
import { problem } from "./problem.ts";
import { type IntakeOptions, reportIntake } from "./reports/intake.ts";
import { StorageUnavailable } from "./reports/report-store.ts";

export interface HubOptions extends IntakeOptions {
  /** Folder of the feed, with `metadata/` and `targets/`; it need not be there yet. */
  feedFolder: string;
  /** Takes what an operator must see: failures, never who asked for what. */
  log(line: string): void;
  /** Told of each answer, for an operator who wants to see the traffic: what was asked for, never by whom. */
  onAnswer?(answer: HubAnswer): void;
}

export interface HubAnswer {
  method: string;
  /** Path as it was asked for, without the query. */
  path: string;
  status: number;
  /** Length of the body, 0 where it is not known in advance. */
  bytes: number;
}

/** Seconds after which a client may try again when the disk is full or held. */
const STORAGE_RETRY_SECONDS = 60;

/** The hub's addresses: the feed, the intake of reports and its health. Keeps no address of anybody who asks. */
export function hubApp(options: HubOptions): Hono<{ Bindings: HttpBindings }> {
  const { store, log, onAnswer } = options;
  const app = new Hono<{ Bindings: HttpBindings }>();
  const feed = feedFolder(options.feedFolder);

  if (onAnswer) {
    app.use(async (c, next) => {
      await next();
      const { method, path } = c.req;
      const bytes = Number(c.res.headers.get("content-length") ?? 0);
      onAnswer({ method, path, status: c.res.status, bytes });
    });
  }
  app.get("/v1/health", (c) => {
    store.check();
    return c.json({ status: "ok" }, 200, { "Cache-Control": "no-store" });
  });
  app.route("/v1/reports", reportIntake(options));

  for (const part of ["/metadata/*", "/targets/*"]) {
    // The feed is public: any page or tool may read it.
    app.use(
      part,
      cors({
        origin: "*",
        allowMethods: ["GET", "HEAD"],
        allowHeaders: ["if-none-match", "if-modified-since", "range"],
        exposeHeaders: ["etag"],
        maxAge: 86_400,
      }),
    );
    app.get(part, async (c) => {
      const { pathname } = new URL(c.req.url);
      try {
        return await feed(c.req.method, pathname, c.req.header("if-none-match"));
      } catch (error) {
        if (!(error instanceof Error && "syscall" in error)) throw error;
        log(`the feed can't be read: ${error.message}`);
        return problem(c, 503, "feed-unavailable", "The feed can't be read now. Try again later.");
      }
    });
    app.all(part, (c) => {
      c.header("Allow", "GET, HEAD");
      return problem(c, 405, "get-only", "The feed can only be read.");
    });
  }

  app.notFound((c) => problem(c, 404, "not-found", "There is nothing at this address."));
  app.onError((error, c) => {
    if (error instanceof StorageUnavailable) {
      log(`reports can't be stored: ${error.message}`);
      c.header("Retry-After", String(STORAGE_RETRY_SECONDS));
      return problem(
        c,
        503,
        "storage-unavailable",
        "The report could not be stored. Keep it and send it again later.",
      );
    }
    const { incoming } = c.env;
    if (incoming.destroyed && !incoming.complete) {
      // The client went away, or was sent away, before its request was whole: an attacker must not fill the log with it.
      return problem(c, 400, "incomplete", "The request broke off.");
    }
    log(`unexpected failure: ${error.stack ?? error.message}`);
    return problem(c, 500, "failure", "The hub failed. The failure was noted; try again later.");
  });
  return app;
}
