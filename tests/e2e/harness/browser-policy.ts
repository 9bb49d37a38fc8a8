import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { findBrowser } from "../../../scripts/browsers.mjs";
import { runFolder } from "./run.ts";

/** What a machine's administrator tells Chromium. */
export interface BrowserPolicy {
  /** Starts Chromium under this policy; takes the browser's own arguments. */
  readonly program: string;
  /** Another policy. A running browser takes it up by itself. */
  set(policy: object): void;
  remove(): void;
}

const FILE = "/etc/chromium/policies/managed/tinhtao-test.json";

/** Why Chromium takes no policy from us here, or null if it does. */
export async function whyNoPolicy(): Promise<string | null> {
  if (process.platform !== "linux") return "the policy folder is known for Linux alone";
  if (process.getuid?.() !== 0) return "writing a browser policy needs root";
  const program = await findBrowser("chromium");
  // Other builds look for policies elsewhere (/etc/opt/chrome, snap).
  if (!program?.startsWith("/usr/lib/chromium"))
    return "only Debian's Chromium reads /etc/chromium";
  return null;
}

/**
 * Gives one browser its policy without touching the machine's: in a mount namespace of its own where the system lets us,
 * otherwise as a file that is removed again.
 */
export async function browserPolicy(policy: object): Promise<BrowserPolicy> {
  const chromium = (await findBrowser("chromium")) ?? "";
  const own = runFolder("policies", String(process.hrtime.bigint()));
  const launcher = join(own, "chromium");
  const mount = `mount --bind "${own}" /etc/chromium`;
  if (existsSync("/etc/chromium") && spawnSync("unshare", ["--mount", "true"]).status === 0) {
    const set = writer(join(own, "policies", "managed", "tinhtao-test.json"));
    set(policy);
    writeFileSync(
      launcher,
      `#!/bin/sh\nexec unshare --mount sh -c '${mount} && exec "$@"' sh "${chromium}" "$@"\n`,
    );
    chmodSync(launcher, 0o755);
    return { program: launcher, set, remove: () => undefined };
  }
  const remove = () => rmSync(FILE, { force: true });
  process.once("exit", remove);
  const set = writer(FILE);
  set(policy);
  return { program: chromium, set, remove };
}

function writer(file: string): (policy: object) => void {
  mkdirSync(dirname(file), { recursive: true });
  return (policy) => writeFileSync(file, JSON.stringify(policy));
}
