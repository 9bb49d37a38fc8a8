import { join } from "node:path";
import type { Report } from "../../../src/core/report/report.ts";
import { readArguments } from "../../../src/hub/command/read-arguments.ts";
import { runCommand } from "../../../src/hub/command/run-command.ts";
import { startHub } from "../../../src/hub/start-hub.ts";
import type { Network } from "./network.ts";
import { HUB_HOST } from "./run.ts";

/** The real hub's intake on the test network. */
export interface Hub {
  /** Every report that arrived, repeated ones as well, in order of arrival. */
  arrived(): Report[];
  /** From now on: an error instead of an answer, or no answer at all. */
  fail(how: 500 | "drop" | "hang"): void;
  mend(): void;
  /**
   * The next report is stored, but the browser never hears of it: what happens when a network breaks at the worst
   * moment.
   */
  loseNextAnswer(): void;
  /** Reports in the reviewers' store: each once. */
  stored(): Report[];
  /** The picture that came with a report. */
  screenshot(receipt: string): Uint8Array | null;
  /** Runs the hub's command line on its reports. @returns what it prints */
  command(...args: string[]): Promise<string[]>;
  stop(): Promise<void>;
}

/** @param folder where the hub keeps its reports */
export async function serveHub(network: Network, folder: string): Promise<Hub> {
  const hub = await startHub({
    host: "127.0.0.1",
    port: 0,
    dataFolder: folder,
    feedFolder: join(folder, "feed"),
    log: (line) => console.error(line),
  });
  let failure: 500 | "drop" | "hang" | null = null;
  let lose = false;
  network.serve(HUB_HOST, async (request) => {
    if (failure === 500) return { status: 500, body: "broken" };
    if (failure) return failure;
    const hasBody = request.method === "POST";
    const response = await fetch(`${hub.url}${request.path}`, {
      method: request.method,
      headers: forwarded(request.headers),
      ...(hasBody ? { body: request.body } : {}),
    });
    if (hasBody && lose) {
      lose = false;
      return "drop";
    }
    return {
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: new Uint8Array(await response.arrayBuffer()),
    };
  });
  return {
    arrived: () =>
      network
        .at(HUB_HOST)
        .filter(({ method }) => method === "POST")
        .map(({ body }) => JSON.parse(body) as Report),
    fail(how) {
      failure = how;
    },
    mend() {
      failure = null;
    },
    loseNextAnswer() {
      lose = true;
    },
    stored: () => [...hub.store.list()].map(({ report }) => report),
    screenshot: (receipt) => hub.store.screenshot(receipt),
    async command(...args) {
      const printed: string[] = [];
      const code = await runCommand(readArguments([...args, "--data", folder], Date.now()), {
        out: (line) => printed.push(line),
        err: (line) => printed.push(line),
        now: Date.now,
        untilStopped: () => Promise.resolve(),
      });
      if (code !== 0) throw new Error(printed.join("\n"));
      return printed;
    },
    stop: () => hub.stop(),
  };
}

const CONNECTION_HEADERS = /^(host|connection|proxy-connection|content-length|accept-encoding)$/;

function forwarded(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).filter(([name]) => !CONNECTION_HEADERS.test(name)),
  );
}
