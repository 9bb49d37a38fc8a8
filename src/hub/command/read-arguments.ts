import { parseArgs } from "node:util";
import { OUTCOMES, type Outcome } from "../../core/report/decisions.ts";
import { reportSchema } from "../../core/report/report.ts";
import type { PoolSize } from "../limits/fair-pool.ts";
import { CONNECTIONS } from "../limits/guarded-server.ts";
import type { RateLimit } from "../limits/rate-limiter.ts";
import { CLIENT_LIMIT, TOTAL_LIMIT } from "../reports/intake.ts";
import { readReceiptCode } from "../reports/receipt-code.ts";
import type { ReportFilter } from "../reports/report-store.ts";
import { readTime } from "./read-time.ts";

export type HubCommand =
  | { name: "help" }
  | {
      name: "serve";
      host: string;
      port: number;
      dataFolder: string;
      feedFolder: string;
      behindProxy: boolean;
      accessLog: boolean;
      clientLimit: RateLimit;
      totalLimit: RateLimit;
      connections: PoolSize;
    }
  | { name: "reports"; dataFolder: string; filter: ReportFilter; json: boolean }
  | { name: "show"; dataFolder: string; receipt: string; json: boolean }
  | { name: "export"; dataFolder: string; filter: ReportFilter; out: string | null }
  | {
      name: "decide";
      dataFolder: string;
      /** One at least. */
      receipts: string[];
      outcome: Outcome | "undo";
      /** What enters the list, or stays out of it, as the reviewer wrote it; null leaves it to the report's address. */
      entry: string | null;
      /** True to decide all other open reports with it that it answers, too. */
      same: boolean;
    }
  | { name: "decisions" | "entries" | "exclusions" | "contacts"; dataFolder: string; out: string };

/** The command line can't be understood; the message says what is wrong and what would be right. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

export const USAGE = `usage: npm run -s hub -- [command] [options]

  serve               answer browsers (also without any command)
    --port N            default 8787; 0 takes a free one
    --host ADDRESS      default 127.0.0.1: this machine alone
    --feed DIR          the feed to serve, default feed
    --behind-proxy      believe the last X-Forwarded-For entry of the proxy in front
    --client-limit N    new reports that one client may send in ten minutes, default ${CLIENT_LIMIT.burst}
    --total-limit N     new reports of all clients in ten minutes, default ${TOTAL_LIMIT.burst}
    --connections N     open at once, default ${CONNECTIONS.total}; beyond it the client that holds the most loses its oldest
    --client-connections N
                        of one client, default ${CONNECTIONS.perClient}; not counted behind a proxy
    --access-log        print each answer: method, path, status, bytes; never who asked
  list                list reports (also "reports")
    --since TIME        2026-11-12, 2026-11-12T08:00Z, or 30m, 24h, 7d, 2w ago
    --kind KIND         scam or false-positive
    --open              what is still to be decided: one line for all reports on the same, most reported first
    --json              one JSON array, a report each
  show RECEIPT        one report in full
    --json
  export              all that is known of each report, without pictures: one JSON object a line
    --out DIR           instead a new folder with reports.json, reports.csv and the pictures
    --since TIME, --kind KIND, --open
  decide RECEIPT… OUTCOME
                      note what became of a report, or of several: ${OUTCOMES.join(", ")};
                      "undo" takes the last decision back
    --entry NAME        what enters the list ("host" or "host/path") or, after false-positive-fixed, stays out of it;
                      without it the host of the reported address, or where strangers share that host the page
    --same              decide with it all other open reports on the same address or numbers, or on what it lists;
                      with "undo" takes back all that were decided alike
  decisions           what the feed tells reporters, for "feed build --decisions"
    --out FILE
  entries             what confirmed reports add to the list, as a source of format plain (csv if FILE ends in .csv)
    --out FILE
  exclusions          what was blocked by mistake, for "feed build --exclude"
    --out FILE
  contacts            numbers and accounts of confirmed reports that have no address, for "feed build --contacts"
    --out FILE

  --data DIR          where reports are kept, default hub-data
`;

const OPTIONS = {
  port: { type: "string" },
  host: { type: "string" },
  feed: { type: "string" },
  "behind-proxy": { type: "boolean" },
  "access-log": { type: "boolean" },
  "client-limit": { type: "string" },
  "total-limit": { type: "string" },
  connections: { type: "string" },
  "client-connections": { type: "string" },
  since: { type: "string" },
  kind: { type: "string" },
  json: { type: "boolean" },
  format: { type: "string" },
  out: { type: "string" },
  entry: { type: "string" },
  same: { type: "boolean" },
  open: { type: "boolean" },
  data: { type: "string" },
  help: { type: "boolean", short: "h" },
} as const;

type Option = keyof typeof OPTIONS;

const COMMAND_OPTIONS: Readonly<Record<Exclude<HubCommand["name"], "help">, readonly Option[]>> = {
  serve: [
    ...(["port", "host", "feed", "behind-proxy", "access-log", "data"] as const),
    ...(["client-limit", "total-limit", "connections", "client-connections"] as const),
  ],
  reports: ["since", "kind", "open", "json", "data"],
  show: ["json", "data"],
  export: ["format", "since", "kind", "open", "out", "data"],
  decide: ["entry", "same", "data"],
  decisions: ["out", "data"],
  entries: ["out", "data"],
  exclusions: ["out", "data"],
  contacts: ["out", "data"],
};
const OPERANDS: Readonly<Partial<Record<string, number>>> = { show: 1, decide: Infinity };

/**
 * @param args what stands behind the program's name
 * @param now milliseconds since the epoch, for "--since 24h"
 * @throws UsageError
 */
