// Runs on bare Node 20, before any package is installed.
import { spawnSync } from "node:child_process";
import { existsSync, lstatSync, readFileSync } from "node:fs";
import { delimiter, join, resolve } from "node:path";

export const root = resolve(import.meta.dirname, "..");

/**
 * The environment for programs of the packages: `node_modules/.bin` comes first, and with it Node 24.
 *
 * @param {NodeJS.ProcessEnv} [extra] further variables
 * @returns {NodeJS.ProcessEnv}
 */
export function packageEnvironment(extra = {}) {
  const path = [join(root, "node_modules", ".bin"), systemPath()].join(delimiter);
  return { ...process.env, ...extra, PATH: path };
}

/**
 * Installs the packages of the lock file, unless exactly those are there.
 *
 * @param {(line: string) => void} say
 * @returns {void}
 * @throws {Error} when npm fails; the message is for the person at the keyboard
 */
export function ensurePackages(say = console.log) {
  if (packagesAreCurrent()) return;
  const folder = join(root, "node_modules");
  if (lstatSync(folder, { throwIfNoEntry: false })?.isSymbolicLink()) {
    // npm empties the folder that the link leads to, which another checkout may live on.
    throw new Error(`${folder} is a link and lacks packages of this lock file. Remove the link.`);
  }
  say("Installing packages (npm ci) …");
  // npm replaces node_modules and with it the Node that lies there, so it must run on the system's own.
  const run = spawnSync("npm", ["ci", "--no-audit", "--no-fund"], {
    cwd: root,
    stdio: ["ignore", "inherit", "inherit"],
    env: { ...process.env, PATH: systemPath() },
    shell: process.platform === "win32",
  });
  if (run.error) throw new Error(`npm could not be started: ${run.error.message}`);
  if (run.status !== 0) throw new Error(`npm ci failed (exit code ${run.status}); see above.`);
}

/** npm keeps a copy of what it installed; comparing contents is safe where a fresh clone's file times are not. */
function packagesAreCurrent() {
  const installedFile = join(root, "node_modules", ".package-lock.json");
  if (!existsSync(installedFile)) return false;
  const wanted = readLock(join(root, "package-lock.json"));
  const installed = readLock(installedFile);
  return Object.entries(wanted).every(([place, { version, optional, link }]) => {
    if (place === "" || link) return true;
    if (!(place in installed)) return optional === true;
    return installed[place].version === version;
  });
}

/** @returns {Record<string, { version?: string, optional?: boolean, link?: boolean }>} */
function readLock(file) {
  return JSON.parse(readFileSync(file, "utf8")).packages;
}

function systemPath() {
  return (process.env.PATH ?? "")
    .split(delimiter)
    .filter((folder) => !folder.endsWith(join("node_modules", ".bin")))
    .join(delimiter);
}
