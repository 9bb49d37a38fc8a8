import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  realpathSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import { findBrowser } from "../../../scripts/browsers.mjs";
import { profileFolder } from "./run.ts";

/** Why Firefox takes no policy from us here, or null if it does. */
export async function whyNoFirefoxPolicies(): Promise<string | null> {
  const program = await findBrowser("firefox");
  if (program !== null && existsSync(join(homeOf(program), "omni.ja"))) return null;
  return "the folder of this Firefox is not laid out as Linux has it";
}

/**
 * Gives one browser the policies of a machine's administrator without touching the machine's own Firefox, which reads
 * them from its folder: in a folder that holds links to all the rest of it.
 *
 * @returns program that starts Firefox under these policies
 */
export function firefoxUnder(policies: object, program: string): string {
  const home = homeOf(program);
  const own = profileFolder("firefox-under-policies");
  const name = basename(realpathSync(program));
  for (const file of readdirSync(home)) {
    if (file !== name && file !== "distribution") symlinkSync(join(home, file), join(own, file));
  }
  // Firefox looks for its folder beside the program itself, wherever links lead.
  copyFileSync(join(home, name), join(own, name));
  mkdirSync(join(own, "distribution"));
  writeFileSync(join(own, "distribution", "policies.json"), JSON.stringify({ policies }));
  return join(own, name);
}

function homeOf(program: string): string {
  return dirname(realpathSync(program));
}
