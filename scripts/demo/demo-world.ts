import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { join } from "node:path";
import type { StoredReport } from "../../src/hub/reports/report-store.ts";
import { type RunningHub, startHub } from "../../src/hub/start-hub.ts";
import { buildExtension } from "./build-extension.ts";
import { claimFolder } from "./claim-folder.ts";
import { makeDemoFeed } from "./demo-feed.ts";
import { BANK, DEMO_NAMES, LISTED, NEWCOMER, SUSPECT } from "./demo-hosts.ts";
import { startGuideServer } from "./guide-server.ts";
import { sitePage } from "./site-pages.ts";
import { startWebServer, type WebServer } from "./web-server.ts";

/** All that the demo needs around its browser. */
export interface DemoWorld {
  guideUrl: string;
  web: WebServer;
  /** Folder of the built extension. */
  extension: string;
  /** Folder of a fresh browser profile. */
  profile: string;
  feed(): FeedState;
  reports(): StoredReport[];
  /** What browsers fetched from the feed since a moment in milliseconds since the epoch. */
  fetchedSince(moment: number): { deltaBytes: number; wholeLists: number };
  stop(): Promise<void>;
}

export interface FeedState {
  version: number;
  /** Hosts on all its lists that are on by default. */
  hosts: number;
  /** How NEWCOMER joined the list, null before. */
  update: { publishedAt: number; fullBytes: number; deltaBytes: number } | null;
}

/** Where a build without settings looks for its feed. */
const USUAL_PORT = 8787;

/**
 * Makes keys, signs a first feed, starts the servers and builds the extension that trusts them.
 *
 * @param folder of all that the demo writes; what an earlier demo left there is replaced
 */
export async function makeDemoWorld(
  root: string,
  folder: string,
  say: (line: string) => void,
): Promise<DemoWorld> {
  const release = await claimFolder(folder);
  const undo: (() => Promise<unknown>)[] = [release];
  const stop = async (): Promise<void> => {
    for (const step of undo.splice(0).reverse()) await step();
  };
  try {
    say("Making keys and signing a feed from the shipped list …");
    const feed = await makeDemoFeed(root, folder);
    const fetched: { at: number; path: string; bytes: number }[] = [];
    const hub = await startHubSomewhere({
      dataFolder: join(folder, "hub"),
      feedFolder: feed.folder,
      log: (line) => console.error(`hub: ${line}`),
      onAnswer({ method, path, status, bytes }) {
        if (method === "GET" && status === 200) fetched.push({ at: Date.now(), path, bytes });
      },
    });
    undo.push(() => hub.stop());
    const web = await startWebServer(DEMO_NAMES, (host, request, response) => {
      if (request.url !== "/favicon.ico") response.setHeader("Content-Type", "text/html");
      else response.statusCode = 404;
      response.end(request.url === "/favicon.ico" ? "" : sitePage(host));
    });
    undo.push(() => web.stop());
    const reports = (): StoredReport[] => [...hub.store.list()];
    const guide = await startGuideServer(
      { listed: LISTED.host, bank: BANK, suspect: SUSPECT, newcomer: NEWCOMER.host },
      () => ({
        requests: { listed: web.requests(LISTED.host), bank: web.requests(BANK) },
        feed: feed.state(),
        reports: reports().map(({ receipt, report }) => ({ receipt, url: report.url ?? "" })),
      }),
      () => feed.addNewcomer(),
    );
    undo.push(() => guide.stop());
    say("Building the extension …");
    const extension = await buildExtension(root, join(folder, "extension"), {
      feedUrl: `${hub.url}/`,
      trustedRoot: feed.trustedRoot,
      reportUrl: `${hub.url}/v1/reports`,
    });
    await mkdir(join(folder, "profiles"), { recursive: true });
    const profile = await mkdtemp(join(folder, "profiles", "p-"));
    undo.push(() => rm(profile, { recursive: true, force: true, maxRetries: 5 }));
    return {
      guideUrl: guide.url,
      web,
      extension,
      profile,
      feed: () => feed.state(),
      reports,
      fetchedSince(moment) {
        const since = fetched.filter(({ at }) => at >= moment);
        const sum = (suffix: string) =>
          since
            .filter(({ path }) => path.endsWith(suffix))
            .reduce((total, { bytes }) => total + bytes, 0);
        return {
          deltaBytes: sum(".ttd.gz"),
          wholeLists: since.filter(({ path }) => path.endsWith(".ttb.gz")).length,
        };
      },
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** The port that a build without settings asks, or any other if that is taken. */
async function startHubSomewhere(
  settings: Omit<Parameters<typeof startHub>[0], "host" | "port">,
): Promise<RunningHub> {
  try {
    return await startHub({ ...settings, host: "127.0.0.1", port: USUAL_PORT });
  } catch (error) {
    if (!(error instanceof Error) || !("code" in error) || error.code !== "EADDRINUSE") throw error;
    return startHub({ ...settings, host: "127.0.0.1", port: 0 });
  }
}
