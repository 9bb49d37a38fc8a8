import type { Verdict } from "../../../../src/core/verdict/verdict.ts";
import type { Answers, ListState, Request, State } from "../../../../src/extension/messages.ts";
import type { Ask, AskFailure } from "../../../../src/extension/pages/ask-background.ts";

export const NOW = Date.UTC(2026, 10, 24, 3, 0);

export const LIST: ListState = {
  freshness: "fresh",
  version: 128,
  entries: 4966,
  covered: 0,
  madeAt: NOW - 3_600_000,
  confirmedAt: NOW - 4 * 60_000,
  problem: null,
  updating: false,
  enforced: true,
  feedConfigured: true,
};

export const STATE: State = {
  list: LIST,
  override: { allowed: true, minutes: 10 },
  reportsWaiting: 0,
  reportsAccepted: true,
  extensionVersion: "0.1.0",
  inPrivate: true,
  policyProblems: [],
};

export const UNKNOWN: Verdict = {
  level: "none",
  scope: null,
  source: "unknown",
  reasons: [{ code: "nothing-known" }],
  feedVersion: 128,
};

export const OFFICIAL: Verdict = {
  level: "official",
  scope: "host",
  source: "official",
  reasons: [{ code: "official", organisation: "Vietcombank", domain: "vietcombank.com.vn" }],
  brand: "Vietcombank",
  officialSite: "vietcombank.com.vn",
  feedVersion: 128,
};

export const FAKE_BANK: Verdict = {
  level: "block",
  scope: "host",
  source: "host-list",
  reasons: [
    {
      code: "listed",
      entry: "vietcombank-otp.example",
      scope: "host",
      publisher: "hostsVN",
      since: "2026-11-12",
    },
    { code: "form", form: "fake-lender-bank" },
    { code: "imitates", brand: "Vietcombank" },
  ],
  brand: "Vietcombank",
  officialSite: "vietcombank.com.vn",
  form: "fake-lender-bank",
  listedSince: "2026-11-12",
  feedVersion: 128,
};

export const LISTED: Verdict = {
  level: "block",
  scope: "host",
  source: "host-list",
  reasons: [
    {
      code: "listed",
      entry: "trung-thuong.example",
      scope: "host",
      publisher: "hostsVN",
      since: null,
    },
  ],
  feedVersion: 128,
};

/** What the fake says to each kind of question: an answer, a failure, or nothing at all. */
export type Script = {
  [T in Request["type"]]?:
    | undefined
    | Answers[T]
    | { failure: AskFailure }
    | ((request: Extract<Request, { type: T }>) => Answers[T]);
};

/** A background that answers by the script and keeps what it was asked. Unscripted questions never get an answer. */
export function fakeBackground(script: Script): { ask: Ask; asked: Request[] } {
  const asked: Request[] = [];
  const ask = async (request: Request): Promise<unknown> => {
    asked.push(request);
    const line = ({ state: STATE, ...script } as Record<string, unknown>)[request.type];
    if (line === undefined) return new Promise(() => undefined);
    if (typeof line === "function") return { ok: true, answer: line(request) };
    if (typeof line === "object" && line !== null && "failure" in line) {
      return { ok: false, failure: line.failure };
    }
    return { ok: true, answer: line };
  };
  return { ask: ask as Ask, asked };
}

/** The fake's verdicts by host; everything else is unknown. */
export function verdictsBy(hosts: Record<string, Verdict>) {
  return ({ url }: { url: string }) => ({
    ok: true as const,
    verdict: hosts[new URL(url).hostname] ?? UNKNOWN,
  });
}
