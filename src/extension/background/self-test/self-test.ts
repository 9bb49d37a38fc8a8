import type { SelfTestResult } from "../../messages.ts";

type Check = SelfTestResult["checks"][number];

/** What each check needs to know; every one throws with a line for the help desk if it fails. */
export interface SelfTestNeeds {
  list: () => Promise<string>;
  rules: () => Promise<string>;
  feed: () => Promise<string>;
  storage: () => Promise<string>;
  policy: () => Promise<string>;
}

const NAMES = ["list", "rules", "feed", "storage", "policy"] as const;

/**
 * Proves that protection works in this browser, with this policy, now. The code is "TT-" and one letter a check, in the
 * order list, rules, feed, storage, policy: "O" for passed, else the check's own letter (L, R, F, S, P). "TT-OOOOO" is well.
 */
export async function selfTest(needs: SelfTestNeeds): Promise<SelfTestResult> {
  const checks = await Promise.all(NAMES.map((name) => run(name, needs[name])));
  const code = checks
    .map(({ name, passed }) => (passed ? "O" : name.charAt(0).toUpperCase()))
    .join("");
  return { passed: checks.every(({ passed }) => passed), code: `TT-${code}`, checks };
}

async function run(name: Check["name"], check: () => Promise<string>): Promise<Check> {
  try {
    return { name, passed: true, detail: await check() };
  } catch (error) {
    return { name, passed: false, detail: error instanceof Error ? error.message : String(error) };
  }
}
