// @vitest-environment happy-dom
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { isAsking } from "../../../../src/core/evidence/is-asking.ts";
import { collectFacts } from "../../../../src/extension/guard/collect/collect-facts.ts";
import { verdictOn } from "./pages.ts";

interface Sample {
  label: "scam" | "benign";
  kind: string;
  url: string;
  /** Mark-up, written for this project. */
  page: string;
}

const samples: Sample[] = readFileSync("tests/fixtures/pages.jsonl", "utf8")
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line));

/** As the guard and the background judge it together. */
function levelOf({ url, page }: Sample): "block" | "warn" | "none" {
  const parsed = new DOMParser().parseFromString(page, "text/html");
  const work = collectFacts(parsed, { shadowRootOf: () => null });
  let step = work.next();
  while (!step.done) step = work.next();
  const facts = { ...step.value, address: url };
  return isAsking(facts) ? verdictOn(facts).level : "none";
}

const kindsOf = (some: Sample[]) => some.map(({ kind, url }) => `${kind}: ${url}`);

describe("small whole pages of every form of scam, and honest ones of the same trades", () => {
  test("scams are found, but for one", () => {
    const scams = samples.filter(({ label }) => label === "scam");
    // The supplier of a fake bulk order shows what any supplier shows.
    expect(kindsOf(scams.filter((sample) => levelOf(sample) === "none"))).toEqual([
      "bulk: https://bulkorder-bodoi.example/",
    ]);
  });

  test("honest pages are left alone", () => {
    const honest = samples.filter(({ label }) => label === "benign");
    expect(kindsOf(honest.filter((sample) => levelOf(sample) !== "none"))).toEqual([]);
  });
});
