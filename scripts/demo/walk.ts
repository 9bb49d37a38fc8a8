import { mkdir } from "node:fs/promises";
import { join, relative } from "node:path";
import type { Page } from "puppeteer-core";
import type { Verdict } from "../../src/core/verdict/verdict.ts";
import type { DemoBrowser } from "./browser.ts";
import { DemoError } from "./demo-error.ts";
import { BANK, LISTED, NEWCOMER, SUSPECT } from "./demo-hosts.ts";
import type { DemoWorld } from "./demo-world.ts";
import { driveExtension, type ExtensionDriver } from "./extension-driver.ts";
import { until } from "./until.ts";

/** What the walk found; printed as the last line of `--json`. */
export interface WalkResult {
  feedVersion: number;
  hosts: number;
  blocked: {
    url: string;
    level: Verdict["level"];
    requestsReachedHost: number;
    reasons: Verdict["reasons"];
  };
  update: { newHostBlockedAfterMs: number; fullBytes: number; deltaBytes: number };
  report: { receipt: string };
  /** Relative to the folder that the demo was started in. */
  screenshots: string[];
}

/** Time that a stray request would need to show itself, milliseconds. */
const SETTLE = 1_000;

/**
 * Goes through the guide as a person would, by the same buttons.
 *
 * @param say is told each step's outcome
 * @throws DemoError if a step does not end as it should
 */
export async function walk(
  world: DemoWorld,
  demo: DemoBrowser,
  outFolder: string,
  say: (line: string) => void,
): Promise<WalkResult> {
  await mkdir(outFolder, { recursive: true });
  const screenshots: string[] = [];
  const shoot = async (page: Page, name: string): Promise<void> => {
    const file = join(outFolder, `${screenshots.length + 1}-${name}.png`);
    await page.screenshot({ path: file });
    screenshots.push(relative(process.cwd(), file));
  };
  const driver = await driveExtension(demo);

  await until("the browser enforces the demo's list", async () => {
    const { list } = await driver.ask({ type: "state" });
    if (list.problem && !list.updating) {
      throw new DemoError(`the list can't be used: ${list.problem.code} (${list.problem.detail})`);
    }
    return list.enforced && !list.updating && list.version >= world.feed().version;
  });
  say(`List version ${world.feed().version} is in force: ${world.feed().hosts} hosts.`);

  const guide = await demo.browser.newPage();
  await guide.goto(world.guideUrl);
  await guide.locator(`a[href*="${LISTED.host}"]`).wait();
  await shoot(guide, "guide");

  const warning = await openFromGuide(demo, guide, LISTED.host);
  const blocked = await expectBlocked(driver, warning, LISTED.host);
  await shoot(warning, "warning");
  await new Promise((next) => setTimeout(next, SETTLE));
  const requestsReachedHost = world.web.requests(LISTED.host);
  if (requestsReachedHost > 0) {
    throw new DemoError(`${requestsReachedHost} requests reached ${LISTED.host}`);
  }
  const connections = world.web.connections(LISTED.host);
  say(
    `${LISTED.host} is blocked, its warning is shown, and 0 requests reached it` +
      (connections === 0 ? "." : ` (Chromium opened ${connections} connections ahead, unused).`),
  );

  await press(warning, "link", driver.text("warning.toReal", { host: BANK }));
  await until(
    "the real bank opens",
    () => world.web.requests(BANK) > 0 && hostOf(warning) === BANK,
  );
  const official = await driver.openPopup(warning);
  await read(official, driver.text("verdict.official", { organisation: LISTED.brand }));
  await shoot(official, "popup-official");
  say(`The warning's first button led to ${BANK}; the popup calls it official.`);

  const update = await walkUpdate(world, demo, driver, guide, shoot);
  say(
    `${NEWCOMER.host} was blocked ${update.newHostBlockedAfterMs} ms after it was published; ` +
      `the update took ${update.deltaBytes} bytes, the whole list has ${update.fullBytes}.`,
  );

  const receipt = await walkReport(world, demo, driver, guide, shoot);
  await guide.bringToFront();
  await read(guide, receipt);
  await shoot(guide, "report-arrived");
  say(`The report on ${SUSPECT} reached the hub; its receipt is ${receipt}.`);

  const { version, hosts } = world.feed();
  return {
    feedVersion: version,
    hosts,
    blocked: {
      url: `https://${LISTED.host}/`,
      level: blocked.level,
      requestsReachedHost: world.web.requests(LISTED.host),
      reasons: blocked.reasons,
    },
    update,
    report: { receipt },
    screenshots,
  };
}

type Shoot = (page: Page, name: string) => Promise<void>;

