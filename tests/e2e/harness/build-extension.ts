import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "wxt";
import { createKeyFolder } from "../../../src/publisher/signing/key-folder.ts";
import { feedPublisher, keyFolder } from "./feed-publisher.ts";
import { FEED_URL, REPORT_URL, readJson, runFolder } from "./run.ts";

/**
 * Set-up of a test run: a scratch folder, keys that are made now, and the extension built to trust them.
 *
 * @param browsers which builds are needed
 * @returns takes the scratch folder away, unless TINHTAO_KEEP_TEST_RUN is set
 */
export async function prepareRun(...browsers: ("chrome" | "firefox")[]): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), "tinhtao-e2e-"));
  process.env.TINHTAO_TEST_RUN = folder;
  mkdirSync(runFolder("net-logs"));
  writeFileSync(runFolder("requests.jsonl"), "");
  await createKeyFolder(keyFolder());
  const feed = await feedPublisher(runFolder("first-feed")).publish({});
  Object.assign(process.env, {
    TINHTAO_FEED_URL: FEED_URL,
    TINHTAO_REPORT_URL: REPORT_URL,
    // A tab that comes by itself would stand in the way of tests about others.
    TINHTAO_WELCOME: "no",
    TINHTAO_TRUSTED_ROOT: join(feed, "metadata", "1.root.json"),
  });
  for (const browser of browsers) {
    await build({ browser, manifestVersion: 3, outDir: folder, logger: QUIET });
  }
  if (browsers.includes("firefox")) packFirefox(runFolder("firefox-mv3"));
  return () => {
    if (process.env.TINHTAO_KEEP_TEST_RUN) console.log(`The test run is kept in ${folder}`);
    else rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  };
}

/** The same extension for Firefox, of another version. @returns its folder */
export function newerFirefox(version: string): string {
  const folder = runFolder(`firefox-mv3-${version}`);
  cpSync(runFolder("firefox-mv3"), folder, { recursive: true });
  const file = join(folder, "manifest.json");
  writeFileSync(file, JSON.stringify({ ...(readJson(file) as object), version }));
  return folder;
}

/** Playwright's global set-up. */
export default function (): Promise<() => void> {
  return prepareRun("chrome", "firefox");
}

/** Firefox installs from a packed file. */
export function packFirefox(extension: string): void {
  const command = [
    "build",
    "--no-config-discovery",
    `--source-dir=${extension}`,
    "--overwrite-dest",
  ];
  const name = `--filename=${extension.split("/").at(-1)}.xpi`;
  execFileSync("web-ext", [...command, `--artifacts-dir=${join(extension, "..")}`, name], {
    stdio: ["ignore", "ignore", "inherit"],
  });
}

const nothing = (): void => undefined;

/** Failures are thrown; progress would hide the test's own lines. */
const QUIET = {
  debug: nothing,
  log: nothing,
  info: nothing,
  success: nothing,
  warn: console.warn,
  error: console.error,
  fatal: console.error,
  level: 0,
};
