import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { openReportStore, type ReportStore, type StoredReport } from "../reports/report-store.ts";
import { reportsFile, startHub } from "../start-hub.ts";
import { printable, printableJson } from "./printable.ts";
import { type HubCommand, USAGE } from "./read-arguments.ts";
import { reportDetails, reportTable } from "./report-table.ts";

/** What a command needs from the process around it. */
export interface Surroundings {
  out(line: string): void;
  err(line: string): void;
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
    case "reports":
      return withReports(command.dataFolder, (store) => {
        if (command.json) {
          around.out(printableJson([...store.list(command.filter)].map(exported)));
          return 0;
        }
        const lines = reportTable(store.list(command.filter));
        if (lines.length === 1) around.err("No such reports.");
        else for (const line of lines) around.out(line);
        return 0;
      });
    case "show":
      return withReports(command.dataFolder, (store) => {
        const found = store.byReceipt(command.receipt);
        if (!found) {
          around.err(`There is no report with the receipt ${command.receipt}.`);
          return 1;
        }
        if (command.json) around.out(printableJson(exported(found)));
        else for (const line of reportDetails(found)) around.out(line);
        return 0;
      });
    case "export":
      return withReports(command.dataFolder, (store) => {
        for (const report of store.list(command.filter))
          around.out(printableJson(exported(report)));
        return 0;
      });
  }
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

function withReports(dataFolder: string, read: (store: ReportStore) => number): number {
  const file = reportsFile(dataFolder);
  if (!existsSync(file)) {
    throw new Error(`there are no reports in ${dataFolder}: name the hub's folder with --data DIR`);
  }
  const store = openReportStore(file);
  try {
    return read(store);
  } finally {
    store.close();
  }
}

/** A report as programs get it: with its true address, not defanged. */
function exported({ receipt, receivedAt, report }: StoredReport): Record<string, unknown> {
  return { receipt, receivedAt: new Date(receivedAt).toISOString(), ...report };
}
