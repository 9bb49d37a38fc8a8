import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { readNetLog } from "./harness/net-log.ts";
import { BROWSERS_OWN, type Received } from "./harness/network.ts";
import { FEED_URL, REPORT_URL, requestsRecord, runFolder } from "./harness/run.ts";

// Runs after all other tests: see playwright.config.ts.

const OURS = [`${FEED_URL}metadata/`, `${FEED_URL}targets/`, REPORT_URL];

/**
 * The background asks its own rules whether they are in force: a rule answers such a request, and where it is missing the
 * browser refuses port 1. Either way nothing leaves, which the second test holds it to.
 */
const OWN_RULES = /^http:\/\/[0-9a-f]{32}\.(base|drift|policy)\.tinhtao\.localhost:1\/$/;

test("in the whole suite the extension asked for nothing but the feed, and sent nothing but reports", () => {
  const asked = readdirSync(runFolder("net-logs"))
    .flatMap((file) => readNetLog(runFolder("net-logs", file)))
    // Where a person goes on from the warning page, it is the tab that asks.
    .filter(
      ({ initiator, navigation }) => initiator.startsWith("chrome-extension:") && !navigation,
    );
  expect(asked.length, "the record holds the feed's requests").toBeGreaterThan(0);
  expect(asked.filter(({ method }) => method === "POST").length).toBeGreaterThan(0);
  const others = asked.filter(
    ({ url }) => !OWN_RULES.test(url) && !OURS.some((base) => url.startsWith(base)),
  );
  expect(others).toEqual([]);
});

test("no browser of the suite asked for a host that no test named", () => {
  const received = readFileSync(requestsRecord(), "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Received);
  const strange = received.filter(({ undeclared, host }) => undeclared && !BROWSERS_OWN.test(host));
  expect(strange.map(({ method, url }) => `${method} ${url}`)).toEqual([]);
});
