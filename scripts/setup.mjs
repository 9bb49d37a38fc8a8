// Makes a fresh machine ready: packages and browsers. Quick when there is nothing to do. Runs on bare Node 20.
import { ensureBrowsers } from "./browsers.mjs";
import { ensurePackages } from "./packages.mjs";

try {
  ensurePackages();
  const { chromium, firefox } = await ensureBrowsers();
  console.log(`Chromium: ${chromium ?? "none"}\nFirefox: ${firefox ?? "none"}`);
  process.exitCode = chromium && firefox ? 0 : 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
