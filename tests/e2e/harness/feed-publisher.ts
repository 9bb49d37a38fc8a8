import { cpSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Alert } from "../../../src/core/awareness/alert.ts";
import { DEFAULT_FILES } from "../../../src/node/default-files.ts";
import { buildFeed } from "../../../src/publisher/build/build-feed.ts";
import { silentProgress } from "../../../src/publisher/progress.ts";
import { readKeyFolder } from "../../../src/publisher/signing/key-folder.ts";
import { runFolder } from "./run.ts";

/** What a feed lists. */
export interface FeedContent {
  /** Canonical hosts; details where a test needs them. */
  hosts?: (string | ListedHost)[];
  /** "host/path" entries. */
  paths?: string[];
  /** Hosts of a category that is off unless policy turns it on. */
  gambling?: string[];
  /** What people are warned of, in place of what ships. */
  alerts?: readonly Alert[];
  /** File of decisions on reports, as the hub writes it. */
  decisions?: string;
  /** Numbers of scammers: lines of CSV after "kind,number,bank,form,since,source,note". */
  contacts?: string[];
  /** Days ago on which it was signed; a timestamp is good for seven. */
  daysAgo?: number;
}

export interface ListedHost {
  host: string;
  /** Id of the form of scam, as in src/content/forms.ts. */
  form?: string;
  brand?: string;
}

/** Signs versions of a feed with the keys of this test run. */
export interface Publisher {
  /** Builds and signs the next version; returns a folder with the feed as it is then, which no later version changes. */
  publish(content: FeedContent): Promise<string>;
}

const DAY_MS = 86_400_000;

/** The keys whose root the extension of this run trusts. */
export const keyFolder = () => runFolder("keys");

/** @param folder scratch folder of one feed */
export function feedPublisher(folder: string): Publisher {
  mkdirSync(folder, { recursive: true });
  let count = 0;
  return {
    async publish({
      hosts = [],
      paths = [],
      gambling = [],
      alerts,
      decisions,
      contacts = [],
      daysAgo = 0,
    }) {
      const sources = join(folder, "sources.json");
      writeFileSync(sources, JSON.stringify(SOURCES));
      writeFileSync(join(folder, "list.csv"), csv(hosts, paths));
      writeFileSync(join(folder, "gambling.txt"), `${gambling.join("\n")}\n`);
      const content = alerts ? contentWith(alerts, join(folder, "content")) : DEFAULT_FILES.content;
      const numbers = join(folder, "contacts.csv");
      writeFileSync(
        numbers,
        `${["kind,number,bank,form,since,source,note", ...contacts].join("\n")}\n`,
      );
      const out = join(folder, "feed");
      const report = await buildFeed({
        files: {
          ...DEFAULT_FILES,
          sources,
          content,
          popular: [],
          shared: [],
          exclude: [],
          contacts: [numbers],
          decisions,
        },
        out,
        keys: await readKeyFolder(keyFolder()),
        settings: {},
        report: null,
        dropViolations: false,
        maxMalformed: 0,
        deltas: 7,
        withoutPrevious: false,
        // A test drops whole lists on purpose.
        allowLoss: true,
        now: Date.now() - daysAgo * DAY_MS,
        progress: silentProgress,
      });
      if (report.outcome === "refused") {
        throw new Error(`the publisher refused the list: ${JSON.stringify(report.violations)}`);
      }
      const shown = join(folder, `feed-${++count}`);
      cpSync(out, shown, { recursive: true });
      return shown;
    },
  };
}

/** The content that ships, with other alerts. */
function contentWith(alerts: readonly Alert[], folder: string): string {
  cpSync(DEFAULT_FILES.content, folder, { recursive: true });
  writeFileSync(join(folder, "alerts.json"), JSON.stringify(alerts));
  return folder;
}

const SOURCES = {
  sources: [
    {
      id: "thu-nghiem",
      name: "Danh sách thử nghiệm",
      licence: "Apache-2.0",
      format: "csv",
      from: "list.csv",
      mayBeEmpty: true,
    },
    {
      id: "thu-nghiem-co-bac",
      name: "Cờ bạc thử nghiệm",
      licence: "Apache-2.0",
      format: "plain",
      from: "gambling.txt",
      category: "gambling",
      mayBeEmpty: true,
    },
  ],
};

function csv(hosts: readonly (string | ListedHost)[], paths: readonly string[]): string {
  const rows = [
    ...hosts.map((entry) => (typeof entry === "string" ? { host: entry } : entry)),
    ...paths.map((path): ListedHost => ({ host: `http://${path}` })),
  ];
  const lines = rows.map(({ host, brand = "", form = "" }) => `"${host}","${brand}","${form}"`);
  return `${["url,brand,form", ...lines].join("\n")}\n`;
}
