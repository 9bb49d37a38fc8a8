import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "puppeteer-core";
import { beforeAll, describe, expect, test } from "vitest";
import { loginPage, stealingPage } from "../e2e/harness/asking-pages.ts";
import type { Firefox } from "../e2e/harness/firefox.ts";
import { whyNoFirefoxPolicies } from "../e2e/harness/firefox-policies.ts";
import { page } from "../e2e/harness/replies.ts";
import { searchFolders, uniqueWords } from "../e2e/harness/search-folder.ts";
import { until } from "../e2e/harness/until.ts";
import {
  type FirefoxWorld,
  protectedFirefox,
  type Shown,
  shown,
} from "../firefox/harness/firefox-world.ts";
import { aReport } from "../unit/a-report.ts";

// Somebody who gets hold of the machine later wants to read off it which scam pages its user met.

const LISTED = "nhan-qua.example";
const obstacle = await whyNoFirefoxPolicies();

/** What could keep an address, or a part of one. */
const PLACES = [
  "stolenHost",
  "stolenPath",
  "stolenQuery",
  "warnedHost",
  "warnedQuery",
  "framedHost",
  "frameQuery",
  "listedQuery",
  "selection",
  "report",
] as const;
const normal = uniqueWords(PLACES);
const secret = uniqueWords(PLACES);

describe.skipIf(obstacle !== null)("after a window and a private one", () => {
  const world = protectedFirefox({ hosts: [LISTED] }, { inPrivate: true });
  let found: string[] = [];

  beforeAll(async () => {
    await meet(world(), normal, false);
    expect((await world().firefox.ask({ type: "state" })).inPrivate).toBe(true);
    await meet(world(), secret, true);
    // Firefox erases much as it closes, so that a power cut leaves more; what lies in memory alone it might write only then.
    const { firefox } = world();
    const search = () => [
      ...searchFolders([firefox.profile], Object.values(secret)),
      ...searchFolders(extensionFolders(firefox), Object.values(normal)),
    ];
    const running = search();
    await firefox.close();
    found = [...running, ...search()];
  }, 180_000);

  test.each(Object.entries(secret))(
    "the whole profile has nothing of a private window: %s",
    (_, word) => {
      expect(found.filter((find) => find.startsWith(word))).toEqual([]);
    },
  );

  test.each(Object.entries(normal).filter(([place]) => /Path|Query|selection/.test(place)))(
    "the extension's storage has no more than hosts of an ordinary window: %s",
    (_, word) => {
      expect(found.filter((find) => find.startsWith(word))).toEqual([]);
    },
  );

  test("the search finds what the extension means to keep", () => {
    expect(found.filter((find) => find.startsWith(normal.report))).not.toEqual([]);
  });
});

/** Meets everything that the extension may want to remember for a while. */
async function meet(
  { firefox, network }: FirefoxWorld,
  mode: typeof normal,
  isPrivate: boolean,
): Promise<void> {
  network.serve(`${mode.stolenHost}.example`, () => stealingPage());
  network.serve(`${mode.warnedHost}.example`, () => loginPage());
  network.serve(`${mode.framedHost}.example`, () =>
    page("Có khung", `<iframe src="http://${LISTED}/?${mode.frameQuery}"></iframe>`),
  );
  const open = (url: string) =>
    firefox.inConsole((api, what) => api.windows.create(what), { incognito: isPrivate, url });

  await open(`http://${mode.stolenHost}.example/${mode.stolenPath}?${mode.stolenQuery}`);
  await anyTab(firefox, "the warning page", async (tab) =>
    isOurs(await shown(tab), mode.stolenQuery),
  );
  await open(`http://${mode.warnedHost}.example/?${mode.warnedQuery}`);
  await anyTab(firefox, "the banner", (tab) =>
    tab.evaluate(
      (query) => location.search === `?${query}` && document.querySelector("[popover]") !== null,
      mode.warnedQuery,
    ),
  );
  await open(`http://${mode.framedHost}.example/`);
  await anyTab(firefox, "the frame's notice", async (tab) => {
    for (const frame of tab.frames()) {
      if (isOurs(await shown(frame), mode.frameQuery)) return true;
    }
    return false;
  });
  await open(`http://${LISTED}/?${mode.listedQuery}`);
  await anyTab(firefox, "the listed host's warning", async (tab) =>
    isOurs(await shown(tab), mode.listedQuery),
  );
  await firefox.ask({ type: "open-check", text: mode.selection, isPrivate });
  const url = `http://${mode.report}.example/`;
  const report = aReport({ id: crypto.randomUUID(), url, note: mode.report });
  await firefox.ask({ type: "send-report", report, isPrivate });
}

function isOurs(page: Shown | null, query: string): boolean {
  return (page?.url.startsWith("moz-extension:") && page.url.endsWith(query)) ?? false;
}

/** Windows that the extension opens are found by what their tabs show. */
async function anyTab(
  firefox: Firefox,
  what: string,
  holds: (tab: Page) => Promise<boolean>,
): Promise<void> {
  await until(what, async () => {
    for (const tab of await firefox.browser.pages()) {
      if (await holds(tab).catch(() => false)) return true;
    }
    return null;
  });
}

function extensionFolders({ profile }: Firefox): string[] {
  const databases = join(profile, "storage/default");
  return [
    ...readdirSync(databases)
      .filter((name) => name.startsWith("moz-extension"))
      .map((name) => join(databases, name)),
    join(profile, "browser-extension-data"),
  ];
}