export function readArguments(args: readonly string[], now: number): HubCommand {
  const { values, positionals } = parse(args);
  const [word = "serve", ...operands] = positionals;
  if (values.help === true || word === "help") return { name: "help" };
  const name = word === "list" ? "reports" : word;
  if (!isCommand(name)) {
    throw new UsageError(
      `there is no command "${name}": ${Object.keys(COMMAND_OPTIONS).join(", ")} are there`,
    );
  }
  for (const option of Object.keys(values) as Option[]) {
    if (!COMMAND_OPTIONS[name].includes(option)) {
      throw new UsageError(`"${name}" has no option --${option}`);
    }
  }
  if (operands.length > (OPERANDS[name] ?? 0)) {
    throw new UsageError(`"${operands.at(-1)}" is one word too many`);
  }
  const dataFolder = values.data ?? "hub-data";
  const json = values.json ?? false;
  switch (name) {
    case "serve":
      return {
        name,
        host: values.host ?? "127.0.0.1",
        port: readPort(values.port ?? "8787"),
        dataFolder,
        feedFolder: values.feed ?? "feed",
        behindProxy: values["behind-proxy"] ?? false,
        accessLog: values["access-log"] ?? false,
        clientLimit: readLimit("client-limit", values["client-limit"], CLIENT_LIMIT),
        totalLimit: readLimit("total-limit", values["total-limit"], TOTAL_LIMIT),
        connections: {
          total: readCount("connections", values.connections, CONNECTIONS.total),
          perClient: readCount(
            "client-connections",
            values["client-connections"],
            CONNECTIONS.perClient,
          ),
        },
      };
    case "reports":
      return { name, dataFolder, filter: readFilter(values, now), json };
    case "show":
      return { name, dataFolder, receipt: readReceipt(name, operands[0]), json };
    case "export":
      if ((values.format ?? "jsonl") !== "jsonl") {
        throw new UsageError(`--format ${values.format} isn't known: jsonl is`);
      }
      return {
        name,
        dataFolder,
        filter: readFilter(values, now),
        out: values.out ?? null,
      };
    case "decide": {
      const [first, ...more] = operands.slice(0, Math.max(1, operands.length - 1));
      const receipts = [first, ...more].map((given) => readReceipt(name, given));
      const outcome = readOutcome(operands[receipts.length]);
      if (values.entry !== undefined && receipts.length > 1) {
        throw new UsageError("--entry goes with one receipt alone");
      }
      const entry = values.entry ?? null;
      return { name, dataFolder, receipts, outcome, entry, same: values.same ?? false };
    }
    default:
      if (values.out === undefined) throw new UsageError(`"${name}" needs --out FILE`);
      return { name, dataFolder, out: values.out };
  }
}

function isCommand(name: string): name is Exclude<HubCommand["name"], "help"> {
  return Object.hasOwn(COMMAND_OPTIONS, name);
}

function readReceipt(command: string, given: string | undefined): string {
  if (given === undefined) {
    throw new UsageError(`"${command}" needs a receipt: ${command} TT-7K3M-9QXZ`);
  }
  const receipt = readReceiptCode(given);
  if (receipt === null) {
    throw new UsageError(`"${given}" is no receipt: one looks like TT-7K3M-9QXZ`);
  }
  return receipt;
}

function readOutcome(given: string | undefined): Outcome | "undo" {
  const outcome = [...OUTCOMES, "undo" as const].find((known) => known === given);
  if (outcome !== undefined) return outcome;
  throw new UsageError(
    `say what was decided, not "${given ?? ""}": ${OUTCOMES.join(", ")}, or undo`,
  );
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

function readPort(text: string): number {
  if (!/^\d{1,5}$/.test(text) || Number(text) > 65_535) {
    throw new UsageError(`--port ${text} is no port: 0 to 65535`);
  }
  return Number(text);
}

/** Most reports in ten minutes that a limit may let through: more than one hub writes in that time. */
const HIGHEST_LIMIT = 1_000_000;

function readLimit(option: string, text: string | undefined, usual: RateLimit): RateLimit {
  if (text === undefined) return usual;
  if (!/^[1-9]\d{0,6}$/.test(text) || Number(text) > HIGHEST_LIMIT) {
    throw new UsageError(`--${option} ${text} is no limit: 1 to ${HIGHEST_LIMIT} in ten minutes`);
  }
  return { ...usual, burst: Number(text) };
}

/** Each connection takes up to 300 kB. */
const MOST_CONNECTIONS = 65_536;

function readCount(option: string, text: string | undefined, usual: number): number {
  if (text === undefined) return usual;
  if (!/^[1-9]\d{0,4}$/.test(text) || Number(text) > MOST_CONNECTIONS) {
    throw new UsageError(
      `--${option} ${text} is no number of connections: 1 to ${MOST_CONNECTIONS}`,
    );
  }
  return Number(text);
}

function readFilter(
  { since, kind, open }: { since?: string; kind?: string; open?: boolean },
  now: number,
): ReportFilter {
  const filter: ReportFilter = open === true ? { open } : {};
  if (since !== undefined) {
    const time = readTime(since, now);
    if (time === null) {
      throw new UsageError(`--since ${since} is no time: 2026-11-12, 2026-11-12T08:00Z, 24h or 7d`);
    }
    filter.since = time;
  }
  if (kind !== undefined) {
    const parsed = reportSchema.shape.kind.safeParse(kind);
    if (!parsed.success) {
      throw new UsageError(`--kind ${kind} isn't known: scam and false-positive are`);
    }
    filter.kind = parsed.data;
  }
  return filter;
}
