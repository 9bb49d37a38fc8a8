import { join } from "node:path";
import { build } from "wxt";

/** What the demo's copy of the extension is told; see "Configuration at build time" in README.md. */
export interface ExtensionSettings {
  feedUrl: string;
  /** Path of the feed's first root.json. */
  trustedRoot: string;
  reportUrl: string;
}

/**
 * Builds the Chromium extension for this demo, apart from other builds.
 *
 * @param outFolder where builds go
 * @returns the folder of the unpacked extension
 */
export async function buildExtension(
  root: string,
  outFolder: string,
  { feedUrl, trustedRoot, reportUrl }: ExtensionSettings,
): Promise<string> {
  Object.assign(process.env, {
    TINHTAO_FEED_URL: feedUrl,
    TINHTAO_TRUSTED_ROOT: trustedRoot,
    TINHTAO_REPORT_URL: reportUrl,
  });
  await build({ root, outDir: outFolder, browser: "chrome", logger: QUIET });
  return join(outFolder, "chrome-mv3");
}

const nothing = (): void => undefined;

/** Failures are thrown; progress is the demo's own to tell. */
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
