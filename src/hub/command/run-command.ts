import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { readChecks } from "../../node/entry-checks/read-checks.ts";
import { printable, printableJson } from "../../node/printable.ts";
import { writeFileAtomic } from "../../node/write-file-atomic.ts";
import { openReportStore, type ReportStore, type StoredReport } from "../reports/report-store.ts";
import { decidedAgainst, decidedAlike, openAlike } from "../review/alike.ts";
import { decide } from "../review/decide.ts";
import { placesOfMany } from "../review/places-of-many.ts";
import {
  contactsFile,
  decisionsFile,
  entriesAsCsv,
  entriesAsPlain,
  exclusionsFile,
} from "../review/review-files.ts";
import { reportsFile, startHub } from "../start-hub.ts";
import { exportFolder } from "./export-folder.ts";
import { exportedReport } from "./exported-report.ts";
import { openTable } from "./open-table.ts";
import { type HubCommand, USAGE } from "./read-arguments.ts";
import { reportDetails, reportTable } from "./report-table.ts";

/** What a command needs from the process around it. */
export interface Surroundings {
  out(line: string): void;
  err(line: string): void;
  /** Milliseconds since the epoch. */
  now(): number;
  /** Resolves when the operator asks the server to end. */
  untilStopped(): Promise<void>;
}

/** Runs a command. @returns the exit code */
export async function runCommand(command: HubCommand, around: Surroundings): Promise<number> {
  switch (command.name) {
    case "help":
      around.out(USAGE);
      return 0;
    case "serve":
      return serve(command, around);
    case "reports": {
      const isOfMany = placesOfMany(await readChecks());
      return withReports(command.dataFolder, (store) => {
        const found = store.list(command.filter);
        if (command.json) {
          around.out(printableJson([...found].map(exportedReport)));
          return 0;
        }
        const lines = command.filter.open ? openTable(found, isOfMany) : reportTable(found);
        if (lines.length === 1) around.err("No such reports.");
        else for (const line of lines) around.out(line);
        return 0;
      });
    }
    case "show": {
      const isOfMany = placesOfMany(await readChecks());
      return withReports(command.dataFolder, (store) => {
        const found = store.byReceipt(command.receipt);
        if (!found) {
          around.err(`There is no report with the receipt ${command.receipt}.`);
          return 1;
        }
        if (command.json) around.out(printableJson(exportedReport(found)));
        else {
          const alike = openAlike(store, found, isOfMany);
          for (const line of reportDetails(found, alike)) around.out(line);
        }
        return 0;
      });
    }
    case "export":
      return withReports(command.dataFolder, async (store) => {
        const reports = store.list(command.filter);
        if (command.out === null) {
          for (const report of reports) around.out(printableJson(exportedReport(report)));
        } else {
          const count = await exportFolder(store, reports, command.out);
          around.out(`${command.out}: ${count} reports`);
        }
        return 0;
      });
    case "decide": {
      const { receipts, outcome, entry, same } = command;
      const checks = await readChecks();
      const isOfMany = placesOfMany(checks);
      return withReports(command.dataFolder, (store) => {
        const one = (receipt: string, given: string | null) =>
          around.out(decide(store, receipt, outcome, given, around.now(), checks));
        const withAlike = (receipt: string) => {
          const before = store.byReceipt(receipt);
          one(receipt, entry);
          const decided = store.byReceipt(receipt);
          if (before === null || decided === null) return;
          if (outcome === "undo") {
            const alike = decidedAlike(store, before);
            if (same) for (const other of alike) one(other, null);
            else if (alike.length > 0) {
              const were = alike.length === 1 ? "was" : "were";
              around.out(`${alike.length} more ${were} decided alike: --same takes them back too`);
            }
            return;
          }
          const against = decidedAgainst(store, decided);
          if (against !== null) around.out(`this holds now in place of the decision on ${against}`);
          const open = openAlike(store, decided, isOfMany);
          if (same) for (const other of open) one(other, decided.decision?.entry ?? null);
          else if (open.length > 0) {
            around.out(`${open.length} more on the same are open: decide them too with --same`);
          }
        };
        if (receipts.length === 1) {
          for (const receipt of receipts) withAlike(receipt);
          return 0;
        }
        let code = 0;
        for (const receipt of receipts) {
          // One that can't be decided keeps none of the others waiting.
          try {
            withAlike(receipt);
          } catch (error) {
            around.err(printable(error instanceof Error ? error.message : String(error)));
            code = 1;
          }
        }
        return code;
      });
    }
    case "decisions":
    case "entries":
    case "exclusions":
    case "contacts":
      return withReports(command.dataFolder, async (store) => {
        const { name, out } = command;
        await writeFileAtomic(out, reviewFile(name, out, store.list(), around.now()), 0o600);
        around.out(out);
        return 0;
      });
  }
}

function reviewFile(
  name: "decisions" | "entries" | "exclusions" | "contacts",
  out: string,
  reports: Iterable<StoredReport>,
  now: number,
): string {
  if (name === "decisions") return `${JSON.stringify(decisionsFile(reports, now))}\n`;
  if (name === "exclusions") return exclusionsFile(reports);
  if (name === "contacts") return contactsFile(reports);
  return out.endsWith(".csv") ? entriesAsCsv(reports) : entriesAsPlain(reports);
}

async function serve(
  command: Extract<HubCommand, { name: "serve" }>,
  { out, err, untilStopped }: Surroundings,
): Promise<number> {
  const hub = await startHub({
    ...command,
    log: (line) => err(printable(line)),
    ...(command.accessLog && {
      onAnswer: ({ method, path, status, bytes }) =>
        out(printable(`${method} ${path} ${status} ${bytes}`)),
    }),
  });
  out(`Hub at ${hub.url}`);
  out(`  feed     ${hub.url}/metadata/ and /targets/, from ${command.feedFolder}`);
  const problem = feedProblem(command.feedFolder);
  if (problem !== null) out(`           (${problem})`);
  out(`  reports  POST ${hub.url}/v1/reports, kept in ${reportsFile(command.dataFolder)}`);
  out("  Ctrl-C ends it.");
  await untilStopped();
  await hub.stop();
  return 0;
}

/** Why there is no feed in a folder that could be served now, or null. */
function feedProblem(folder: string): string | null {
  try {
    readdirSync(join(folder, "metadata"));
    return null;
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    return code === "ENOENT"
      ? "not there yet: it is served as soon as the publisher has written it"
      : `it can't be read: ${error instanceof Error ? error.message : String(error)}`;
  }
}

async function withReports(
  dataFolder: string,
  work: (store: ReportStore) => number | Promise<number>,
): Promise<number> {
  const file = reportsFile(dataFolder);
  if (!existsSync(file)) {
    throw new Error(`there are no reports in ${dataFolder}: name the hub's folder with --data DIR`);
  }
  const store = openReportStore(file);
  try {
    return await work(store);
  } finally {
    store.close();
  }
}
