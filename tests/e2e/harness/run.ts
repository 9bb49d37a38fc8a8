import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/**
 * Our own servers in the test network; everything else in it plays the rest of the internet. They are on loopback,
 * as in the demo: Firefox turns every other http address that an extension asks for into https.
 */
export const FEED_HOST = "127.0.0.1:4321";
export const HUB_HOST = "127.0.0.1:4322";
export const FEED_URL = `http://${FEED_HOST}/`;
export const REPORT_URL = `http://${HUB_HOST}/v1/reports`;

/** The scratch folder of this test run, made by the global set-up. */
export function runFolder(...parts: string[]): string {
  const folder = process.env.TINHTAO_TEST_RUN;
  if (!folder) throw new Error("Start the tests with `npm run e2e` or `npm run e2e:firefox`.");
  return join(folder, ...parts);
}

/** One file a line of JSON: every request of every browser of this run. */
export const requestsRecord = () => runFolder("requests.jsonl");

/** A fresh folder for a browser profile. */
export function profileFolder(name: string): string {
  const folder = runFolder("profiles", `${name}-${process.hrtime.bigint()}`);
  mkdirSync(folder, { recursive: true });
  return folder;
}

export function readJson(file: string): unknown {
  return JSON.parse(readFileSync(file, "utf8"));
}
