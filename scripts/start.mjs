// `npm start`: the demo, from a fresh clone on. Runs on bare Node 20; the demo runs on the packages' own Node.
import { spawn } from "node:child_process";
import { join } from "node:path";
import { ensureBrowsers } from "./browsers.mjs";
import { ensurePackages, packageEnvironment, root } from "./packages.mjs";

try {
  ensurePackages();
  const { chromium } = await ensureBrowsers({ names: ["chromium"] });
  if (chromium === null) process.exitCode = 1;
  else process.exitCode = await runDemo();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

/** @returns {Promise<number>} the demo's exit code */
function runDemo() {
  // Ctrl-C reaches the demo as well, which cleans up and ends; only then may this process end.
  for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => demo.kill(signal));
  const demo = spawn("node", [join("scripts", "demo", "main.ts"), ...process.argv.slice(2)], {
    cwd: root,
    env: packageEnvironment(),
    stdio: "inherit",
    shell: process.platform === "win32",
  });
  return new Promise((resolve, reject) => {
    demo.on("error", reject);
    demo.on("close", (code) => resolve(code ?? 1));
  });
}
