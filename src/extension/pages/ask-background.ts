import type { Answer, Request } from "../messages.ts";

/** Why a question got no answer. Pages show each of these; none is ever taken for "nothing known". */
export type AskFailure =
  /** Nothing came in time: the background may be starting, or dead. */
  | { code: "timeout" }
  /** Nobody listens, or the background failed and has nothing to say. */
  | { code: "unreachable" }
  /** The browser refused; `detail` is its short technical line. */
  | { code: "refused"; detail: string };

export type Asked<T> = { ok: true; answer: T } | { ok: false; failure: AskFailure };

type RequestOf<T extends Request["type"]> = Extract<Request, { type: T }>;

/** Asks the background; never rejects. Pages take it as a parameter, so that tests can answer in its place. */
export type Ask = <T extends Request["type"]>(request: RequestOf<T>) => Promise<Asked<Answer<T>>>;

/** Milliseconds until an answer is given up. Most come from memory; these wait for disk, rules or network. */
const PATIENCE: Partial<Record<Request["type"], number>> = {
  "update-now": 120_000,
  "self-test": 60_000,
  "send-report": 30_000,
};
const ORDINARY_PATIENCE = 5_000;

/** What browsers say when no background page or worker takes the message. */
const NOBODY = /could not establish connection|receiving end does not exist|message port closed/i;

/**
 * @param send passes the request on and gives the raw answer (see src/extension/platform)
 */
export function createAsk(send: (request: Request) => Promise<unknown>): Ask {
  return <T extends Request["type"]>(request: RequestOf<T>) =>
    new Promise<Asked<Answer<T>>>((resolve) => {
      const give = (failure: AskFailure) => resolve({ ok: false, failure });
      const timer = setTimeout(
        () => give({ code: "timeout" }),
        PATIENCE[request.type] ?? ORDINARY_PATIENCE,
      );
      send(request)
        .then((reply) => {
          if (reply === undefined || reply === null) give({ code: "unreachable" });
          // The background is our own code and typed by the same table; only its absence must be told apart.
          else resolve({ ok: true, answer: reply as Answer<T> });
        })
        .catch((error: unknown) => {
          const detail = error instanceof Error ? error.message : String(error);
          give(NOBODY.test(detail) ? { code: "unreachable" } : { code: "refused", detail });
        })
        .finally(() => clearTimeout(timer));
    });
}
