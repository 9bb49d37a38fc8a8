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

/** What browsers say when no background page or worker takes the message, or when it ends before it has answered. */
const NOBODY =
  /could not establish connection|receiving end does not exist|message (?:port|channel) closed|response .{0,80} went out of scope/i;

/** Asked twice, these do no more than asked once: an answer that a dying background took along is asked for again. */
const REPEATABLE: ReadonlySet<Request["type"]> = new Set<Request["type"]>([
  "state",
  "verdict",
  "check",
  "tab-verdict",
  "overrides",
  "revoke-override",
  "reports",
  "content",
]);

/**
 * @param send passes the request on and gives the raw answer (see src/extension/platform)
 */
export function createAsk(send: (request: Request) => Promise<unknown>): Ask {
  return async <T extends Request["type"]>(request: RequestOf<T>) => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<Asked<Answer<T>>>((resolve) => {
      timer = setTimeout(
        () => resolve({ ok: false, failure: { code: "timeout" } }),
        PATIENCE[request.type] ?? ORDINARY_PATIENCE,
      );
    });
    try {
      return await Promise.race([late, askWell(send, request)]);
    } finally {
      clearTimeout(timer);
    }
  };
}

async function askWell<T extends Request["type"]>(
  send: (request: Request) => Promise<unknown>,
  request: RequestOf<T>,
): Promise<Asked<Answer<T>>> {
  const first = await askOnce(send, request);
  const isLost = !first.ok && first.failure.code === "unreachable";
  return isLost && REPEATABLE.has(request.type) ? askOnce(send, request) : first;
}

async function askOnce<T extends Request["type"]>(
  send: (request: Request) => Promise<unknown>,
  request: RequestOf<T>,
): Promise<Asked<Answer<T>>> {
  try {
    const reply = await send(request);
    if (reply === undefined || reply === null)
      return { ok: false, failure: { code: "unreachable" } };
    // The background is our own code and typed by the same table; only its absence must be told apart.
    return { ok: true, answer: reply as Answer<T> };
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    const failure: AskFailure = NOBODY.test(detail)
      ? { code: "unreachable" }
      : { code: "refused", detail };
    return { ok: false, failure };
  }
}
