import type { HttpBindings } from "@hono/node-server";
import { type Context, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { cors } from "hono/cors";
import * as z from "zod/mini";
import { readReport } from "../../core/report/report.ts";
import { clientOf } from "../limits/client-key.ts";
import { type RateLimit, rateLimiter } from "../limits/rate-limiter.ts";
import { problem } from "../problem.ts";
import { RECEIPT_BYTES, receiptCode } from "./receipt-code.ts";
import type { ReportStore } from "./report-store.ts";
import { screenshotFlaw } from "./screenshot-flaw.ts";

/** Largest report that is read, in bytes: the largest picture in base64, and twice the longest words beside it. */
export const MAX_REPORT_BYTES = 570_000;

export interface IntakeOptions {
  store: ReportStore;
  /** Clock, milliseconds since the epoch. */
  now(): number;
  /** Source of randomness. */
  randomBytes(count: number): Uint8Array;
  /** New reports of one client. Wide enough for an office or a mobile network behind one address. */
  clientLimit?: RateLimit;
  /** New reports of all clients together: bounds what an attack with many addresses can write to the disk. */
  totalLimit?: RateLimit;
  /** Take the client's address from the last X-Forwarded-For entry, which the reverse proxy in front has written. */
  behindProxy?: boolean;
}

/** Most commas, colons and opening brackets in a report; if its texts were nothing else there would be 7,000. */
const MAX_STRUCTURE = 10_000;
/** Longest explanation of what is wrong with a report, in characters. */
const MAX_EXPLANATION = 1000;

/** Unless another limit is given. */
export const CLIENT_LIMIT: RateLimit = { burst: 120, seconds: 600 };
export const TOTAL_LIMIT: RateLimit = { burst: 3000, seconds: 600 };

/**
 * `POST /v1/reports`: one report in, one receipt out. Sent again, as on a poor network, the same report gets the same
 * receipt and counts against no limit.
 */
export function reportIntake({
  store,
  now,
  randomBytes,
  clientLimit = CLIENT_LIMIT,
  totalLimit = TOTAL_LIMIT,
  behindProxy = false,
}: IntakeOptions): Hono<{ Bindings: HttpBindings }> {
  const perClient = rateLimiter(clientLimit, now);
  const total = rateLimiter(totalLimit, now);
  const intake = new Hono<{ Bindings: HttpBindings }>();

  // An extension without host permission sends a preflight first. Web sites get no leave: a page must not be able
  // to make its visitors' browsers report. JSON alone is taken, since a plain form needs no preflight.
  intake.use(
    cors({
      origin: (origin) =>
        /^(?:chrome|moz|safari-web)-extension:\/\//.test(origin) ? origin : null,
      allowMethods: ["POST"],
      allowHeaders: ["content-type"],
      exposeHeaders: ["retry-after"],
      maxAge: 86_400,
    }),
  );

  intake.post(
    "/",
    async (c, next) => {
      const type = c.req.header("content-type") ?? "";
      if (/^application\/json\s*(?:;|$)/i.test(type)) return next();
      return problem(
        c,
        415,
        "not-json",
        "Send the report as JSON, with Content-Type application/json.",
      );
    },
    bodyLimit({
      maxSize: MAX_REPORT_BYTES,
      onError: (c) =>
        problem(c, 413, "too-large", `A report has at most ${MAX_REPORT_BYTES} bytes.`),
    }),
    async (c) => {
      const given = readJson(await c.req.arrayBuffer());
      if (given === undefined) {
        return problem(c, 400, "malformed", "The body isn't a report as JSON in UTF-8.");
      }
      const parsed = readReport(given);
      if (!parsed.ok) return problem(c, 422, "invalid", explainAll(parsed.issues));
      const { report } = parsed;
      const flaw = report.screenshot === null ? null : screenshotFlaw(report.screenshot);
      if (flaw !== null) return problem(c, 422, "invalid", `screenshot: ${flaw}.`);
      const known = store.find(report);
      if (known === null) {
        const wait = perClient.take(clientOf(c.env.incoming, behindProxy)) || total.take("");
        if (wait > 0) return tooMany(c, wait);
      }
      const result =
        known ?? store.put(report, now(), () => receiptCode(randomBytes(RECEIPT_BYTES)));
      if (result.outcome === "conflict") {
        return problem(c, 409, "id-taken", "Another report was sent under this id before.");
      }
      return c.json({ receipt: result.receipt }, result.outcome === "new" ? 201 : 200, {
        "Cache-Control": "no-store",
      });
    },
  );
  intake.all("/", (c) => {
    c.header("Allow", "POST");
    return problem(c, 405, "post-only", "Reports are sent with POST.");
  });
  return intake;
}

function tooMany(c: Context, wait: number): Response {
  c.header("Retry-After", String(wait));
  return problem(
    c,
    429,
    "too-many-reports",
    `Too many reports for now. Try again in ${wait} seconds.`,
  );
}

/**
 * The parsed body, or undefined: no JSON text parses to that. Neither is one parsed that has more structure than any
 * report: deep or wide, it would cost a hundred times what a picture of the same length costs.
 */
function readJson(body: ArrayBuffer): unknown {
  if (isOverstructured(Buffer.from(body))) return undefined;
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(body));
  } catch {
    return undefined;
  }
}

/** Whether a JSON text holds more commas, colons and opening brackets and braces than MAX_STRUCTURE, texts included. */
function isOverstructured(json: Buffer): boolean {
  let count = 0;
  for (const sign of ",:[{") {
    for (let at = json.indexOf(sign); at !== -1; at = json.indexOf(sign, at + 1)) {
      count++;
      if (count > MAX_STRUCTURE) return true;
    }
  }
  return false;
}

/** Shortened: a report may be wrong in ways as long as itself. */
function explainAll(issues: readonly z.core.$ZodIssue[]): string {
  const text = issues.slice(0, 5).map(explain).join(" ");
  return text.length <= MAX_EXPLANATION ? text : `${text.slice(0, MAX_EXPLANATION)}…`;
}

function explain(issue: z.core.$ZodIssue): string {
  const message = issue.message.replace(/\.$/, "");
  return issue.path.length === 0 ? `${message}.` : `${issue.path.join(".")}: ${message}.`;
}

// The mini build of the schema library carries no messages of its own.
z.config(z.locales.en());
