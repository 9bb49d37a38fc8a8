// Runs on bare Node 20, before any package is installed.
import { spawnSync } from "node:child_process";
import { accessSync, constants, existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { pathToFileURL } from "node:url";
import { packageEnvironment, root } from "./packages.mjs";

/**
 * Where browsers lie, best first. Debian's /usr/bin/chromium is a wrapper that adds flags of its own, so the program
 * itself comes first. Google's branded Chrome is missing on purpose: since version 137 it loads no extension from the
 * command line.
 */
const PLACES = {
  chromium: {
    variable: "CHROMIUM",
    packages: ["chromium"],
    files: [
      "/usr/lib/chromium/chromium",
      "/usr/lib/chromium-browser/chromium-browser",
      "/usr/lib64/chromium-browser/chromium-browser",
      "/Applications/Chromium.app/Contents/MacOS/Chromium",
    ],
    commands: ["chromium", "chromium-browser"],
  },
  firefox: {
    variable: "FIREFOX",
    packages: ["firefox-esr"],
    files: [
      "/usr/lib/firefox-esr/firefox-esr",
      "/usr/lib/firefox/firefox",
      "/Applications/Firefox.app/Contents/MacOS/firefox",
      "C:\\Program Files\\Mozilla Firefox\\firefox.exe",
    ],
    commands: ["firefox-esr", "firefox"],
  },
};

/**
 * The program of an installed browser: the one that CHROMIUM or FIREFOX names, else the first found in the usual
 * places, else (Chromium) the one that Playwright downloaded.
 *
 * @param {"chromium" | "firefox"} name
 * @returns {Promise<string | null>} its path, or null if there is none
 * @throws {Error} if the variable names a file that is no program
 */
export async function findBrowser(name) {
  const { variable, files, commands } = PLACES[name];
  const given = process.env[variable];
  if (given) {
    if (isProgram(given)) return given;
    throw new Error(`${variable} names ${given}, which is no program that can be started.`);
  }
  const folders = (process.env.PATH ?? "").split(delimiter).filter(Boolean);
  const found = [...files, ...commands.flatMap((name) => folders.map((f) => join(f, name)))];
  return found.find(isProgram) ?? (name === "chromium" ? await playwrightChromium() : null);
}

/**
 * Finds both browsers and installs what is missing: through apt on Debian as root, otherwise Chromium by Playwright's
 * download. What can't be had is null, after a line that says what to install.
 *
 * @param {{ names?: ("chromium" | "firefox")[], say?: (line: string) => void }} [options]
 * @returns {Promise<{ chromium: string | null, firefox: string | null }>}
 */
export async function ensureBrowsers({ names = ["chromium", "firefox"], say = console.log } = {}) {
  /** @type {{ chromium: string | null, firefox: string | null }} */
  const found = { chromium: null, firefox: null };
  for (const name of names) found[name] = await findBrowser(name);
  const missing = () => names.filter((name) => found[name] === null);

  if (missing().length > 0 && canUseApt()) {
    installWithApt(
      missing().flatMap((name) => PLACES[name].packages),
      say,
    );
    for (const name of missing()) found[name] = await findBrowser(name);
  }
  if (missing().includes("chromium")) {
    say("Downloading Chromium (playwright install chromium) …");
    run("playwright", ["install", "chromium"], packageEnvironment());
    found.chromium = await findBrowser("chromium");
  }
  for (const name of missing()) {
    const { variable, packages } = PLACES[name];
    say(
      `No ${name} found. Install it (on Debian as root: apt-get install ${packages.join(" ")}), ` +
        `or set ${variable} to the path of its program.`,
    );
  }
  return found;
}

function canUseApt() {
  return existsSync("/etc/debian_version") && process.getuid?.() === 0;
}

function installWithApt(packages, say) {
  say(`Installing ${packages.join(" and ")} (apt-get) …`);
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  // One source of many that can't be reached makes this fail: the packages may come from another.
  run("apt-get", ["update", "-qq"], env);
  run("apt-get", ["install", "-y", "-qq", ...packages], env);
}

/** True if it went well; what went wrong has been printed by the program itself. */
function run(program, args, env) {
  const { status } = spawnSync(program, args, {
    cwd: root,
    env,
    stdio: ["ignore", "inherit", "inherit"],
    shell: process.platform === "win32",
  });
  return status === 0;
}

async function playwrightChromium() {
  const entry = join(root, "node_modules", "playwright-core", "index.mjs");
  if (!existsSync(entry)) return null;
  const { chromium } = await import(pathToFileURL(entry).href);
  const program = chromium.executablePath();
  return isProgram(program) ? program : null;
}

function isProgram(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
