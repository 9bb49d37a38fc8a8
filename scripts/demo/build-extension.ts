import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { packageEnvironment } from "../packages.mjs";
import { DemoError } from "./demo-error.ts";

/** What the demo's copy of the extension is told when it is built. */
export interface ExtensionSettings {
  feedUrl: string;
  /** Path of the feed's first root.json. */
  trustedRoot: string;
  reportUrl: string;
}

/**
 * Builds the Chromium extension for this demo.
 *
 * @param outFolder where builds go
 * @returns the folder of the unpacked extension
 * @throws DemoError with what the builder said
 */
export async function buildExtension(
  root: string,
  outFolder: string,
  { feedUrl, trustedRoot, reportUrl }: ExtensionSettings,
): Promise<string> {
  const env = packageEnvironment({
    TINHTAO_FEED_URL: feedUrl,
    TINHTAO_TRUSTED_ROOT: trustedRoot,
    TINHTAO_REPORT_URL: reportUrl,
    // The guided page stands in front.
    TINHTAO_WELCOME: "no",
  });
  try {
    const script = join(root, "scripts/demo/build-into.ts");
    await promisify(execFile)("node", [script, outFolder], { cwd: root, env });
  } catch (error) {
    const { stdout = "", stderr = String(error) } = error as { stdout?: string; stderr?: string };
    throw new DemoError(`the extension could not be built:\n${stdout}${stderr}`, { cause: error });
  }
  return join(outFolder, "chrome-mv3");
}
