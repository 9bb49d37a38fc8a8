import { expect, test } from "@playwright/test";
import { whyNoPolicy } from "./harness/browser-policy.ts";
import { achievedBy, eagerPage } from "./harness/eager-page.ts";
import {
  evaluate,
  type Installation,
  type InstalledChromium,
  openTab,
  targetOf,
} from "./harness/installed-chromium.ts";
import { installedWorld } from "./harness/installed-world.ts";
import type { Network } from "./harness/network.ts";
import { say } from "./harness/say.ts";
import { until } from "./harness/until.ts";

const LISTED = "da-liet-ke.example";
const HONEST = "trang-that.example";
/** Where the pages tell what they managed to do. */
const WITNESS = "nhan-chung.example";

let network: Network;
let installed: Installation;
let browser: InstalledChromium;

test.beforeAll(async () => {
  const obstacle = await whyNoPolicy();
  test.skip(obstacle !== null, obstacle ?? "");
  ({ network, installed, browser } = await installedWorld("restored-tabs", { hosts: [LISTED] }));
  for (const host of [LISTED, HONEST]) network.serve(host, () => eagerPage(WITNESS));
  network.serve(WITNESS, () => ({ status: 204 }));
});

test.afterAll(async () => {
  await browser?.close();
  installed?.remove();
  await network?.close();
});

test("a browser that goes on where it was left shows no listed page, though it was open by leave, and its other pages as they were", async () => {
  const warning = `chrome-extension://${installed.extensionId}/warning.html`;
  const isWarning = ({ url }: { url: string }) =>
    url.startsWith(warning) && url.endsWith(`#http://${LISTED}/`);
  await openTab(browser.cdp, `http://${HONEST}/`);
  await openTab(browser.cdp, `http://${LISTED}/`);
  const { targetId } = await targetOf(browser.cdp, "the warning", isWarning);
  const { sessionId } = await browser.cdp.send("Target.attachToTarget", {
    targetId,
    flatten: true,
  });
  for (const key of ["warning.goOn", "override.go"] as const) await press(sessionId, key);
  const read = () => achievedBy(LISTED, network, WITNESS).filter((what) => what === "readable");
  await until("the listed page is open", () => read().length > 0 || null);

  await browser.close();
  const told = network.at(WITNESS).length;
  browser = await installed.start("about:blank", "--restore-last-session");

  await targetOf(browser.cdp, "the warning again", isWarning);
  await until("the honest page can be read", () => since(told).includes(`/${HONEST}/readable`));
  for (const what of ["readable", "typed"]) expect(since(told)).not.toContain(`/${LISTED}/${what}`);
});

/** What pages told the witness after so many others. */
function since(told: number): string[] {
  return network
    .at(WITNESS)
    .slice(told)
    .map(({ path }) => path);
}

/** Presses a button of the page behind a session, once it is there. This browser has no language that a test chose. */
async function press(session: string, key: "warning.goOn" | "override.go"): Promise<void> {
  const names = JSON.stringify([say(key), say(key, {}, "en")]);
  const find = `[...document.querySelectorAll("button")].find((one) => ${names}.includes(one.textContent.trim()))`;
  await until(`the button «${names}»`, () =>
    evaluate(browser.cdp, session, `(() => { const it = ${find}; it?.click(); return !!it; })()`),
  );
}
