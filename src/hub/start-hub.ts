import { randomBytes } from "node:crypto";
import { mkdirSync } from "node:fs";
import type { Server } from "node:http";
import { join } from "node:path";
import { getRequestListener } from "@hono/node-server";
import { systemReason } from "../node/system-reason.ts";
import { type HubAnswer, type HubOptions, hubApp } from "./hub-app.ts";
import type { PoolSize } from "./limits/fair-pool.ts";
import { CONNECTIONS, guardedServer } from "./limits/guarded-server.ts";
import type { RateLimit } from "./limits/rate-limiter.ts";
import { MAX_REPORT_BYTES } from "./reports/intake.ts";
import { openReportStore, type ReportStore } from "./reports/report-store.ts";

export interface HubSettings {
  host: string;
  /** 0 takes a free one. */
  port: number;
  /** Folder of the reports; made if it isn't there. */
  dataFolder: string;
  feedFolder: string;
  /** Size of the reports' file beyond which they are refused, in bytes. */
  maxDataBytes?: number;
  behindProxy?: boolean;
  clientLimit?: RateLimit;
  totalLimit?: RateLimit;
  connections?: PoolSize;
  /** Clock, milliseconds since the epoch. */
  now?: () => number;
  log?: (line: string) => void;
  onAnswer?: (answer: HubAnswer) => void;
}

export interface RunningHub {
  /** Base address, without a closing slash. */
  url: string;
  store: ReportStore;
  /** Answers what has begun, takes nothing new, closes the reports. */
  stop(): Promise<void>;
}

/** Milliseconds that answers under way get when the hub stops. */
const STOP_GRACE = 5_000;

/** The file in the data folder that holds the reports. */
export function reportsFile(dataFolder: string): string {
  return join(dataFolder, "reports.sqlite");
}

/**
 * Starts the hub.
 *
 * @throws StorageUnavailable, or the system's error if the port is taken
 */
export async function startHub(settings: HubSettings): Promise<RunningHub> {
  // Reports are for reviewers alone: other accounts of the machine may not read them.
  makeFolder(settings.dataFolder);
  const store = openReportStore(reportsFile(settings.dataFolder), settings.maxDataBytes);
  const options: HubOptions = {
    ...settings,
    store,
    now: settings.now ?? Date.now,
    randomBytes,
    log: settings.log ?? (() => undefined),
  };
  const server = guardedServer(getRequestListener(hubApp(options).fetch), {
    connections: settings.connections ?? CONNECTIONS,
    maxBodyBytes: MAX_REPORT_BYTES,
    behindProxy: settings.behindProxy ?? false,
  });
  try {
    await listen(server, settings.port, settings.host);
  } catch (error) {
    store.close();
    throw error;
  }
  return {
    url: addressOf(server),
    store,
    async stop() {
      await close(server);
      store.close();
    },
  };
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  } catch (cause) {
    throw new Error(`${folder} can't be a folder for reports: ${systemReason(cause)}`, { cause });
  }
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => {
      server.off("error", reject);
      resolve();
    });
  });
}

function addressOf(server: Server): string {
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the hub has no address");
  const host = address.family === "IPv6" ? `[${address.address}]` : address.address;
  return `http://${host}:${address.port}`;
}

function close(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    const force = setTimeout(() => server.closeAllConnections(), STOP_GRACE);
    server.close((error) => {
      clearTimeout(force);
      if (error) reject(error);
      else resolve();
    });
    server.closeIdleConnections();
  });
}