/** A host joins the list: it opens before, and is blocked after "update now", for the price of a delta. */
async function walkUpdate(
  world: DemoWorld,
  demo: DemoBrowser,
  driver: ExtensionDriver,
  guide: Page,
  shoot: Shoot,
): Promise<WalkResult["update"]> {
  const before = await openFromGuide(demo, guide, NEWCOMER.host);
  await until(`${NEWCOMER.host} opens while it is on no list`, () =>
    world.web.requests(NEWCOMER.host),
  );

  await guide.bringToFront();
  await guide.locator("#publish").click();
  const { publishedAt, fullBytes } = await until(
    "the list is published",
    () => world.feed().update,
  );

  const popup = await driver.openPopup(before);
  await popup.locator(".list-button").click();
  await press(popup, "button", driver.text("list.update"));
  await read(popup, driver.text("list.updated"));
  await until(`${NEWCOMER.host} counts as listed`, async () => {
    const answer = await driver.ask({ type: "verdict", url: `https://${NEWCOMER.host}/` });
    return answer.ok && answer.verdict.level === "block";
  });
  await until("the browser enforces the new list", async () => {
    const { list } = await driver.ask({ type: "state" });
    return list.enforced && !list.updating && list.version === world.feed().version;
  });
  const newHostBlockedAfterMs = Math.round(Date.now() - publishedAt);
  await shoot(popup, "popup-updated");

  const reachedBefore = world.web.requests(NEWCOMER.host);
  const after = await openFromGuide(demo, guide, NEWCOMER.host);
  await expectBlocked(driver, after, NEWCOMER.host);
  await new Promise((next) => setTimeout(next, SETTLE));
  const leaked = world.web.requests(NEWCOMER.host) - reachedBefore;
  if (leaked > 0)
    throw new DemoError(`${leaked} requests reached ${NEWCOMER.host} after it was listed`);

  const { deltaBytes, wholeLists } = world.fetchedSince(publishedAt);
  if (wholeLists > 0 || deltaBytes === 0) {
    throw new DemoError("the browser fetched the whole list where a delta was there");
  }
  return { newHostBlockedAfterMs, fullBytes, deltaBytes };
}

/** A report, from the popup's form to the hub's store. @returns its receipt */
async function walkReport(
  world: DemoWorld,
  demo: DemoBrowser,
  driver: ExtensionDriver,
  guide: Page,
  shoot: Shoot,
): Promise<string> {
  const suspect = await openFromGuide(demo, guide, SUSPECT);
  await until(`${SUSPECT} opens`, () => world.web.requests(SUSPECT));
  const popup = await driver.openPopup(suspect);
  await press(popup, "button", driver.text("verdict.report"));
  await popup.locator("select").fill("romance-gift");
  await popup.locator("textarea").fill("Báo trúng quà, đòi đóng phí nhận quà trước.");
  await press(popup, "button", driver.text("report.next"));
  await read(popup, driver.text("report.previewTitle"));
  await shoot(popup, "report-preview");
  await press(popup, "button", driver.text("report.send"));
  await read(popup, driver.text("report.sentTitle"));
  const receipt = await popup
    .locator(".receipt")
    .map((element) => element.textContent)
    .wait();
  await shoot(popup, "receipt");
  const kept = world.reports().find((each) => each.receipt === receipt);
  if (kept === undefined) throw new DemoError(`the hub knows no receipt ${receipt}`);
  if (hostOfUrl(kept.report.url ?? "") !== SUSPECT) {
    throw new DemoError(`the hub got a report on ${kept.report.url}, not on ${SUSPECT}`);
  }
  return kept.receipt;
}

async function openFromGuide(demo: DemoBrowser, guide: Page, host: string): Promise<Page> {
  const known = new Set(await demo.browser.pages());
  await guide.bringToFront();
  await guide.locator(`a[href*="${host}"]`).click();
  return until(`${host} opens in a tab`, async () =>
    (await demo.browser.pages()).find((page) => !known.has(page)),
  );
}

/** The warning page stands in this tab and names the host. @returns the verdict behind it */
async function expectBlocked(driver: ExtensionDriver, tab: Page, host: string): Promise<Verdict> {
  await until(`the warning about ${host} is shown`, () => tab.url().includes("/warning.html"));
  await read(tab, driver.text("warning.blocked"));
  await read(tab, host);
  const answer = await driver.ask({ type: "verdict", url: `https://${host}/` });
  if (!answer.ok) throw new DemoError(`no verdict on ${host}: ${answer.problem}`);
  if (answer.verdict.level !== "block") {
    throw new DemoError(`the verdict on ${host} is "${answer.verdict.level}", not "block"`);
  }
  return answer.verdict;
}

async function press(page: Page, role: "button" | "link", name: string): Promise<void> {
  await page.locator(`::-p-aria([name="${name}"][role="${role}"])`).click();
}

/** Waits until a text can be read on the page. */
async function read(page: Page, text: string): Promise<void> {
  await until(`"${text}" is shown`, () =>
    page.evaluate((wanted) => document.body.innerText.includes(wanted), text),
  );
}

function hostOf(page: Page): string {
  return hostOfUrl(page.url());
}

function hostOfUrl(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname : "";
}
